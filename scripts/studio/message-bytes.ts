/**
 * Carries the values of `protocol.ts` over HTTP, bytes among them. In: what survives `structuredClone` of plain values, maps and
 * byte arrays. Out: one message in bytes, and back. A message: the length of its JSON and that of its bytes (each in four bytes,
 * big-endian), the JSON, and the byte arrays one after another. A value that JSON has no word for is an object whose only key
 * begins with `$`; an object’s own keys that begin so get a second one.
 */
import { concatBytes, encodeUtf8 } from '../book/bytes.ts';
import type { Progress } from '../report/progress.ts';

/** The media type of calls and their answers: no page of another site may send it unasked. */
export const callType = 'application/x-fleuron-call';

/** The messages of an answer: how far the work is, then what came of it. */
export type CallPart =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string };

const headerLength = 8;
const utf8 = new TextDecoder();

/** A value as a message. */
export function encodeMessage(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const plain = (each: unknown): unknown => {
    if (each === undefined) return { $undefined: 0 };
    if (each === null || typeof each !== 'object') return each;
    if (Array.isArray(each)) return each.map(plain);
    if (each instanceof Uint8Array) {
      parts.push(each);
      length += each.length;
      return { $bytes: [length - each.length, each.length] };
    }
    if (each instanceof Map) return { $map: [...each].map(plain) };
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key.replace(/^\$/, '$$$$'), plain(inner)]));
  };
  const json = encodeUtf8(JSON.stringify(plain(value)));
  const header = new DataView(new ArrayBuffer(headerLength));
  header.setUint32(0, json.length);
  header.setUint32(4, length);
  return concatBytes([new Uint8Array(header.buffer), json, ...parts]);
}

/** The value of a message that is there whole; throws where it is none. */
export function decodeMessage(message: Uint8Array): unknown {
  const length = lengthOf(message);
  if (length !== message.length) throw new Error(`Unexpected message of ${message.length} bytes, expected ${length}`);
  const jsonEnd = headerLength + view(message).getUint32(0);
  const bytes = message.subarray(jsonEnd);
  const full = (each: unknown): unknown => {
    if (each === null || typeof each !== 'object') return each;
    if (Array.isArray(each)) return each.map(full);
    const entries = Object.entries(each);
    const [key, inner] = entries[0] ?? [];
    if (key === '$undefined') return undefined;
    if (key === '$bytes') return bytes.slice(inner[0], inner[0] + inner[1]);
    if (key === '$map') return new Map(full(inner) as readonly [unknown, unknown][]);
    return Object.fromEntries(entries.map(([name, held]) => [name.replace(/^\$\$/, '$'), full(held)]));
  };
  return full(JSON.parse(utf8.decode(message.subarray(headerLength, jsonEnd))));
}

/** Takes a stream of messages as it arrives: each piece gives the values of the messages that it completes. */
export function messageReader(): (piece: Uint8Array) => readonly unknown[] {
  let pieces: Uint8Array[] = [];
  let got = 0;
  let wanted = headerLength;
  return (piece) => {
    pieces.push(piece);
    got += piece.length;
    const values: unknown[] = [];
    while (got >= wanted) {
      const whole = concatBytes(pieces);
      const length = lengthOf(whole);
      const isWhole = whole.length >= length;
      if (isWhole) values.push(decodeMessage(whole.subarray(0, length)));
      const rest = isWhole ? whole.subarray(length) : whole;
      pieces = [rest];
      got = rest.length;
      wanted = isWhole ? headerLength : length;
    }
    return values;
  };
}

const view = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength);

/** How long a message is by its header. */
const lengthOf = (message: Uint8Array): number =>
  headerLength + view(message).getUint32(0) + view(message).getUint32(4);
