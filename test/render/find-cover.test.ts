import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '../tools/manuscript.ts';
import { picture, render } from './rendering.ts';

const big = (path: string) => picture(path, { width: 1600, height: 2400, mediaType: 'image/jpeg' });
const text = { 'a.md': '# One\n\nA.\n' };

test('the cover that the metadata names opens the book, with its alternative text', async () => {
  const { publication, problems } = await render(
    { ...text, 'book.yaml': 'title: T\ncover: ./art/c.jpg\ncover-alt: A red door.' },
    [big('art/c.jpg')],
  );
  assert.deepEqual(problems, []);
  assert.equal(publication.documents[0]?.kind, 'cover');
  assert.match(
    publication.documents[0]?.body ?? '',
    /<img src="images\/cover\.jpg" alt="A red door\." role="doc-cover"\/>/,
  );
  const [cover] = publication.resources;
  assert.deepEqual([cover?.href, cover?.properties], ['images/cover.jpg', ['cover-image']]);
});

test('a file called cover is the cover where none is named', async () => {
  const { publication } = await render({ ...text, 'book.yaml': 'title: Red & Blue' }, [big('Cover.JPG')]);
  assert.match(publication.documents[0]?.body ?? '', /alt="Cover of Red &amp; Blue"/);
});

test('without a cover there is no cover page', async () => {
  const { publication } = await render({ ...text, 'book.yaml': 'title: T' });
  assert.deepEqual(
    publication.documents.map(({ kind }) => kind),
    ['title-page', 'contents', 'chapter'],
  );
  assert.ok(!publication.landmarks.some(({ epubType }) => epubType === 'cover'));
});

test('a drawn cover opens the book; its words are its alternative text', async () => {
  const drawnCover = { picture: big('cover.jpg'), isAuthors: false };
  const { publication, problems } = await render(
    { ...text, 'book.yaml': 'title: Red & Blue\nauthors: [Ann Bo, Cy Do]' },
    [],
    { drawnCover },
  );
  assert.deepEqual(problems, []);
  assert.match(publication.documents[0]?.body ?? '', /alt="Cover of Red &amp; Blue, Ann Bo, Cy Do"/);
  const [cover] = publication.resources;
  assert.deepEqual([cover?.href, cover?.properties], ['images/drawn-cover.jpg', ['cover-image']]);
  assert.ok(publication.landmarks.some(({ epubType }) => epubType === 'cover'));
  assert.deepEqual(publication.accessibility.modes, ['textual', 'visual']);
});

test('a cover that an author’s template drew is kept as the author’s own', async () => {
  const drawnCover = { picture: big('cover.jpg'), isAuthors: true };
  const { publication } = await render({ ...text, 'book.yaml': 'title: T' }, [], { drawnCover });
  assert.equal(publication.resources[0]?.href, 'images/cover.jpg');
});

for (const path of ['lost.jpg', '/etc/cover.jpg', 'https://example.org/cover.jpg']) {
  test(`a cover at ${path} is an error`, async () => {
    const { problems } = await render({ ...text, 'book.yaml': `title: T\ncover: ${path}` });
    assert.deepEqual(problems.map(tell), ['book.yaml:2:8 cover-missing']);
    assert.equal(problems[0]?.severity, 'error');
  });
}

test('a small cover is warned of', async () => {
  const { problems } = await render({ ...text, 'book.yaml': 'title: T\ncover: c.png' }, [
    picture('c.png', { width: 1399, height: 2000 }),
  ]);
  assert.deepEqual(problems.map(tell), ['book.yaml:2:8 cover-small']);
});

for (const mediaType of ['image/gif', 'image/svg+xml'] as const)
  test(`a cover in ${mediaType} is warned of, and kept`, async () => {
    const { problems, publication } = await render({ ...text, 'book.yaml': 'title: T\ncover: c.x' }, [
      { ...big('c.x'), mediaType },
    ]);
    assert.deepEqual(problems.map(tell), ['book.yaml:2:8 cover-format']);
    assert.equal(publication.resources[0]?.mediaType, mediaType);
  });

test('a picture that the title was set on is the cover, in the place of the picture itself', async () => {
  const drawnCover = { picture: { ...big('art/c.jpg'), sha256: 'a' }, isAuthors: true };
  const { publication, problems } = await render(
    { ...text, 'book.yaml': 'title: T\nauthor: A\ncover: art/c.jpg\ncover-title: yes' },
    [],
    { drawnCover },
  );
  assert.deepEqual(problems, []);
  const [cover] = publication.resources;
  assert.deepEqual([cover?.href, cover?.bytes], ['images/cover.jpg', drawnCover.picture.bytes]);
  assert.match(publication.documents[0]?.body ?? '', /alt="Cover of T, A"/);
});
