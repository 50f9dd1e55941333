import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import '../../../scripts/markdown/syntax/linear-edits.ts';

/** Events are told apart by what they are, so any value will do. */
const events = (values: readonly string[]) => values as unknown as Event[];

test('edits are made as one after another from the end would be', () => {
  const edit = fc.record({
    at: fc.nat(12),
    remove: fc.nat(4),
    add: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.nat(12), fc.uniqueArray(edit, { selector: ({ at }) => at, maxLength: 5 }), (length, edits) => {
      const inside = edits.filter(({ at }) => at <= length);
      const apart = inside.filter(({ at, remove }) => !inside.some((one) => one.at > at && one.at < at + remove));
      const before = Array.from({ length }, (_, at) => String(at));
      const expected = [...before];
      for (const { at, remove, add } of [...apart].sort((a, b) => b.at - a.at)) expected.splice(at, remove, ...add);
      const made = events(before);
      const map = new EditMap();
      for (const { at, remove, add } of apart) map.add(at, remove, events(add));
      map.consume(made);
      assert.deepEqual(made, expected);
    }),
  );
});

test('an edit near the end leaves the events before it alone', () => {
  const many = events(Array.from({ length: 200_000 }, (_, at) => String(at)));
  const start = process.cpuUsage();
  for (let round = 0; round < 5_000; round++) {
    const map = new EditMap();
    map.add(many.length - 2, 1, events(['x']));
    map.consume(many);
  }
  assert.ok(process.cpuUsage(start).user < 1_000_000);
});
