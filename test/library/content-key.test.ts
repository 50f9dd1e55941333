import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { bookKey, contentKey, type KeyParts } from '../../scripts/library/content-key.ts';

const parts: KeyParts = {
  name: 'story',
  around: 'library',
  inputs: [
    ['a.md', '1'],
    ['b.md', '2'],
  ],
  press: 'one',
  limits: usualLimits,
  isUntrusted: false,
  sourceDate: undefined,
};

test('changes with each of its parts, and with nothing else', () => {
  const others: readonly Partial<KeyParts>[] = [
    { name: 'other' },
    { around: 'other' },
    { inputs: [['a.md', '1']] },
    { inputs: [['a.md', '1'], ['c.md', '2']] }, // biome-ignore format: a case a line
    { inputs: [['a.md', '1'], ['b.md', '3']] }, // biome-ignore format: a case a line
    { press: 'two' },
    { limits: { ...usualLimits, text: 1 } },
    { isUntrusted: true },
    { sourceDate: 0 },
  ];
  const keys = [parts, ...others.map((other) => ({ ...parts, ...other }))].map(contentKey);
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(contentKey({ ...parts, inputs: [...parts.inputs].reverse() }), keys[0]);
});

test('a book has another key in each edition, and after another version', () => {
  const keys = [bookKey('k', 'epub', undefined), bookKey('k', 'kobo', undefined), bookKey('k', 'epub', 'p')];
  assert.equal(new Set(keys).size, 3);
});
