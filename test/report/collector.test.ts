import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collector } from '../../scripts/report/collector.ts';
import { problem } from '../../scripts/report/problem.ts';

test('problems are kept in order, values go on', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((reason) => problem('file-unreadable', undefined, reason));
  assert.ok(one && two && three);
  const { problems, take, add } = collector();
  assert.equal(take({ value: 7, problems: [one] }), 7);
  add([two]);
  assert.equal(take({ value: undefined, problems: [three] }), undefined);
  assert.deepEqual(problems, [one, two, three]);
});

test('as many problems as any book has are taken', () => {
  const { problems, take } = collector();
  take({ value: 0, problems: Array.from({ length: 300_000 }, () => problem('file-unreadable', undefined, 'x')) });
  assert.equal(problems.length, 300_000);
});
