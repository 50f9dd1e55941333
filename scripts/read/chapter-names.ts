/**
 * A chapter's number with its name in the next line: one heading of two lines, in the contents too.
 * In: the sections of a book's files. Out: the same, and how many were joined.
 */
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { isLoneNumber } from '../book/chapter-numbers.ts';
import { widthOf } from '../book/word-list.ts';
import { allPieces, type SectionBlocks } from './split-sections.ts';

/** Joins numbers and names, where two or more numbers, and most of them, have a name below them. */
export function joinNames(pieces: readonly SectionBlocks[]): {
  readonly pieces: readonly SectionBlocks[];
  readonly joined: readonly Heading[];
} {
  const numbered = [...allPieces(pieces)].filter(isNumbered);
  const named = numbered.filter((piece) => nameOf(piece) !== undefined);
  if (named.length < 2 || named.length * 2 <= numbered.length) return { pieces, joined: [] };
  const join = (piece: SectionBlocks): SectionBlocks => {
    const own = piece.pieces.length > 0 ? { ...piece, pieces: piece.pieces.map(join) } : piece;
    const name = isNumbered(piece) ? nameOf(piece) : undefined;
    if (!piece.heading || !name) return own;
    const { position } = piece.heading;
    const heading: Heading = {
      ...piece.heading,
      children: [...piece.heading.children, { type: 'break' }, ...name.children],
      ...(position && { position: { start: position.start, end: name.position?.end ?? position.end } }),
    };
    return { ...own, heading, blocks: piece.blocks.slice(1) };
  };
  return { pieces: pieces.map(join), joined: named.flatMap(({ heading }) => heading ?? []) };
}

const isNumbered = ({ heading, kind }: SectionBlocks): boolean =>
  heading !== undefined && (kind === 'chapter' || kind === 'part') && isLoneNumber(textOf(heading));

/** The name below a number: a heading of the next level, or a short line that is no sentence, with text below it. */
function nameOf({ heading, blocks, pieces }: SectionBlocks): Named | undefined {
  const [first, next] = blocks;
  if (!first || (!next && pieces.length === 0)) return undefined;
  if (first.type === 'heading') return heading && first.depth === heading.depth + 1 ? first : undefined;
  return first.type === 'paragraph' && next?.type !== 'thematicBreak' && isName(first) ? first : undefined;
}

type Named = Extract<RootContent, { type: 'heading' | 'paragraph' }>;

const plain: ReadonlySet<PhrasingContent['type']> = new Set(['text', 'emphasis', 'strong']);

function isName(paragraph: Extract<RootContent, { type: 'paragraph' }>): boolean {
  const words = textOf(paragraph).trim();
  if (!paragraph.children.every(({ type }) => plain.has(type)) || widthOf(words) > 70 || words.includes('\n'))
    return false;
  // “London, 12 March” says where a letter was written.
  if (!/^[^\p{L}]{0,3}[\p{Lu}\p{Lo}\p{N}]/u.test(words) || /,.*\d|[,;:]$/.test(words)) return false;
  if (!/[.…。]["”’*」』]*$/.test(words)) return true;
  if (words.length <= 50 && !/\p{Ll}/u.test(words) && /\p{Lu}{3}/u.test(words)) return true; // “A RACE.”
  const long = words.split(/\s+/).filter((word) => /\p{L}{4}/u.test(word));
  return words.length <= 50 && long.length > 1 && long.every((word) => /^\P{L}*\p{Lu}/u.test(word));
}
