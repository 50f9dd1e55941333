/**
 * Loads `fleuron serve` with requests: `npm run bench:serve -- [--books 10000] [--rate 1000] [--seconds 20]`. A library is made of one
 * small book many times, with the record that `fleuron library` writes; feeds of both forms, pages, a search, a cover and a book are asked for in turn, at
 * that rate, over 20 connections. Beside it, in the same run, a bare server of Node sends the same bytes from memory: what the shelf costs is told
 * in its CPU. CPU is read from /proc, so this runs on Linux.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { table } from './run/table.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    books: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '20' },
  },
});
const [books, rate, seconds] = [Number(values.books), Number(values.rate), Number(values.seconds)];
if (!existsSync('/proc/self/stat')) {
  console.log('bench: skipped, because there is no /proc');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'fleuron-serve-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** Milliseconds of CPU that a process took. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const memoryOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** One book as the press makes it, and the record of as many as there are. */
async function makeLibrary() {
  const manuscript = join(folder, 'tale.md');
  writeFileSync(manuscript, '# The Lamp\n\nThe tide came in, and the lamp was lit.\n');
  const built = spawn(process.execPath, [
    join(root, 'scripts/fleuron.cjs'),
    'build',
    manuscript,
    '-q',
    '-o',
    join(folder, 'tale.epub'),
  ]);
  await once(built, 'exit');
  const bytes = readFileSync(join(folder, 'tale.epub'));
  const library = join(folder, 'library');
  const lines = Array.from({ length: books }, (_, at) => {
    const path = `${at % 100}/story-${at}.epub`;
    mkdirSync(join(library, `${at % 100}`), { recursive: true });
    writeFileSync(join(library, path), bytes);
    const facts = {
      id: `urn:x:${at}`,
      title: `Story ${at} of the lamp`,
      contributors: [{ name: `Author ${at % 1500}`, role: 'author' }],
      series: { name: `Series ${at % 900}`, position: `${Math.floor(at / 900) + 1}` },
      lang: ['en', 'de', 'fr'][at % 3],
      description: `A story about ${'things that happen '.repeat(12)}`,
      modified: `20${10 + (at % 15)}-01-02T03:04:05Z`,
      subjects: [`Tag ${at % 300}`, `Tag ${at % 97}`],
      words: 5000,
      chapters: 1,
      cover: { path: 'OEBPS/images/drawn-cover.jpg', mediaType: 'image/jpeg' },
    };
    const book = { path, size: bytes.length, sha256: `${at}`.padStart(64, '0') };
    return JSON.stringify({ story: path, key: 'key', stem: `story-${at}`, books: { epub: book }, facts });
  });
  writeFileSync(join(library, 'library.jsonl'), `${lines.join('\n')}\n`);
  return library;
}

/** Starts a server that prints its address. */
async function start(words) {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  for await (const part of child.stdout) {
    told += part;
    if (/http:\S+\/\n/.test(told)) break;
  }
  return { child, address: /http:\S+\/\n/.exec(told)[0].trim() };
}

const ask = (url) =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(parts) }));
      response.on('error', reject);
    }).on('error', reject);
  });

/** Sends requests at the rate, whether or not the older ones are answered. */
async function load({ child, address }, paths) {
  for (const path of paths) await ask(address + path);
  const before = cpuOf(child.pid);
  const started = performance.now();
  const times = [];
  const running = new Set();
  let failed = 0;
  for (let sent = 0; performance.now() - started < seconds * 1000; ) {
    const due = Math.floor(((performance.now() - started) * rate) / 1000);
    for (; sent < due; sent++) {
      const asked = performance.now();
      const one = ask(address + paths[sent % paths.length])
        .then(
          ({ status }) => {
            times.push(performance.now() - asked);
            if (status !== 200) failed++;
          },
          () => failed++,
        )
        .finally(() => running.delete(one));
      running.add(one);
    }
    await setTimeout(5);
  }
  await Promise.all(running);
  const took = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  return {
    cpu: (cpuOf(child.pid) - before) / times.length,
    rate: times.length / took,
    median: share(0.5),
    last: share(0.99),
    failed,
    memory: memoryOf(child.pid),
  };
}

const shelf = await start([join(root, 'scripts/fleuron.cjs'), 'serve', await makeLibrary(), '--port', '0']);
const opened = cpuOf(shelf.child.pid);
const feed = JSON.parse((await ask(`${shelf.address}shelf/all.new.json`)).body);
const [{ links, images }] = feed.publications;
const paths = [
  'opds',
  'shelf/all.new.xml',
  'shelf/all.title.7.xml',
  'shelf/all.new.json',
  '',
  'shelf/search.xml?query=lamp+1',
  'shelf/authors.xml',
  `shelf/${images[1].href}`,
  links[0].href.replace('../', ''),
];
const bodies = await Promise.all(paths.map(async (path) => (await ask(shelf.address + path)).body.toString('base64')));
writeFileSync(
  join(folder, 'bodies.json'),
  JSON.stringify(Object.fromEntries(paths.map((path, at) => [`/${path}`, bodies[at]]))),
);
writeFileSync(
  join(folder, 'bare.mjs'),
  `import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
const read = JSON.parse(readFileSync(new URL('bodies.json', import.meta.url)));
const bodies = new Map(Object.entries(read).map(([path, text]) => [path, Buffer.from(text, 'base64')]));
const server = createServer(({ url }, response) => response.writeHead(200, { 'Content-Length': bodies.get(url).length }).end(bodies.get(url)));
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
`,
);
const bare = await start([join(folder, 'bare.mjs')]);
const results = [
  ['fleuron serve', await load(shelf, paths)],
  ['a bare server', await load(bare, paths)],
];
shelf.child.kill();
bare.child.kill();
const [[, own], [, peer]] = results;
console.log(
  `${books} books were open after ${(opened / 1000).toFixed(1)} s of CPU. ${rate} requests a second were sent for ${seconds} s; ${cpus().length} processors, load ${loadavg()[0].toFixed(1)}.\n`,
);
const head = ['', 'answered a second', 'CPU each, ms', 'median, ms', '99 %, ms', 'failed', 'memory, MB'];
const rows = results.map(([name, each]) => [
  name,
  each.rate.toFixed(0),
  each.cpu.toFixed(3),
  each.median.toFixed(1),
  each.last.toFixed(1),
  `${each.failed}`,
  each.memory.toFixed(0),
]);
console.log(table([head, ...rows]));
console.log(`\nCPU: ${(own.cpu / peer.cpu).toFixed(2)} × the bare server.`);
agent.destroy();
