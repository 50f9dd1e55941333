import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { makeCatalog } from '../../scripts/catalog/make-catalog.ts';
import type { LibraryFolder } from '../../scripts/disk/library-folder.ts';
import { attachment } from '../../scripts/serve/answer.ts';
import { createSite } from '../../scripts/serve/site.ts';
import { shelf, story } from '../catalog/books.ts';

function siteOf(catalog = shelf()) {
  const asked: string[] = [];
  const library: LibraryFolder & { catalog: typeof catalog } = {
    catalog,
    problems: [],
    look: async () => false,
    open: async ({ path }) => {
      asked.push(path);
      return { size: 5, modified: new Date(0), read: () => Readable.from(['words']) };
    },
    readCover: () => undefined,
  };
  const picture = { mediaType: 'image/jpeg', bytes: new Uint8Array([1]) };
  const site = createSite({
    library,
    covers: { cover: () => picture, thumbnail: async () => picture },
    readerFile: async (path) =>
      path === '' || path === 'read-ABCDEFGH.js' ? { mediaType: 'text/plain', bytes: new Uint8Array() } : undefined,
  });
  return { site, library, asked };
}
const statusOf = (answer: Awaited<ReturnType<ReturnType<typeof siteOf>['site']>>) =>
  'status' in answer ? answer.status : 200;

test('begins at any of the addresses that people type', async () => {
  const { site } = siteOf();
  const types = await Promise.all(
    ['', 'shelf', 'shelf/', 'opds', 'opds/', 'opds2', 'shelf/catalog.xml/'].map(async (path) => {
      const answer = await site(path, '');
      return 'mediaType' in answer ? answer.mediaType : answer.status;
    }),
  );
  const feed = 'application/atom+xml;profile=opds-catalog;kind=navigation';
  const page = 'text/html; charset=utf-8';
  assert.deepEqual(types, [page, page, page, feed, feed, 'application/opds+json', feed]);
});

test('opens no file but those of the catalogue, whatever a path says', async () => {
  const { site, asked } = siteOf();
  for (const path of [
    '../Bee/lamp.epub',
    'Bee/../Bee/lamp.epub',
    'Bee//lamp.epub',
    'Bee\\lamp.epub',
    './Bee/lamp.epub',
    '%2e%2e/etc/passwd',
    'Bee/lamp.epub%00',
    'bee/lamp.epub',
    'Bee',
    'Bee/',
    '/etc/passwd',
    'shelf/reader/../../Bee/lamp.epub',
    'shelf/reader/%2e%2e/x',
    '%',
    '%ff',
    'constructor',
    '__proto__',
    'library.jsonl',
    'shelf/constructor.html',
    `shelf/cover-${'0'.repeat(32)}.jpg`,
    'shelf/book-.html',
  ])
    assert.equal(statusOf(await site(path, '')), 404, path);
  assert.deepEqual(asked, []);
  assert.equal(statusOf(await site('Bee/lamp.epub', '')), 200);
  assert.equal(statusOf(await site('%C3%A9lan%2050%25.epub', 'any=thing')), 200);
  assert.deepEqual(asked, ['Bee/lamp.epub', 'élan 50%.epub']);
});

test('forbids all that is no page to run, and says how long what may be kept', async () => {
  const { site } = siteOf();
  const key = shelf().books[0]?.key;
  const headersOf = async (path: string) => {
    const answer = await site(path, '');
    return 'headers' in answer ? (answer.headers ?? {}) : {};
  };
  assert.match((await headersOf('Bee/lamp.html'))['Content-Security-Policy'] ?? '', /default-src 'none'.*sandbox/);
  assert.match((await headersOf(`shelf/cover-${key}.jpg`))['Content-Security-Policy'] ?? '', /sandbox/);
  assert.match(
    (await headersOf(''))['Content-Security-Policy'] ?? '',
    /^default-src 'none'; style-src 'self'.*frame-ancestors 'none'$/,
  );
  assert.equal((await headersOf('opds'))['Cache-Control'], 'private, no-cache');
  assert.match((await headersOf('shelf/reader/read-ABCDEFGH.js'))['Cache-Control'] ?? '', /immutable/);
  assert.equal((await headersOf('shelf/reader/index.html'))['Cache-Control'], 'private, no-cache');
});

test('shows another catalogue as soon as there is one', async () => {
  const { site, library } = siteOf(makeCatalog('A', []));
  const before = await site('opds2', '');
  library.catalog = makeCatalog('A', [story({ title: 'B' }, 'b.epub')]);
  const after = await site('opds2', '');
  assert.notEqual('etag' in before && before.etag, 'etag' in after && after.etag);
  assert.equal(statusOf(await site('b.epub', '')), 200);
});

test('names a file for old and new clients, whatever it is called', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['lamp.epub', `attachment; filename="lamp.epub"; filename*=UTF-8''lamp.epub`],
    ['élan 50%.epub', `attachment; filename="elan 50_.epub"; filename*=UTF-8''%C3%A9lan%2050%25.epub`],
    ['東.epub', `attachment; filename="_.epub"; filename*=UTF-8''%E6%9D%B1.epub`],
    [
      'a"b\r\nSet-Cookie: x;.epub',
      `attachment; filename="a_b__Set-Cookie: x;.epub"; filename*=UTF-8''a%22b__Set-Cookie%3A%20x%3B.epub`,
    ],
    ["it's (1)*.epub", `attachment; filename="it's (1)*.epub"; filename*=UTF-8''it%27s%20%281%29%2A.epub`],
    ['a/b\\c\u202Egpj.epub', `attachment; filename="a_b_c_gpj.epub"; filename*=UTF-8''a_b_c_gpj.epub`],
  ];
  for (const [name, expected] of cases) assert.equal(attachment(name), expected);
});
