import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnAs, drawnCoverHref } from '../../scripts/book/cover-alt.ts';

for (const [design, href] of [
  [{}, 'images/drawn-cover.jpg'],
  [{ coverColours: 'rose' }, 'images/drawn-cover-rose.jpg'],
  [{ coverComposition: 'band' }, 'images/drawn-cover-band.jpg'],
  [{ coverColours: 'rose', coverComposition: 'band' }, 'images/drawn-cover-rose-band.jpg'],
] as const)
  test(`the name ${href} tells how the cover was drawn`, () => {
    assert.equal(drawnCoverHref(design), href);
    assert.deepEqual(drawnAs(href), { coverColours: undefined, coverComposition: undefined, ...design });
  });

for (const href of ['images/cover.jpg', 'images/drawn-cover.png', 'images/drawn-cover-a-b-c.jpg'])
  test(`${href} is no cover that the press drew`, () => {
    assert.equal(drawnAs(href), undefined);
  });
