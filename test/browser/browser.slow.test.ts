/** The press in a worker of Chromium, whose policy lets no text become code: it makes the books that the command makes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { avif, cmyk, gradient, webp } from '../pictures/real.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.json': 'application/json',
};

const worker = `import { build, check, importStory } from './press/browser/browser.js';
const sha256 = async (bytes) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
const refuses = () => { try { new Function('return 1')(); return false; } catch { return true; } };
onmessage = async ({ data }) => {
  const { name, isFolder, files, editions, judges, imports } = await (await fetch('/cases/' + data + '.json')).json();
  const given = { ...(isFolder ? { name } : { file: name }), files: new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)])) };
  try {
    const stages = new Set();
    const { signal } = new AbortController();
    const { value, problems } = await build(given, { editions, signal, onProgress: ({ stage }) => stages.add(stage) });
    const books = {};
    for (const { name, bytes } of value?.editions ?? []) books[name] = await sha256(bytes);
    const findings = judges && value ? (await check(value.editions[0])).value : [];
    const imported = imports ? await importStory(given) : undefined;
    const texts = [...(imported?.value?.files ?? [])].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    postMessage({ books, problems: problems.map(({ rule }) => rule), findings, texts, stages: [...stages], refuses: refuses() });
  } catch (error) {
    postMessage({ failure: String(error?.stack ?? error) });
  }
};
`;
const page = '<!doctype html><title>Press</title><script type="module" src="/page.js"></script>';
const script = `globalThis.ask = (name) => new Promise((resolve, reject) => {
  globalThis.worker ??= new Worker('/worker.js', { type: 'module' });
  globalThis.worker.onmessage = ({ data }) => resolve(data);
  globalThis.worker.onerror = (event) => reject(new Error(event.message));
  globalThis.worker.postMessage(name);
});
`;

interface Answer {
  readonly failure?: string;
  readonly books: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  readonly findings: readonly unknown[];
  readonly texts?: readonly (readonly [string, string])[];
  readonly stages: readonly string[];
  readonly refuses: boolean;
}

interface Case {
  /** A folder or a file. */
  readonly path: string;
  readonly editions: readonly string[];
  readonly judges?: boolean;
  readonly imports?: boolean;
}

const press = makeFolder();
const cases = new Map<string, Case>();
let server: Server | undefined;
let browser: Browser | undefined;

before(async () => {
  const bundler = [join(root, 'scripts/bundle.mjs'), 'browser', press];
  const made = await runTool(process.execPath, bundler, { env: process.env, seconds: 120 });
  assert.ok('status' in made && made.status === 0, JSON.stringify(made));
  const own: Readonly<Record<string, string>> = { '/': page, '/page.js': script, '/worker.js': worker };
  server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '');
    const given = cases.get(basename(path, '.json'));
    const body = own[path] ?? (path.startsWith('/cases/') && given ? JSON.stringify(toSend(given)) : undefined);
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader(
      'Content-Type',
      types[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream'),
    );
    try {
      response.end(body ?? readFileSync(join(press, path.replace(/^\/press\//, ''))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** What the page gets of a manuscript: the files as they lie there. */
function toSend({ path, editions, judges, imports }: Case) {
  const isFolder = statSync(path).isDirectory();
  const names = isFolder ? readdirSync(path, { recursive: true }).map(String) : [basename(path)];
  const at = (name: string) => (isFolder ? join(path, name) : path);
  const files = Object.fromEntries(
    names.filter((name) => statSync(at(name)).isFile()).map((name) => [name, readFileSync(at(name), 'base64')]),
  );
  return { name: basename(path), isFolder, files, editions, judges, imports };
}

async function inBrowser(name: string, executablePath: string): Promise<Answer> {
  browser ??= await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const tab = await browser.newPage();
  const address = server?.address();
  assert.ok(typeof address === 'object' && address);
  const { port } = address;
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(new URL(request.url()).host));
  await tab.goto(`http://127.0.0.1:${port}/`);
  const answer = await tab.evaluate(
    (each) => (globalThis as unknown as { ask(name: string): Promise<Answer> }).ask(each),
    name,
  );
  await tab.close();
  assert.deepEqual([...new Set(asked)], [`127.0.0.1:${port}`], 'nothing else is asked');
  assert.equal(answer.failure, undefined);
  assert.ok(answer.refuses, 'the policy lets no text become code');
  return answer;
}

/** SHA-256 of the books that the command makes, by edition, and the rules of what it says. */
async function byCommand({ path, editions }: Case): Promise<Pick<Answer, 'books' | 'problems'>> {
  const out = makeFolder();
  const words = editions.flatMap((edition) => ['--edition', edition]);
  const { stdout } = await fleuron(['build', path, '-o', `${out}/`, '--untrusted', '--json', ...words]);
  const told = JSON.parse(stdout) as { editions: Record<string, string>; problems: { rule: string }[] };
  const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return {
    books: Object.fromEntries(Object.entries(told.editions).map(([edition, file]) => [edition, sum(file)])),
    problems: told.problems.map(({ rule }) => rule),
  };
}

const all = ['epub', 'kobo', 'kindle', 'legacy', 'large-print', 'web'];
const shared = join(root, '../shared');

for (const [name, about, given, wantsShared] of [
  [
    'sample',
    'the sample, judged by EPUBCheck’s rules',
    async () => ({ path: join(root, 'manuscript'), editions: all, judges: true }),
    false,
  ],
  [
    'story',
    'a plain text with a drawn cover',
    async () => ({ path: join(shared, 'stories/a-better-world.txt'), editions: all }),
    true,
  ],
  [
    'language',
    'a story whose language nobody says',
    async () => ({ path: join(shared, 'cases/imports/06-language-never-asked/zh.txt'), editions: ['epub', 'web'] }),
    true,
  ],
  [
    'novel',
    'a novel',
    async () => ({ path: join(shared, 'corpus/novels/bram-stoker_dracula.md'), editions: all }),
    true,
  ],
  ['pictures', 'pictures that are converted, a small cover and typefaces', pictures, false],
  ['epub', 'a book that is imported', importable, false],
] as const)
  test(`a browser makes the same bytes as the command: ${about}`, { timeout: 300_000 }, async (context) => {
    const executablePath = await need(context, 'chromium');
    if (executablePath === undefined || (wantsShared && (await need(context, 'shared')) === undefined)) return;
    const asked: Case = await given();
    cases.set(name, asked);
    const { books, problems, findings, texts = [], stages } = await inBrowser(name, executablePath);
    const expected = await byCommand(asked);
    assert.deepEqual(books, expected.books);
    assert.deepEqual(Object.keys(books), [...asked.editions]);
    assert.deepEqual(problems, expected.problems);
    assert.deepEqual(findings, []);
    assert.deepEqual(stages, ['reading', 'typesetting', 'rendering', 'finishing', 'binding']);
    if (!asked.imports) return;
    const folder = join(makeFolder(), 'imported');
    await fleuron(['import', asked.path, '-o', folder]);
    assert.ok(texts.length > 0);
    for (const [file, text] of texts) assert.equal(text, readFileSync(join(folder, file), 'utf8'));
  });

/** Pictures of each kind that the press makes another of. */
async function pictures(): Promise<Case> {
  const path = makeFiles({
    'book.yaml': 'title: Pictures\nlang: en\nembed-fonts: true\ncover: small.webp\n',
    'chapter-1.md': `# One\n\n${['a.webp', 'b.avif', 'c.jpg', 'd.webp'].map((name) => `![A ${name}](${name})`).join('\n\n')}\n`,
    'small.webp': await webp(gradient(600, 900)),
    'a.webp': await webp(gradient(3000, 2000)),
    'b.avif': await avif(gradient(64, 32)),
    'c.jpg': cmyk,
    'd.webp': await webp(
      gradient(40, 30, (x) => 6 * x),
      true,
    ),
  });
  return { path, editions: ['epub', 'kindle'] };
}

/** A book that is no longer a manuscript. */
async function importable(): Promise<Case> {
  const path = join(makeFolder(), 'book.epub');
  await fleuron([
    'build',
    makeFiles({ 'book.yaml': 'title: B\nlang: en\ndraw-cover: no\n', 'chapter-1.md': '# One\n\nWords.\n' }),
    '-o',
    path,
  ]);
  return { path, editions: ['epub', 'kindle'], imports: true };
}
