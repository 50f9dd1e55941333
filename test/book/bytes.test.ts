import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  concatBytes,
  decodeBase64,
  decodeLatin1,
  encodeBase64,
  encodeLatin1,
  encodeUtf8,
  equalBytes,
  utf8Length,
} from '../../scripts/book/bytes.ts';
import { toHex } from '../../scripts/book/digest.ts';

const bytes = fc.uint8Array({ maxLength: 20_000 });
const anyText = fc.string({ unit: 'binary' });
/** Texts that end or begin with half a character, too. */
const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));

test('each does what Node’s Buffer does', () => {
  fc.assert(
    fc.property(bytes, fc.array(bytes), fc.oneof(anyText, units), (one, more, text) => {
      const buffer = Buffer.from(one);
      assert.equal(decodeLatin1(one), buffer.toString('latin1'));
      assert.equal(encodeBase64(one), buffer.toString('base64'));
      assert.equal(toHex(one), buffer.toString('hex'));
      assert.deepEqual(concatBytes(more), new Uint8Array(Buffer.concat(more)));
      assert.deepEqual(encodeUtf8(text), new Uint8Array(Buffer.from(text)));
      assert.equal(utf8Length(text), Buffer.byteLength(text));
      assert.deepEqual(encodeLatin1(text), new Uint8Array(Buffer.from(text, 'latin1')));
      for (const other of [one, ...more]) assert.equal(equalBytes(one, other), buffer.equals(other));
    }),
  );
});

test('reads Base64 as leniently as Buffer', () => {
  const digit = fc.constantFrom(...'ABCXYZabcxyz0189+/-_ \n*');
  fc.assert(
    fc.property(fc.array(digit), fc.constantFrom('', '=', '==', '=QUJD'), (digits, end) => {
      const text = digits.join('') + end;
      assert.deepEqual(decodeBase64(text), new Uint8Array(Buffer.from(text, 'base64')));
    }),
  );
});
