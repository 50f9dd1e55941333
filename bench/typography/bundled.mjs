/** Loads TypeScript of the bench and the press: bundled by esbuild, so that every Node from 20 can. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { shared } from '../../scripts/bundle.mjs';

let bundles = 0;

/** The exports of a source file, by its path from the project's root; `tables` stand for the press's own of those names. */
export async function loadBundled(root, path, tables = {}) {
  const outfile = join(root, `build/bench-${path.replaceAll('/', '-')}-${process.pid}-${bundles++}.mjs`);
  const plugins = Object.entries(tables).map(([name, contents]) => ({
    name,
    setup: ({ onLoad }) => onLoad({ filter: new RegExp(`quotes/data/${name}$`) }, () => ({ contents, loader: 'text' })),
  }));
  await build({
    ...shared,
    entryPoints: [join(root, path)],
    outfile,
    format: 'esm',
    packages: 'external',
    plugins: [...plugins, ...shared.plugins],
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
