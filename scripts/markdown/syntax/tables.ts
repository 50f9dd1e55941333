/**
 * Pandoc’s tables that are drawn by lines (grid, simple, multiline), and captions of all tables: a paragraph `: …` or `Table: …` beside one.
 * In: a text, and a parser for what stands in cells. Out: tables as GFM’s are, with `data.headRows`, cells that hold blocks, and captions.
 */
import type {
  BlockContent,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  RowContent,
  Table,
} from 'mdast';
import type { CompileContext, Token, Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import { walk } from '../../book/walk.ts';
import { alignedTableAt } from './aligned-tables.ts';
import { gridTableAt } from './grid-tables.ts';
import { type InnerParser, moved, parseStretches, type TypedLine } from './inner-parser.ts';
import { findRuns, type LineRun, runConstruct } from './line-runs.ts';
import type { DrawnCell, DrawnTable } from './table-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    drawnTable: 'drawnTable';
  }
}

declare module 'mdast' {
  interface TableData {
    /** How many rows head the others; one where it does not say. */
    headRows?: number;
  }
  /** A cell of a table that holds more than a line of text. */
  interface BlockCell extends Parent {
    type: 'blockCell';
    children: BlockContent[];
  }
  /** A table’s caption: the first of its children. */
  interface TableCaption extends Parent {
    type: 'tableCaption';
    children: PhrasingContent[];
  }
  interface RowContentMap {
    blockCell: BlockCell;
  }
  interface TableContentMap {
    tableCaption: TableCaption;
  }
  interface RootContentMap {
    blockCell: BlockCell;
    tableCaption: TableCaption;
  }
}

const tableAt = (lines: readonly string[], at: number): DrawnTable | undefined =>
  gridTableAt(lines, at) ?? alignedTableAt(lines, at);

/** The lines of a text’s tables: for each first line (from 1) the last. */
export const findTables = (text: string): ReadonlyMap<number, LineRun> =>
  /\+[-:=]|-- {2}|-- --/.test(text)
    ? findRuns(text, (lines, at) => {
        const table = tableAt(lines, at);
        return table && at + table.lines;
      })
    : new Map();

/** The syntax of a text’s tables. They are blocks that interrupt no paragraph. */
export function tableSyntax(text: string, inner: InnerParser): Extension {
  const table = runConstruct('drawnTable', findTables(text), inner);
  return { flowInitial: { null: table, [-2]: table, [-1]: table, 32: table } };
}

/** The tree’s side of it. */
export function tableFromMarkdown(inner: InnerParser): TreeExtension {
  const lines: TypedLine[] = [];
  return {
    enter: {
      drawnTable() {
        lines.length = 0;
      },
      drawnTableLine(token) {
        const { start } = lines[0] ?? token;
        while (lines.length < token.start.line - start.line) lines.push({ text: '', start }); // blank lines are no tokens
        lines.push({ text: this.sliceSerialize(token), start: token.start });
      },
    },
    exit: {
      drawnTable(token) {
        const drawn = tableAt(
          lines.map(({ text }) => text),
          0,
        );
        if (drawn) enterTable(this, token, drawn, (cell) => cellOf(cell, drawn.holdsBlocks, lines, inner));
        else enterLines(this, token);
      },
    },
  };
}

function enterTable(
  context: CompileContext,
  token: Token,
  { rows, align, headRows }: DrawnTable,
  cell: (drawn: DrawnCell) => RowContent,
): void {
  const table: Table = { type: 'table', align, children: [], data: { headRows } };
  for (const row of rows) table.children.push({ type: 'tableRow', children: row.map(cell) });
  context.enter(table, token);
  context.exit(token);
}

/** Lines that in their place make no table after all, as they were typed. */
function enterLines(context: CompileContext, token: Token): void {
  context.enter({ type: 'code', lang: null, meta: null, value: context.sliceSerialize(token) }, token);
  context.exit(token);
}

function cellOf(
  { stretches, columns, rows }: DrawnCell,
  holdsBlocks: boolean,
  lines: readonly TypedLine[],
  inner: InnerParser,
) {
  const found = stretches.map(({ line, from, to }) => ({
    text: lines[line]?.text.slice(from, to) ?? '',
    start: moved(lines[line]?.start, from),
  }));
  const tree = parseStretches(found, inner, !holdsBlocks);
  const [first, ...others] = tree.children;
  const spans = { ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) };
  const data = columns > 1 || rows > 1 ? { data: { hProperties: spans } } : {};
  const start = found[0]?.start;
  const last = found.at(-1);
  const position = start && last && { position: { start, end: moved(last.start, last.text.length) } };
  const rest = { ...data, ...position };
  if (first === undefined) return { type: 'tableCell' as const, children: [], ...rest };
  if (others.length === 0 && first.type === 'paragraph')
    return { type: 'tableCell' as const, children: first.children, ...rest };
  return { type: 'blockCell' as const, children: tree.children as BlockContent[], ...rest };
}

const captionMark = /^(?:[Tt]able)?:[ \t]+/;

/** Gives each table the caption beside it. */
export const captionsFromMarkdown = (): TreeExtension => ({
  transforms: [
    (tree: Root) => {
      const parents: Parents[] = [];
      walk<Nodes>(tree, (node, parent) => {
        if (node.type === 'table' && parents.at(-1) !== parent) parents.push(parent);
      });
      for (const parent of new Set(parents)) parent.children = captioned(parent.children as RootContent[]);
    },
  ],
});

function captioned(blocks: readonly RootContent[]): RootContent[] {
  const taken = new Set<RootContent>();
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'table') continue;
    const caption = [blocks[at + 1], blocks[at - 1]].find((each) => each && !taken.has(each) && isCaption(each));
    const words = caption?.type === 'paragraph' ? caption : takeLastRow(block);
    if (caption) taken.add(caption);
    if (words) block.children.unshift(captionOf(words));
  }
  return blocks.filter((block) => !taken.has(block));
}

const isCaption = (node: Nodes): boolean => {
  const [first] = node.type === 'paragraph' || node.type === 'tableCell' ? node.children : [];
  return first?.type === 'text' && captionMark.test(first.value) && first.data?.literal?.[0] !== 0;
};

/** GFM takes a line right below a table for a row of it. */
function takeLastRow(table: Table): Pick<Paragraph, 'children' | 'position'> | undefined {
  const row = table.children.at(-1);
  const cell = row?.type === 'tableRow' && table.children.length > 1 ? row.children[0] : undefined;
  const isWhole = row?.type === 'tableRow' && row.children.length === 1 && table.align?.length !== 1;
  if (!isWhole || cell?.type !== 'tableCell' || !isCaption(cell)) return undefined;
  table.children.pop();
  return cell;
}

function captionOf({ children, position }: Pick<Paragraph, 'children' | 'position'>): Table['children'][number] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return { type: 'tableCaption', children };
  const length = captionMark.exec(first.value)?.[0].length ?? 0;
  const { data, position: typed } = first;
  const text: PhrasingContent = {
    ...first,
    value: first.value.slice(length),
    ...(typed && { position: { start: moved(typed.start, length), end: typed.end } }),
    ...(data?.literal && { data: { ...data, literal: data.literal.map((index) => index - length) } }),
  };
  return { type: 'tableCaption', children: [text, ...others], ...(position && { position }) };
}
