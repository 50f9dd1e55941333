/**
 * What a text that is not UTF-8 is written in, for scripts whose letters stand in runs of bytes above ASCII: Chinese, Japanese, Korean, Cyrillic,
 * Greek, Hebrew, Arabic. In: bytes. Out: the name of an encoding, or undefined for Western text and for what no guess fits.
 */

/** An encoding, the characters that are common in its texts, and how large a part of what is not ASCII they are in any of them. */
interface Trait {
  readonly encoding: string;
  readonly usual: RegExp;
  readonly least: number;
}

const cyrillic = /[оеаинтсрвлкмдпуя]/g;
/** The rows are tried against each other: the one whose usual characters are furthest above their least wins, the first of equals. */
const traits: readonly Trait[] = [
  { encoding: 'shift_jis', usual: /[\u3041-\u3093]/g, least: 0.25 },
  { encoding: 'euc-jp', usual: /[\u3041-\u3093]/g, least: 0.25 },
  { encoding: 'gb18030', usual: /[的一是不了在人有我他这来以个中上们到说之也而，。]/g, least: 0.12 },
  { encoding: 'big5', usual: /[的一是不了在人有我他這來以個中上們到說之也而，。]/g, least: 0.12 },
  { encoding: 'euc-kr', usual: /[이다는을에의가고도지하로한를은서그]/g, least: 0.2 },
  { encoding: 'windows-1251', usual: cyrillic, least: 0.6 },
  { encoding: 'koi8-r', usual: cyrillic, least: 0.6 },
  { encoding: 'ibm866', usual: cyrillic, least: 0.6 },
  { encoding: 'windows-1253', usual: /[αοιετσνηυρπκλςάίό]/g, least: 0.6 },
  { encoding: 'windows-1255', usual: /[יוהלאתרבםשמנ]/g, least: 0.6 },
  { encoding: 'windows-1256', usual: /[اليمنرتبةعدسف]/g, least: 0.5 },
];

/** As many bytes show it; more would only take longer. */
const sampled = 60_000;

/** Guesses the encoding of a text. */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(firstRun(bytes)).subarray(0, sampled);
  if (!isInRuns(sample)) return undefined;
  let best: { readonly encoding: string; readonly ratio: number } | undefined;
  for (const { encoding, usual, least } of traits) {
    const text = new TextDecoder(encoding).decode(sample, { stream: true });
    const others = text.match(/[^\0-\x7F]/g)?.length ?? 0;
    const unread = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
    const ratio = (text.match(usual)?.length ?? 0) / Math.max(1, others) / least;
    if (unread * 100 <= others && ratio >= 1 && ratio > (best?.ratio ?? 0)) best = { encoding, ratio };
  }
  return best?.encoding;
}

/** Where the first four bytes above ASCII stand together: what is above may be a header in English. */
function firstRun(bytes: Uint8Array): number {
  let run = 0;
  const end = bytes.findIndex((byte) => {
    run = byte > 0x7f ? run + 1 : 0;
    return run === 4;
  });
  return Math.max(0, end - 3);
}

/** Whether most bytes above ASCII stand beside another, where accents of Western text stand alone. */
function isInRuns(bytes: Uint8Array): boolean {
  let high = 0;
  let beside = 0;
  bytes.forEach((byte, at) => {
    if (byte <= 0x7f) return;
    high++;
    if ((bytes[at - 1] ?? 0) > 0x7f || (bytes[at + 1] ?? 0) > 0x7f) beside++;
  });
  return high > 8 && beside > high * 0.6;
}
