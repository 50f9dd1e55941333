/** A book of several works, from its files to its pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Limits, usualLimits } from '../../scripts/book/limits.ts';
import type { NavEntry } from '../../scripts/book/publication.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { makeBook } from '../../scripts/pipeline/build.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { png } from '../pictures/make.ts';
import { asXml, printed } from '../render/rendering.ts';
import { quickBuild, tell } from '../tools/manuscript.ts';
import { find, texts } from '../tools/xml.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const page = `<html lang="de"><head><title>Der Bericht</title></head><body><h1>Der Bericht</h1>
<p>Von Carl Ruh</p>
<p>Das ist der Anfang der Geschichte, und sie sagte: "Nein". Mehr steht <a href="http://www.site.example/works/1/?view_adult=true#main">dort</a>, und <a href="https://site.example/works/1/chapters/2#main">auch</a>.</p>
<p><img src="bild.png" alt="Ein Bild"></p></body></html>`;

const three: Files = {
  'book.yaml': 'title: Three\nlang: en\nbooks:\n  - a\n  - tale.txt\n  - path: c/bericht.html\n    title: The Report\n',
  'foreword.md': '# Foreword\n\nOf all three.\n',
  'afterword.md': '# Afterword\n\nThe end.\n',
  'a/book.yaml':
    'title: The First\nauthor: Ann Lee\nlang: en-GB\nsource: https://site.example/works/1\nrating: Teen\nfandoms: [Printing]\nstatus: Complete\nwords: yes\ndescription: What "happens".\nplugins: {}\n',
  'a/cover.png': png({ width: 60, height: 90 }),
  'a/disclaimer.md': 'I own nothing.\n',
  'a/part-1.md': '# Part One\n',
  'a/chapter-1.md':
    '# One\n\n"Look"[^1], at [the report](../c/bericht.html), [the tale](../tale.txt#chapter-2) and [two](chapter-2.md).\n\n[^1]: Note of a.\n',
  'a/chapter-2.md':
    '---\nsource: https://site.example/works/1/chapters/2\n---\n\n# Two\n\nSo it *was*[^1].\n\n[^1]: Another of a.\n',
  'tale.txt':
    'The Tale\n\nby Ann Lee\n\n\nChapter 1\n\nA long evening began, and nobody came.\n\n\nChapter 2\n\nIt ended as it had begun.\n',
  'c/bericht.html': page,
  'c/bild.png': png(),
};

async function make(files: Files, rest: { readonly limits?: Limits; readonly untrusted?: boolean } = {}) {
  const bytes = new Map(
    Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? Buffer.from(text) : text]),
  );
  const limits = rest.limits ?? usualLimits;
  const given = memoryFiles({ name: 'shelf', isFolder: true, files: bytes }, limits);
  const { value, problems, sources } = await makeBook(given, { ...quickBuild, openAsset, ...rest, limits });
  const documents = (value?.publication.documents ?? []).map(printed);
  const body = (href: string): string => asXml(documents.find((each) => each.href === href)?.body ?? '');
  return { publication: value?.publication, documents, body, problems, sources };
}

const outlineOf = (entries: readonly NavEntry[]): readonly unknown[] =>
  entries.map(({ title, entries: held }) => (held.length > 0 ? [title, ...outlineOf(held)] : title));

const made = await make(three);

test('each work has its plate, title page, facts, front matter and chapters in one book', () => {
  assert.deepEqual(
    made.problems.filter(({ severity }) => severity !== 'hint'),
    [],
  );
  assert.deepEqual(
    made.documents.map(({ href }) => href.replace('.xhtml', '')),
    [
      'cover',
      'title-page',
      'contents',
      'foreword',
      'work-1-cover',
      'work-1',
      'work-1-about-this-copy',
      'work-1-disclaimer',
      'work-1-part-1',
      'work-1-chapter-1',
      'work-1-chapter-2',
      'work-2',
      'work-2-chapter-1',
      'work-2-chapter-2',
      'work-3',
      'work-3-chapter-1',
      'afterword',
      'about-this-copy',
      'colophon',
    ],
  );
  assert.deepEqual(texts(made.body('work-1.xhtml'), '//*[@class="book-title"] | //*[@class="book-author"]'), [
    'The First',
    'Ann Lee',
  ]);
  assert.deepEqual(texts(made.body('work-1-about-this-copy.xhtml'), '//h:h1 | //h:dd'), [
    'The First',
    'Teen',
    'Printing',
    'Complete',
    '23',
    'https://site.example/works/1',
  ]);
  assert.match(made.body('work-1-about-this-copy.xhtml'), /What “happens”\./);
  assert.match(made.body('work-1-cover.xhtml'), /<img src="images\/work-1-cover\.png" alt="[^"]*The First[^"]*"/);
  assert.deepEqual(
    made.publication?.resources.filter(({ properties }) => properties.length > 0).map(({ id }) => id),
    ['cover-image'],
  );
});

test('the contents hold works, their parts, and the chapters of those', () => {
  assert.deepEqual(outlineOf(made.publication?.nav ?? []), [
    'Foreword',
    ['The First', 'Disclaimer', ['Part One', 'One', 'Two']],
    ['The Tale', 'Chapter 1', 'Chapter 2'],
    ['The Report', 'Der Bericht'],
    'Afterword',
    'About This Copy',
  ]);
  assert.deepEqual(
    made.publication?.landmarks.map(({ href }) => href),
    ['cover.xhtml', 'title-page.xhtml', 'contents.xhtml', 'work-1-cover.xhtml'],
  );
});

test('no id and no file stands twice, and every link of the book leads to one', () => {
  const ids = new Map(made.documents.map(({ href, body }) => [href, texts(asXml(body), '//@id')]));
  const all = [...ids.values()].flat();
  assert.equal(new Set(all).size, all.length);
  assert.equal(ids.size, made.documents.length);
  for (const { href, body } of made.documents)
    for (const { attributes } of find(asXml(body), '//h:a')) {
      const [file = '', id] = (attributes['href'] ?? '').split('#');
      if (file.startsWith('https:')) continue;
      assert.ok(id === undefined ? ids.has(file) : ids.get(file || href)?.includes(id), `${href}: ${file}#${id}`);
    }
});

test('links between works lead to their pages, by path or by the address that a work was taken from', () => {
  const hrefs = (href: string) =>
    find(made.body(href), '//h:a[not(@role)]').map(({ attributes }) => attributes['href']);
  assert.deepEqual(hrefs('work-1-chapter-1.xhtml'), [
    'work-3.xhtml',
    'work-2-chapter-2.xhtml#work-2-chapter-2-title',
    'work-1-chapter-2.xhtml',
  ]);
  assert.deepEqual(hrefs('work-3-chapter-1.xhtml'), ['work-1.xhtml', 'work-1-chapter-2.xhtml']);
  assert.deepEqual(hrefs('work-1-about-this-copy.xhtml'), ['https://site.example/works/1']);
});

test('notes with one label stand in their own chapters', () => {
  const notes = (href: string) => texts(made.body(href), '//h:aside').map((each) => each.trim());
  assert.deepEqual(notes('work-1-chapter-1.xhtml'), ['1. Note of a.']);
  assert.deepEqual(notes('work-1-chapter-2.xhtml'), ['1. Another of a.']);
});

test('each work keeps its language, its marks and its pictures', () => {
  const langs = new Map(made.documents.map(({ href, lang }) => [href, lang]));
  assert.deepEqual(
    ['foreword', 'work-1', 'work-1-chapter-1', 'work-2-chapter-1', 'work-3', 'work-3-chapter-1'].map((id) =>
      langs.get(`${id}.xhtml`),
    ),
    ['en', 'en-GB', 'en-GB', 'en', 'de', 'de'],
  );
  assert.match(made.body('work-3-chapter-1.xhtml'), /sagte: „Nein“/);
  assert.match(made.body('work-3-chapter-1.xhtml'), /<img src="images\/picture-1\.png" alt="Ein Bild"/);
});

test('the book names all authors once, and what its works have in common', () => {
  const { metadata } = made.publication ?? assert.fail();
  assert.deepEqual(
    metadata.contributors.map(({ name }) => name),
    ['Ann Lee', 'Carl Ruh'],
  );
  assert.deepEqual(
    [metadata.lang, metadata.archival?.fandoms, metadata.archival?.rating],
    ['en', ['Printing'], undefined],
  );
});

test('sources and checksums are those of the files of all works, by their paths', () => {
  assert.deepEqual([...(made.publication?.provenance?.files.keys() ?? [])].sort(), Object.keys(three).sort());
  assert.deepEqual(
    ['book.yaml', 'a/chapter-2.md', 'tale.txt', 'afterword.md'].filter((path) => !made.sources.has(path)),
    [],
  );
});

test('a problem stands at the line of the work’s own file', async () => {
  const { problems } = await make({
    ...three,
    'a/chapter-2.md': '# Two\n\nSee [nothing](nowhere.md).\n\n![](gone.png)\n',
    'a/book.yaml': 'title: A\nauthro: B\n',
  });
  assert.deepEqual(
    problems
      .filter(({ severity }) => severity !== 'hint')
      .map(tell)
      .sort(),
    ['a/book.yaml:2:1 metadata-key', 'a/chapter-2.md:3:5 link-broken', 'a/chapter-2.md:5:1 picture-missing'],
  );
});

test('a book has one design: what a work says otherwise is told once', async () => {
  const { problems, publication } = await make({
    'book.yaml': 'title: T\nlang: en\ntoc-depth: 3\nbooks: [a]\n',
    'a/book.yaml': 'title: A\nauthor: B\ntheme: plain\ntoc-depth: 3\nornament: X\n',
    'a/style.css': 'p { color: red }',
    'a/one.md': 'Words.\n\n***\n\nMore.\n',
  });
  assert.deepEqual(problems.map(tell), ['a work-design']);
  assert.match(problems[0]?.reason ?? '', /: theme, ornament, style\.css\.$/);
  assert.equal(publication?.provenance?.files.has('a/style.css'), false);
});

test('a work that lists works, and a list above a text, are told at their lines', async () => {
  const nested = await make({
    'book.yaml': 'title: T\nbooks: [a]\n',
    'a/book.yaml': 'title: A\nbooks:\n  - b\n',
    'a/b/one.md': 'Words.\n',
  });
  assert.deepEqual(nested.problems.map(tell), ['a/book.yaml:3:3 work-nested']);
  const above = await make({ 'one.md': '---\ntitle: T\nbooks: [a]\n---\n\nWords.\n' });
  assert.deepEqual(above.problems.filter(({ severity }) => severity === 'error').map(tell), ['one.md:3:8 work-nested']);
});

test('a missing work and a path that leads out forbid a book, for strangers too', async () => {
  for (const untrusted of [false, true]) {
    const { problems, publication } = await make(
      { ...three, 'book.yaml': 'books:\n  - a\n  - ../b\n  - c/d\n' },
      { untrusted },
    );
    assert.deepEqual(problems.map(tell), ['book.yaml:3:5 work-missing', 'book.yaml:4:5 work-missing']);
    assert.equal(publication, undefined);
  }
});

test('a value that is no list is told, and the word “books” elsewhere is not the key', async () => {
  const wrong = await make({ ...three, 'book.yaml': 'title: T\nbooks: 3\n' });
  assert.deepEqual(wrong.problems.map(tell), ['book.yaml:2:8 metadata-value']);
  const other = await make({
    'book.yaml': 'title: T\nlang: en\nauthor: A\ndescription: |\n  books: a list\n',
    'a.md': 'Words.\n',
  });
  assert.deepEqual([other.problems, other.documents.length > 2], [[], true]);
});

test('a summary of a work stands on the page of its facts, or on its own', async () => {
  const { body } = await make({
    'book.yaml': 'title: T\nlang: en\nbooks: [a, b]\n',
    'a/book.yaml': 'title: A\nauthor: B\ndescription: What happens.\n',
    'a/one.md': '# One\n\nWords.\n',
    'b/book.yaml': 'title: B\nauthor: B\ndescription: What happens.\nrating: Teen\n',
    'b/summary.md': 'What *happens*.\n',
    'b/one.md': '# One\n\nWords.\n',
  });
  assert.match(body('work-1-about-this-copy.xhtml'), /What happens\./);
  assert.match(body('work-2-about-this-copy.xhtml'), /Teen/);
  assert.doesNotMatch(body('work-2-about-this-copy.xhtml'), /happens/);
  assert.match(body('work-2-summary.xhtml'), /happens/);
});

test('texts that are in no work are told in one hint', async () => {
  const { problems, documents } = await make({
    'book.yaml': 'title: T\nlang: en\nbooks: [a]\n',
    'a/book.yaml': 'title: A\nauthor: B\n',
    'a/one.md': 'Words.\n',
    'b/one.md': 'Left.\n',
    'left.txt': 'Left.\n',
  });
  assert.deepEqual(problems.map(tell), ['b/one.md file-ignored']);
  assert.match(problems[0]?.reason ?? '', /^Not in the book: b\/one\.md, left\.txt\. /);
  assert.ok(documents.every(({ body }) => !body.includes('Left')));
});

test('limits hold for all works together', async () => {
  for (const [name, limit] of [
    ['sections', 6],
    ['texts', 350],
    ['pictures', 130],
  ] as const) {
    const limits = { ...usualLimits, [name]: limit };
    const { problems, publication } = await make(three, { limits });
    const told = problems.filter(({ rule }) => rule === 'book-too-large');
    assert.deepEqual([told.length, publication], [1, undefined], `${name}: ${problems.map(tell).join('\n')}`);
  }
});

test('the title is that of the series of all works, where there is no other', async () => {
  const series = (position: number) =>
    `title: W${position}\nauthor: A\nlang: en\nseries: {name: The Saltmarsh, position: ${position}}\n`;
  const { publication, problems } = await make({
    'book.yaml': 'books: [{path: b, series-index: 2}, {path: a, series-index: 1}]\n',
    'a/book.yaml': series(1),
    'a/one.md': 'Words.\n',
    'b/book.yaml': series(2),
    'b/one.md': 'Words.\n',
  });
  assert.deepEqual(problems.map(tell), ['book.yaml title-guessed']);
  assert.deepEqual([publication?.metadata.title, ...outlineOf(publication?.nav ?? [])], ['The Saltmarsh', 'W1', 'W2']);
});

test('an author’s own title page stands for a work’s, and gathered notes stay with their work', async () => {
  const { documents, publication, body } = await make({
    'book.yaml': 'title: T\nlang: en\nnotes: book\nbooks: [a, b]\n',
    'preface.md': '# Preface\n\nWords[^x].\n\n[^x]: Of the book.\n',
    'a/book.yaml': 'title: A\nauthor: B\n',
    'a/title-page.md': '# My A\n',
    'a/one.md': '# One\n\nWords[^x].\n\n[^x]: Of A.\n',
    'b/book.yaml': 'title: B\nauthor: B\nlang: de\n',
    'b/one.md': '# Eins\n\nWorte[^x].\n\n[^x]: Von B.\n',
  });
  assert.deepEqual(
    documents.slice(3).map(({ id }) => id),
    [
      'preface',
      'work-1',
      'work-1-chapter-1',
      'work-1-endnotes',
      'work-2',
      'work-2-chapter-1',
      'work-2-endnotes',
      'endnotes',
      'colophon',
    ],
  );
  assert.match(body('work-1.xhtml'), /My A/);
  assert.match(body('work-2-endnotes.xhtml'), /<h1[^>]*>Anmerkungen<\/h1>[\s\S]*Von B\./);
  assert.match(body('endnotes.xhtml'), /Of the book\./);
  assert.deepEqual(outlineOf(publication?.nav ?? []), [
    'Preface',
    ['A', 'One', 'Notes'],
    ['B', 'Eins', 'Anmerkungen'],
    'Notes',
  ]);
});
