/** What a page of another's book is, and what it is called. In: its elements and blocks. Out: a kind, blocks that open with their heading. */
import type { Element } from 'hast';
import type { Heading, RootContent } from 'mdast';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy, type SectionKind, sectionKinds, traitsOf } from '../../book/sections.ts';
import { wordList } from '../../book/word-list.ts';
import { blockWords } from '../html/block-words.ts';
import { guessedAs } from '../html/guesses.ts';
import { trimInline } from '../html/merge-inline.ts';
import { typesIn } from './pages.ts';

/** A kind by `epub:type`, else by the words of the heading, else a chapter. */
export function kindOf(body: Element, title: string): SectionKind {
  const byTitle = kindNamedBy(title.replace(/\s+page$/i, ''));
  if (byTitle !== undefined) return byTitle;
  const types = typesIn(body);
  const found = sectionKinds.find((kind) => traitsOf(kind).epubType !== '' && types.includes(traitsOf(kind).epubType));
  return found === undefined || found === 'cover' || found === 'title-page' || found === 'half-title'
    ? 'chapter'
    : found;
}

/** A first paragraph that says what the contents say is the heading that a converter lost; two headings in a row are one. */
export function normalizeHeading(blocks: readonly RootContent[], title: string | undefined): readonly RootContent[] {
  const [first, second, ...rest] = blocks;
  if (title !== undefined && first?.type === 'paragraph' && same(blockWords(first), title)) {
    const { at } = first.data ?? {};
    const children = trimInline(first.children, true);
    const heading: Heading = { type: 'heading', depth: 1, children, ...(at && { data: { at } }) };
    return [guessedAs(heading, 'a heading', 'words of the contents'), ...(second ? [second] : []), ...rest];
  }
  if (
    first?.type === 'heading' &&
    second?.type === 'heading' &&
    title !== undefined &&
    same(`${blockWords(first)} ${blockWords(second)}`, title)
  )
    return [{ ...first, children: [...first.children, { type: 'text', value: ' ' }, ...second.children] }, ...rest];
  // Right below “Chapter I” stands its name, however deep.
  const isNamed = first?.type === 'heading' && second?.type === 'heading' && second.depth > first.depth + 1;
  if (isNamed && numberedHeading(blockWords(first))?.rest === '' && rest[0]?.type !== 'heading')
    return [first, { ...second, depth: (first.depth + 1) as 2 }, ...rest];
  return blocks;
}

/** Words alone, whatever stands between them. */
export const plain = (words: string): string => wordList(words).join(' ');

/** Whether words are the same. */
export const same = (left: string, right: string): boolean => plain(left) === plain(right);
