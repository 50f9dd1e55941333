/**
 * Parses a file's text so that any text comes to an end: as a tree that later stages can walk, or as one problem.
 * In: a text and a parser. Out: a tree, empty where a problem says why.
 */
import type { Root } from 'mdast';
import { type Limits, printLimit } from '../book/limits.ts';
import { pluginFault } from '../book/plugin-fault.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Outcome, type Point, type Problem, problem } from '../report/problem.ts';
import { type ParseChunk, parseInChunks } from './chunks.ts';
import { extendTree } from './extend/extend-tree.ts';
import { findTooDeep } from './nesting-depth.ts';
import { marksIn, type Parse } from './parse.ts';
import { prescan } from './prescan.ts';
import type { ProseLines } from './prose/prose-lines.ts';
import { keepIndents } from './prose/read-prose.ts';
import { shapeTree } from './prose/shape-tree.ts';
import { type Excess, excessOf, type Quota } from './quota.ts';
import { noLabels } from './reference-labels.ts';
import { keepVerseIndents } from './syntax/fenced-divs.ts';

export interface Guarded {
  readonly path: string;
  readonly parse: Parse;
  readonly autolinks: boolean;
  readonly hasPlugins: boolean;
  /** Whether what other tools' Markdown has stays the text that it is. */
  readonly isPlain?: boolean | undefined;
  /** What plug-ins do to the tree of the whole text, where `parse` leaves it to this. */
  readonly transform?: ((tree: Root) => Promise<Root>) | undefined;
  /** How lines of this text are read where prose means otherwise than CommonMark; nothing where CommonMark decides. */
  readonly prose?: ProseLines | undefined;
  /** What reading the whole book may still cost. */
  readonly quota: Quota;
}

/** Parses a text (the whole of a file without its metadata), under guard. */
export async function parseGuarded(typed: string, how: Guarded): Promise<Outcome<Root>> {
  const { prose } = how;
  const text = keepVerseIndents(prose ? keepIndents(typed, prose) : typed, prose);
  const { tooDeep, dense } = prescan(text, how.autolinks, how.quota.limits);
  if (tooDeep)
    return refuse(
      problem(
        'nesting-too-deep',
        placeAt(how.path, tooDeep),
        `More than ${how.quota.limits.nesting} quotations or lists stand in one another.`,
        `Put a backslash before a mark that begins no quotation and no list. ${raiseLimit('nesting', how.quota.limits)}`,
      ),
    );
  const { nodes } = how.quota;
  const parsed = await parseShallow(text, dense, how);
  if (parsed.problems.length > 0) return parsed;
  if (prose) shapeTree(parsed.value, text, prose);
  const hints = how.isPlain ? [] : extendTree(parsed.value, text, how.path);
  const { transform } = how;
  if (!transform) return { ...parsed, problems: hints };
  how.quota.nodes = nodes; // what counts is what the plug-ins leave
  const { value, problems } = await guarded(() => transform(parsed.value), how);
  return { value, problems: [...hints, ...problems] };
}

/** Parses a text that does not nest too deep. */
function parseShallow(text: string, dense: boolean, how: Guarded): Promise<Outcome<Root>> {
  const { prose } = how;
  if (!dense) return guarded(() => how.parse(text, { prose }), how);
  const marks = marksIn(text);
  const parsePortion: ParseChunk = (chunk, labels, firstLine) =>
    guarded(() => how.parse(chunk, { quota: how.quota, marks, labels, prose, firstLine }), how);
  // A plug-in that changes Markdown itself sees the whole.
  return how.hasPlugins && !how.transform ? parsePortion(text, noLabels, 1) : parseInChunks(text, parsePortion);
}

/** Makes a tree, and looks at its depth and size. */
async function guarded(make: () => Promise<Root>, { path, hasPlugins, quota }: Guarded): Promise<Outcome<Root>> {
  try {
    const tree = await make();
    const deep = findTooDeep(tree, path, quota);
    return deep ? refuse(deep) : { value: tree, problems: [] };
  } catch (error) {
    const excess = excessOf(error);
    if (excess) return refuse(tooDense(path, excess, quota.limits));
    const start = { line: 1, column: 1 };
    if (error instanceof RangeError)
      return refuse(
        problem(
          'nesting-too-deep',
          placeAt(path, start),
          'Quotations, lists or emphasis stand too deep in one another to be read.',
        ),
      );
    if (!hasPlugins) throw error;
    return refuse(problem('plugin-failed', placeAt(path, start), pluginFault(error)));
  }
}

function tooDense(path: string, { point, mark, count, of }: Excess, limits: Limits): Problem {
  const limit = printLimit(of, limits[of]);
  const place = placeAt(path, point);
  return of === 'marks'
    ? problem(
        'text-too-dense',
        place,
        `More than ${limit} marks, words and lines hang together here.`,
        `Put plain paragraphs between its lists, or part it into several files. ${raiseLimit('marks', limits)}`,
      )
    : problem(
        'text-too-dense',
        place,
        `A tangle of ${count} “${mark}” in one block takes more than ${limit} steps to read.`,
        `Put a backslash before marks that are meant as they are, or blank lines between paragraphs. ${raiseLimit('steps', limits)}`,
      );
}

const refuse = (reason: Problem): Outcome<Root> => ({
  value: { type: 'root', children: [] },
  problems: [reason],
});

const placeAt = (path: string, start: Point) => ({ path, start });
