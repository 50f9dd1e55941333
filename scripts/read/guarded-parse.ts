/**
 * Parses a file's text so that any text comes to an end: as a tree that later stages can walk, or as one problem.
 * In: a text and a parser. Out: a tree, empty where a problem says why. Refuses to know: what the limits are.
 */
import type { Root } from 'mdast';
import { type Outcome, type Point, type Problem, problem } from '../report/problem.ts';
import { type Excess, excessOf, type Purse } from './budget.ts';
import { deepest, findTooDeep } from './depth.ts';
import { survey } from './guard.ts';
import { noLabels } from './labels.ts';
import { type Circumstances, marksIn, type Parse } from './parse.ts';
import { type ParsePortion, parseInPortions } from './portions.ts';
import { keepVerseIndents } from './set-pieces.ts';

export interface Guarded {
  readonly path: string;
  readonly parse: Parse;
  readonly autolinks: boolean;
  readonly hasPlugins: boolean;
  /** What reading the whole book may still cost. */
  readonly purse: Purse;
}

/** Parses a text (the whole of a file without its metadata), under guard. */
export async function parseGuarded(typed: string, how: Guarded): Promise<Outcome<Root>> {
  const text = keepVerseIndents(typed);
  const { tooDeep, dense } = survey(text, how.autolinks);
  if (tooDeep)
    return refuse(
      problem(
        'nesting-too-deep',
        placeAt(how.path, tooDeep),
        `Unexpected nesting of more than ${deepest} quotations or lists, expected fewer`,
        'Put a backslash before a mark that begins no quotation and no list.',
      ),
    );
  if (!dense) return parseBelow(text, how);
  const marks = marksIn(text);
  const parsePortion: ParsePortion = (portion, labels) => parseBelow(portion, how, { purse: how.purse, marks, labels });
  return how.hasPlugins ? parsePortion(text, noLabels) : parseInPortions(text, parsePortion); // a plug-in sees the whole
}

/** Parses a text that does not nest too deep. */
async function parseBelow(
  text: string,
  { path, parse, hasPlugins, purse }: Guarded,
  circumstances?: Circumstances,
): Promise<Outcome<Root>> {
  try {
    const tree = await parse(text, circumstances);
    const deep = findTooDeep(tree, path, purse);
    return deep ? refuse(deep) : { value: tree, problems: [] };
  } catch (error) {
    const excess = excessOf(error);
    if (excess) return refuse(tooDense(path, excess));
    const start = { line: 1, column: 1 };
    if (error instanceof RangeError)
      return refuse(
        problem(
          'nesting-too-deep',
          placeAt(path, start),
          'Unexpected nesting of quotations, lists or emphasis, expected fewer levels',
        ),
      );
    if (!hasPlugins) throw error;
    return refuse(
      problem(
        'plugin-failed',
        placeAt(path, start),
        `Unexpected failure of a plug-in: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
  }
}

function tooDense(path: string, { point, mark, count, of, limit }: Excess): Problem {
  const place = placeAt(path, point);
  return of === 'tokens'
    ? problem(
        'text-too-dense',
        place,
        `Unexpected text of more than ${limit} marks, words and lines that hang together, expected fewer`,
        'Put plain paragraphs between its lists, or part it into several files.',
      )
    : problem(
        'text-too-dense',
        place,
        `Unexpected tangle of ${count} “${mark}” in one block, which takes more than ${limit} steps to read, expected fewer`,
        'Put a backslash before marks that are meant as they are, or blank lines between paragraphs.',
      );
}

const refuse = (reason: Problem): Outcome<Root> => ({
  value: { type: 'root', children: [] },
  problems: [reason],
});

const placeAt = (path: string, start: Point) => ({ path, start });
