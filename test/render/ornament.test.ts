import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '../tools/manuscript.ts';
import { picture, render } from './rendering.ts';

const chapter = 'A.\n\n* * *\n\nB.\n';

/** Metadata, and what then stands between scenes. */
const ornaments: readonly (readonly [string, string])[] = [
  ['title: T', '*\u00A0\u00A0*\u00A0\u00A0*'],
  ['title: T\ntheme: plain', '•\u00A0\u00A0•\u00A0\u00A0•'],
  ['title: T\nornament: ❦', '❦'],
  ['title: T\nornament: "~ o ~"', '~\u00A0\u00A0o\u00A0\u00A0~'],
  ['title: T\nornament: "<&>"', '&lt;&amp;&gt;'],
];

for (const [metadata, expected] of ornaments)
  test(`with ${JSON.stringify(metadata)} ${expected} stands between scenes`, async () => {
    const { documents } = await render({ 'book.yaml': metadata, 'a.md': chapter });
    assert.match(
      documents[0]?.body ?? '',
      new RegExp(`<p class="scene-break" role="separator">${expected.replaceAll('*', '\\*')}</p>`),
    );
  });

test('a picture stands between scenes, once in the book, with words for those who cannot see it', async () => {
  const { publication, documents, problems } = await render(
    { 'book.yaml': 'title: T\nornament: art/leaf.png', 'text/a.md': chapter + chapter, 'text/b.md': chapter },
    [picture('art/leaf.png')],
  );
  assert.deepEqual(problems, []);
  for (const { body } of documents)
    assert.match(
      body,
      /<p class="scene-break" role="separator"><img src="images\/ornament\.png" alt="\*\u00A0\u00A0\*\u00A0\u00A0\*"\/><\/p>/,
    );
  assert.deepEqual(
    publication.resources.filter(({ id }) => id === 'ornament').map(({ href }) => href),
    ['images/ornament.png'],
  );
});

test('a picture that is nowhere shown is not in the book', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\nornament: leaf.png', 'a.md': 'A.' }, [
    picture('leaf.png'),
  ]);
  assert.deepEqual(
    publication.resources.filter(({ id }) => id === 'ornament'),
    [],
  );
});

for (const path of ['lost.png', '../lost.png', '/lost.png', 'https://example.org/lost.png'])
  test(`the ornament ${path} is a problem at its line`, async () => {
    const { problems } = await render({ 'book.yaml': `title: T\nornament: ${path}\n`, 'a.md': chapter });
    assert.deepEqual(problems.map(tell), ['book.yaml:2:11 ornament-missing']);
    assert.equal(problems[0]?.severity, 'error');
  });

const numbered = { 'a.md': '# Chapter 1: A\n\nB.\n\n* * *\n\nC.\n', 'b.md': '# 2\n\nB.\n' };

test('the ornament stands below the number of each chapter where the design says so, and is not read aloud', async () => {
  const place = 'design: {number-place: ornament}';
  const { documents } = await render({ 'book.yaml': `title: T\nornament: ❦\n${place}`, ...numbered });
  const mark = '<span class="number-ornament" aria-hidden="true">❦</span>';
  assert.ok(documents[0]?.body.includes(`</span> ${mark} <span class="chapter-name">A</span>`));
  assert.ok(documents[1]?.body.includes(`<span class="lone-number">2</span> ${mark}</h1>`));
  const drawn = await render({ 'book.yaml': `title: T\nornament: leaf.png\n${place}`, ...numbered }, [
    picture('leaf.png'),
  ]);
  const image = '<img src="images/ornament.png" alt=""/>';
  assert.ok(drawn.documents[1]?.body.includes(`<span class="number-ornament" aria-hidden="true">${image}</span>`));
  assert.deepEqual(
    drawn.publication.nav.map(({ title }) => title),
    ['Chapter 1: A', '2'],
  );
});

test('a chapter has a picture of its own above its heading, or none; others have the book’s', async () => {
  const block = (path: string) => `---\nheading-image: ${path}\n---\n\n# A\n\nB.\n`;
  const { documents, publication, problems, rendered } = await render(
    {
      'book.yaml': 'title: T\nheading-image: art/all.png',
      'text/chapter-1.md': '# A\n\nB.\n',
      'text/chapter-2.md': block('pictures/own.png'),
      'text/chapter-3.md': block('none'),
      'text/chapter-4.md': block('../art/all.png'),
      'text/chapter-5.md': block('missing.png'),
    },
    [picture('art/all.png', { sha256: 'a' }), picture('text/pictures/own.png', { sha256: 'b' })],
  );
  assert.deepEqual(
    documents.map(({ body }) => /class="head-picture" aria-hidden="true"><img src="([^"]*)" alt=""/.exec(body)?.[1]),
    ['images/heading-image.png', 'images/heading-image-2.png', undefined, 'images/heading-image.png', undefined],
  );
  assert.deepEqual(
    publication.resources.flatMap(({ id }) => (id.startsWith('heading') ? [id] : [])),
    ['heading-image', 'heading-image-2'],
  );
  assert.deepEqual(
    [...rendered.pictures],
    [
      ['art/all.png', 'a'],
      ['text/pictures/own.png', 'b'],
    ],
  );
  assert.ok(problems.map(tell).includes('text/chapter-5.md ornament-missing'), problems.map(tell).join());
});
