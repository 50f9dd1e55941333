/** Loads TypeScript of the bench and the press: bundled by esbuild, so that every Node from 20 can. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { shared } from '../../scripts/bundle.mjs';

/** The exports of a source file, by its path from the project's root. */
export async function loadBundled(root, path) {
  const outfile = join(root, `build/bench-${path.replaceAll('/', '-')}-${process.pid}.mjs`);
  await build({ ...shared, entryPoints: [join(root, path)], outfile, format: 'esm', packages: 'external' });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
