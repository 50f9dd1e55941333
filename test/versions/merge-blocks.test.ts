/** What a merge of blocks gives, and what it costs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeBlocks } from '../../scripts/versions/merge-blocks.ts';
import { growthOf } from '../tools/count-steps.ts';

const breaks = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => (at % 2 ? `Scene ${at}.\n\n` : '* * *\n\n'));

test('a change behind hundreds of breaks is merged with one before them', () => {
  const base = breaks(600);
  const mine = base.with(3, 'Mine.\n\n');
  const theirs = ['* * *\n\n', 'New.\n\n', ...base.with(597, 'Theirs.\n\n')];
  const merged = mergeBlocks(mine, base, theirs);
  const blocks = merged.flatMap((piece) => ('blocks' in piece ? piece.blocks : assert.fail('nothing is in conflict')));
  assert.deepEqual(blocks, ['* * *\n\n', 'New.\n\n', ...mine.with(597, 'Theirs.\n\n')]);
});

test('blocks that are all alike are merged in steps that grow with their square at most', async () => {
  const growth = await growthOf(1000, (size) => {
    const base = Array.from({ length: size }, () => '* * *\n\n');
    mergeBlocks(base.with(size / 2, 'mine\n\n'), base, base.with(size / 4, 'theirs\n\n'));
  });
  assert.ok(growth < 4.2, String(growth));
});
