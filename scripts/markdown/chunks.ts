/**
 * Parses a long text in chunks, so that what the parser keeps in mind (some kilobytes for each mark) is that of a
 * chunk and not of the whole. In: a text, and how a chunk is parsed. Out: the tree of the whole.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { walk } from '../book/walk.ts';
import type { Outcome, Problem } from '../report/problem.ts';
import { labelsDefined, labelsIn, noLabels, type ReferenceLabels } from './reference-labels.ts';
import { findDivs } from './syntax/fenced-divs.ts';
import { findTables } from './syntax/tables.ts';

/** In characters. What the parser does twice for twice the text it does four times for some texts: short lists between paragraphs. */
const chunkLength = 3_000;

/**
 * A blank line, and after it what marks no list and no caption: no list, quotation or note goes on there (CommonMark §5), no paragraph either.
 * Fenced code and some raw HTML may; then the last block of the chunk reaches to its very end.
 */
const seam = /\n[ \t]*\n(?![Tt]able: )(?=[^\s>*+\-0-9:]|:::)/g;

/** Parses a chunk, where these labels are defined besides its own, that begins on this line of the text. */
export type ParseChunk = (chunk: string, labels: ReferenceLabels, firstLine: number) => Promise<Outcome<Root>>;

/** Parses a text in chunks of some length. A chunk that is refused ends the work. */
export async function parseInChunks(
  text: string,
  parsePortion: ParseChunk,
  length: number = chunkLength,
): Promise<Outcome<Root>> {
  const possible = text.includes(']:') ? labelsIn(text) : noLabels;
  const first = await parseWithLabels(possible, text, parsePortion, length);
  if (possible === noLabels || first.problems.length > 0) return first;
  const labels = labelsDefined(first.value, possible);
  if (!labels) return parsePortion(text, noLabels, 1);
  if (labels.links.size === possible.links.size && labels.notes.size === possible.notes.size) return first;
  // Blocks do not depend on labels, so now they are known.
  return parseWithLabels(labels, text, parsePortion, length);
}

async function parseWithLabels(
  labels: ReferenceLabels,
  text: string,
  parsePortion: ParseChunk,
  length: number,
): Promise<Outcome<Root>> {
  const children: RootContent[] = [];
  let at: Point & { readonly offset: number } = { line: 1, column: 1, offset: 0 };
  const whole = [...findDivs(text).divs, ...spansOf(text, findTables(text))];
  let wanted = length;
  while (at.offset < text.length) {
    const end = endOfChunk(text, at.offset + wanted, whole);
    const chunk = text.slice(at.offset, end);
    const { value: tree, problems } = await parsePortion(chunk, labels, at.line);
    if (problems.length > 0)
      return { value: { type: 'root', children: [] }, problems: problems.map((each) => moveProblem(each, at)) };
    if (end < text.length && (tree.children.at(-1)?.position?.end.offset ?? 0) >= chunk.length) {
      wanted = 2 * chunk.length; // the seam was no seam
      continue;
    }
    const by = at;
    // Points are made anew: two nodes may share one.
    walk<Nodes>(tree, (node) => {
      if (node.position) node.position = { start: moved(node.position.start, by), end: moved(node.position.end, by) };
    });
    for (const child of tree.children) children.push(child);
    const last = tree.position?.end ?? { line: 1, column: 1 };
    at = { line: at.line + last.line - 1, column: last.column, offset: end };
    wanted = length;
  }
  return {
    value: { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: at } },
    problems: [],
  };
}

function endOfChunk(text: string, from: number, whole: readonly Span[]): number {
  if (from >= text.length) return text.length;
  seam.lastIndex = from;
  const end = seam.exec(text) ? seam.lastIndex : text.length;
  const held = whole.find((each) => each.start < end && end <= each.end);
  return held ? endOfChunk(text, held.end, whole) : end;
}

/** A stretch that no chunk may end in. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where runs of lines begin and end, in characters. */
function spansOf(text: string, runs: ReturnType<typeof findTables>): readonly Span[] {
  if (runs.size === 0) return [];
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  return [...runs].map(([first, { last }]) => ({ start: starts[first - 1] ?? 0, end: starts[last] ?? text.length }));
}

/** A point of a portion, in the whole text. */
const moved = (point: Point, by: Point): Point => ({
  line: point.line + by.line - 1,
  column: point.column,
  ...(point.offset !== undefined && { offset: point.offset + (by.offset ?? 0) }),
});

function moveProblem(each: Problem, by: Point): Problem {
  const { place } = each;
  if (!place) return each;
  return {
    ...each,
    place: {
      path: place.path,
      ...(place.start && { start: moved(place.start, by) }),
      ...(place.end && { end: moved(place.end, by) }),
    },
  };
}
