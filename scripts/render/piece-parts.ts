/**
 * What the paragraphs of a set piece are by where they stand: the head, the greeting and the end of a letter, who signs, the headline of a report, whose
 * words an epigraph has. In: its paragraphs. Out: a class for each that is recognised; the others are text.
 */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

export type Part =
  | 'letter-head'
  | 'salutation'
  | 'closing'
  | 'signature'
  | 'postscript'
  | 'piece-title'
  | 'piece-line'
  | 'attribution';

/** The parts among blocks, by their places. */
type PartsOf = (blocks: readonly RootContent[]) => ReadonlyMap<number, Part>;

/** Parts whose lines stay as they were typed: addresses, signatures. */
export const keepsLines: ReadonlySet<Part> = new Set([
  'letter-head',
  'closing',
  'signature',
  'piece-title',
  'piece-line',
]);

/** Its own class or one that it has as a quotation: a paragraph that says whose words it follows. */
export const isAttribution = (words: string): boolean => /^[\s\u2060]*[–—―]/.test(words);

const letter: PartsOf = (blocks) => {
  const words = wordsOf(blocks);
  const parts = new Map<number, Part>();
  const greeting = words.slice(0, 4).findIndex((each) => each !== undefined && isSalutation(each));
  if (greeting >= 0) {
    for (let at = 0; at < greeting; at++) parts.set(at, 'letter-head');
    parts.set(greeting, 'salutation');
  }
  return signedFrom(words, greeting, parts);
};

/** A telegram greets nobody, and is longer than its signature. */
const signed: PartsOf = (blocks) => signedFrom(wordsOf(blocks), 0, new Map());

function signedFrom(words: readonly (string | undefined)[], greeting: number, parts: Map<number, Part>) {
  let last = words.length - 1;
  while (last > greeting && /^p\.?\s?(?:p\.?\s?)?s\b/i.test(words[last] ?? '')) parts.set(last--, 'postscript');
  const sign = words[last];
  if (last <= greeting || sign === undefined || !isSignature(sign)) return parts;
  parts.set(last, 'signature');
  const before = words[last - 1];
  if (last - 1 > greeting && before !== undefined && /,\s*$/.test(before) && countOf(before) <= 8)
    parts.set(last - 1, 'closing');
  return parts;
}

/** What stands above the first sentences of a report: its headline in bold, or the first line; the paper, the date, who wrote it. */
const report: PartsOf = (blocks) => {
  const words = blocks.map((block) =>
    block.type === 'heading' || block.type === 'paragraph' ? textOf(block) : undefined,
  );
  const end = words.findIndex((each) => each === undefined || countOf(each) > 20 || /[.!?…][”’"»)]*\s*$/.test(each));
  const head = blocks.slice(0, end < 0 ? Math.max(0, blocks.length - 1) : end);
  const isBold = head.map((block) => block.type === 'heading' || isBoldAlone(block));
  const headline = isBold.includes(true) ? isBold.indexOf(true) : head.findIndex((block) => !isItalicAlone(block));
  return new Map(head.map((_, at) => [at, at === headline || isBold[at] ? 'piece-title' : 'piece-line']));
};

const attributed: PartsOf = (blocks) => {
  const last = blocks.length - 1;
  const block = blocks[last];
  return new Map(
    last > 0 && block?.type === 'paragraph' && isAttribution(textOf(block)) ? [[last, 'attribution']] : [],
  );
};

export const partHabits = { letter, signed, report, attributed } as const satisfies Record<string, PartsOf>;

/** Whether a paragraph is bold from end to end. */
export const isBoldAlone = (block: RootContent): boolean => isAlone(block, 'strong');
const isItalicAlone = (block: RootContent): boolean => isAlone(block, 'emphasis');

const isAlone = (block: RootContent, type: 'strong' | 'emphasis'): boolean =>
  block.type === 'paragraph' &&
  block.children.some((each) => each.type === type) &&
  block.children.every((each) => each.type === type || each.type === 'break' || textOf(each).trim() === '');

const wordsOf = (blocks: readonly RootContent[]) =>
  blocks.map((block) => (block.type === 'paragraph' ? textOf(block) : undefined));

/** “Dear Miss Pike,”: short, and it ends as a greeting does. */
const isSalutation = (text: string): boolean => countOf(text) <= 9 && !text.includes('\n') && /[,:!—–]\s*$/.test(text);

/** Short, in lines or without a full stop: “Your obedient servants, / p.p. Fry”, “Yours, Nell”, “— N.” */
function isSignature(text: string): boolean {
  if (countOf(text) > 16 || /[?"”’]\s*$/.test(text)) return false;
  return text.includes('\n') || isAttribution(text) || countOf(text) <= 7;
}

const countOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;
