import assert from 'node:assert/strict';
import test from 'node:test';
import { toHex } from '../../scripts/book/digest.ts';
import { createHash } from '../../scripts/book/hash.ts';
import { createHash as nodeHash } from '../../scripts/disk/hash.ts';

test('checksums are the same in JavaScript as in Node', () => {
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512'] as const)
    for (const length of [0, 1, 55, 56, 64, 111, 112, 128, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff);
      const [one, other] = [createHash(algorithm), nodeHash(algorithm)];
      for (const hash of [one, other]) {
        hash.update(bytes.subarray(0, length >> 1));
        hash.update(bytes.subarray(length >> 1));
      }
      assert.equal(toHex(one.digest()), toHex(other.digest()));
    }
});
