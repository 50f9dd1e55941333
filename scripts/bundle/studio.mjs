/**
 * Makes the studio: a folder of static files that any host can serve below any path. In: how the bundle compiles and what lies in
 * its assets. Out: by path, each file of the folder; every run gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Sizes that browsers ask for to install an app (Web Application Manifest, `icons`). */
const iconSizes = [192, 512];

const manifest = {
  name: 'Fleuron',
  short_name: 'Fleuron',
  description: 'A press for stories: the book as readers will see it, made on your own machine.',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#ece4d6',
  theme_color: '#7b2d26',
  icons: iconSizes.map((size) => ({
    src: `icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable', // the leaf lies within the circle that a mask leaves
  })),
};

const studio = 'build/studio';
const appSource = 'scripts/studio/app/main.tsx';
/** The page on which a book of a shelf is read (`fleuron serve`). */
const readerSource = 'scripts/studio/app/shelf/read.tsx';
/** What the app loads at once where the press is a worker. */
const pressDoor = 'scripts/studio/app/press/worker-press.ts';
const pressSource = 'scripts/studio/worker/press-worker.ts';
const toPath = (path) => path.replaceAll('\\', '/');

/**
 * The files of the studio by path, and the paths of the sources that are in it. `compile` compiles a source as a part is
 * compiled; `load` imports a source; `assets` has the press's typefaces and WebAssembly by name. With `onlyApp` it has no press and
 * no service worker: `fleuron preview` is the press then.
 */
export async function makeStudio({ root, compile, load, assets, onlyApp }) {
  const source = (path) => readFileSync(resolve(root, 'scripts/studio', path));
  const { pagePolicy } = await load('scripts/studio/policy.ts');
  const files = new Map();
  const inputs = [];
  /** Adds what an entry is compiled to. Answers with what is loaded at once with these sources: all that they import by statements. */
  const add = async (part, entry, options, ...loaded) => {
    const { outputFiles, metafile } = await compile(part, entry, { outdir: studio, ...options });
    for (const { path, contents } of outputFiles) files.set(toPath(relative(resolve(root, studio), path)), contents);
    inputs.push(...Object.keys(metafile.inputs));
    const made = Object.entries(metafile.outputs);
    const all = new Set([entry, ...loaded].map((path) => made.find(([, { entryPoint }]) => entryPoint === path)[0]));
    for (const path of all) {
      const { imports, cssBundle } = metafile.outputs[path];
      for (const each of imports) if (each.kind === 'import-statement') all.add(each.path);
      if (cssBundle) all.add(cssBundle);
    }
    return [...all].map((path) => path.slice(studio.length + 1));
  };
  const press = onlyApp
    ? []
    : await add('press', pressSource, { outdir: `${studio}/press`, outbase: 'scripts/studio/worker' });
  // Where the editor cannot ask for waiting keys, it parses in pieces that fit into idle time, rather than for 100 ms.
  const define = { pressWorkerPath: JSON.stringify(press[0] ?? ''), 'navigator.scheduling': 'undefined' };
  const app = await add('app', appSource, { define }, ...(onlyApp ? [] : [pressDoor]));

  const linkTo = (path) =>
    path.endsWith('.css') ? `<link rel="stylesheet" href="${path}">` : `<link rel="modulepreload" href="${path}">`;
  const addPage = (path, template, [main, ...loaded]) => {
    const parts = {
      '%policy%': pagePolicy,
      '%press%': onlyApp ? 'folder' : 'browser',
      '%links%': loaded.map(linkTo).join('\n    '),
      '%main%': main,
    };
    files.set(path, Buffer.from(`${source(template)}`.replace(/%\w+%/g, (name) => parts[name] ?? name)));
  };
  addPage('index.html', 'app/index.html', app);
  files.set('icon.svg', source('app/icon.svg'));
  if (onlyApp) {
    const folder = 'reader/';
    files.set(`${folder}icon.svg`, source('app/icon.svg'));
    const reader = await add('app', readerSource, { outdir: `${studio}/${folder}` });
    addPage(
      `${folder}index.html`,
      'app/shelf/read.html',
      reader.map((path) => path.slice(folder.length)),
    );
    return { files, inputs };
  }

  for (const [name, bytes] of assets) files.set(`assets/${name}`, bytes);
  files.set('sample.zip', await zipSample(resolve(root, 'manuscript'), load));
  files.set('manifest.webmanifest', Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
  for (const [name, png] of await drawIcons(source('app/icon.svg'), assets)) files.set(name, png);
  const shell = ['index.html', 'icon.svg', 'manifest.webmanifest', ...app, ...press];
  files.set('service-worker.js', await serviceWorker(files, shell, compile));
  return { files, inputs };
}

/** The sample as a ZIP, to start from. */
async function zipSample(folder, load) {
  const { zip } = await load('scripts/zip/write-zip.ts');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => toPath(relative(folder, resolve(parentPath, name))))
    .sort();
  return zip(names.map((name) => ({ name, bytes: readFileSync(resolve(folder, name)), stored: false })));
}

async function drawIcons(svg, assets) {
  await initWasm(assets.get('@resvg/resvg-wasm/index_bg.wasm'));
  return iconSizes.map((size) => {
    const drawn = new Resvg(`${svg}`, { fitTo: { mode: 'width', value: size } });
    return [`icon-${size}.png`, drawn.render().asPng()];
  });
}

/** The service worker, which holds the checksum of every file; it is another where one of them is. */
async function serviceWorker(files, shell, compile) {
  const integrity = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  const listed = [...files]
    .map(([path, bytes]) => [path, integrity(bytes)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const define = {
    studioFiles: JSON.stringify(Object.fromEntries(listed)),
    shellFiles: JSON.stringify([...new Set(shell)]),
  };
  const { outputFiles } = await compile('service-worker', 'scripts/studio/worker/service-worker.ts', { define });
  return outputFiles[0].contents;
}
