import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../scripts/report/nearest.ts';

const keys = ['title', 'subtitle', 'author', 'authors', 'lang', 'date', 'dir', 'cover', 'cover-alt'];

const cases: readonly (readonly [string, string | undefined])[] = [
  ['titel', 'title'],
  ['Title', 'title'],
  ['tilte', 'title'],
  ['auther', 'author'],
  ['autors', 'authors'],
  ['lnag', 'lang'],
  ['subtitel', 'subtitle'],
  ['cover_alt', 'cover-alt'],
  ['dri', 'dir'],
  ['name', undefined],
  ['x', undefined],
  ['', undefined],
  ['publisher', undefined],
  ['t'.repeat(100_000), undefined],
];

for (const [word, meant] of cases) {
  test(`${JSON.stringify(word.slice(0, 20))} ${meant ? `means ${meant}` : 'means nothing known'}`, () => {
    assert.equal(nearest(word, keys), meant);
  });
}
