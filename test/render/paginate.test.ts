import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, texts } from '../tools/xml.ts';
import { asXml, render } from './rendering.ts';

const limit = 250_000;

/** A chapter of about a megabyte, with a note, a heading and links to both ends every fifty paragraphs. */
function longChapter(): { readonly text: string; readonly paragraphs: number } {
  const parts: string[] = ['# Long'];
  const paragraphs = 1500;
  for (let at = 0; at < paragraphs; at++) {
    parts.push(`Paragraph ${at}. ${'Words go on and on, and never end. '.repeat(18)}`);
    if (at % 50 === 0) parts.push(`## Stop ${at}`, `See [first](#stop-0), [last](#stop-1450) and a note[^${at}].`);
    if (at % 50 === 0) parts.push(`[^${at}]: Note ${at}.${at === 0 ? ' See the last[^1450].' : ''}`);
  }
  return { text: parts.join('\n\n'), paragraphs };
}

test('a chapter too long for old readers goes on in files under 250 KB, nothing lost and nothing twice', async () => {
  const { text, paragraphs } = longChapter();
  const { documents, publication, problems } = await render({
    'book.yaml': 'title: T',
    '1.md': text,
    '2.md': '# After\n\n[back](1.md#stop-1450)\n',
  });
  assert.deepEqual(problems, []);
  const sheets = documents.filter(({ kind, title }) => kind === 'chapter' && title === 'Long');
  assert.ok(sheets.length >= 5, `${sheets.length} files`);
  for (const { body, href } of sheets)
    assert.ok(Buffer.byteLength(body) <= limit, `${href} has ${Buffer.byteLength(body)} bytes`);
  const numbers = sheets.flatMap(({ body }) =>
    [...body.matchAll(/Paragraph (\d+)\./g)].map((match) => Number(match[1])),
  );
  assert.deepEqual(numbers, [...Array(paragraphs).keys()]);
  const notes = sheets.flatMap(({ body }) => [...body.matchAll(/Note (\d+)\./g)].map((match) => Number(match[1])));
  assert.deepEqual(
    [...notes].sort((a, b) => a - b),
    [...Array(30).keys()].map((at) => at * 50),
  );

  // Every link, from wherever it stands, leads to an id that exists in the file it names.
  const ids = new Map(documents.map(({ href, body }) => [href, new Set(texts(asXml(body), '//@id'))]));
  for (const { href: from, body } of documents) {
    for (const address of texts(asXml(body), '//h:a/@href')) {
      const [file = '', id] = address.split('#');
      const target = ids.get(file || from);
      assert.ok(target, `${from}: ${address}`);
      if (id !== undefined) assert.ok(target.has(id), `${from}: ${address}`);
    }
    const all = texts(asXml(body), '//@id');
    assert.equal(new Set(all).size, all.length);
  }
  // A note stands in the file of its first reference, so that it can pop up there.
  for (const { body, href } of sheets) {
    for (const { attributes } of find(asXml(body), '//h:p//h:a[@epub:type="noteref"][not(ancestor::h:aside)]')) {
      assert.match(attributes['href'] ?? '', /^#/, href);
    }
  }
  assert.equal(publication.nav.filter(({ title }) => title === 'Long').length, 1);
  assert.equal(find(asXml(sheets.map(({ body }) => body).join('')), '//h:h1').length, 1);
});

test('a chapter of ordinary length is one file', async () => {
  const { documents } = await render({
    'book.yaml': 'title: T',
    '1.md': `# One\n\n${'Words and words. '.repeat(5000)}\n`,
  });
  assert.deepEqual(
    documents.map(({ href }) => href),
    ['chapter-1.xhtml'],
  );
});

test('a long chapter of notes keeps every file under the limit', async () => {
  const parts = ['# Notes'];
  for (let at = 0; at < 400; at++)
    parts.push(`Text ${at}[^${at}].`, `[^${at}]: ${'A long note about it. '.repeat(50)}`);
  const { documents } = await render({ 'book.yaml': 'title: T', '1.md': parts.join('\n\n') });
  assert.ok(documents.length > 1);
  for (const { body, href } of documents) {
    assert.ok(Buffer.byteLength(body) <= limit, `${href} has ${Buffer.byteLength(body)} bytes`);
    const ids = texts(asXml(body), '//@id');
    for (const address of texts(asXml(body), '//h:a/@href'))
      assert.ok(ids.includes(address.slice(1)), `${href}: ${address}`);
  }
});

test('markup that swells when printed is counted as printed', async () => {
  const { documents } = await render({
    'book.yaml': 'title: T',
    '1.md': `# One\n\n${`${'& < > '.repeat(60)}\n\n`.repeat(600)}`,
  });
  for (const { body, href } of documents)
    assert.ok(Buffer.byteLength(body) <= limit, `${href} has ${Buffer.byteLength(body)} bytes`);
});
