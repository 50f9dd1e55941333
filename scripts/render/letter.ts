/**
 * Sets a letter: the place and date at its head, how it greets, how it ends, who signs, what comes after that.
 * In: its blocks. Out: hast, each of these paragraphs with its class. What is not recognised is set as text.
 */
import type { ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { blockOf } from './handlers/section-context.ts';
import { linesOf } from './split-lines.ts';

type Part = 'letter-head' | 'salutation' | 'closing' | 'signature' | 'postscript';

/** Sets a letter's blocks. */
export function setLetter(state: State, blocks: readonly RootContent[]): ElementContent[] {
  const parts = partsOf(blocks);
  return blocks.flatMap((block, at) => {
    const part = parts.get(at);
    if (block.type !== 'paragraph' || !part) return blockOf(state, block);
    const made = blockOf(state, part === 'postscript' || part === 'salutation' ? block : inLines(block));
    const [paragraph] = made;
    if (paragraph?.type === 'element') paragraph.properties['className'] = [part];
    return made;
  });
}

/** Addresses and signatures keep the lines that they were typed in. */
function inLines(paragraph: Paragraph): Paragraph {
  const children = linesOf(paragraph.children).flatMap((line, at) =>
    at === 0 ? line : [{ type: 'break' } as const, ...line],
  );
  return { ...paragraph, children };
}

function partsOf(blocks: readonly RootContent[]): ReadonlyMap<number, Part> {
  const parts = new Map<number, Part>();
  const words = blocks.map((block) => (block.type === 'paragraph' ? textOf(block) : undefined));
  const greeting = words.slice(0, 4).findIndex((each) => each !== undefined && isSalutation(each));
  if (greeting >= 0) {
    for (let at = 0; at < greeting; at++) parts.set(at, 'letter-head');
    parts.set(greeting, 'salutation');
  }
  let last = words.length - 1;
  while (last > greeting && /^p\.?\s?(?:p\.?\s?)?s\b/i.test(words[last] ?? '')) parts.set(last--, 'postscript');
  const signed = words[last];
  if (last <= greeting || signed === undefined || !isSignature(signed)) return parts;
  parts.set(last, 'signature');
  const before = words[last - 1];
  if (last - 1 > greeting && before !== undefined && /,\s*$/.test(before) && countOf(before) <= 8)
    parts.set(last - 1, 'closing');
  return parts;
}

/** “Dear Miss Pike,”: short, and it ends as a greeting does. */
const isSalutation = (text: string): boolean => countOf(text) <= 9 && !text.includes('\n') && /[,:!—–]\s*$/.test(text);

/** Short, in lines or without a full stop: “Your obedient servants, / p.p. Fry”, “Yours, Nell”, “— N.” */
function isSignature(text: string): boolean {
  if (countOf(text) > 16 || /[?"”’]\s*$/.test(text)) return false;
  return text.includes('\n') || /^[\s\u2060]*[–—―]/.test(text) || countOf(text) <= 7;
}

const countOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;
