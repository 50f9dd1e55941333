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
