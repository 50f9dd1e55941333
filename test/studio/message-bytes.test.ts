import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { concatBytes } from '../../scripts/book/bytes.ts';
import { decodeMessage, encodeMessage, messageReader } from '../../scripts/studio/message-bytes.ts';

/** Keys that the form itself uses are the ones to confuse it. */
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('$bytes', '$map', '$undefined', '$$bytes', '$', '__proto__', 'toString'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined)),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
  ),
}));

test('gives back any plain value, its byte arrays and maps too', () => {
  fc.assert(fc.property(value, (given) => assert.deepEqual(decodeMessage(encodeMessage(given)), given)));
});

test('reads messages however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (given, size) => {
      const stream = concatBytes(given.map(encodeMessage));
      const read = messageReader();
      const values: unknown[] = [];
      for (let at = 0; at < stream.length; at += size) values.push(...read(stream.subarray(at, at + size)));
      assert.deepEqual(values, given);
    }),
  );
});

test('refuses what is no message, or not whole', () => {
  const message = encodeMessage({ bytes: new Uint8Array(9) });
  for (const wrong of [new Uint8Array(3), message.subarray(0, -1), concatBytes([message, message])])
    assert.throws(() => decodeMessage(wrong));
});
