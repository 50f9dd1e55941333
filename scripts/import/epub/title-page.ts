/**
 * The title page of a foreign book that says more than the press's own: whose licence it has, who published it. In: the blocks of a page, and the facts of
 * the book. Out: what it says besides, as lines without a heading, and the words that are facts.
 */
import type { RootContent } from 'mdast';
import { byline } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { wordList } from '../../book/word-list.ts';
import { blockWords } from '../html/block-words.ts';
import { same } from './page-heading.ts';
import { isSmallWord, knownWords } from './pages.ts';

export interface TitlePage {
  readonly blocks: RootContent[];
  /** Words that say no more than a key of `book.yaml`. */
  readonly said: readonly string[];
}

const most = 60;

/** Reads it; undefined for any other page. `isCalled` where its name says so. */
export function titlePage(blocks: readonly RootContent[], facts: Facts, isCalled: boolean): TitlePage | undefined {
  const [first] = blocks;
  const words = wordList(blocks.map(blockWords).join(' '));
  const isTitled = first?.type === 'heading' && same(blockWords(first), facts.title ?? '');
  if (words.length > most || !(isTitled || isCalled)) return undefined;
  const known = knownWords(facts);
  const said: string[] = [];
  const kept = blocks.flatMap((block): readonly RootContent[] => {
    const own = blockWords(block);
    const isSaid = own.trim() !== '' && wordList(own).every((word) => known.has(word) || isSmallWord(word));
    if (isSaid) said.push(own);
    if (isSaid || block.type === 'thematicBreak') return [];
    return block.type === 'heading' ? [{ type: 'paragraph', children: block.children }] : [block];
  });
  return { blocks: kept, said };
}

/** Takes out the author’s name right below the title, which the title page has; its words. */
export function takeByline(blocks: RootContent[], { title, author, authors }: Facts): readonly string[] {
  const names = [author ?? [], authors ?? []].flat().map((each) => (typeof each === 'string' ? each : each.name));
  const [heading, below] = blocks;
  const words = below?.type === 'paragraph' ? blockWords(below).trim() : '';
  const isTitle = heading?.type === 'heading' && same(blockWords(heading), title ?? '');
  if (!isTitle || !names.some((name) => same(byline(words) ?? words, name))) return [];
  blocks.splice(1, 1);
  return [words];
}
