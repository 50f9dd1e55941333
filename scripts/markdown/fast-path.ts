/**
 * Spares the parser what it has nothing to say about: paragraphs in which no character means anything to Markdown.
 * In: a text. Out: a shorter text with a stand-in for each run of such paragraphs, and the way back from the short
 * text's tree to the tree that the parser would have made of the whole.
 */
import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { walk } from '../book/walk.ts';

interface PlainExtract {
  /** What is left to parse. */
  readonly text: string;
  /** Makes the short text's tree the whole text's; false where a stand-in did not come back as a paragraph of its own. */
  restore(tree: Root): boolean;
  /** The whole text's line (from 1) of the short text's. */
  readonly lineOf: (line: number) => number;
}

/** A paragraph (CommonMark §4.8) at the top level, of one line. */
const standIn = 'x';

/**
 * A line that is paragraph text (CommonMark §4.8) wherever it stands after a blank one and after its like: it begins no
 * other block (§4, §5), and nothing in it begins an escape, reference, code, emphasis, link, raw HTML, table, strikethrough, superscript, highlight, formula or ruby.
 */
const plainLine =
  /^(?!\d+[.)]|[Tt]able:)[A-Za-z0-9"'(\u00A1-\u167F\u2010-\u2027\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFD](?:[^\u0000-\u001F\\`*_[\]<&~|^=$《]*[^\s\u0000-\u001F\\`*_[\]<&~|^=$《])?$/;
const blankLine = /^[ \t]*$/;
/** What makes a text's lines other than we count them. */
const otherLines = /^\uFEFF|\r/;

/** Takes the plain paragraphs out of a text, without those that hold a line (from 1) with a meaning; undefined where there is little to gain. */
export function extractPlain(
  text: string,
  hasMeaning: (line: number) => boolean = () => false,
): PlainExtract | undefined {
  if (otherLines.test(text)) return undefined;
  const starts: number[] = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const endOf = (line: number): number => (starts[line + 1] ?? text.length + 1) - 1;
  const lineAt = (line: number): string => text.slice(starts[line], endOf(line));

  /** The runs of plain paragraphs, by the line of their stand-in in the short text (from 1). */
  const runs = new Map<number, readonly Paragraph[]>();
  /** For each line of the short text (from 0), the line of the text it was (from 0). */
  const kept: number[] = [];
  const parts: string[] = [];
  const keep = (line: number, as: string = lineAt(line)): void => {
    kept.push(line);
    parts.push(as);
  };
  const isPlain = (from: number, to: number): boolean => {
    for (let line = from; line < to; line++) if (!plainLine.test(lineAt(line)) || hasMeaning(line + 1)) return false;
    return true;
  };
  const begin = (line: number): Paragraph[] => {
    const begun: Paragraph[] = [];
    keep(line, standIn);
    runs.set(kept.length, begun);
    return begun;
  };
  let run: Paragraph[] | undefined;
  for (let line = 0; line < starts.length; ) {
    if (blankLine.test(lineAt(line))) {
      if (!run) keep(line);
      line++;
      continue;
    }
    const first = line;
    while (line < starts.length && !blankLine.test(lineAt(line))) line++;
    if (isPlain(first, line)) {
      run ??= begin(first);
      run.push(paragraphOf(text, starts, first, line - 1, endOf(line - 1)));
    } else {
      for (let each = run ? first - 1 : first; each < line; each++) keep(each);
      run = undefined;
    }
  }
  if (runs.size === 0) return undefined;
  const last = starts.length - 1;
  const end: Point = { line: last + 1, column: text.length - (starts[last] ?? 0) + 1, offset: text.length };
  return {
    text: parts.join('\n'),
    restore: (tree) => restore(tree, runs, kept, starts, end),
    lineOf: (line) => (kept[line - 1] ?? 0) + 1,
  };
}

/** The tree of a text that is one plain line, or none. */
export function parsePlain(text: string): Root | undefined {
  if (text === '') return { type: 'root', children: [] };
  return plainLine.test(text) ? { type: 'root', children: [paragraphOf(text, [0], 0, 0, text.length)] } : undefined;
}

function paragraphOf(text: string, starts: readonly number[], first: number, last: number, end: number): Paragraph {
  const start = starts[first] ?? 0;
  const position = () => ({
    start: { line: first + 1, column: 1, offset: start },
    end: { line: last + 1, column: end - (starts[last] ?? 0) + 1, offset: end },
  });
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: text.slice(start, end), position: position() }],
    position: position(),
  };
}

function restore(
  tree: Root,
  runs: ReadonlyMap<number, readonly Paragraph[]>,
  kept: readonly number[],
  starts: readonly number[],
  end: Point,
): boolean {
  let found = 0;
  const children: RootContent[] = [];
  const others: RootContent[] = [];
  for (const child of tree.children) {
    const run = child.type === 'paragraph' ? runs.get(child.position?.start.line ?? 0) : undefined;
    if (run) {
      found++;
      for (const each of run) children.push(each);
    } else {
      children.push(child);
      others.push(child);
    }
  }
  if (found !== runs.size) return false;
  tree.children = others;
  walk<Nodes>(tree, ({ position }) => {
    if (!position) return;
    for (const point of [position.start, position.end]) {
      const line = kept[point.line - 1] ?? 0;
      point.line = line + 1;
      point.offset = (starts[line] ?? 0) + point.column - 1;
    }
  });
  tree.children = children;
  if (tree.position) tree.position.end = end;
  return true;
}
