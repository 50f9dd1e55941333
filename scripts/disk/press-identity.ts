/** Which press this is, to the byte: what it makes may be kept for the same press alone. */
import { sha256 } from '../book/digest.ts';
import { bundledPackages, version } from '../book/version.ts';

/** The bundle knows the SHA-256 of its own code (`bundle.mjs`); tests run without a bundle. */
declare const bundleDigest: string | undefined;

/** The code of the press. */
export const pressDigest = typeof bundleDigest === 'string' ? bundleDigest : 'no-bundle';

/** The SHA-256 of the press, its packages, and the edition of Unicode by which Node tells letters from signs. */
export const pressIdentity = (): string =>
  sha256(JSON.stringify([version, bundledPackages, pressDigest, process.versions.unicode]));
