/**
 * Makes `build/`: the press in one file, `fleuron.cjs`, that Node starts quickly; the cache that the launcher opens before it;
 * packages that few books want, a module each; typefaces and programs in WebAssembly; the licences of all that is in them.
 * Run by `scripts/fleuron.cjs` when a source is newer than the bundle. With `package`, which `npm pack` says, it makes what
 * other programs import, too: modules for Node and for browsers, and their types. With `studio` it makes the studio alone, with
 * `preview` the app of it that `fleuron preview` serves; with `executable` all that a command needs in one file, with Node.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { makeExecutable } from './bundle/executable.mjs';
import { licencesOf } from './bundle/licences.mjs';
import {
  packagesApart,
  withCssTables,
  withoutEjs,
  withoutNetwork,
  withoutNode,
  withoutOtherBooks,
  withTemplates,
  withThreads,
  withWebAssembly,
} from './bundle/plugins.mjs';
import { makeStudio } from './bundle/studio.mjs';
import { declare } from './bundle/types.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Options that the bundle and the tests share. */
export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Else esbuild writes `new RegExp('\\p{L}')` for a pattern, which is made anew for each call: no book has letters newer than Node 20.
  supported: { 'regexp-unicode-property-escapes': true },
  loader: { '.css': 'text', '.svg': 'text', '.txt': 'text', '.xml': 'text', '.wasm': 'binary' },
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [withWebAssembly, withTemplates],
};

/** Packages in CommonJS ask for Node's modules by `require`, and for the folder that they are in. */
const nodeModule = {
  format: 'esm',
  banner: {
    js: "import { createRequire as from } from 'node:module'; const require = from(import.meta.url), __dirname = import.meta.dirname;",
  },
};

/** Writes a file: two builds at once never see half of it. */
function write(path, content) {
  const partial = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(partial, content);
  renameSync(partial, path);
}

/** Sources, or packages, and all they import as one file, minified, and the files that are in it. */
async function compile(sources, options) {
  const { outputFiles, inputs } = await compileAll(sources, options);
  return { text: outputFiles[0].text, inputs };
}

async function compileAll(entryPoints, options) {
  const { outputFiles, metafile } = await build({
    ...shared,
    absWorkingDir: root, // the press may be started from anywhere
    entryPoints,
    write: false,
    minify: true,
    metafile: true,
    ...options,
  });
  return { outputFiles, inputs: Object.keys(metafile.inputs) };
}

/** The command. Answers with the files that are in it. */
async function bundleCommand(folder) {
  const packages = new Map();
  const doors = `export * from './cli.ts'; export const api = () => import('./index.ts');`;
  const { text, inputs } = await compile([], {
    stdin: { contents: doors, resolveDir: resolve(root, 'scripts'), loader: 'ts' },
    format: 'cjs',
    // A script has no import.meta; it knows its own file.
    define: { 'import.meta.url': 'ownAddress', isBundled: 'true' },
    plugins: [...shared.plugins, withoutNetwork, packagesApart(packages)],
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
  packages.set('tinypool-worker', 'node_modules/tinypool/dist/entry/worker.js');
  const apart = await compileAll(Object.fromEntries(packages), {
    ...nodeModule,
    outdir: resolve(folder, 'packages'),
    outExtension: { '.js': '.mjs' },
    splitting: true, // a package that waits for a part of its own, as it is loaded, needs that part apart
    chunkNames: '[name]-[hash]',
    plugins: [...shared.plugins, withCssTables, withThreads],
  });
  for (const { path, contents } of apart.outputFiles) write(path, contents);
  const made = new Set(apart.outputFiles.map(({ path }) => basename(path)));
  const older = readdirSync(resolve(folder, 'packages')).filter((name) => name.endsWith('.mjs') && !made.has(name));
  for (const name of older) rmSync(resolve(folder, 'packages', name), { force: true });
  const assets = await copyAssets(folder);
  const cache = await compile(['scripts/disk/user-cache.ts'], { format: 'cjs' });
  write(resolve(folder, 'user-cache.cjs'), cache.text);
  write(resolve(folder, 'fleuron.cjs'), `(function(${parameters}){const ${own};\n${code}\n})`);
  return [...inputs, ...apart.inputs, ...assets];
}

/** Typefaces and programs in WebAssembly, by the names that the press has for them. Answers with the paths they come from. */
async function copyAssets(folder) {
  const assets = await pressAssets();
  for (const [name, bytes] of assets) write(resolve(folder, 'assets', name), bytes);
  return [...assets.keys()].map((name) => `node_modules/${name}`);
}

/** The press's own files by name. The typefaces of themes come without what no book takes of them. */
async function pressAssets() {
  const { assetNames, themeFaces } = await load('scripts/book/assets.ts');
  const { trimFace } = await load('scripts/fonts/embed-typeface.ts');
  const require = createRequire(import.meta.url);
  const open = async (name) => readFileSync(require.resolve(name));
  const take = async (name) => [
    name,
    themeFaces.includes(name) ? await trimFace(await open(name), open) : await open(name),
  ];
  return new Map(await Promise.all(assetNames.map(take)));
}

/** A source and all it imports, as Node can import it now. */
async function load(source) {
  const { outputFiles } = await build({ ...shared, entryPoints: [resolve(root, source)], format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Modules for browsers that load each other when they are wanted. */
const forBrowsers = {
  ...shared,
  absWorkingDir: root,
  metafile: true,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  splitting: true,
  minify: true,
  chunkNames: '[name]-[hash]',
};

/** The press in a worker. */
const pressForBrowsers = {
  ...forBrowsers,
  conditions: ['worker'], // what a page alone has, a package is not to ask for
  plugins: [...shared.plugins, withoutNetwork, withoutNode, withoutEjs],
};

/** The press for programs in browsers, in a folder beside the assets. Answers with the files that are in it. */
async function bundleBrowser(folder) {
  const outdir = resolve(folder, 'browser');
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({ ...pressForBrowsers, entryPoints: ['scripts/browser.ts'], outdir });
  return [...Object.keys(metafile.inputs), ...(await copyAssets(folder))];
}

/** What the parts of the studio are compiled with. */
const studioOptions = {
  press: { ...pressForBrowsers, entryNames: '[name]-[hash]' },
  app: {
    ...forBrowsers,
    entryNames: '[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { ...shared.loader, '.css': 'css' },
    external: ['./assets/*'],
    plugins: [...shared.plugins, withoutOtherBooks],
  },
  'service-worker': { ...forBrowsers, format: 'iife', splitting: false },
};

/** The studio, static files for any host; for `fleuron preview` its app alone. Answers with the files that are in it. */
async function bundleStudio(folder, onlyApp) {
  const assets = await pressAssets();
  const { files, inputs } = await makeStudio({
    root,
    onlyApp,
    load,
    assets,
    compile: (part, entry, options) =>
      build({ ...studioOptions[part], ...options, entryPoints: [entry], write: false }),
  });
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) write(resolve(folder, path), bytes);
  return [...inputs, ...[...assets.keys()].map((name) => `node_modules/${name}`)];
}

const [own, what = 'command', to] = process.argv.slice(1);
// Node names a module by its real path, and a script by the path that was typed.
if (own && realpathSync(own) === fileURLToPath(import.meta.url)) {
  const folder = to ?? resolve(root, what === 'studio' || what === 'preview' ? `build/${what}` : 'build');
  const inputs = [];
  const isWhole = what === 'package' || what === 'executable';
  if (what === 'command' || isWhole) inputs.push(...(await bundleCommand(folder)));
  if (what === 'package') write(resolve(folder, 'index.js'), readFileSync(resolve(root, 'scripts/bundle/module.mjs')));
  if (what === 'browser' || what === 'package') inputs.push(...(await bundleBrowser(folder)));
  if (what === 'studio') inputs.push(...(await bundleStudio(folder, false)));
  if (what === 'preview') inputs.push(...(await bundleStudio(folder, true)));
  if (isWhole) inputs.push(...(await bundleStudio(resolve(folder, 'preview'), true)));
  if (what === 'package') declare(root, ['index.ts', 'browser.ts'], resolve(folder, 'types'));
  write(resolve(folder, 'licences.txt'), licencesOf(root, inputs));
  if (what === 'executable') {
    const { text } = await compile(['scripts/disk/executable.ts'], { format: 'cjs' });
    console.log(relative(root, makeExecutable({ root, folder, code: text })));
  }
}
