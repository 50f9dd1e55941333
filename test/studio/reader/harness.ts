/** The reader in Chromium: bundles it, serves it with books as a press builds them, and speaks to it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import type { BuiltBook, PagePlace } from '../../../scripts/studio/protocol.ts';
import { root } from '../../tools/need.ts';

const styles = ['tokens', 'base'].map((name) => join(root, `scripts/studio/app/styles/${name}.css`));
const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' blob: 'unsafe-inline'; img-src 'self' blob: data:;
  font-src 'self' blob: data:; connect-src 'self' blob:; frame-src 'self' blob:; base-uri 'none'; object-src 'none'; form-action 'none'`;

/** Where a person is, and all else that the reader says. */
export interface Where {
  readonly entry: string;
  readonly place: PagePlace;
  readonly chapter: string;
  readonly fraction: number;
}

export interface Desk {
  readonly page: Page;
  /** Gives the reader a book, and waits until it says where it is. */
  show(entries: ReadonlyMap<string, Uint8Array>, about?: Partial<BuiltBook>): Promise<BuiltBook>;
  set(props: Readonly<Record<string, unknown>>): Promise<void>;
  /** What it said last of a kind; waits until it says something. */
  said<Kind extends keyof Said>(kind: Kind): Promise<Said[Kind]>;
  /** The same, without waiting; undefined where nothing was said. */
  told<Kind extends keyof Said>(kind: Kind): Promise<Said[Kind] | undefined>;
  clear(): Promise<void>;
  /** Waits until the page does not change. */
  rest(): Promise<void>;
  /** Where the person is, once it does not. */
  where(): Promise<Where>;
  /** The frame of the document that is shown. */
  frame(): Promise<Frame>;
  close(): Promise<void>;
}

interface Said {
  readonly place: PagePlace;
  readonly mark: string;
  readonly moved: Where;
  readonly external: string;
}

interface Driven {
  set(props: unknown): void;
  last(kind: string): unknown;
  clear(): void;
  readonly loaded: readonly string[];
}

declare const reader: Driven;

/**
 * In the page: waits until the reader has told the same place eight times, 50 ms apart, and shows the last build. Each look waits for
 * what else the page has to do, so that a busy machine makes them longer.
 */
const atRest = `(async () => {
  let [told, looks] = [undefined, 0];
  while (looks < 8) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = reader.last('moved');
    looks = now === told && !document.querySelector('.is-behind') ? looks + 1 : 0;
    told = now;
  }
})()`;

const books = new Map<number, ReadonlyMap<string, Uint8Array>>();
let made: Promise<{ readonly script: string; readonly style: string }> | undefined;
let server: Server | undefined;
let browser: Browser | undefined;

/** Opens a page with a reader in it. Without a policy only the book’s own holds. */
export async function openDesk(
  executablePath: string,
  { width = 820, height = 1000, hasPolicy = true, theme = 'light', isNarrow = false } = {},
): Promise<Desk> {
  made ??= bundle();
  const { script, style } = await made;
  const port = await serve(script, style);
  browser ??= await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...(isNarrow && { hasTouch: true, deviceScaleFactor: 2 }),
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(String(error.stack)));
  await page.goto(`http://127.0.0.1:${port}/?${theme}${hasPolicy ? '-strict' : ''}`);
  await page.waitForFunction(() => 'reader' in globalThis);
  const desk: Desk = {
    page,
    show: async (entries, about) => {
      const book = bookOf(entries, about);
      await desk.clear();
      await desk.set({ book });
      return book;
    },
    set: (props) => page.evaluate((each) => reader.set(each), props),
    said: async (kind) => {
      const found = await page.waitForFunction((each) => reader.last(each), kind);
      return (await found.jsonValue()) as Said[typeof kind];
    },
    told: async (kind) => (await page.evaluate((each) => reader.last(each), kind)) as Said[typeof kind] | undefined,
    clear: () => page.evaluate(() => reader.clear()),
    rest: () => page.evaluate(atRest),
    where: async () => {
      await desk.said('moved');
      await desk.rest();
      return desk.said('moved');
    },
    frame: async () => {
      const frames = page.frames().filter((each) => each.url().startsWith('blob:'));
      const frame = frames.at(-1);
      assert.ok(frame);
      return frame;
    },
    close: () => context.close(),
  };
  return desk;
}

export async function closeAll(): Promise<void> {
  await browser?.close();
  server?.close();
}

function bookOf(entries: ReadonlyMap<string, Uint8Array>, about: Partial<BuiltBook> = {}): BuiltBook {
  const book: BuiltBook = {
    build: books.size + 1,
    edition: 'epub',
    title: 'A Book',
    lang: 'en',
    entries: [...entries].map(([path, bytes]) => ({
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
    })),
    ...about,
  };
  books.set(book.build, entries);
  return book;
}

async function bundle() {
  const plugins = pathToFileURL(join(root, 'scripts/bundle/plugins.mjs')).href;
  const { withoutOtherBooks } = (await import(plugins)) as { readonly withoutOtherBooks: Plugin };
  const { outputFiles } = await build({
    bundle: true,
    logLevel: 'warning',
    entryPoints: [join(root, 'test/studio/reader/page.js')],
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [withoutOtherBooks],
  });
  const style = [...styles, join(root, 'scripts/studio/app/reader/reader.css')].map((path) =>
    readFileSync(path, 'utf8').replaceAll("url('./", "url('/"),
  );
  return { script: outputFiles?.[0]?.text ?? '', style: style.join('\n') };
}

async function serve(script: string, style: string): Promise<number> {
  server ??= createServer((request, response) => {
    const [path = '', query = ''] = decodeURI(request.url ?? '').split('?');
    const [, room = '', ...rest] = path.split('/');
    const type = { script: 'text/javascript', style: 'text/css', '': 'text/html' }[room];
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (query.endsWith('-strict')) response.setHeader('Content-Security-Policy', policy.replaceAll(/\s+/g, ' '));
    const found =
      room === 'books'
        ? books.get(Number(rest[0]))?.get(decodeURIComponent(rest.slice(1).join('/')))
        : room === 'assets'
          ? readFileSync(join(root, 'node_modules', ...rest))
          : { script, style, '': page(query.split('-')[0]) }[room];
    if (found === undefined) response.writeHead(404).end();
    else response.end(found);
  });
  if (!server.listening) await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  return address.port;
}

const page = (theme = 'light') => `<!doctype html><html lang="en" data-theme="${theme}"><title>Reader</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style"><style>main { display: flex; height: 100dvh; }</style>
<header style="position: absolute"><h1 class="visually-hidden">A story</h1></header><main></main><script type="module" src="/script"></script></html>`;
