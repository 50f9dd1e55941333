/** What a page of another's book is, and what it is called. In: its elements and blocks. Out: a kind, blocks that open with their heading. */
import type { Element } from 'hast';
import type { Heading, Paragraph, RootContent } from 'mdast';
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

/** What opens a page and says what the contents say is its heading, though a converter set it as paragraphs or as several headings. */
export function normalizeHeading(blocks: readonly RootContent[], title: string | undefined): readonly RootContent[] {
  const [first, second, ...rest] = blocks;
  const opening = title === undefined ? [] : linesOfTitle(blocks, title);
  const [head] = opening;
  if (title !== undefined && head && (opening.length > 1 || head.type === 'paragraph'))
    return [joinedHeading(opening, title), ...blocks.slice(blocks.indexOf(opening.at(-1) ?? head) + 1)];
  // Right below “Chapter I” stands its name, however deep.
  const isNamed = first?.type === 'heading' && second?.type === 'heading' && second.depth > first.depth + 1;
  if (isNamed && numberedHeading(blockWords(first))?.rest === '' && rest[0]?.type !== 'heading')
    return [first, { ...second, depth: (first.depth + 1) as 2 }, ...rest];
  return blocks;
}

/** The first blocks whose words together are a line of the contents; none where they are not. */
function linesOfTitle(blocks: readonly RootContent[], title: string): readonly (Heading | Paragraph)[] {
  const lines: (Heading | Paragraph)[] = [];
  for (const block of blocks.slice(0, mostLines)) {
    if (block.type === 'thematicBreak' && lines.length > 0) continue;
    if (block.type !== 'heading' && block.type !== 'paragraph') break;
    lines.push(block);
    const words = lines.map(blockWords).join(' ');
    const isFirstLine = /(?:…|\.\.\.)$/.test(title) && !/(?:…|\.\.\.)\s*$/.test(words); // of a poem that has no name
    if (same(words, title)) return isFirstLine ? [] : lines;
    if (words.length > title.length + lines.length) break;
  }
  return [];
}

/** “Part One”, a line, “The Door”, a line, and a byline between them. */
const mostLines = 5;

/** One heading, its lines parted by the signs that the contents have between them. */
function joinedHeading(lines: readonly (Heading | Paragraph)[], title: string): Heading {
  const [first] = lines;
  const own = first ? blockWords(first).trim() : '';
  const sign = title.startsWith(own) ? /^[^\p{L}\p{N}“"‘'«(¿¡]*/u.exec(title.slice(own.length))?.[0] : undefined;
  const children = lines.flatMap((line, at): Heading['children'] => [
    ...(at === 0 ? [] : [{ type: 'text' as const, value: (at === 1 && sign) || ' ' }]),
    ...trimInline(line.children, true),
  ]);
  const { at } = first?.data ?? {};
  const heading: Heading = { type: 'heading', depth: 1, children, ...(at && { data: { at } }) };
  const isGuess = lines.some(({ type }) => type === 'paragraph');
  return isGuess ? guessedAs(heading, 'a heading', 'words of the contents') : heading;
}

/** Words alone, whatever stands between them. */
export const plain = (words: string): string => wordList(words).join(' ');

/** Whether words are the same. */
export const same = (left: string, right: string): boolean => plain(left) === plain(right);
