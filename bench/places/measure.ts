/** Which places of a novel’s first version are found in its second. In: the two, and a tool. Out: for each form of address how many were, of how many. */
import { sentencesOf } from '../../scripts/editions/sentences.ts';
import { forms } from './addresses.ts';
import type { Block, Novel } from './edits.ts';
import { type OpenBook, openBook, placesOf, withoutNotes, wordsIn } from './open-book.ts';

/** A book as a reading program has it: as an EPUB, and as a kepub. */
export interface Copies {
  readonly epub: OpenBook;
  readonly kepub: OpenBook;
}

export interface Tool {
  readonly name: string;
  /** `previous` is what it made of the version before. */
  readonly build: (
    novel: Novel,
    previous: Uint8Array | undefined,
  ) => Promise<{ readonly epub: Uint8Array; readonly copies: Copies }>;
}

/** A sentence of a block. */
export interface Place {
  readonly block: Block;
  readonly sentence: number;
}

export interface Tally {
  readonly right: number;
  readonly all: number;
}

/** Of places in paragraphs that are as they were, and in those that changed, how many lead to the same sentence; and how many of the latter to its paragraph. */
export type Found = Readonly<Record<'same' | 'changed' | 'near', Tally>>;

export const nothing: Found = { same: { right: 0, all: 0 }, changed: { right: 0, all: 0 }, near: { right: 0, all: 0 } };

/** So many sentences, each once in the novel and of five words at least, spread by chance. */
export function placesIn(novel: Novel, count: number, next: () => number): readonly Place[] {
  const all = novel.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => sentencesOf(block.text, 'en').map((_, sentence) => ({ block, sentence }))),
  );
  const text = ` ${novel.chapters.flatMap(({ blocks }) => blocks.map((block) => wordsIn(block.text).join(' '))).join(' ')} `;
  const chosen = new Set<Place>();
  for (let tries = 0; chosen.size < count && tries < count * 50; tries++) {
    const place = all[Math.floor(next() * all.length)];
    if (!place || chosen.has(place)) continue;
    const words = wordsOf(place.block, place.sentence);
    const whole = ` ${words.join(' ')} `;
    if (words.length >= 5 && text.split(whole).length === 2) chosen.add(place);
  }
  return [...chosen];
}

/** A reference to a note would join the sentences that it stands between. */
const wordsOf = (block: Block, sentence: number): readonly string[] =>
  wordsIn(sentencesOf(withoutNotes(block.text), 'en')[sentence] ?? '');

/** Measures one edit. */
export function measure(
  places: readonly Place[],
  older: Copies,
  newer: Copies,
  now: Novel,
): ReadonlyMap<string, Found> {
  const blocks = new Map(now.chapters.flatMap((chapter) => chapter.blocks.map((block) => [block.name, block])));
  return new Map(
    forms.map(({ name, make, resolve }) => {
      const [before, after] = name.startsWith('kobo') ? [older.kepub, newer.kepub] : [older.epub, newer.epub];
      const found = { ...nothing };
      const count = (what: keyof Found, isRight: boolean) => {
        found[what] = { right: found[what].right + Number(isRight), all: found[what].all + 1 };
      };
      for (const { block, sentence } of places) {
        const fresh = blocks.get(block.name);
        const [from, to] = [
          placesOf(wordsOf(block, sentence), before),
          placesOf(fresh ? wordsOf(fresh, sentence) : [], after),
        ];
        const [start, target] = [from[0], to[0]];
        const word = start && before.words[start[0]];
        if (!fresh || !word || !target || to.length > 1 || from.length > 1) continue;
        const led = resolve(make(word, before), after);
        const isIn = ([first, last]: readonly [number, number]): boolean =>
          Boolean(led && led[0] <= last && led[1] >= first); // epubcfi.js gives null, too
        if (fresh.text === block.text) count('same', isIn(target));
        else {
          count('changed', isIn(target));
          count('near', placesOf(wordsIn(fresh.text), after).some(isIn));
        }
      }
      return [name, found];
    }),
  );
}

export { openBook };
