import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type OpenText, receive } from '../../../../scripts/studio/app/text/open-text.ts';

const open: OpenText = { base: 'one two three', sent: ['one two three four', 'one two three four five'] };

test('what was sent comes back, and what was typed since stays', () => {
  const { open: now, changes, isToSend } = receive(open, 'one two three four five six', 'one two three four');
  assert.deepEqual(now, { base: 'one two three four', sent: ['one two three four five'] });
  assert.deepEqual([changes, isToSend], [[], false]);
});

test('the newest of what was sent makes all before it old', () => {
  const mine = 'one two three four five six';
  assert.deepEqual(receive(open, mine, 'one two three four five').open.sent, []);
});

test('a change from elsewhere is made where nothing was typed', () => {
  const { open: now, changes } = receive({ base: 'one two', sent: [] }, 'one two', 'one 2');
  assert.deepEqual(now, { base: 'one 2', sent: [] });
  assert.deepEqual(changes, [{ from: 4, to: 7, insert: '2' }]);
});

test('a change of other words is made beside what was typed, which is sent again', () => {
  const {
    open: now,
    changes,
    isToSend,
  } = receive({ base: 'one two\nthree', sent: [] }, 'one two\nthree!', 'one 2\nthree');
  assert.equal(now.conflict, undefined);
  assert.deepEqual(changes, [{ from: 4, to: 7, insert: '2' }]);
  assert.equal(isToSend, true);
});

test('a change of the same words is told, and changes nothing', () => {
  const before = { base: 'one two', sent: [] };
  const { open: now, changes, isToSend } = receive(before, 'one three', 'one 2');
  assert.deepEqual(now, { ...before, conflict: 'one 2' });
  assert.deepEqual([changes, isToSend], [[], false]);
});

test('a conflict ends where the store has what is typed, or goes back to what it had', () => {
  const conflict = { base: 'one two', sent: [], conflict: 'one 2' };
  assert.equal(receive(conflict, 'one three', 'one three').open.conflict, undefined);
  assert.equal(receive(conflict, 'one three', 'one two').open.conflict, undefined);
});
