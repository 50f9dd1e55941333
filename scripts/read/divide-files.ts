/**
 * Divides a book's files into its sections: the opening first, then what each file holds.
 * In: the files' trees in reading order, and what metadata says. Out: pieces of sections, each with its file and notes.
 */
import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import type { BookValues, Facts } from '../book/metadata-schema.ts';
import { collector } from '../report/collector.ts';
import { guessed, type Outcome, type Place, type Problem, placeOf, problem } from '../report/problem.ts';
import { joinNames } from './chapter-names.ts';
import { takeDivPages } from './div-pages.ts';
import { notesOf } from './notes.ts';
import { type Opening, readOpening } from './opening.ts';
import { isNote } from './opening-lines.ts';
import type { KeyedFile } from './read-files.ts';
import { allPieces, type SectionBlocks, splitSections } from './split-sections.ts';

export interface ParsedFile {
  readonly file: KeyedFile;
  readonly tree: Root;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

export interface PlacedPiece {
  readonly piece: SectionBlocks;
  readonly file: KeyedFile;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** Whether it was typed above the first chapter of its file, or is a page of its own. */
  readonly isFront: boolean;
}

interface Division {
  readonly pieces: readonly PlacedPiece[];
  /** The title that the text gives itself, and other facts in its first lines. */
  readonly title: string | undefined;
  readonly facts: Facts;
  /** Where there were more sections than the limit. */
  readonly tooMany: Place | undefined;
}

interface DivideOptions {
  readonly values: BookValues;
  /** Whether the book's first lines may say what it is: there is no `book.yaml`, and no import has read them. */
  readonly learns: boolean;
  /** Whether lines are read as prose is meant (`markdown/prose/`). */
  readonly prose: boolean;
  /** How many sections a book may have. */
  readonly limit: number;
}

/** Divides files. */
export function divideFiles(
  parsed: readonly ParsedFile[],
  { values, learns, prose, limit }: DivideOptions,
): Outcome<Division> {
  const { problems, take, add } = collector();
  const pieces: PlacedPiece[] = [];
  let opening: Opening | undefined;
  let left = limit;
  let tooMany: Place | undefined;
  for (const each of parsed) {
    const isStory = prose && (each.file.kind === undefined || each.file.kind === 'chapter');
    const isFirst = opening === undefined;
    opening ??= readOpening(each.tree.children, values, {
      mayTitle: !values.order && parsed.slice(1).every(isBelowTitle),
      readsLines: isStory,
      learns,
    });
    const { blocks, front } = isFirst ? opening : { blocks: each.tree.children, front: [] };
    const isLast = each === parsed.at(-1);
    for (const placed of take(divideFile(each, { blocks, front, sinks: isStory && !isFirst, isLast }))) {
      pieces.push(placed);
      for (const { heading } of allPieces([placed.piece])) if (--left < 0) tooMany ??= placeOf(each.file.path, heading);
    }
    if (tooMany) break;
  }
  const { title, facts = {} } = opening ?? {};
  if (!prose) return { value: { pieces, title, facts, tooMany }, problems };
  const names = joinNames(pieces.map(({ piece }) => piece));
  add(namesTold(names.joined, pieces));
  add(factsTold(facts, parsed[0]?.file.path));
  const named = pieces.map((placed, at) => ({ ...placed, piece: names.pieces[at] ?? placed.piece }));
  return { value: { pieces: named, title, facts, tooMany }, problems };
}

interface FileBlocks {
  /** What is left of the file where its opening was read. */
  readonly blocks: readonly RootContent[];
  /** Sections that its opening has. */
  readonly front: readonly SectionBlocks[];
  /** Whether lines above the first chapter belong to it. */
  readonly sinks: boolean;
  readonly isLast: boolean;
}

/** Divides a file: pages of its own, chapters, and at their end the notes that nothing refers to. */
function divideFile(
  { file, notes }: ParsedFile,
  { blocks, front: opening, sinks, isLast }: FileBlocks,
): Outcome<readonly PlacedPiece[]> {
  const pages = file.kind === undefined ? takeDivPages(blocks, isLast) : { front: [], blocks, back: [] };
  const front = [...opening, ...pages.front];
  const all = [...front, ...pages.back].flatMap((each) => each.blocks).concat(pages.blocks);
  const { value: orphans, problems } = partOrphans(all, notes, file.path);
  const own = splitSections(pages.blocks, file.kind);
  const chapters = endWith(sinks ? sinkLines(own) : own, orphans.blocks);
  const made = [...front, ...chapters, ...pages.back];
  const kept = made.filter(({ heading, blocks: { length } }) => made.length === 1 || heading || length > 0);
  const value = kept.map((piece) => ({ piece, file, notes: orphans.notes, isFront: !chapters.includes(piece) }));
  return { value, problems };
}

/** Whether a file opens with a chapter below a title in another. */
const isBelowTitle = ({ tree: { children } }: ParsedFile): boolean =>
  children[0]?.type === 'heading' &&
  children[0].depth === 2 &&
  children.every((block) => block.type !== 'heading' || block.depth > 1);

/** A few lines above the heading of a file's only or first chapter stand below it: its author's note, an epigraph. */
function sinkLines(pieces: readonly SectionBlocks[]): readonly SectionBlocks[] {
  const [lines, chapter, ...rest] = pieces;
  if (!lines || lines.heading || lines.pieces.length > 0 || !chapter?.heading) return pieces;
  const count = lines.blocks.reduce((sum, block) => sum + textOf(block).split(/\s+/).length, 0);
  if (count > mostAbove) return pieces;
  const [first] = lines.blocks;
  const blocks: readonly RootContent[] =
    first && isNote(first)
      ? [{ type: 'containerDirective', name: 'note', children: [...lines.blocks] } as ContainerDirective]
      : lines.blocks;
  return [{ ...chapter, blocks: [...blocks, ...chapter.blocks] }, ...rest];
}

/** More words than these go on with the story of the file before. */
const mostAbove = 120;

function factsTold(facts: Facts, path: string | undefined): readonly Problem[] {
  const keys = Object.keys(facts).join(', ');
  if (keys === '' || path === undefined) return [];
  const reason = `Lines above the first chapter are read as what book.yaml would say: ${keys}.`;
  const place = { path, start: { line: 1, column: 1 } };
  return [guessed(0.95, problem('structure-guessed', place, reason), `${keys} above the first chapter`)];
}

function namesTold(headings: readonly Heading[], pieces: readonly PlacedPiece[]): readonly Problem[] {
  const [first] = headings;
  const file = pieces.find(({ piece }) => [...allPieces([piece])].some(({ heading }) => heading === first))?.file;
  if (!first || !file) return [];
  const reason = `The lines below the numbers of ${headings.length} chapters are their names.`;
  return [guessed(0.9, problem('structure-guessed', placeOf(file.path, first), reason))];
}

/** Parts a file's notes into those that are referred to, and the blocks of those that are not, which become text. */
function partOrphans(
  blocks: readonly RootContent[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
  path: string,
): Outcome<{ readonly blocks: readonly RootContent[]; readonly notes: ReadonlyMap<string, FootnoteDefinition> }> {
  const problems: Problem[] = [];
  const orphans: RootContent[] = [];
  const left = new Map(notes);
  const used = new Set(
    notesOf({ type: 'root', children: [...blocks] }, undefined, notes).map(({ identifier }) => identifier),
  );
  for (const [identifier, node] of notes) {
    if (used.has(identifier)) continue;
    problems.push(
      problem(
        'note-without-reference',
        placeOf(path, node),
        `Nothing refers to note “${node.label ?? identifier}”; its words are printed at the end of the section.`,
        `Type “[^${node.label ?? identifier}]” where the note belongs.`,
      ),
    );
    orphans.push(...node.children);
    left.delete(identifier);
    for (const each of notesOf({ type: 'root', children: node.children }, undefined, left)) used.add(each.identifier);
  }
  return { value: { blocks: orphans, notes: left }, problems };
}

/** Pieces of which the last ends with these blocks too. */
function endWith(pieces: readonly SectionBlocks[], blocks: readonly RootContent[]): readonly SectionBlocks[] {
  const last = pieces.at(-1);
  if (!last || blocks.length === 0) return pieces;
  const ended = last.pieces.length
    ? { ...last, pieces: endWith(last.pieces, blocks) }
    : { ...last, blocks: [...last.blocks, ...blocks] };
  return [...pieces.slice(0, -1), ended];
}
