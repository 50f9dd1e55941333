/**
 * Divides a file's blocks into the sections of a book at its headings.
 * In: blocks, and what is known of the file. Out: pieces with their kind, heading and blocks.
 */
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { kindAmong, kindNamedBy, type SectionKind } from '../book/sections.ts';

export interface SectionBlocks {
  readonly kind: SectionKind;
  readonly heading?: Heading | undefined;
  /** A title for the contents, where it has no heading. */
  readonly title?: string | undefined;
  readonly blocks: readonly RootContent[];
  /** The chapters of a part, when one file holds both. */
  readonly pieces: readonly SectionBlocks[];
}

/** What a heading's class says (`{.dedication}`), or its words mean: “Part Two”, “Acknowledgements”. */
export function kindOfHeading(heading: Heading | undefined): SectionKind | undefined {
  if (!heading) return undefined;
  const { classes = [], epubType = '' } = heading.data?.authored ?? {};
  return kindAmong([...classes, epubType]) ?? kindNamedBy(textOf(heading, { includeHtml: false }));
}

/**
 * Divides blocks. A file whose kind is known and is neither chapter nor part is one section. Others divide at
 * their level-1 headings or, lacking those, at level 2; a part in them divides once more at the next level.
 */
export function splitSections(blocks: readonly RootContent[], kind: SectionKind | undefined): readonly SectionBlocks[] {
  const depth = chapterDepth(blocks);
  const one = kind !== undefined && kind !== 'chapter' && kind !== 'part';
  if (one || depth === undefined) return [pieceOf(blocks, kind)];
  return cut(blocks, depth).map((run) => {
    const heading = run[0]?.type === 'heading' ? run[0] : undefined;
    const own = kind ?? kindOfHeading(heading);
    if (own !== 'part') return pieceOf(run, own);
    const [opening = [], ...chapters] = cutAtNext(run, depth);
    return { ...pieceOf(opening, 'part'), pieces: chapters.map((each) => pieceOf(each, undefined)) };
  });
}

/** Pieces and the chapters of parts among them, in reading order. */
export function* allPieces(pieces: readonly SectionBlocks[]): Iterable<SectionBlocks> {
  for (const piece of pieces) {
    yield piece;
    yield* allPieces(piece.pieces);
  }
}

function pieceOf(blocks: readonly RootContent[], kind: SectionKind | undefined): SectionBlocks {
  const [first, ...rest] = blocks;
  const heading = first?.type === 'heading' ? first : undefined;
  return { kind: kind ?? kindOfHeading(heading) ?? 'chapter', heading, blocks: heading ? rest : blocks, pieces: [] };
}

/** The level at which blocks divide. */
export function chapterDepth(blocks: readonly RootContent[]): number | undefined {
  let least: number | undefined;
  for (const block of blocks) if (block.type === 'heading' && block.depth < (least ?? 3)) least = block.depth;
  return least;
}

/** Runs of blocks, each but perhaps the first opened by a heading of that depth. */
function cut(blocks: readonly RootContent[], depth: number): RootContent[][] {
  const runs: RootContent[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (!last || (block.type === 'heading' && block.depth === depth)) runs.push([block]);
    else last.push(block);
  }
  return runs;
}

function cutAtNext(run: readonly RootContent[], depth: number): RootContent[][] {
  const deeper = run.slice(1).flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  const next = deeper.length ? Math.min(...deeper) : depth;
  const [heading, ...rest] = run;
  if (!heading || next <= depth) return [[...run]];
  const runs = cut(rest, next);
  const opening = runs[0]?.[0];
  return opening?.type === 'heading' && opening.depth === next
    ? [[heading], ...runs]
    : [[heading, ...(runs[0] ?? [])], ...runs.slice(1)];
}
