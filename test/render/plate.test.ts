import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widthOnPlate } from '../../scripts/render/plate.ts';
import { picture, render } from './rendering.ts';

test('words below the picture of a map describe it, and the book says that it has them', async () => {
  const { documents, rendered } = await render(
    {
      'book.yaml': 'title: T',
      'map.md': '# The Marsh\n\n![A map.](m.png "In 1850")\n\nThe road goes north.\n',
      'a.md': 'A.\n',
    },
    [picture('m.png', { width: 1600, height: 1000 })],
  );
  const page = documents.find(({ kind }) => kind === 'map')?.body ?? '';
  assert.match(page, /<img[^>]* aria-describedby="map-description" class="wide"\/>/);
  assert.match(page, /<div id="map-description" class="description">\s*<p[^>]*>The road goes north/);
  assert.ok(rendered.accessibility.features.includes('longDescription'));
  assert.deepEqual(rendered.nav[0], { title: 'The Marsh', href: 'map.xhtml', entries: [] });
});

test('a tree that is higher than wide leaves room for its heading; without words there is nothing to describe it', async () => {
  const { documents, rendered } = await render(
    { 'book.yaml': 'title: T', 'family-tree.md': '# Cardews\n\n![A tree.](m.png)\n', 'a.md': 'A.\n' },
    [picture('m.png', { width: 800, height: 1200 })],
  );
  const page = documents.find(({ kind }) => kind === 'family-tree')?.body ?? '';
  assert.match(page, /<img src="[^"]+" alt="A tree." class="width-65"\/>/);
  assert.doesNotMatch(page, /describedby/);
  assert.ok(rendered.forms.has('layout') && rendered.forms.has('pages'));
  assert.deepEqual([widthOnPlate(10, 10), widthOnPlate(10, 1000), widthOnPlate(99, 100)], [undefined, 5, 95]);
});

test('a glossary is one to reading systems', async () => {
  const { documents, publication } = await render({
    'glossary.md': '# Glossary\n\nstaithe\n: A landing.\n',
    'a.md': '# A\n\nA.\n',
  });
  const page = documents.find(({ kind }) => kind === 'glossary')?.body ?? '';
  assert.match(page, /epub:type="glossary" role="doc-glossary"/);
  assert.match(page, /<dt epub:type="glossterm">staithe<\/dt>\s*<dd epub:type="glossdef">A landing/);
  assert.deepEqual(publication.landmarks.at(-1)?.epubType, 'glossary');
});

test('the chapters in an excerpt of another book are not in the contents', async () => {
  const { rendered } = await render({
    'a.md': '# A\n\nA.\n',
    'excerpt.md': '# An Excerpt from *B*\n\n## Chapter One\n\nIt rained.\n',
  });
  assert.deepEqual(
    rendered.nav.map(({ title, entries }) => [title, entries.length]),
    [
      ['A', 0],
      ['An Excerpt from B', 0],
    ],
  );
});
