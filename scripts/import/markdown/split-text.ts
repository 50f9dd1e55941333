/**
 * Divides the text of a whole book into the files of its chapters, as the press would divide it into sections. In: Markdown and its tree.
 * Out: pieces of the text as it was typed, their headings one level up where a title stood over them, each with the notes and link
 * definitions that it refers to.
 */
import type { Nodes, Root } from 'mdast';
import { walk } from '../../book/walk.ts';
import type { Expanded } from './embeds.ts';
import { type TopHeading, topHeadings } from './parse-foreign.ts';

export interface Piece extends Expanded {
  readonly heading: TopHeading | undefined;
}

export interface SplitText {
  readonly pieces: readonly Piece[];
  /** The heading over all the others, which is in no piece. */
  readonly title: string | undefined;
}

/** Divides a text; `lines` are those of the file for each line of the text. */
export function splitText({ text, lines }: Expanded, tree: Root): SplitText {
  const headings = topHeadings(tree);
  const [first] = headings;
  const isSole = first?.depth === 1 && headings.filter(({ depth }) => depth === 1).length === 1;
  const chapters = headings.filter(({ depth }) => depth === 2).length;
  const title = isSole && chapters > 1 && text.slice(0, first.start).trim() === '' ? first : undefined;
  const level = title ? 2 : Math.min(2, ...headings.map(({ depth }) => depth));
  const cuts = headings.filter(({ depth }) => depth === level);
  if (cuts.length < 2)
    return { pieces: [{ text, lines, heading: first }], title: title?.words ?? (isSole ? first.words : undefined) };
  const definitions = definitionsOf(tree);
  const raised = title ? headings.filter(({ depth }) => depth > 1) : [];
  const skipped = [...definitions.values(), ...(title ? [title] : [])].sort((a, b) => a.start - b.start);
  const pieces = cuts.map((heading, at): Piece => {
    const from = at === 0 ? 0 : heading.start;
    const to = cuts[at + 1]?.start ?? text.length;
    const own = definitionsFor(tree, from, to, definitions);
    const edits: Edit[] = [
      ...skipped.map(({ start, end }) => ({ start, end, text: '' })),
      ...raised.map((each) => ({ ...each, text: raisedHeading(text.slice(each.start, each.end), each.depth) })),
    ].filter(({ start }) => start >= from && start < to);
    const parts = [
      cutOut(text, lines, from, to, edits),
      ...own.map(({ start, end }) => cutOut(text, lines, start, end, [])),
    ];
    return { ...joined(parts), heading };
  });
  return { pieces, title: title?.words };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Edit extends Span {
  readonly text: string;
}

interface Definition extends Span {
  readonly node: Nodes;
}

/** Definitions of links and notes, by kind and identifier. */
function definitionsOf({ children }: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of children) {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if ((node.type !== 'definition' && node.type !== 'footnoteDefinition') || start === undefined || end === undefined)
      continue;
    const key = `${node.type === 'definition' ? 'link' : 'note'} ${node.identifier}`;
    if (!found.has(key)) found.set(key, { node, start, end });
  }
  return found;
}

/** Those that a stretch of the text refers to, and those that these refer to; one that nothing refers to stays where it stands. */
function definitionsFor(
  tree: Root,
  from: number,
  to: number,
  all: ReadonlyMap<string, Definition>,
): readonly Definition[] {
  const wanted = new Set<string>();
  const collect = (node: Nodes): void => {
    if (node.type === 'footnoteReference') wanted.add(`note ${node.identifier}`);
    else if (node.type === 'linkReference' || node.type === 'imageReference') wanted.add(`link ${node.identifier}`);
  };
  for (const block of tree.children) {
    const start = block.position?.start.offset ?? 0;
    if (start < from || start >= to || block.type === 'footnoteDefinition' || block.type === 'definition') continue;
    walk<Nodes>({ type: 'root', children: [block] }, collect);
  }
  for (const key of wanted) {
    const node = all.get(key)?.node; // `wanted` grows as notes refer to notes
    if (node && 'children' in node) walk<Nodes>(node as Extract<Nodes, { children: unknown[] }>, collect);
  }
  const referred = referredIn(tree);
  return [...all]
    .filter(([key, { start }]) => wanted.has(key) || (!referred.has(key) && start >= from && start < to))
    .map(([, definition]) => definition);
}

const known = new WeakMap<Root, ReadonlySet<string>>();

/** All that anything in the tree refers to; asked for each piece, so made once. */
function referredIn(tree: Root): ReadonlySet<string> {
  const before = known.get(tree);
  if (before) return before;
  const found = new Set<string>();
  walk<Nodes>(tree, (node) => {
    if (node.type === 'footnoteReference') found.add(`note ${node.identifier}`);
    else if (node.type === 'linkReference' || node.type === 'imageReference') found.add(`link ${node.identifier}`);
  });
  known.set(tree, found);
  return found;
}

/** A heading one level up; one that is underlined gets number signs. */
function raisedHeading(typed: string, depth: number): string {
  const bare = typed.startsWith('#')
    ? typed.replace(/^#+/, '')
    : ` ${typed.replace(/\n[^\n]*$/, '').replace(/\s*\n\s*/g, ' ')}`;
  return `${'#'.repeat(depth - 1)}${bare}`;
}

/** A stretch of a text with edits in it, without blank lines at its ends; `lines` as those of the whole. */
function cutOut(text: string, lines: readonly number[], from: number, to: number, edits: readonly Edit[]): Expanded {
  const rows: string[] = [''];
  const origins: number[] = [];
  let line = text.slice(0, from).split('\n').length - 1;
  origins.push(lines[line] ?? 1);
  const add = (part: string, isTyped: boolean): void => {
    const [head = '', ...others] = part.split('\n');
    rows[rows.length - 1] += head;
    for (const row of others) {
      if (isTyped) line++;
      rows.push(row);
      origins.push(lines[line] ?? 1);
    }
  };
  let done = from;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < done) continue;
    add(text.slice(done, edit.start), true);
    add(edit.text, false);
    line += text.slice(edit.start, edit.end).split('\n').length - 1;
    done = edit.end;
  }
  add(text.slice(done, to), true);
  const kept = rows.map((_, at) => at).filter((at) => !isBlank(rows[at]) || !isBlank(rows[at - 1] ?? ''));
  while (kept.length > 0 && isBlank(rows[kept[0] ?? 0])) kept.shift();
  while (kept.length > 0 && isBlank(rows[kept.at(-1) ?? 0])) kept.pop();
  return { text: kept.map((at) => rows[at]).join('\n'), lines: kept.map((at) => origins[at] ?? 1) };
}

const isBlank = (row: string | undefined): boolean => row !== undefined && row.trim() === '';

/** Parts with a blank line between them, and a line end. */
function joined(parts: readonly Expanded[]): Expanded {
  const full = parts.filter(({ text }) => text !== '');
  return {
    text: `${full.map(({ text }) => text).join('\n\n')}\n`,
    lines: [...full.flatMap(({ lines }, at) => (at === 0 ? lines : [lines[0] ?? 1, ...lines])), 1],
  };
}
