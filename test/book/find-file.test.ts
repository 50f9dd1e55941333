import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileFinder } from '../../scripts/book/find-file.ts';

const find = fileFinder([
  'a/Paris.png',
  'Paris.md',
  'a/b/Rome.md',
  'a/Rome.md',
  'a/b/map.PNG',
  'Board.canvas',
  'a/Board.md',
]);

/** What a link says, the file it stands in, and the file that is meant. */
const cases: readonly (readonly [name: string, from: string, found: string | undefined])[] = [
  ['Paris', 'a/Rome.md', 'Paris.md'],
  ['paris.PNG', 'x.md', 'a/Paris.png'],
  ['Rome', 'x.md', 'a/Rome.md'],
  ['Rome', 'a/b/x.md', 'a/b/Rome.md'],
  ['../Rome.md', 'a/b/x.md', 'a/Rome.md'],
  ['./b/map.png', 'a/x.md', 'a/b/map.PNG'],
  ['/a/b/Rome', 'x.md', 'a/b/Rome.md'],
  ['old/Rome', 'x.md', 'a/Rome.md'],
  ['Board', 'x.md', 'a/Board.md'],
  ['map', 'x.md', undefined],
  ['../../x', 'a.md', undefined],
  ['constructor', 'a.md', undefined],
];

for (const [name, from, found] of cases)
  test(`“${name}” in ${from} is ${found ?? 'nothing'}`, () => assert.equal(find(name, from), found));
