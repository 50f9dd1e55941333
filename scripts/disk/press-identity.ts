/** Which press this is, to the byte: what it makes may be kept for the same press alone. */
import type { OpenAsset } from '../book/assets.ts';
import { sha256 } from '../book/digest.ts';
import { scriptTypefaces } from '../book/script-typefaces.ts';
import { bundledPackages, version } from '../book/version.ts';
import { openAsset } from './package-assets.ts';

/** The bundle knows the SHA-256 of its own code (`bundle.mjs`); tests run without a bundle. */
declare const bundleDigest: string | undefined;

/** The code of the press. */
export const pressDigest = typeof bundleDigest === 'string' ? bundleDigest : 'no-bundle';

/**
 * The SHA-256 of the press, its packages, the typefaces that are installed beside it, and the edition of Unicode by which Node
 * tells letters from signs.
 */
export async function pressIdentity(open: OpenAsset = openAsset): Promise<string> {
  const wanted = scriptTypefaces.filter(({ isBundled }) => !isBundled);
  // Which version of a package it is, and so which typeface, is said there.
  const packages = await Promise.all(wanted.map(({ typeface }) => open(`${typeface.package}/package.json`)));
  const typefaces = packages.map((bytes) => bytes && sha256(bytes));
  return sha256(JSON.stringify([version, bundledPackages, pressDigest, typefaces, process.versions.unicode]));
}
