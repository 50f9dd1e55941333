/** Parts a long run of blocks into chapters at its headings, and gives each its notes. In: mdast. Out: pieces. */
import type { FootnoteDefinition, FootnoteReference, Heading, Nodes, RootContent } from 'mdast';
import type { SectionKind } from '../../book/sections.ts';
import { walk } from '../../book/walk.ts';
import type { Notes } from './find-notes.ts';

/** A part of a page that becomes sections. */
export interface PagePart {
  readonly blocks: readonly RootContent[];
  /** What it is, where the page says so; else its heading tells. */
  readonly kind?: SectionKind | undefined;
  /** A title that only the contents show. */
  readonly title?: string | undefined;
  /** Where it came from. */
  readonly address?: string | undefined;
  /** Whether it is divided at its headings. */
  readonly divides?: boolean | undefined;
}

export interface Divided {
  /** A heading over all the others: the title of the whole. */
  readonly title: Heading | undefined;
  /** Each opens with a heading of the first level, except perhaps the first. */
  readonly pieces: readonly (readonly RootContent[])[];
}

/** Divides at the topmost headings; one that stands alone above several others is the title of the whole. */
export function divideBlocks(blocks: readonly RootContent[]): Divided {
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  const top = Math.min(...depths);
  const below = depths.filter((depth) => depth > top);
  const next = Math.min(...below);
  const first = blocks[0];
  const titled =
    first?.type === 'heading' &&
    first.depth === top &&
    depths.filter((depth) => depth === top).length === 1 &&
    below.filter((depth) => depth === next).length > 1;
  const title = titled ? first : undefined;
  return { title, pieces: cut(titled ? blocks.slice(1) : blocks, titled ? next : top) };
}

/** The pieces alone; a heading over all of them opens the first. */
export function piecesOf(blocks: readonly RootContent[]): Divided['pieces'] {
  const { title, pieces } = divideBlocks(blocks);
  const [first = [], ...others] = pieces;
  return title ? [raised([title, ...first]), ...others] : pieces;
}

/** Pieces that each open with one of the topmost headings, though it be the only one. */
export function chaptersOf(blocks: readonly RootContent[]): Divided['pieces'] {
  return cut(blocks, Math.min(...blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []))));
}

function cut(blocks: readonly RootContent[], depth: number): readonly (readonly RootContent[])[] {
  const pieces: RootContent[][] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (!last || (block.type === 'heading' && block.depth === depth)) pieces.push([block]);
    else last.push(block);
  }
  return pieces.map((piece) => raised(piece));
}

/** The same blocks, the first heading on the first level and the others below it. */
export function raised(blocks: readonly RootContent[]): readonly RootContent[] {
  const [first] = blocks;
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  const by = first?.type === 'heading' ? first.depth - 1 : Math.min(...depths) - 3; // without its own, a chapter’s headings stay too deep to divide it
  return blocks.map((block, at) => {
    if (block.type !== 'heading' || !Number.isFinite(by)) return block;
    const depth = Math.max(at === 0 ? 1 : 2, Math.min(6, block.depth - by));
    const [only, ...more] = block.children; // headings are bold without it
    const children = only?.type === 'strong' && more.length === 0 ? only.children : block.children;
    return { ...block, children, depth: depth as 1 };
  });
}

/**
 * Blocks with the notes they refer to, numbered from 1 in the order of reference. Notes that were taken go from `notes` to `spent`;
 * one that another section had already is printed in both, and goes to `repeated`.
 */
export function withNotes(
  blocks: readonly RootContent[],
  notes: Notes,
  { spent, repeated }: { readonly spent: Notes; readonly repeated: FootnoteDefinition[] },
): readonly RootContent[] {
  const numbers = new Map<string, string>();
  const taken: FootnoteDefinition[] = [];
  let refers = false;
  const take = (list: readonly RootContent[]): void =>
    walk<Nodes>({ type: 'root', children: [...list] }, (node) => {
      if (node.type !== 'footnoteReference') return;
      refers = true;
      const known = numbers.get(node.identifier);
      const definition = notes.get(node.identifier) ?? spent.get(node.identifier);
      if (known === undefined && !definition) return;
      const label = known ?? String(numbers.size + 1);
      if (known === undefined && definition) {
        numbers.set(node.identifier, label);
        if (!notes.has(node.identifier)) repeated.push(definition);
        // Numbers are put into the tree itself: each section has a tree of its own.
        taken.push({ ...structuredClone(definition), identifier: label, label });
        spent.set(node.identifier, structuredClone(definition));
        notes.delete(node.identifier);
      }
      renumber(node, label);
    });
  take(blocks);
  if (!refers) return trimmedBreaks(blocks);
  for (const note of taken) take(note.children); // `taken` grows as notes refer to notes
  const labels = new Set(numbers.values());
  return [...trimmedBreaks(blocks), ...taken].map((block) => withoutDangling(block, labels) as RootContent);
}

/** A reference whose note was left out, with a menu that it stood in, refers to nothing. */
function withoutDangling(node: Nodes, labels: ReadonlySet<string>): Nodes {
  if (!('children' in node)) return node;
  const children = node.children
    .filter((child) => child.type !== 'footnoteReference' || labels.has(child.identifier))
    .map((child) => withoutDangling(child, labels));
  return { ...node, children } as Nodes;
}

/** A break parts what is before it from what is after it; at an end it parts nothing, and two part no more than one. */
function trimmedBreaks(blocks: readonly RootContent[]): readonly RootContent[] {
  const end = blocks.findLastIndex(({ type }) => type !== 'thematicBreak');
  const isBreak = (at: number): boolean => blocks[at]?.type === 'thematicBreak';
  return blocks.slice(0, end + 1).filter((_, at) => !(isBreak(at) && isBreak(at + 1)));
}

function renumber(node: FootnoteReference, label: string): void {
  node.identifier = label;
  node.label = label;
}
