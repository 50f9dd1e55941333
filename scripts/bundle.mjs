/**
 * Bundles the press into one file, `build/fleuron.cjs`, that Node starts quickly, and the cache that the launcher opens before it.
 * Run by `npm ci` (prepare) and by `scripts/fleuron.cjs` when a source is newer than the bundle.
 */

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withoutEjs, withoutNetwork, withoutNode, withTemplates, withWebAssembly } from './bundle/plugins.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Options that the bundle and the tests share. */
export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  loader: { '.css': 'text', '.xml': 'text', '.wasm': 'binary' },
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [withWebAssembly, withTemplates],
};

/** Writes a file of `build/`: two builds at once never see half of it. */
function write(name, code) {
  const path = resolve(root, 'build', name);
  const partial = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(partial, code);
  renameSync(partial, path);
}

/** A source and all it imports as one CommonJS file, minified, and the files that are in it. */
async function compile(source, options) {
  const { outputFiles, metafile } = await build({
    ...shared,
    absWorkingDir: root, // the press may be started from anywhere
    entryPoints: [resolve(root, source)],
    write: false,
    format: 'cjs',
    minify: true,
    metafile: true,
    ...options,
  });
  return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

/** The licences of the packages that files belong to, which a copy of them has to carry. */
function licencesOf(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
      const file = readdirSync(resolve(root, folder)).find((each) => /^licen[cs]e/i.test(each));
      const text = file === undefined ? '' : `\n${readFileSync(resolve(root, folder, file), 'utf8').trim()}\n`;
      return `${name} ${version} (${license})\n${text}`;
    })
    .join('\n----\n\n');
}

export async function bundle() {
  const { text, inputs } = await compile('scripts/cli.ts', {
    // Heavy, and wanted by one command only: loaded from node_modules when asked for.
    external: [
      '@likecoin/epubcheck-ts',
      'mammoth',
      'dingbat-to-unicode',
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
  write('licences.txt', licencesOf(inputs));
  write('user-cache.cjs', (await compile('scripts/disk/user-cache.ts')).text);
  write('fleuron.cjs', `(function(${parameters}){const ${own};\n${code}\n})`);
}

/** A source and all it imports, as Node can import it now. */
async function load(source) {
  const { outputFiles } = await build({ ...shared, entryPoints: [resolve(root, source)], format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The press for browsers, into a folder: modules that load each other when they are wanted, and the press's own files beside them. */
export async function bundleBrowser(folder = resolve(root, 'build/browser')) {
  rmSync(folder, { recursive: true, force: true });
  await build({
    ...shared,
    absWorkingDir: root,
    entryPoints: [resolve(root, 'scripts/browser.ts')],
    outdir: folder,
    platform: 'browser',
    conditions: ['worker'], // what a page alone has, a package is not to ask for
    target: 'es2022',
    format: 'esm',
    splitting: true,
    minify: true,
    chunkNames: '[name]-[hash]',
    plugins: [...shared.plugins, withoutNetwork, withoutNode, withoutEjs],
  });
  const { assetNames } = await load('scripts/book/assets.ts');
  const require = createRequire(import.meta.url);
  for (const name of assetNames) {
    mkdirSync(dirname(resolve(folder, 'assets', name)), { recursive: true });
    copyFileSync(require.resolve(name), resolve(folder, 'assets', name));
  }
}

const [own, what, folder] = process.argv.slice(1);
// Node names a module by its real path, and a script by the path that was typed.
if (own && realpathSync(own) === fileURLToPath(import.meta.url))
  await (what === 'browser' ? bundleBrowser(folder) : bundle());
