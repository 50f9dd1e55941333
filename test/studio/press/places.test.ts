/** The author’s words and the page’s lead to each other, by node, to the word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Nodes, Root } from 'hast';
import { editionNames } from '../../../scripts/book/editions.ts';
import { parseXhtml } from '../../../scripts/html/parse-xhtml.ts';
import type { BuiltBook, PagePlace } from '../../../scripts/studio/protocol.ts';
import { type Studio, studioWith, type Texts } from '../memory-store.ts';

const chapter = `---
kind: chapter
---

# The *First* Chapter

"So," she said &amp; sat -- \\*there\\*, 'twas caf&eacute; time.[^1] The second sentence... Then **bold words** end.

> Quoted *lines*
> go on here.

- item one
- item two

| head | cell |
|------|------|
| left | right |

![A picture](none.png)

Last <b>raw markup</b> words.

[^1]: "A note," he said.
`;

const files = { 'book.yaml': 'title: T\nlang: en\ndraw-cover: no\n', 'chapter-1.md': chapter };

/** What stands at a place of a page. */
async function shownAt(press: Studio['press'], { build }: BuiltBook, place: PagePlace): Promise<string> {
  const [bytes] = await press.entries({ build, paths: [place.entry] }, {});
  const root = parsed(new TextDecoder().decode(bytes));
  let element = find(root, 'body');
  for (const index of place.element) element = element?.children.filter((each) => each.type === 'element')[index];
  assert.ok(element, JSON.stringify(place));
  return textOf(element).slice(place.start, place.end);
}

function parsed(page: string): Root {
  const read = parseXhtml(/<body[\s\S]*<\/body>/.exec(page)?.[0] ?? '');
  assert.ok('nodes' in read, JSON.stringify(read));
  return { type: 'root', children: [...read.nodes] };
}

const find = (node: Nodes, name: string): Element | undefined => {
  if (node.type === 'element' && node.tagName === name) return node;
  for (const child of 'children' in node ? node.children : []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
};
const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

async function built(given: Texts, edition: (typeof editionNames)[number], more = {}) {
  const studio = studioWith(given, more);
  const { book, notices } = await studio.build(edition);
  assert.ok(book, JSON.stringify(notices));
  return { ...studio, book, notices };
}

const pointOf = (text: string, offset: number) => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
};

test('each word of a text is found in the page, and back, in each edition of pages', async () => {
  for (const edition of editionNames) {
    if (edition === 'web') continue;
    const { press, book } = await built(files, edition);
    let count = 0;
    for (const match of chapter.slice(chapter.indexOf('# ')).matchAll(/(?<![&\p{L}])\p{L}{2,}(?![\p{L};&]|\.png)/gu)) {
      const offset = match.index + chapter.indexOf('# ');
      if (/^(?:caf|amp|eacute|none|png|picture)$/.test(match[0]) || chapter.startsWith('A picture', offset - 2))
        continue;
      const place = { path: 'chapter-1.md', start: pointOf(chapter, offset) };
      const inPage = await press.placeInPage({ build: book.build, place }, {});
      assert.ok(inPage, `${edition}: ${match[0]}`);
      assert.equal(await shownAt(press, book, inPage), match[0], edition);
      const back = await press.placeInText({ build: book.build, place: inPage }, {});
      assert.deepEqual(
        [back?.path, back?.start, back?.end?.offset],
        ['chapter-1.md', place.start, offset + match[0].length],
        `${edition}: ${match[0]}`,
      );
      count++;
    }
    assert.ok(count > 30);
  }
});

test('marks stay beside their words', async () => {
  const { press, book } = await built(files, 'kobo');
  for (const [typed, shown] of [
    ['"So', '“So'],
    ["'twas", '’twas'],
    ['-- ', '—'],
    ['\\*there', '*there'],
    ['caf&', 'café'],
    ['"A note', '“A'],
  ] as const) {
    const place = { path: 'chapter-1.md', start: pointOf(chapter, chapter.indexOf(typed)) };
    const inPage = await press.placeInPage({ build: book.build, place }, {});
    assert.ok(inPage);
    assert.equal((await shownAt(press, book, inPage)).slice(0, shown.length), shown);
  }
});

test('a line of a work in a book of several has its page, and a page its line', async () => {
  const text = '# One\n\nThe second work.\n';
  const given = {
    'book.yaml': 'title: T\nlang: en\ndraw-cover: no\nbooks: [a, b]\n',
    'a/book.yaml': 'title: A\nauthor: Ann\n',
    'a/chapter-1.md': '# One\n\nThe first work.\n',
    'b/book.yaml': 'title: B\nauthor: Ann\n',
    'b/chapter-1.md': text,
  };
  const { press, book } = await built(given, 'epub');
  const place = { path: 'b/chapter-1.md', start: pointOf(text, text.indexOf('second')) };
  const inPage = await press.placeInPage({ build: book.build, place }, {});
  assert.ok(inPage);
  assert.match(inPage.entry, /work-2-chapter-1\.xhtml$/);
  assert.equal(await shownAt(press, book, inPage), 'second');
  const back = await press.placeInText({ build: book.build, place: inPage }, {});
  assert.deepEqual([back?.path, back?.start], ['b/chapter-1.md', place.start]);
});

test('notices have their place in the page; what is no text is found by its element', async () => {
  const text = "# One\n\n'Arranged it was.\n\n***\n\nMore.\n";
  const { press, book, notices } = await built({ 'book.yaml': 'title: T\n', 'a.md': text }, 'epub');
  const doubt = notices.find(({ rule }) => rule === 'typography-doubt');
  assert.ok(doubt?.inPage);
  assert.match(await shownAt(press, book, doubt.inPage), /^[‘’]Arranged$/);
  const line = await press.placeInPage(
    { build: book.build, place: { path: 'a.md', start: { line: 5, column: 1 } } },
    {},
  );
  assert.ok(line);
  const back = await press.placeInText({ build: book.build, place: { ...line, end: line.start } }, {});
  assert.equal(back?.start?.line, 5);
  assert.equal(
    await press.placeInPage({ build: book.build, place: { path: 'none.md', start: { line: 1, column: 1 } } }, {}),
    undefined,
  );
});

test('a template of the author’s may wrap the content; one that changes its elements leads nowhere', async () => {
  const page = (body: string) =>
    `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Before <br/></p><!-- <p> --><div><hr/><div>${body}</div></div></body></html>`;
  const own = (body: string) => ({ ...files, 'templates/page.xhtml.ejs': page(body) });
  const place = { path: 'chapter-1.md', start: pointOf(chapter, chapter.indexOf('item two') + 5) };
  const loadPlugins = async () => ({ value: [], problems: [] });
  for (const [body, found] of [
    ['<p>First</p><%- page.body %>', true],
    ['<%- page.body.replaceAll("item", "thing").replaceAll("<p>", "<p class=\\"a > b\\">") %>', true],
    ['<%- page.body.replaceAll(/<li[^>]*>/g, "$&<i></i>") %>', false],
  ] as const) {
    const { press, book } = await built(own(body), 'epub', { place: { loadPlugins } });
    const inPage = await press.placeInPage({ build: book.build, place }, {});
    assert.equal(inPage !== undefined, found, body);
    if (inPage && !body.includes('thing')) assert.equal(await shownAt(press, book, inPage), 'two');
  }
});

test('a plain text that is built as it lies leads to its own lines', async () => {
  const text =
    'The Ferry\nby Ann Lee\n\nChapter One\n\nThe ferry _waited_ there,\nat the *old* pier.\n\nChapter Two\n\nIt left & sank.\n';
  const { press, book } = await built({ 'story.txt': text }, 'epub', { file: 'story.txt' });
  for (const word of ['waited', 'there', 'old', 'pier', 'left', 'sank']) {
    const offset = text.indexOf(word);
    const place = { path: 'story.txt', start: pointOf(text, offset) };
    const inPage = await press.placeInPage({ build: book.build, place }, {});
    assert.ok(inPage, word);
    assert.equal(await shownAt(press, book, inPage), word);
    const back = await press.placeInText({ build: book.build, place: inPage }, {});
    assert.equal(back?.start?.offset, offset, word);
  }
});

test('notes that are gathered lead to the file of each', async () => {
  const given = {
    'book.yaml': 'title: T\nnotes: book\n',
    'chapter-1.md': '# One\n\nA.[^1]\n\n[^1]: First note here.\n',
    'chapter-2.md': '# Two\n\nB.[^1]\n\n[^1]: Another remark there.\n',
  };
  const { press, book } = await built(given, 'epub');
  for (const [path, word] of [
    ['chapter-1.md', 'note'],
    ['chapter-2.md', 'remark'],
  ] as const) {
    const start = pointOf(given[path], given[path].indexOf(word));
    const inPage = await press.placeInPage({ build: book.build, place: { path, start } }, {});
    assert.ok(inPage);
    assert.equal(await shownAt(press, book, inPage), word);
    assert.deepEqual((await press.placeInText({ build: book.build, place: inPage }, {}))?.start, start);
  }
});
