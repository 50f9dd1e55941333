/**
 * Bundles the press into one file, `build/fleuron.cjs`, that Node starts quickly, and the cache that the launcher opens before it.
 * Run by `npm ci` (prepare) and by `scripts/fleuron.cjs` when a source is newer than the bundle.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
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

/** Writes a file of `build/`: two builds at once never see half of it. */
function write(name, code) {
  const path = resolve(root, 'build', name);
  const partial = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(partial, code);
  renameSync(partial, path);
}

/** A source and all it imports as one CommonJS file, minified. */
async function compile(source, options) {
  const { outputFiles } = await build({
    ...shared,
    absWorkingDir: root, // the press may be started from anywhere
    entryPoints: [resolve(root, source)],
    write: false,
    format: 'cjs',
    minify: true,
    ...options,
  });
  return outputFiles[0].text;
}

export async function bundle() {
  const text = await compile('scripts/cli.ts', {
    // fflate's build for Node loads workers, which we never start.
    alias: { fflate: 'fflate/browser' },
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
    plugins: [...shared.plugins, withoutNetwork],
  });
  // The bundle runs as a script, which has no import() of its own: the launcher lends it one.
  const code = text
    .replaceAll(/\bimport\(/g, 'importModule(')
    // esbuild leaves regular expressions as they are; in ASCII the whole is read in half the memory.
    .replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // What a cache keeps is this bundle's alone: covers that it drew, code compiled from it.
  const digest = createHash('sha256').update(code).digest('hex');
  const parameters = 'exports,require,module,__filename,__dirname,importModule';
  const own = `bundleDigest="${digest}",ownAddress=require('node:url').pathToFileURL(__filename).href`;
  write('user-cache.cjs', await compile('scripts/disk/user-cache.ts'));
  write('fleuron.cjs', `(function(${parameters}){const ${own};\n${code}\n})`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
