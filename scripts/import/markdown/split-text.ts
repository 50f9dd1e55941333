/**
 * Divides the text of a whole book into the files of its chapters, as the press would divide it into sections. In: Markdown and its tree.
 * Out: pieces of the text as it was typed, their headings one level up where a title stood over them, each with the notes and link
 * definitions that it refers to.
 */
import type { Nodes, Root } from 'mdast';
import { walk } from '../../book/walk.ts';
import { type Expanded, type TopHeading, topHeadings } from './parse-foreign.ts';

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
  const below = Math.min(...headings.slice(1).map(({ depth }) => depth));
  const chapters = headings.filter(({ depth }) => depth === below).length;
  const title = isSole && chapters > 1 && text.slice(0, first.start).trim() === '' ? first : undefined;
  const level = title ? below : Math.min(2, ...headings.map(({ depth }) => depth));
  const cuts = headings.filter(({ depth }) => depth === level);
  if (cuts.length < 2)
    return { pieces: [{ text, lines, heading: first }], title: title?.words ?? (isSole ? first.words : undefined) };
  const definitions = definitionsOf(tree, text);
  // More than a line or two above the first heading is a page of its own.
  const isAbove = !title && text.slice(0, cuts[0]?.start).trim().length > 100;
  const heads: readonly (TopHeading | undefined)[] = isAbove ? [undefined, ...cuts] : cuts;
  const starts = heads.map((head, at) => (at === 0 ? 0 : (head?.start ?? 0)));
  /** What falls into each piece, by where it starts. */
  const byPiece = <Item extends { readonly start: number }>(items: readonly Item[]): readonly (readonly Item[])[] => {
    const grouped: Item[][] = starts.map(() => []);
    let at = 0;
    for (const item of [...items].sort((a, b) => a.start - b.start)) {
      while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= item.start) at++;
      grouped[at]?.push(item);
    }
    return grouped;
  };
  const edits = byPiece<Edit>([
    ...[...definitions.values(), ...(title ? [title] : [])].map(({ start, end }) => ({ start, end, text: '' })),
    ...(title ? headings.filter(({ depth }) => depth > 1) : []).map(({ start, end, depth }) => ({
      start,
      end,
      text: raisedHeading(text.slice(start, end), depth - below + 1),
    })),
  ]);
  const blocks = byPiece(
    tree.children.flatMap((node) =>
      node.type === 'definition' || node.type === 'footnoteDefinition'
        ? []
        : [{ node, start: node.position?.start.offset ?? 0 }],
    ),
  );
  const referred = referencesIn(tree);
  const unreferred = byPiece([...definitions].flatMap(([key, each]) => (referred.has(key) ? [] : [each])));
  let line = 0;
  const pieces = heads.map((heading, at): Piece => {
    const [from = 0, to = text.length] = [starts[at], starts[at + 1]];
    const wanted = referencesIn({ type: 'root', children: (blocks[at] ?? []).map(({ node }) => node) }, definitions);
    const own = [...[...wanted].flatMap((key) => definitions.get(key) ?? []), ...(unreferred[at] ?? [])];
    const parts = [
      cutOut({ text, lines }, { start: from, end: to, line }, edits[at] ?? []),
      ...own.sort((a, b) => a.start - b.start).map((each) => cutOut({ text, lines }, each, [])),
    ];
    for (let next = text.indexOf('\n', from); next >= 0 && next < to; next = text.indexOf('\n', next + 1)) line++;
    return { ...joined(parts), heading };
  });
  return { pieces, title: title?.words };
}

/** A stretch of a text with the definitions that it refers to, wherever they stand. */
export function cutPart(text: string, tree: Root, from: number, to: number): string {
  const definitions = definitionsOf(tree, text);
  const isIn = ({ start }: Span) => start >= from && start < to;
  const children = tree.children.filter((node) => {
    const start = node.position?.start.offset ?? 0;
    return node.type !== 'definition' && node.type !== 'footnoteDefinition' && isIn({ start, end: start });
  });
  const wanted = referencesIn({ type: 'root', children }, definitions);
  const edits = [...definitions.values()].filter(isIn).map(({ start, end }) => ({ start, end, text: '' }));
  const cut = (span: Span, changes: readonly Edit[]) => cutOut({ text, lines: [] }, { ...span, line: 0 }, changes);
  const own = [...wanted].flatMap((key) => definitions.get(key) ?? []);
  return joined([cut({ start: from, end: to }, edits), ...own.map((each) => cut(each, []))]).text;
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
  /** Its first line, from 0. */
  readonly line: number;
}

/** Definitions of links and notes, by kind and identifier. */
function definitionsOf({ children }: Root, text: string): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const node of children) {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') continue;
    const { start, end } = node.position ?? {};
    const key = `${node.type === 'definition' ? 'link' : 'note'} ${node.identifier}`;
    // A note in its line has its definition there.
    if (start?.offset === undefined || end?.offset === undefined || text[start.offset] !== '[' || found.has(key))
      continue;
    found.set(key, { node, start: start.offset, end: end.offset, line: start.line - 1 });
  }
  return found;
}

/** The keys of what a tree refers to; and of what that refers to, where definitions are given. */
function referencesIn(tree: Root, definitions?: ReadonlyMap<string, Definition>): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (node: Nodes): void => {
    if (node.type === 'footnoteReference') found.add(`note ${node.identifier}`);
    else if (node.type === 'linkReference' || node.type === 'imageReference') found.add(`link ${node.identifier}`);
  };
  walk<Nodes>(tree, collect);
  for (const key of found) {
    const node = definitions?.get(key)?.node; // `found` grows as notes refer to notes
    if (node?.type === 'footnoteDefinition') walk<Nodes>(node, collect);
  }
  return found;
}

/** A heading at another level; one that is underlined gets number signs. */
function raisedHeading(typed: string, depth: number): string {
  const bare = typed.startsWith('#')
    ? typed.replace(/^#+/, '')
    : ` ${typed.replace(/\n[^\n]*$/, '').replace(/\s*\n\s*/g, ' ')}`;
  return `${'#'.repeat(depth)}${bare}`;
}

/** A stretch of a text, which begins on a line (from 0), with edits in it, and without blank lines at its ends. */
function cutOut({ text, lines }: Expanded, span: Span & { readonly line: number }, edits: readonly Edit[]): Expanded {
  const rows: string[] = [''];
  let { line } = span;
  const origins: number[] = [lines[line] ?? 1];
  const add = (part: string, isTyped: boolean): void => {
    const [head = '', ...others] = part.split('\n');
    rows[rows.length - 1] += head;
    for (const row of others) {
      if (isTyped) line++;
      rows.push(row);
      origins.push(lines[line] ?? 1);
    }
  };
  let done = span.start;
  for (const edit of edits) {
    if (edit.start < done) continue;
    add(text.slice(done, edit.start), true);
    add(edit.text, false);
    line += text.slice(edit.start, edit.end).split('\n').length - 1;
    done = edit.end;
  }
  add(text.slice(done, span.end), true);
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
