/**
 * Bytes of somebody's old text become text, and the encoding is said. In: bytes. Out: text with `\n` line ends.
 * Only imports guess; a manuscript is UTF-8 (read/decode.ts).
 */
import { isUtf8 } from 'node:buffer';
import { type Outcome, type Problem, problem } from '../report/problem.ts';

/** Decodes by byte order mark, by form, then as Windows-1252, which has a character for every byte. `declared` is what the text says of itself. */
export function decodeForeign(bytes: Uint8Array, path: string, declared?: string): Outcome<string | undefined> {
  const encoding = encodingOf(bytes, declared);
  if (encoding === undefined)
    return {
      value: undefined,
      problems: [problem('import-refused', { path }, 'Unexpected bytes that are no text, expected a story')],
    };
  const decoded = encoding === 'windows-1252' ? decodeWestern(bytes) : new TextDecoder(encoding).decode(bytes);
  const text = decoded.replace(/\r\n?/g, '\n');
  const problems: Problem[] =
    encoding === 'utf-8'
      ? []
      : [
          problem(
            'encoding-guessed',
            { path, start: { line: 1, column: 1 } },
            `Text taken as ${names[encoding] ?? encoding}`,
            'If letters with accents look wrong, save the file as UTF-8 and import that.',
          ),
        ];
  return { value: text, problems };
}

const names: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252 (“ANSI”)',
};

/** What Windows-1252 has at 0x80–0x9F, where Latin-1 has control characters; Node 20 decodes both as Latin-1. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decodeWestern(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (mark) => western[mark.charCodeAt(0) - 0x80] ?? mark);
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const start = bytes.subarray(0, 2000);
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 5 && even < start.length / 50) return 'utf-16le';
  if (even > start.length / 5 && odd < start.length / 50) return 'utf-16be';
  if (even + odd > 0) return undefined; // no text encoding but UTF-16 and its kin writes zeros
  if (isUtf8(bytes)) return 'utf-8';
  if (declared !== undefined) {
    try {
      const { encoding } = new TextDecoder(declared);
      if (encoding !== 'utf-8') return encoding;
    } catch {
      // An encoding that nobody knows: the bytes decide.
    }
  }
  return 'windows-1252';
}
