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
  const touched: string[] = [];
  const many = new Proxy(events(['a', 'b', 'c', 'd', 'e']), {
    get: (all, key, self) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) touched.push(key);
      return Reflect.get(all, key, self) as unknown;
    },
  });
  const map = new EditMap();
  map.add(3, 1, events(['x']));
  map.consume(many);
  assert.deepEqual([...touched], ['3', '4']);
  assert.deepEqual([...many], events(['a', 'b', 'c', 'x', 'e']));
});
