import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture, render } from '../render/rendering.ts';

test('landmarks lead to cover, title page, contents and the first page of the text', async () => {
  const { publication } = await render({
    'book.yaml': 'title: T',
    '1-dedication.md': 'A.\n',
    '2-prologue.md': 'B.\n',
    '3.md': 'C.\n',
  });
  assert.deepEqual(
    publication.landmarks.map(({ epubType, guideType, href }) => [epubType, guideType, href]),
    [
      ['titlepage', 'title-page', 'title-page.xhtml'],
      ['toc', 'toc', 'contents.xhtml'],
      ['bodymatter', 'text', 'prologue.xhtml'],
    ],
  );
});

test('generated pages stand among the author’s front matter where books have them', async () => {
  const { publication } = await render({
    'book.yaml': 'title: T',
    'half-title.md': 'A.\n',
    'copyright.md': 'B.\n',
    'dedication.md': 'C.\n',
    'foreword.md': 'D.\n',
    'chapter-1.md': 'E.\n',
  });
  assert.deepEqual(
    publication.documents.map(({ kind }) => kind),
    ['half-title', 'title-page', 'copyright', 'dedication', 'contents', 'foreword', 'chapter'],
  );
});

test('the author’s own title page and contents take the place of the press’s', async () => {
  const { publication } = await render({
    'book.yaml': 'title: T',
    'title-page.md': '# T\n\nMine.\n',
    'contents.md': '# What Is Here\n\n[One](chapter-1.md)\n',
    'chapter-1.md': 'A.\n',
  });
  assert.deepEqual(
    publication.documents.map(({ kind, body }) => [kind, /Mine|What Is Here/.exec(body)?.[0]]),
    [
      ['title-page', 'Mine'],
      ['contents', 'What Is Here'],
      ['chapter', undefined],
    ],
  );
});

test('the title page shows title, subtitle, series, authors, others and publisher, as words', async () => {
  const { publication } = await render({
    'book.yaml':
      'title: A & <B>\nsubtitle: Sub\nauthors: [Ann, Bea]\ncontributors: [{name: Cas, role: editor}]\nseries: {name: S, position: "2"}\npublisher: P',
    'a.md': 'A.\n',
  });
  const words = publication.documents[0]?.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  assert.equal(words, 'A &amp; &lt;B&gt; Sub S, 2 Ann Bea Edited by Cas * * * P');
});

test('pages that the press makes are printed from templates, have no author’s file, and show no position', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T', 'a.md': 'A.\n' });
  for (const { kind, path, content } of publication.documents) {
    assert.equal(path, kind === 'chapter' ? 'a.md' : undefined, kind);
    if (kind !== 'chapter') assert.ok(!JSON.stringify(content).includes('"position"'), kind);
  }
});

test('the pictures that a book shows are known by their checksums, once each', async () => {
  const files = {
    'book.yaml': 'title: T\ncover: c.png\nornament: o.png',
    'a.md': '![d](d.png) ![d](d.png) ![e](e.png)\n',
  };
  const pictures = ['c.png', 'd.png', 'o.png'].map((path) => picture(path, { sha256: `sum of ${path}` }));
  const { rendered } = await render(files, [...pictures, picture('e.png')]);
  assert.deepEqual(
    [...rendered.pictures].sort(),
    ['c.png', 'd.png', 'o.png'].map((path) => [path, `sum of ${path}`]),
  );
});

test('a title with a long word says so, for the style sheets to make its letters smaller', async () => {
  const classesOf = async (title: string) => {
    const { publication } = await render({ 'book.yaml': `title: ${title}`, 'chapter-1.md': 'A.\n' });
    return /<h1 class="([^"]*)"/.exec(publication.documents.find(({ kind }) => kind === 'title-page')?.body ?? '')?.[1];
  };
  assert.equal(await classesOf('The Sea at Night'), 'book-title');
  assert.equal(await classesOf('The Adventure'), 'book-title long-word');
  assert.equal(await classesOf('Die Wahlverwandtschaften'), 'book-title long-word longer-word');
});
