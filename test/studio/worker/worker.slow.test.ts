/** The press of the studio in Chromium, behind the app’s own door: what it makes, what it keeps, what it may reach. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Brought, Story } from '../../../scripts/studio/protocol.ts';
import { fleuron } from '../../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../../tools/folder.ts';
import { need } from '../../tools/need.ts';
import { type Host, makeStudio, openStudio, type Studio, serve, startChromium, withoutTls } from './hosted-studio.ts';

const below = '/somewhere/below/';
let folder = '';
let host: Host | undefined;
let browser: Browser | undefined;

before(async () => {
  folder = await makeStudio();
  host = await serve(folder, below);
});

after(async () => {
  await browser?.close();
  await host?.close();
});

/** A browser without anything kept, or undefined where there is no Chromium. */
async function freshBrowser(
  context: TestContext,
  options: BrowserContextOptions = {},
): Promise<BrowserContext | undefined> {
  const executablePath = await need(context, 'chromium');
  if (executablePath === undefined) return undefined;
  browser ??= await startChromium(executablePath);
  const made = await browser.newContext(options);
  context.after(() => made.close());
  return made;
}

const addressOf = (): string => host?.address ?? '';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const text = `The Lamp

by A. Keeper

Chapter 1

"It's late," she said, and put the lamp on the sill.

Chapter 2

The sea was quiet. "Good," he said.
`;
const asFile: Brought = { name: 'lamp.txt', file: 'lamp.txt', files: new Map([['lamp.txt', bytes(text)]]) };
const asFolder: Brought = {
  name: 'lamp',
  files: new Map([
    [
      'book.yaml',
      bytes(
        'title: The Lamp\nauthor: A. Keeper\nlang: en\nidentifier: urn:uuid:6f7c2a3e-0c7d-4c39-9d0e-3b7e3f1b7a10\n',
      ),
    ],
    ['chapter-1.md', bytes('# One\n\n"It\'s late," she said.\n')],
  ]),
};

async function bring(studio: Studio, brought: Brought): Promise<Story> {
  const { story, problems } = await studio.ask('bring', brought);
  assert.ok(story, JSON.stringify(problems));
  return story;
}

async function takeEpub(studio: Studio, story: string): Promise<Uint8Array> {
  const { file, problems } = await studio.ask('take', { story, what: 'epub' });
  assert.ok(file, JSON.stringify(problems));
  return file.bytes;
}

/** The book that the command makes of the same folder. */
async function byCommand(manuscript: string): Promise<Uint8Array> {
  const path = join(makeFolder(), 'book.epub');
  const { status, stderr } = await fleuron(['build', manuscript, '-o', path, '--untrusted']);
  assert.equal(status, 0, stderr);
  return readFileSync(path);
}

test('a story that is dropped becomes the book that the command makes of it', { timeout: 300_000 }, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const studio = await openStudio(opened, addressOf(), folder);
  const imported = join(makeFolder(), 'lamp');
  await fleuron(['import', join(makeFiles({ 'lamp.txt': text }), 'lamp.txt'), '-o', imported]);
  const story = await bring(studio, asFile);
  const { book } = await studio.ask('build', { story: story.id, edition: 'epub' });
  assert.ok(book && book.entries.length > 0);
  const entries = await studio.ask('entries', { build: book.build, paths: book.entries.map(({ path }) => path) });
  assert.deepEqual(
    entries.map(sha256),
    book.entries.map((each) => each.sha256),
  );
  assert.equal(sha256(await takeEpub(studio, story.id)), sha256(await byCommand(imported)));

  const kept = await bring(studio, asFolder);
  const manuscript = makeFiles(Object.fromEntries(asFolder.files));
  assert.equal(sha256(await takeEpub(studio, kept.id)), sha256(await byCommand(manuscript)));
});

/** What a first visit may load before there is a story, compressed, without typefaces. */
const most = 600_000;

test('a first visit loads little', { timeout: 300_000 }, async (context) => {
  // Without a service worker, which fetches the rest when the page is idle.
  const opened = await freshBrowser(context, { serviceWorkers: 'block' });
  if (!opened) return;
  const own = await serve(folder, below);
  context.after(own.close);
  const page = await opened.newPage();
  await page.goto(own.address, { waitUntil: 'networkidle' });
  const loaded = own.asked.map((path) => path.slice(below.length) || 'index.html');
  const isPart = (name: string): boolean => existsSync(join(folder, name)) && extname(name) !== '.ttf';
  const sizes = loaded.filter(isPart).map((name) => [name, gzipSync(readFileSync(join(folder, name))).length] as const);
  const sum = sizes.reduce((before, [, size]) => before + size, 0);
  context.diagnostic(`${Math.round(sum / 1000)} kB in ${sizes.length} files`);
  assert.ok(sizes.some(([name]) => name.startsWith('press/press-worker')));
  assert.ok(sum > 100_000 && sum <= most, `${sum} bytes: ${JSON.stringify(sizes.filter(([, size]) => size > 10_000))}`);
});

test('nothing but the own host is reached, on the first visit and without a header', {
  timeout: 300_000,
}, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const foreign = await serve();
  context.after(foreign.close);
  const origins = new Set<string>();
  opened.on('request', (request) => origins.add(new URL(request.url()).origin));
  const studio = await openStudio(opened, addressOf(), folder);
  const story = await bring(studio, asFile);
  await takeEpub(studio, story.id);
  const workers = studio.page.workers();
  assert.ok(workers.length > 0);
  for (const worker of workers) {
    assert.match(worker.url(), /^blob:/);
    const reached = await worker.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
      foreign.address,
    );
    assert.equal(reached, false);
  }
  assert.deepEqual(
    [...origins].filter((origin) => origin !== 'null'),
    [new URL(addressOf()).origin],
  );
  assert.deepEqual(foreign.asked, []);
});

test('what is kept is there after the page is loaded anew', { timeout: 300_000 }, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const first = await openStudio(opened, addressOf(), folder);
  const { id } = await bring(first, asFolder);
  await first.ask('build', { story: id, edition: 'epub' });
  await first.page.close();
  const second = await openStudio(opened, addressOf(), folder);
  const stories = await second.ask('stories', {});
  assert.deepEqual(
    stories.map((story) => [story.id, story.title]),
    [[id, 'The Lamp']],
  );
  const { isPersistent } = await second.ask('hello', {});
  assert.equal(typeof isPersistent, 'boolean');
  const { texts } = await second.ask('open', { story: id });
  assert.ok(texts.some(({ path, text: words }) => path === 'chapter-1.md' && words.includes('late')));
  await second.ask('forget', { story: id });
  assert.deepEqual(await second.ask('stories', {}), []);
  await assert.rejects(second.ask('open', { story: id }));
});

test('a host without TLS will do', { timeout: 300_000 }, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const studio = await openStudio(opened, addressOf().replace('127.0.0.1', withoutTls), folder);
  assert.equal(
    await studio.page.evaluate(() => (globalThis as unknown as { readonly isSecureContext: boolean }).isSecureContext),
    false,
  );
  const story = await bring(studio, asFolder);
  assert.ok((await takeEpub(studio, story.id)).length > 0);
  assert.equal((await studio.ask('hello', {})).isPersistent, undefined);
});

test('two tabs hear of each other, and neither writes over the other’s words', {
  timeout: 300_000,
}, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const one = await openStudio(opened, addressOf(), folder);
  const other = await openStudio(opened, addressOf(), folder);
  await other.ask('hello', {});
  const story = await bring(one, asFolder);
  const was = story.texts.find(({ path }) => path === 'chapter-1.md')?.sha256;
  assert.ok(was);
  const edit = (studio: Studio, content: string) =>
    studio.ask('change', {
      story: story.id,
      changes: [{ kind: 'files', edits: [{ path: 'chapter-1.md', was, content }] }],
      read: { 'chapter-1.md': was },
    });
  assert.equal((await edit(one, '# One\n\nIt was morning.\n')).done, true);
  const late = await edit(other, '# One\n\nIt was noon.\n');
  assert.deepEqual([late.done, 'stale' in late && late.stale], [false, ['chapter-1.md']]);
  assert.ok('story' in late && late.story.texts.some((each) => each.text.includes('morning')));
  assert.deepEqual(await one.heard(), []);
  await other.page.waitForFunction(
    (kind) => (globalThis as unknown as WithHeard).studio.heard.at(-1)?.kind === kind,
    'changed',
  );
  assert.deepEqual(await other.heard(), [{ kind: 'stories' }, { kind: 'changed', story: story.id }]);
});

interface WithHeard {
  readonly studio: { readonly heard: readonly { readonly kind: string }[] };
}

test('a full store is told, and nothing is written', { timeout: 300_000 }, async (context) => {
  // Without a service worker, whose cache would take the room first.
  const opened = await freshBrowser(context, { serviceWorkers: 'block' });
  if (!opened) return;
  const studio = await openStudio(opened, addressOf(), folder);
  const session = await opened.newCDPSession(studio.page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(addressOf()).origin, quotaSize: 100_000 });
  const { id } = await bring(studio, asFolder);
  const noise = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * at) % 251);
  const changed = await studio.ask('change', {
    story: id,
    changes: [{ kind: 'files', edits: [{ path: 'big.png', was: undefined, content: noise }] }],
    read: {},
  });
  assert.equal(changed.done, false);
  assert.match('problem' in changed ? changed.problem.reason : '', /no room left for “lamp”/);
  const brought = await studio.ask('bring', { ...asFolder, files: new Map([...asFolder.files, ['big.png', noise]]) });
  assert.equal(brought.story, undefined);
  assert.ok(brought.problems.some(({ rule }) => rule === 'write-failed'));
  assert.equal((await studio.ask('stories', {})).length, 1);
});

test('a build that is aborted ends, and the press goes on', { timeout: 300_000 }, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const studio = await openStudio(opened, addressOf(), folder);
  const long = Array.from({ length: 4000 }, (_, at) => `"It's ${at}," she said, _twice_.`).join('\n\n');
  const story = await bring(studio, { name: 'long', files: new Map([['chapter-1.md', bytes(`# One\n\n${long}\n`)]]) });
  assert.equal(await studio.aborted('build', { story: story.id, edition: 'epub' }, 20), 'TimeoutError');
  assert.ok((await studio.ask('build', { story: story.id, edition: 'epub' })).book);
});

test('a press that cannot start fails each call, and the next call tries again', {
  timeout: 300_000,
}, async (context) => {
  const opened = await freshBrowser(context, { serviceWorkers: 'block' });
  if (!opened) return;
  const copy = join(makeFolder(), 'studio');
  cpSync(folder, copy, { recursive: true });
  renameSync(join(copy, 'press'), join(copy, 'away'));
  const own = await serve(copy, below);
  context.after(own.close);
  const broken = await openStudio(opened, own.address, folder);
  await assert.rejects(broken.ask('hello', {}), /The press broke off/);
  renameSync(join(copy, 'away'), join(copy, 'press'));
  assert.equal((await broken.ask('hello', {})).kind, 'browser');
});

test('a folder that is dropped on the page is kept whole', { timeout: 300_000 }, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const studio = await openStudio(opened, addressOf(), folder);
  // Browsers list a folder a hundred files at a time.
  const chapters = Array.from(
    { length: 120 },
    (_, at) => [`part/chapter-${at + 1}.md`, `# ${at + 1}\n\nWords.\n`] as const,
  );
  const dropped = makeFiles(
    Object.fromEntries([...chapters, ['book.yaml', 'title: Many\nlang: en\n'], ['.hidden', '']]),
  );
  const session = await opened.newCDPSession(studio.page);
  const box = await studio.page.locator('.drop').boundingBox();
  assert.ok(box);
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 20, y: box.y + 20, data });
  await studio.page.waitForURL(/#story=/);
  const [story] = await studio.ask('stories', {});
  const { name, texts } = await studio.ask('open', { story: story?.id ?? '' });
  assert.equal(name, basename(dropped));
  assert.deepEqual(texts.map(({ path }) => path).sort(), ['book.yaml', ...chapters.map(([path]) => path)].sort());
});

test('the studio is made of the same bytes every time', { timeout: 300_000 }, async () => {
  const again = await makeStudio();
  const sums = (from: string) =>
    readdirSync(from, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(from, name)).isFile())
      .sort()
      .map((name) => `${name} ${sha256(readFileSync(join(from, name)))}`);
  assert.deepEqual(sums(again), sums(folder));
});

/** How many files there are in a folder, and in those below it. */
const countOf = (path: string): number =>
  readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;

test('it works without a network after the first visit, a drawn cover included', {
  timeout: 300_000,
}, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const own = await serve(folder, below);
  const first = await openStudio(opened, own.address, folder);
  await first.page.evaluate(allKept, countOf(folder));
  await first.page.close();
  await own.close();
  const second = await openStudio(opened, own.address, folder);
  const policy = (await second.page.goto(own.address))?.headers()['content-security-policy'];
  assert.match(policy ?? '', /default-src 'none'.*frame-ancestors 'none'/);
  const third = await openStudio(opened, own.address, folder);
  const story = await bring(third, asFolder);
  const made = await takeEpub(third, story.id);
  assert.equal(sha256(made), sha256(await byCommand(makeFiles(Object.fromEntries(asFolder.files)))));
  assert.ok(Buffer.from(made).includes('cover.jpg'));
});

/** Waits until the service worker has kept all files: all of the folder but itself and the licences. */
async function allKept(files: number): Promise<void> {
  const { caches } = globalThis as unknown as {
    readonly caches: {
      keys(): Promise<readonly string[]>;
      open(name: string): Promise<{ keys(): Promise<readonly unknown[]> }>;
    };
  };
  for (;;) {
    for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).length === files - 2) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a newer studio is told, and comes when the page asks for it', { timeout: 300_000 }, async (context) => {
  const opened = await freshBrowser(context);
  if (!opened) return;
  const copy = join(makeFolder(), 'studio');
  cpSync(folder, copy, { recursive: true });
  const own = await serve(copy, below);
  context.after(own.close);
  const { page } = await openStudio(opened, own.address, folder);
  const before = await page.title();
  await page.evaluate(allKept, countOf(copy));

  const edit = (name: string, change: (text: string) => string): void =>
    writeFileSync(join(copy, name), change(readFileSync(join(copy, name), 'utf8')));
  const sumOf = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(copy, name)))
      .digest('base64');
  const old = sumOf('index.html');
  edit('index.html', (text) => text.replace('<title>', '<title>Newer '));
  edit('service-worker.js', (text) => text.replace(old, sumOf('index.html')));
  const asked = own.asked.length;
  const { page: later } = await openStudio(opened, own.address, folder);
  await later.waitForFunction(() => 'takeOver' in (globalThis as unknown as WithNewer).studio);
  assert.equal(await later.title(), before);
  const loaded = later.waitForEvent('load');
  await later.evaluate(() => (globalThis as unknown as WithNewer).studio.takeOver());
  await loaded;
  assert.equal(await later.title(), `Newer ${before}`);
  const fetched = own.asked.slice(asked).map((path) => path.slice(below.length));
  assert.deepEqual(
    fetched.filter((name) => name !== 'service-worker.js'),
    ['index.html'],
    'only what changed is fetched',
  );
});

interface WithNewer {
  readonly studio: { takeOver(): void };
}
