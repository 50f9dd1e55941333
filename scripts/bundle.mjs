/**
 * Bundles the press into one file, `build/fleuron.cjs`, that Node starts quickly.
 * Run by `npm ci` (prepare) and by `scripts/fleuron.cjs` when a source is newer than the bundle.
 */

import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * epub-gen-memory names lighter parts for places without Node's network; we take those, so that the bundle
 * holds no HTTP client at all. Its HTML pass gets no text from us, so its parser stays out too.
 */
const withoutNetwork = {
  name: 'epub-gen-memory-without-network',
  setup(build) {
    const parts = {
      predicates: 'predicates-nop.js',
      fetchable: 'fetchable-browser.js',
      'html-parse': resolve(root, 'scripts/bind/no-html-pass.cjs'),
    };
    // The binder collects files in a sheaf and zips them itself.
    build.onResolve({ filter: /^jszip$/ }, () => ({ path: resolve(root, 'scripts/bind/zip-shim.ts') }));
    build.onResolve({ filter: /^\.\/(predicates|fetchable|html-parse)$/ }, ({ path, importer, resolveDir }) =>
      importer.includes('epub-gen-memory') ? { path: resolve(resolveDir, parts[path.slice(2)]) } : undefined,
    );
  },
};

/** WebAssembly goes in as bytes, also where packages stay outside: Node loads none by itself. */
const withWebAssembly = {
  name: 'web-assembly',
  setup(build) {
    const require = createRequire(import.meta.url);
    build.onResolve({ filter: /\.wasm$/ }, ({ path }) => ({ path: require.resolve(path) }));
  },
};

/** Options that the bundle and the tests share. */
export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: { '.ejs': 'text', '.css': 'text', '.xml': 'text', '.wasm': 'binary' },
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [withWebAssembly],
};

export async function bundle() {
  const outfile = resolve(root, 'build/fleuron.cjs');
  const partial = `${outfile}.${process.pid}`;
  const { outputFiles } = await build({
    ...shared,
    absWorkingDir: root, // the press may be started from anywhere
    entryPoints: [resolve(root, 'scripts/cli.ts')],
    outfile,
    write: false,
    format: 'cjs',
    minify: true,
    // Heavy, and wanted by one command only: loaded from node_modules when asked for.
    external: [
      '@likecoin/epubcheck-ts',
      'mammoth',
      'subset-font',
      '@resvg/resvg-wasm',
      '@cornerstonejs/codec-libjpeg-turbo-8bit',
      '@jsquash/*',
      'jpeg-js',
    ],
    // A script has no import.meta; it knows its own file.
    define: { 'import.meta.url': 'ownAddress' },
    banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [...shared.plugins, withoutNetwork],
  });
  // The bundle runs as a script, which has no import() of its own: the launcher lends it one.
  const code = outputFiles[0].text
    .replaceAll(/\bimport\(/g, 'importModule(')
    // esbuild leaves regular expressions as they are; in ASCII the whole is read in half the memory.
    .replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(partial, code);
  renameSync(partial, outfile); // two builds at once never see half a bundle
  // Covers were drawn, and code compiled, by another press than this.
  rmSync(resolve(dirname(outfile), 'covers'), { recursive: true, force: true });
  for (const name of readdirSync(dirname(outfile)))
    if (name.startsWith('code-')) rmSync(resolve(dirname(outfile), name), { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
