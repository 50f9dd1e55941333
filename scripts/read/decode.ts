/**
 * Bytes of a text file become text. In: bytes. Out: text, or a problem at the byte that is none.
 * Refuses to know: where the bytes lay.
 */
import { isUtf8 } from 'node:buffer';
import { type Outcome, type Problem, problem } from '../report/problem.ts';

/** Text with `\n` line ends and no byte order mark; undefined for anything but UTF-8, named at the byte where it stops being UTF-8. */
export function decodeText(bytes: Uint8Array, path: string): Outcome<string | undefined> {
  const start = { path, start: { line: 1, column: 1 } };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refused(problem('file-not-utf8', start, 'Unexpected UTF-16 text, expected UTF-8', saveAsUtf8));
  }
  if (looksLikeUtf16(bytes)) {
    return refused(
      problem('file-not-utf8', start, 'Unexpected UTF-16 text without a byte order mark, expected UTF-8', saveAsUtf8),
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
    const line = before.split('\n').length;
    const place = { path, start: { line, column: before.length - before.lastIndexOf('\n'), offset: at } };
    const guess = looksWestern(bytes, at) ? ' It looks like Windows-1252 (“ANSI”).' : '';
    return refused(
      problem(
        'file-not-utf8',
        place,
        `Unexpected byte 0x${(bytes[at] ?? 0).toString(16).toUpperCase()} at offset ${at}, expected UTF-8`,
        saveAsUtf8 + guess,
      ),
    );
  }
  if (!text.includes('\r')) return { value: text, problems: [] };
  const alone = /\r(?!\n)/.exec(text);
  const problems = alone && text.includes('\n') ? [mixedLineEnds(text, alone.index, path)] : [];
  return { value: text.replace(/\r\n?/g, '\n'), problems };
}

const saveAsUtf8 = 'Save the file as UTF-8 in your editor.';

function refused(fault: Problem): Outcome<undefined> {
  return { value: undefined, problems: [fault] };
}

/** A lone carriage return ended lines on old Macs; among others it is more often a slip. */
function mixedLineEnds(text: string, at: number, path: string): Problem {
  const before = text.slice(0, at).split(/\r\n?|\n/);
  const place = { path, start: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: at } };
  return problem('line-ends-mixed', place, 'Unexpected carriage return alone, taken as the end of a line');
}

/** Whether the bytes could be letters and marks of Windows-1252: none that it lacks, and a letter beside the first. */
function looksWestern(bytes: Uint8Array, at: number): boolean {
  const isLetter = (byte: number | undefined) => byte !== undefined && ((byte | 32) - 97) >>> 0 < 26;
  if (bytes.some((byte) => byte === 0 || [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))) return false;
  return isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]) || bytes[at - 1] === 32;
}

/** Western text in UTF-16 has a zero in nearly every second byte; text in UTF-8 has none. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1000);
  let zeros = 0;
  for (const byte of start) if (byte === 0) zeros++;
  return start.length >= 8 && zeros > start.length / 4;
}

/** The longest valid prefix, by halving: a decoder that streams accepts a prefix cut inside a character, which is then left out. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid--;
  return valid;
}
