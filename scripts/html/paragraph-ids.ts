/**
 * Short ids for what has none, by which reading programs keep a place (EPUB CFI 1.1, assertions of ids). In: the content of pages. Out: the
 * same, edited in place. An id is made of the words of its block, so that it is the same in a version in which other blocks have changed.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { koboAttribute } from '../book/kobo-numbers.ts';
import { isParagraphId } from '../book/paragraph-id.ts';
import { textBlocks } from './text-blocks.ts';

/** 36³ ids: in a novel of five thousand blocks one in ten wants an id that another has. */
const digits = 3;
/** They grow each time that so many were taken. */
const tries = 8;

/** The properties of an element without its number for Kobo, and without an id that was made here. */
export function propertiesWithoutPlace({ properties }: Element): Properties {
  const { [koboAttribute]: _, ...others } = properties;
  if (isParagraphId(others['id'])) delete others['id'];
  return others;
}

/** Gives each block of a book's pages an id, if it has none; no id that is in `taken`, none twice in the book. */
export function giveParagraphIds(pages: readonly (readonly ElementContent[])[], taken: Iterable<string> = []): void {
  const used = new Set<unknown>(taken);
  const blocks = pages.map(textBlocks);
  for (const page of blocks) for (const { element } of page) used.add(element.properties['id']);
  const counts = new Map<number, number>();
  for (const page of blocks) {
    let before = 0;
    for (const { element, text } of page) {
      const sum = sumOf(text);
      const last = before;
      before = sum;
      if (element.properties['id'] !== undefined) continue;
      let id = idOf(sum, 0);
      if (used.has(id)) {
        // What is said twice in a book is known by what stands before it.
        const twice = sumOf(text, last);
        let count = counts.get(twice) ?? 0;
        for (; used.has(id); count++) id = idOf(count === 0 ? twice : sumOf(String(count), twice), count);
        counts.set(twice, count);
      }
      used.add(id);
      element.properties = { id, ...element.properties };
    }
  }
}

/** FNV-1a over letters and figures, whichever marks are set between them. */
function sumOf(text: string, start = 0x811c9dc5): number {
  let sum = start | 0; // signed, as what Math.imul gives: V8 keeps no fractions for it
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xc0 ? isLetter(code) : (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f))
      sum = Math.imul(sum ^ code, 0x01000193);
  }
  return sum >>> 0;
}

/** Of ASCII; the signs up to À are none. */
const isLetter = (code: number): boolean =>
  (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a);

function idOf(sum: number, count: number): string {
  const length = Math.min(digits + Math.floor(count / tries), 7);
  return `_${(sum % 36 ** length).toString(36).padStart(digits, '0')}`;
}
