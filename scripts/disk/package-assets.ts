/**
 * Opens files of the packages that the press is installed with: typefaces, programs in WebAssembly.
 * In: a package's name and a path in it. Out: its bytes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OpenAsset } from '../book/assets.ts';

/** Finds packages as Node does, from where the press itself lies; the bundle knows its own place (`bundle.mjs`). */
const { resolve } = createRequire(import.meta.url);

/** The bytes of a package's file; undefined where it is not installed or cannot be read. */
export const openAsset: OpenAsset = async (name) => {
  try {
    return readFileSync(resolve(name));
  } catch {
    return undefined;
  }
};
