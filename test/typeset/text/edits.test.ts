import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, moved, ordered } from '../../../scripts/typeset/text/edits.ts';

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
  assert.equal(moved(1, [{ start: 1, end: 1, text: '+' }]), 2);
  assert.equal(moved(1, [{ start: 1, end: 2, text: '' }]), 1);
});
