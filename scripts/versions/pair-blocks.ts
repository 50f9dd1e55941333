/** Which block of a book is which of its earlier version. In: the pages of both. Out: pairs of sections, by words and not by names, and of blocks. */
import type { Element } from 'hast';
import type { ContentDocument } from '../book/publication.ts';
import { sectionOfPage } from '../book/sections.ts';
import { wordList } from '../book/word-list.ts';
import { type TextBlock, textBlocks, wordsOfBlock } from '../html/text-blocks.ts';
import { oneToOne, pairFiles } from './match-files.ts';
import { pairParagraphs } from './pair-paragraphs.ts';

export interface PlacedBlock {
  readonly block: TextBlock;
  /** Its page. */
  readonly href: string;
  /** By what it is known again; a heading and a paragraph of the same words are two things. */
  readonly words: string;
}

interface SectionBlocks {
  readonly id: string;
  readonly kind: ContentDocument['kind'];
  readonly blocks: readonly PlacedBlock[];
}

/** The sections of pages. */
export function sectionsOf(
  pages: readonly Pick<ContentDocument, 'id' | 'href' | 'kind' | 'content'>[],
): readonly SectionBlocks[] {
  const sections = new Map<string, SectionBlocks & { readonly blocks: PlacedBlock[] }>();
  for (const { id: page, href, kind, content } of pages) {
    const id = sectionOfPage(page);
    const section = sections.get(id) ?? { id, kind, blocks: [] };
    section.blocks.push(...placedBlocks(textBlocks(content), href));
    sections.set(id, section);
  }
  return [...sections.values()];
}

/** Blocks of a page. */
export const placedBlocks = (blocks: readonly TextBlock[], href: string): readonly PlacedBlock[] =>
  blocks.map((block) => {
    const mark = /^h\d$/.test(block.element.tagName) ? '# ' : '';
    return { block, href, words: mark + wordsOfBlock(block) };
  });

interface BlockPair {
  readonly now: TextBlock;
  readonly earlier: PlacedBlock;
  /** Whether it stood in what is the same section; the second part of a chapter that was split is another. */
  readonly isOfPartner: boolean;
}

export interface BlockPairs {
  /** What a block was before, by its element. */
  readonly pairs: ReadonlyMap<Element, BlockPair>;
  /** What a section was called before. */
  readonly partners: ReadonlyMap<string, string>;
  readonly isSameStory: boolean;
}

/** Of the words of the shorter book that so many are the same, at least, makes them two versions of one. */
const least = 1 / 20;

/** Pairs blocks of sections that are the same by most of their words, or else by their heading. */
export function pairBlocks(older: readonly SectionBlocks[], newer: readonly SectionBlocks[]): BlockPairs {
  const pairs = new Map<Element, BlockPair>();
  const before = new Map(older.map((section) => [section.id, { ...section, size: sizeOf(section) }]));
  const now = new Map(newer.map((section) => [section.id, { ...section, size: sizeOf(section) }]));
  const found = pairFiles(older.map(matched), newer.map(matched), false).flatMap((pair) => {
    const [from, to] = [before.get(pair.from), now.get(pair.to)];
    // The larger part of a chapter that was split has its name.
    return from && from.kind === to?.kind ? [{ ...pair, share: pair.share * Math.min(from.size, to.size) }] : [];
  });
  const partners = new Map(oneToOne(found));
  let same = 0;
  for (const [id, earlier] of partners) {
    const [from, to] = [before.get(earlier), now.get(id)];
    if (!from || !to) continue;
    const places = pairPlaces(from, to);
    for (const { older: old, newer: block } of places) {
      pairs.set(block.block.element, { now: block.block, earlier: old, isOfPartner: true });
      if (old.words === block.words) same += wordList(block.words).length;
    }
    // The number is all that they have in common.
    if (places.length === 0 && /\d$/.test(id)) partners.delete(id);
  }
  // The other parts of one that was split.
  const known = new Set([...pairs.values()].map(({ earlier }) => earlier.block));
  for (const { from, to } of found) {
    const [whole, part] = [before.get(from), now.get(to)];
    if (!whole || !part || partners.has(to)) continue;
    const left = whole.blocks.filter(({ block }) => !known.has(block));
    for (const { older: old, newer: block } of pairPlaces({ blocks: left }, part)) {
      pairs.set(block.block.element, { now: block.block, earlier: old, isOfPartner: false });
      known.add(old.block);
    }
  }
  const total = (sections: typeof before) => [...sections.values()].reduce((sum, { size }) => sum + size, 0);
  return { pairs, partners, isSameStory: same >= least * Math.min(total(before), total(now)) };
}

const sizeOf = ({ blocks }: SectionBlocks): number =>
  blocks.reduce((sum, { words }) => sum + wordList(words).length, 0);

const matched = ({ id, blocks }: SectionBlocks) => ({
  path: id,
  text: blocks.map(({ words }) => words).join('\n\n'),
  address: undefined,
});

interface PlacePair {
  readonly older: PlacedBlock;
  readonly newer: PlacedBlock;
}

type Blocks = Pick<SectionBlocks, 'blocks'>;

/** Pairs the blocks of two versions of a section, those that were moved, too. */
export function pairPlaces(older: Blocks, newer: Blocks): readonly PlacePair[] {
  const wordsOf = ({ blocks }: Blocks) => blocks.map(({ words }) => words);
  const pairs = pairParagraphs(wordsOf(older), wordsOf(newer)).map(({ older: from, newer: to }) => ({
    older: from === undefined ? undefined : older.blocks[from],
    newer: to === undefined ? undefined : newer.blocks[to],
  }));
  const gone = new Map<string, PlacedBlock[]>();
  for (const { older: old, newer: block } of [...pairs].reverse()) {
    if (!old || block) continue;
    const known = gone.get(old.words);
    if (known) known.push(old);
    else gone.set(old.words, [old]);
  }
  return pairs.flatMap(({ older: old, newer: block }) => {
    const from = block && (old ?? gone.get(block.words)?.pop());
    return from ? [{ older: from, newer: block }] : [];
  });
}
