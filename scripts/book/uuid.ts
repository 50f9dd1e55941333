/** Names as UUIDs. In: words. Out: always the same UUID for them. */
import { concatBytes, encodeUtf8 } from './bytes.ts';
import { digest, toHex } from './digest.ts';

/** Fleuron’s own namespace for name-based UUIDs. */
const namespace = Uint8Array.of(11, 143, 111, 42, 108, 29, 77, 87, 167, 194, 15, 30, 92, 154, 67, 225);

/** A name-based UUID (RFC 9562 §5.5): the same words, the same UUID, whatever else changes. */
export function uuidOf(words: string): string {
  const uuid = digest('sha1', concatBytes([namespace, encodeUtf8(words.normalize('NFC'))])).slice(0, 16);
  uuid[6] = ((uuid[6] ?? 0) & 0x0f) | 0x50;
  uuid[8] = ((uuid[8] ?? 0) & 0x3f) | 0x80;
  return toHex(uuid).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
