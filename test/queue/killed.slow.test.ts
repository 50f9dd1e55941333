/**
 * A library whose stories are made by workers that are killed at random, while Redis and the store are gone for a while: the shelf is the same, byte by
 * byte, as that of a machine alone.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { zipSync } from 'fflate';
import { fleuron } from '../tools/fleuron.ts';
import { filesBelow, makeFiles, makeFolder } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { random, seed } from '../tools/random.ts';
import { type Server, s3Key, startRedis, startS3 } from '../tools/servers.ts';

const kills = 10;
const stories = 60;
const env = { SOURCE_DATE_EPOCH: '1700000000' };
const head = 'author: Ann\nlang: en\nmodified: 2020-01-01\ndraw-cover: no\n';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';

/** Stories of every kind that goes to workers, and of those that do not. */
function makeLibrary(count: number): string {
  const words = (at: number) => `# One\n\n${`She counted ${at} doors, and “opened” none. `.repeat(20 + (at % 40))}\n`;
  const plain = Array.from({ length: count }, (_, at) => [
    `${at % 4}/tale-${at}.md`,
    `---\ntitle: Tale ${at}\n${head}---\n\n${words(at)}`,
  ]);
  return makeFiles({
    ...Object.fromEntries(plain),
    'door/book.yaml': `title: Door\n${head}`,
    'door/chapter-1.md': `${words(1)}\n![A map](map.svg)\n`,
    'door/map.svg': svg,
    'door/templates/colophon.xhtml.ejs': '<p>Printed once.</p>\n',
    'coded/book.yaml': `title: Coded\n${head}plugins: { remark: [./mark.mjs] }\n`,
    'coded/chapter-1.md': words(2),
    'coded/mark.mjs': 'export default () => (tree) => { tree.children.pop(); };\n',
    'alone/Road.md': `---\ntitle: Road\n${head}---\n\n# One\n\n![A map](map.svg)\n\n![Gone](gone.svg)\n`,
    'alone/Road.css': 'p { color: #111; background: url(map.svg) }\n',
    'alone/map.svg': svg,
    'broken/book.yaml': 'title: [\n',
    'broken/chapter-1.md': words(3),
    'two.zip': zipSync({
      'a/One.md': new TextEncoder().encode(words(4)),
      'b/Two.md': new TextEncoder().encode(words(5)),
    }),
  });
}

interface Place {
  /** What `--queue` and `--cache` are. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What processes say, and a way to wait until one has said something. */
function listen() {
  let said = '';
  const waiting: { readonly pattern: RegExp; readonly done: () => void }[] = [];
  return {
    hear: (stream: NodeJS.ReadableStream) =>
      stream.on('data', (data) => {
        said += data;
        for (const { pattern, done } of waiting) if (pattern.test(said)) done();
      }),
    until: (pattern: RegExp) => new Promise<void>((done) => void waiting.push({ pattern, done })),
    said: () => said,
  };
}
type Ear = ReturnType<typeof listen>;

/** Workers as processes. */
function employ(place: Place, count: number, ear: Ear) {
  const workers: ChildProcess[] = [];
  const up = new Set<ChildProcess>();
  let isOver = false;
  const hire = () => {
    const words = ['worker', ...place.words, '--jobs', '1', '--silence', '2'];
    const child = spawn(process.execPath, [join(root, 'scripts/fleuron.cjs'), ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...place.env },
    });
    ear.hear(child.stderr);
    child.stderr.once('data', () => up.add(child)); // it says that it makes stories, or why it does not
    child.once('exit', () => leave(child)); // one that finds no store ends by itself
    workers.push(child);
  };
  const leave = (child: ChildProcess | undefined) => {
    if (child && workers.includes(child)) workers.splice(workers.indexOf(child), 1);
    while (!isOver && workers.length < count) hire();
  };
  leave(undefined);
  return {
    /** Kills one of them, and starts another in its place. */
    kill: (choice: number) => {
      const child = workers[Math.floor(choice * workers.length)];
      const isKilled = child?.kill('SIGKILL') === true;
      leave(child);
      return isKilled;
    },
    /** Ends in order those that have begun; answers with their codes. */
    end: async () => {
      isOver = true;
      const ended = [...workers].map(async (child) => {
        const isUp = up.has(child) && child.exitCode === null;
        if (child.exitCode === null) {
          child.kill(isUp ? 'SIGTERM' : 'SIGKILL');
          await once(child, 'exit');
        }
        return isUp ? child.exitCode : 0;
      });
      return Promise.all(ended);
    },
  };
}

/** Runs the library by a queue to its end; `onStory` is called as each story is done. */
async function runLibrary(library: string, output: string, place: Place, ear: Ear, onStory: (count: number) => void) {
  const words = ['library', library, '-o', output, '--json', ...place.words];
  const child = spawn(process.execPath, [join(root, 'scripts/fleuron.cjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, ...place.env },
  });
  ear.hear(child.stderr);
  let count = 0;
  createInterface({ input: child.stdout }).on('line', () => onStory(++count));
  const [code] = await once(child, 'close');
  return code as number | null;
}

async function alone(library: string): Promise<string> {
  const output = makeFolder();
  assert.equal((await fleuron(['library', library, '-o', output, '--quiet'], env)).status, 1);
  return output;
}

async function servers(context: TestContext): Promise<{ redis: Server; s3: Server; place: Place } | undefined> {
  const [redisServer, s3Server] = [await need(context, 'redis'), await need(context, 's3')];
  if (!redisServer || !s3Server) return undefined;
  const buckets = makeFolder();
  mkdirSync(join(buckets, 'books'));
  const [redis, s3] = [await startRedis(redisServer, makeFolder()), await startS3(s3Server, buckets)];
  context.after(() => Promise.all([redis.stop(), s3.stop()]));
  const place = {
    words: ['--queue', `redis://127.0.0.1:${redis.port}`, '--cache', 's3://books/press'],
    env: { ...s3Key, AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${s3.port}` },
  };
  return { redis, s3, place };
}

test(`workers killed ${kills} times, a Redis that starts again and a store that is gone leave the same shelf`, async (context) => {
  const served = await servers(context);
  if (!served) return;
  const { redis, s3, place } = served;
  const library = makeLibrary(stories);
  const expected = filesBelow(await alone(library));
  const ear = listen();
  const workers = employ(place, 3, ear);
  const next = random(seed);
  let killed = 0;
  let outage: Promise<void> = Promise.resolve();
  const output = makeFolder();
  const code = await runLibrary(library, output, place, ear, (count) => {
    const due = Math.min(kills, Math.floor((count * kills) / stories));
    if (killed < due && workers.kill(next())) killed++;
    if (count === Math.floor(stories / 3)) outage = redis.stop('SIGKILL').then(redis.start);
    if (count === Math.floor((2 * stories) / 3)) {
      const told = ear.until(/The store s3:\/\/books\/press\/ cannot be reached \(.*\)\. It is tried again\./);
      outage = s3
        .stop('SIGKILL')
        .then(() => told)
        .then(s3.start);
    }
  });
  await outage;
  const codes = await workers.end();
  context.diagnostic(`seed ${seed}: ${killed} killed`);
  assert.equal(code, 1, ear.said()); // one story is broken
  assert.equal(killed, kills);
  assert.ok(
    codes.every((each) => each === 0),
    `${codes} ${ear.said()}`,
  );
  assert.deepEqual(filesBelow(output), expected);
  assert.match(ear.said(), /Redis at .* is gone\. What waits in it goes on when it is back\.\n/);
});

test('an edition more, and a story that has grown, go through the queue as they do here', async (context) => {
  const served = await servers(context);
  if (!served) return;
  const { place } = served;
  const library = makeLibrary(3);
  const workers = employ(place, 1, listen());
  const [here, there] = [makeFolder(), makeFolder()];
  for (const words of [[], ['--edition', 'kobo', '--edition', 'web']]) {
    await fleuron(['library', library, '-o', here, '--quiet', ...words], env);
    await fleuron(['library', library, '-o', there, '--quiet', ...place.words, ...words], { ...env, ...place.env });
    assert.deepEqual(filesBelow(there), filesBelow(here));
    writeFileSync(join(library, '0/tale-0.md'), `---\ntitle: Tale 0\n${head}---\n\n# One\n\nShe went on.\n`);
  }
  assert.deepEqual(await workers.end(), [0]);
});
