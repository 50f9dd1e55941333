/**
 * Bytes of a text file become text. In: bytes. Out: text with `\n` line ends and no byte order mark, or a problem at the byte that is none.
 * A manuscript is UTF-8 (`decodeText`); a story from elsewhere may be anything, and what was taken is said (`decodeForeign`).
 */
import { guessed, type Outcome, type Problem, problem } from '../report/problem.ts';
import { decodeLatin1 } from './bytes.ts';
import { guessEncoding } from './guess-encoding.ts';

/** Undefined for anything but UTF-8, named at the byte where it stops being UTF-8. */
export function decodeText(bytes: Uint8Array, path: string): Outcome<string | undefined> {
  const start = { path, start: { line: 1, column: 1 } };
  const marked = byMark(bytes);
  if (marked?.startsWith('utf-16'))
    return refused(problem('file-not-utf8', start, 'The text is in UTF-16; a manuscript is in UTF-8.', saveAsUtf8));
  if (zerosOf(bytes) !== 'none') {
    const reason = 'The text is in UTF-16, without a mark that says so; a manuscript is in UTF-8.';
    if (zerosOf(bytes) !== 'other') return refused(problem('file-not-utf8', start, reason, saveAsUtf8));
  }
  const text = utf8Of(bytes);
  if (text !== undefined) return withLineEnds(text, path);
  const at = firstInvalidByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  const line = before.split('\n').length;
  const place = { path, start: { line, column: before.length - before.lastIndexOf('\n'), offset: at } };
  const guess = looksWestern(bytes, at) ? ' It looks like Windows-1252 (“ANSI”).' : '';
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase();
  const reason = `The text is not in UTF-8: byte 0x${byte} at offset ${at} is no part of it.`;
  return refused(problem('file-not-utf8', place, reason, saveAsUtf8 + guess));
}

/**
 * Decodes by byte order mark, by form, by what the text `declared` of itself, by its usual characters, then as Windows-1252, which has a character
 * for every byte.
 */
export function decodeForeign(bytes: Uint8Array, path: string, declared?: string): Outcome<string | undefined> {
  const guess = encodingOf(bytes, declared);
  if (guess === undefined) return refused(problem('import-refused', { path }, 'The file holds no text.'));
  if (guess.text !== undefined) return withLineEnds(guess.text, path, encodedTwice(guess.text, path));
  const { encoding, confidence } = guess;
  const decoded = encoding === 'windows-1252' ? decodeWestern(bytes) : new TextDecoder(encoding).decode(bytes);
  const { value, problems } = withLineEnds(decoded, path);
  const hint = problem(
    'encoding-guessed',
    { path, start: { line: 1, column: 1 } },
    `Text taken as ${names[encoding] ?? encoding}`,
    'If letters look wrong, save the file as UTF-8 and import that.',
  );
  return { value, problems: [guessed(confidence, hint), ...problems] };
}

const names: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252 (“ANSI”)',
  shift_jis: 'Shift JIS, Japanese',
  'euc-jp': 'EUC-JP, Japanese',
  gb18030: 'GB 18030, Chinese',
  big5: 'Big5, Chinese',
  'euc-kr': 'EUC-KR, Korean',
  'windows-1251': 'Windows-1251, Cyrillic',
  'koi8-r': 'KOI8-R, Cyrillic',
  ibm866: 'DOS 866, Cyrillic',
  'windows-1253': 'Windows-1253, Greek',
  'windows-1255': 'Windows-1255, Hebrew',
  'windows-1256': 'Windows-1256, Arabic',
};

const saveAsUtf8 = 'Save the file as UTF-8 in your editor.';

function refused(fault: Problem): Outcome<undefined> {
  return { value: undefined, problems: [fault] };
}

interface Encoding {
  readonly encoding: string;
  /** From 0 to 1: a mark says it, zeros show it, Windows-1252 is what is left. */
  readonly confidence: number;
  /** Where the text is known already. */
  readonly text?: string | undefined;
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): Encoding | undefined {
  const marked = byMark(bytes);
  if (marked?.startsWith('utf-16')) return { encoding: marked, confidence: 1 };
  const zeros = zerosOf(bytes);
  if (zeros === 'utf-16le' || zeros === 'utf-16be') return { encoding: zeros, confidence: 0.97 };
  if (zeros === 'other') return undefined; // no text encoding but UTF-16 and its kin writes zeros
  const text = utf8Of(bytes);
  if (text !== undefined) return { encoding: 'utf-8', confidence: 1, text };
  if (declared !== undefined) {
    try {
      const { encoding } = new TextDecoder(declared);
      if (encoding !== 'utf-8') return { encoding, confidence: 0.9 };
    } catch {
      // An encoding that nobody knows: the bytes decide.
    }
  }
  const encoding = guessEncoding(bytes);
  return encoding === undefined ? { encoding: 'windows-1252', confidence: 0.8 } : { encoding, confidence: 0.9 };
}

/** XML without a declaration of its encoding: UTF-16 where a byte order mark says so, else UTF-8. */
export const decodeXml = (bytes: Uint8Array): string => new TextDecoder(byMark(bytes) ?? 'utf-8').decode(bytes);

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Western text in UTF-16 has a zero in nearly every second byte; text in UTF-8 has none. */
function zerosOf(bytes: Uint8Array): 'none' | 'utf-16le' | 'utf-16be' | 'other' {
  const start = bytes.subarray(0, 2000);
  if (!start.includes(0)) return 'none';
  let even = 0;
  let odd = 0;
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const isPaired = bytes.length % 2 === 0;
  if (isPaired && odd > start.length / 5 && even < start.length / 50) return 'utf-16le';
  if (isPaired && even > start.length / 5 && odd < start.length / 50) return 'utf-16be';
  return even + odd <= start.length / 200 ? 'none' : 'other'; // one that strayed into a text is no reason to refuse it
}

function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has at 0x80–0x9F, where Latin-1 has control characters; Node 20 decodes both as Latin-1. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decodeWestern(bytes: Uint8Array): string {
  return decodeLatin1(bytes).replace(/[\u0080-\u009F]/g, (mark) => western[mark.charCodeAt(0) - 0x80] ?? mark);
}

/** What UTF-8 becomes where a program takes it for Windows-1252 and writes it as UTF-8 again: “â€™” for “’”, “Ã©” for “é”. */
const twice = new RegExp(`(?:[ÂÃÄÅ]|â€)[\u00A0-\u00BF${western}]`, 'g');

/** The text as it was before it was encoded a second time; undefined where hardly anything looks so. */
function encodedTwice(text: string, path: string): Outcome<string> | undefined {
  const found = text.match(twice) ?? [];
  const [first = ''] = found;
  if (found.length < 5 || new Set(found).size < 2) return undefined;
  const once = (seen: string): string => {
    const bytes = Array.from(seen, (sign) =>
      western.includes(sign) ? 0x80 + western.indexOf(sign) : sign.charCodeAt(0),
    );
    return utf8Of(new Uint8Array(bytes)) ?? seen;
  };
  const reason = `Text taken as UTF-8 that was encoded twice: “${first}” is “${once(first)}” again, as are ${found.length - 1} others`;
  const place = { path, start: { line: 1, column: 1 } };
  return { value: text.replace(twice, once), problems: [guessed(0.9, problem('encoding-guessed', place, reason))] };
}

function withLineEnds(typed: string, path: string, mended?: Outcome<string>): Outcome<string> {
  const { value: text, problems: told } = mended ?? { value: typed, problems: [] };
  if (!text.includes('\r')) return { value: text, problems: told };
  const alone = /\r(?!\n)/.exec(text);
  const problems = alone && text.includes('\n') ? [...told, mixedLineEnds(text, alone.index, path)] : told;
  return { value: text.replace(/\r\n?/g, '\n'), problems };
}

/** A lone carriage return ended lines on old Macs; among others it is more often a slip. */
function mixedLineEnds(text: string, at: number, path: string): Problem {
  const before = text.slice(0, at).split(/\r\n?|\n/);
  const place = { path, start: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: at } };
  return problem('line-ends-mixed', place, 'Lines end in two ways here; each is read as the end of a line.');
}

/** Whether the bytes could be letters and marks of Windows-1252: none that it lacks, and a letter beside the first. */
function looksWestern(bytes: Uint8Array, at: number): boolean {
  const isLetter = (byte: number | undefined) => byte !== undefined && ((byte | 32) - 97) >>> 0 < 26;
  if (bytes.some((byte) => byte === 0 || [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))) return false;
  return isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]) || bytes[at - 1] === 32;
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
  while (valid > 0 && utf8Of(bytes.subarray(0, valid)) === undefined) valid--;
  return valid;
}
