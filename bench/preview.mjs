/**
 * Times rebuilds of `fleuron preview` beside pandoc: `npm run bench:preview -- [--rounds 20] [--books story,novel]`.
 * One preview is started on a copy of the files, with its page open in Chromium at what is changed. Each round changes one letter and saves
 * by rename; then the CPU that the process took, all answers to its page among it, the time from the rename to the event and to the frame
 * in which the page has the new words, and pandoc on the same files. Times are medians, CPU is the mean of all
 * rounds, as pandoc’s is counted in hundredths of a second; the first rounds, in which V8 is not warm, do not count. CPU is read from
 * /proc, so this runs on Linux.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { openChromium } from './looks/chromium.mjs';
import { findProgram } from './looks/find.mjs';
import { measure } from './run/measure.mjs';
import { shelves } from './run/shelves.mjs';
import { median, table } from './run/table.mjs';
import { bookShown } from './studio/hosted.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(dirname(root), 'shared');
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, books: { type: 'string', default: 'story,novel' } },
});
/** What a rebuild may cost, in pandoc’s CPU. */
const goals = { story: 0.5, novel: 0.2 };
const warming = 5;

function skip(reason) {
  console.log(`bench: skipped, because ${reason}`);
  process.exit(0);
}
if (!existsSync(shared)) skip('there is no ../shared beside the project');
if (!existsSync('/proc/self/stat')) skip('there is no /proc');
let programs;
let browser;
try {
  browser = await openChromium();
  programs = { time: findProgram('/usr/bin/time'), pandoc: findProgram('pandoc') };
} catch (error) {
  skip(error.message);
}

const { outputFiles } = await build({
  entryPoints: [join(root, 'scripts/studio/message-bytes.ts')],
  bundle: true,
  format: 'esm',
  write: false,
});
const messages = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

const folder = mkdtempSync(join(tmpdir(), 'fleuron-preview-'));
const rows = [];
try {
  for (const name of values.books.split(',')) rows.push(await benchBook(name));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
const head = ['', 'CPU', 'pandoc', 'CPU/pandoc', 'goal', 'to the event', 'to the page', 'pandoc’s time'];
console.log(
  `\n${values.rounds} rebuilds after one letter has changed, medians; the load is ${loadavg()[0].toFixed(1)}\n${table([head, ...rows])}`,
);

async function benchBook(name) {
  const { title, source, files } = shelves[name](realpathSync(shared), { folder: join(folder, name), cover: false });
  const copy = join(folder, `${name}-copy`);
  const isFolder = statSync(source).isDirectory();
  cpSync(source, isFolder ? copy : join(copy, basename(source)), { recursive: true });
  const manuscript = isFolder ? copy : join(copy, basename(source));
  const changed = isFolder ? join(copy, basename(files[Math.floor(files.length / 2)])) : manuscript;
  const metadata = ['--metadata', `title=${title}`, '--metadata', 'lang=en-GB'];
  const own = isFolder ? files.map((file) => join(copy, basename(file))) : [manuscript];
  const pandoc = [
    programs.pandoc,
    '-f',
    'markdown',
    '-t',
    'epub3',
    '--toc',
    ...metadata,
    ...own,
    '-o',
    join(folder, 'p.epub'),
  ];

  const paragraphs = readFileSync(changed, 'utf8').split('\n\n');
  const write = (word) => writeFileSync(`${changed}~`, paragraphs.with(3, `${paragraphs[3]} ${word}.`).join('\n\n'));
  const rename = () => renameSync(`${changed}~`, changed);
  write('Lampfishes');
  rename();
  const press = await startPreview(manuscript);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(press.address);
  await bookShown(page);
  await page.evaluate(turnTo, 'Lampfishes');
  await press.rebuilt();
  await setTimeout(1500); // until all is watched
  const runs = [];
  for (let round = 0; round < warming + Number(values.rounds); round++) {
    const word = `Lampfishe${'abcdefghijklmnopqrtuvwxyz'[round % 25]}`;
    write(word);
    const painted = page.evaluate(paintedWith, word);
    const before = press.cpu();
    const begun = performance.now();
    rename();
    const event = (await press.told()) - begun;
    const shown = (await painted) - performance.timeOrigin - begun;
    await setTimeout(300); // what is told later, and looked at in vain, costs too
    if (round >= warming) runs.push({ cpu: press.cpu() - before, event, page: shown });
  }
  await page.close();
  await press.end();
  const again = [
    'sh',
    '-c',
    `for round in ${runs.map((_, at) => at).join(' ')}; do "$0" "$@" || exit 1; done`,
    ...pandoc,
  ];
  const all = measure(programs.time, again, join(folder, 'time'));
  const spent = runs.reduce((sum, { cpu }) => sum + cpu, 0);
  const times = ['event', 'page'].map((key) => median(runs.map((run) => run[key])));
  return [
    title,
    ...[spent, all.cpu].map((seconds) => milliseconds((seconds / runs.length) * 1000)),
    (spent / all.cpu).toFixed(2),
    `≤ ${goals[name]}`,
    ...[...times, (all.wall / runs.length) * 1000].map(milliseconds),
  ];
}

function milliseconds(number) {
  return `${number.toFixed(0)} ms`;
}

/** In the page: turns to the section that has the word. */
async function turnTo(word) {
  const view = document.querySelector('foliate-view');
  for (const [index, section] of view.book.sections.entries())
    if ((await section.createDocument()).body.textContent.includes(word)) return view.goTo(index);
  throw new Error(`Unexpected book without ${word}`);
}

/** In the page: when the frame is painted in which the section that is shown has the word, in milliseconds since 1970. */
async function paintedWith(word) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const shown = () => document.querySelector('.reader-layer:not(.is-behind) foliate-view')?.renderer.getContents()[0];
  while (!shown()?.doc.body.textContent.includes(word)) await frame();
  await frame();
  return performance.timeOrigin + performance.now();
}

/** Starts a preview, and speaks with it as the app does. */
async function startPreview(manuscript) {
  const cli = join(root, 'scripts/fleuron.cjs');
  spawnSync(process.execPath, [cli, '--version'], { stdio: 'ignore' });
  const child = spawn(process.execPath, [cli, 'preview', manuscript, '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const address = String(line).trim();
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie').replace(/;.*/, '');
  const call = async (name, input) => {
    const response = await fetch(new URL(`/call/${name}`, address), {
      method: 'POST',
      headers: { cookie, 'content-type': messages.callType },
      body: messages.encodeMessage(input),
    });
    const parts = messages.messageReader()(new Uint8Array(await response.arrayBuffer()));
    return parts.at(-1).value;
  };
  const { story } = await call('hello', {});
  const events = await fetch(new URL('/events', address), { headers: { cookie } });
  const reader = events.body.getReader();
  return {
    address,
    told: async () => {
      for (;;) {
        const { value } = await reader.read();
        if (new TextDecoder().decode(value).includes('changed')) return performance.now();
      }
    },
    rebuilt: async () => {
      const { book, notices } = await call('build', { story, edition: 'epub' });
      if (!book) throw new Error(`Unexpected problems, expected a book: ${JSON.stringify(notices)}`);
      return performance.now();
    },
    /** Seconds of CPU since the start, of all its threads (proc-schedstats: the first number, in nanoseconds). */
    cpu: () => {
      const tasks = `/proc/${child.pid}/task`;
      const spent = (task) => Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]);
      return readdirSync(tasks).reduce((sum, task) => sum + spent(task), 0) / 1e9;
    },
    end: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      await exit;
    },
  };
}
