import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, movedOffsets, ordered } from '../../../scripts/typeset/text/edits.ts';

test('an insertion goes in before the change that begins at its place', () => {
  const edits = ordered([
    { start: 1, end: 3, text: '—' },
    { start: 1, end: 1, text: '+' },
  ]);
  assert.equal(applyEdits('a--b', edits), 'a+—b');
});

test('of two changes that overlap the one that begins earlier is made', () => {
  const edits = ordered([
    { start: 2, end: 3, text: 'x' },
    { start: 1, end: 3, text: '—' },
  ]);
  assert.equal(applyEdits('a--b', edits), 'a—b');
});

test('an offset moves on by what is inserted at its place', () => {
  assert.deepEqual(movedOffsets([1], [{ start: 1, end: 1, text: '+' }]), [2]);
  assert.deepEqual(movedOffsets([1], [{ start: 1, end: 2, text: '' }]), [1]);
});

test('offsets move on together, each by the edits before it; one inside a change moves to its start', () => {
  const edits = [
    { start: 0, end: 2, text: '—' },
    { start: 4, end: 7, text: '…' },
  ];
  assert.deepEqual(movedOffsets([0, 1, 2, 5, 7, 9], edits), [0, 0, 1, 3, 4, 6]);
});
