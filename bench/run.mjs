/**
 * Times whole processes, from the command line to a book on disk: `npm run bench -- [--rounds 5] [--cover] [--books story,novel,omnibus]`.
 * Fleuron, pandoc and bare epub-gen-memory take turns on the same files, so that a noisy machine is noisy for all,
 * and each round's ratios are taken within the round. The first round, which fills caches, does not count.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProgram } from './looks/find.mjs';
import { measure } from './run/measure.mjs';
import { shelves } from './run/shelves.mjs';
import { median, table } from './run/table.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(dirname(root), 'shared');
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    cover: { type: 'boolean', default: false },
    books: { type: 'string', default: Object.keys(shelves).join(',') },
  },
});
const rounds = Number(values.rounds);
const books = values.books.split(',');
if (!Number.isInteger(rounds) || rounds < 1 || books.some((name) => !(name in shelves))) {
  console.error(`npm run bench -- [--rounds 5] [--cover] [--books ${Object.keys(shelves).join(',')}]`);
  process.exit(2);
}

function skip(reason) {
  console.log(`bench: skipped, because ${reason}`);
  process.exit(0);
}
if (!existsSync(shared)) skip('there is no ../shared beside the project');
let programs;
try {
  programs = { time: findProgram('/usr/bin/time'), pandoc: findProgram('pandoc') };
} catch (error) {
  skip(error.message);
}

const folder = mkdtempSync(join(tmpdir(), 'fleuron-bench-'));
try {
  const bare = join(folder, 'bare.cjs');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'bench/run/bare.mjs')],
    outfile: bare,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
  });
  // A first start bundles the press, if a source is newer.
  spawnSync(process.execPath, [join(root, 'scripts/fleuron.cjs'), '--version'], { stdio: 'ignore' });
  for (const name of books) benchBook(name, bare);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function benchBook(name, bare) {
  const { title, source, files } = shelves[name](realpathSync(shared), {
    folder: join(folder, name),
    cover: values.cover,
  });
  const out = (tool) => join(folder, `${name}-${tool}.epub`);
  const metadata = ['--metadata', `title=${title}`, '--metadata', 'lang=en-GB'];
  const tools = {
    fleuron: [process.execPath, join(root, 'scripts/fleuron.cjs'), 'build', source, '-q', '-o', out('fleuron')],
    pandoc: [programs.pandoc, '-f', 'markdown', '-t', 'epub3', '--toc', ...metadata, ...files, '-o', out('pandoc')],
    bare: [process.execPath, bare, title, out('bare'), ...files],
    'node -e 0': [process.execPath, '-e', '0'],
  };
  const runs = Object.fromEntries(Object.keys(tools).map((tool) => [tool, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [tool, command] of Object.entries(tools)) {
      const figures = measure(programs.time, command, join(folder, 'time'));
      if (round > 0) runs[tool].push(figures);
    }
  }
  const figure = (tool, key) => median(runs[tool].map((run) => run[key]));
  const ratio = (tool, key, to) => median(runs[tool].map((run, at) => run[key] / runs[to][at][key]));
  const rows = Object.keys(tools).map((tool) => [
    tool,
    `${figure(tool, 'cpu').toFixed(2)} s`,
    `${figure(tool, 'wall').toFixed(2)} s`,
    `${figure(tool, 'memory').toFixed(0)} MB`,
    existsSync(out(tool)) ? `${(statSync(out(tool)).size / 1000).toFixed(0)} kB` : '',
    ...['pandoc', 'bare'].flatMap((to) => ['cpu', 'wall', 'memory'].map((key) => ratio(tool, key, to).toFixed(2))),
  ]);
  const head = [
    '',
    'CPU',
    'wall',
    'peak memory',
    'book',
    'CPU/pandoc',
    'wall/',
    'memory/',
    'CPU/bare',
    'wall/',
    'memory/',
  ];
  console.log(`\n${title}: ${files.length} files, medians of ${rounds}\n${table([head, ...rows])}`);
}
