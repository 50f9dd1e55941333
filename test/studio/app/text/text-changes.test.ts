import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { areApart, lineEndOf, type TextChange, textChanges } from '../../../../scripts/studio/app/text/text-changes.ts';

const apply = (text: string, changes: readonly TextChange[]): string =>
  changes.reduceRight((made, { from, to, insert }) => made.slice(0, from) + insert + made.slice(to), text);

for (const [old, now, expected] of [
  ['same', 'same', []],
  ["It was 'arranged.", 'It was ‘arranged.', [{ from: 7, to: 8, insert: '‘' }]],
  [
    "'a\nb\n'c",
    '’a\nb\n’c',
    [
      { from: 0, to: 1, insert: '’' },
      { from: 5, to: 6, insert: '’' },
    ],
  ],
  ['one\ntwo', 'one\nand\ntwo', [{ from: 4, to: 4, insert: 'and\n' }]],
  ['aaa', 'aaaa', [{ from: 3, to: 3, insert: 'a' }]],
  ['😀', '😁', [{ from: 0, to: 2, insert: '😁' }]],
  ['', 'new', [{ from: 0, to: 0, insert: 'new' }]],
] as const)
  test(`from ${JSON.stringify(old)} to ${JSON.stringify(now)} only what differs is changed`, () => {
    assert.deepEqual(textChanges(old, now), expected);
  });

test('the changes make the new text of the old one', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', '’') });
  fc.assert(fc.property(text, text, (old, now) => assert.equal(apply(old, textChanges(old, now)), now)));
});

test('changes that touch are not apart', () => {
  const at = (from: number, to: number) => [{ from, to, insert: 'x' }];
  assert.equal(areApart(at(0, 2), at(3, 4)), true);
  assert.equal(areApart(at(0, 2), at(2, 4)), false);
  assert.equal(areApart(at(5, 5), at(2, 4)), true);
  assert.equal(areApart(at(0, 9), at(2, 4)), false);
});

for (const [text, expected] of [
  ['one', '\n'],
  ['a\r\nb\r\n', '\r\n'],
  ['a\rb', '\r'],
  ['a\r\nb\n', '\n'],
] as const)
  test(`lines of ${JSON.stringify(text)} end with ${JSON.stringify(expected)}`, () => {
    assert.equal(lineEndOf(text), expected);
  });
