/**
 * Opens the press's own files: typefaces, programs in WebAssembly. They lie beside the bundle; without one (in tests) they are
 * where npm put their packages. In: a package's name and a path in it. Out: its bytes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { OpenAsset } from '../book/assets.ts';

/** Said where the press is bundled (`bundle.mjs`). */
declare const isBundled: boolean | undefined;

const { resolve } = createRequire(import.meta.url);
/** A typeface that an author installed lies where npm puts packages, beside the press. */
const places =
  typeof isBundled === 'boolean' ? [(name: string) => new URL(`assets/${name}`, import.meta.url), resolve] : [resolve];

/** The bytes of a file; undefined where it is not there or cannot be read. */
export const openAsset: OpenAsset = async (name) => {
  for (const locate of places) {
    try {
      return readFileSync(locate(name));
    } catch {
      // It is in the next place, or nowhere.
    }
  }
  return undefined;
};

/** Where the studio’s app lies. */
export const studioFolder = fileURLToPath(new URL('preview/', import.meta.url));
