import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../../scripts/book/book.ts';
import type { Accessibility } from '../../scripts/book/publication.ts';
import { picture, render } from './rendering.ts';

async function of(yaml: string, text: string, pictures: readonly Picture[] = []): Promise<Accessibility> {
  return (await render({ 'book.yaml': `title: T\n${yaml}`, 'a.md': text }, pictures)).publication.accessibility;
}

test('a book of words claims words only', async () => {
  const { modes, sufficientModes, features, hazards, certifiedBy } = await of('', '# One\n\nA.\n');
  assert.deepEqual(
    { modes, sufficientModes, hazards, certifiedBy },
    { modes: ['textual'], sufficientModes: ['textual'], hazards: ['none'], certifiedBy: undefined },
  );
  assert.ok(!features.includes('alternativeText'));
  assert.ok(features.includes('structuralNavigation'));
});

test('a book without headings claims no structural navigation', async () => {
  assert.ok(!(await of('', 'A.\n')).features.includes('structuralNavigation'));
});

test('pictures with alternative text are claimed, and the text is enough', async () => {
  const { modes, sufficientModes, features, summary } = await of('', '![A door](d.png)\n', [picture('d.png')]);
  assert.deepEqual([modes, sufficientModes], [['textual', 'visual'], ['textual']]);
  assert.ok(features.includes('alternativeText'));
  assert.match(summary, /Every picture has a text alternative/);
});

test('with a picture that nobody described, text alone is not said to be enough', async () => {
  const { sufficientModes } = await of('', '![](d.png)\n', [picture('d.png')]);
  assert.deepEqual(sufficientModes, ['textual,visual']);
});

test('whether a GIF flashes is said to be unknown', async () => {
  assert.deepEqual((await of('', '![a](d.gif)\n', [picture('d.gif', { mediaType: 'image/gif' })])).hazards, [
    'unknown',
  ]);
});

test('notes are spoken of only where there are notes', async () => {
  assert.match((await of('', 'A[^1].\n\n[^1]: B.\n')).summary, /Notes are linked/);
  assert.doesNotMatch((await of('', 'A.\n')).summary, /Notes/);
});

test('a certificate is claimed only where the metadata names who gave it', async () => {
  assert.equal((await of('accessibility: {certified-by: Ann}', 'A.\n')).certifiedBy, 'Ann');
});
