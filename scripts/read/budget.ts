/**
 * What reading a book may cost, and how a parser that would exceed it is stopped.
 * In: nothing. Out: limits, purses that are spent, and the error that tells of an excess. Refuses to know: clocks and
 * bytes; the same text always stops at the same mark. What costs nothing but size is bounded in load.ts.
 */
import type { Point } from '../report/problem.ts';

/** A mark at which the parser had done more than a limit. */
export interface Excess {
  readonly point: Point;
  /** The mark that cost most in its block, and how many of it the block has up to there. */
  readonly mark: string;
  readonly count: number;
  /** A step is a character read, or as much work as that; a token takes memory until its text is done. */
  readonly of: 'steps' | 'tokens';
  readonly limit: number;
}

/**
 * What reading a book may cost beyond the ordinary, in steps: a tangle in one file leaves less for those in others.
 * It changes as it is spent.
 */
export interface Purse {
  steps: number;
  /** Of the tree: paragraphs, emphases, links, and the texts between them. */
  nodes: number;
}

export const limits = {
  /** For tangles in a whole book: two or three seconds' worth (a step lasts some 25 ns). */
  steps: 100_000_000,
  /** For each character of a text: several times what the densest real text takes. */
  stepsPerCharacter: 40,
  /** For what has to be kept in mind at once, 1 to 2 kB each: 40,000 items of one list. */
  tokens: 600_000,
  /** About 1 kB each, with all that is made of them; a novel has some ten thousand, a Bible some hundred thousand. */
  nodes: 700_000,
} as const;

/** A purse for one book. */
export const newPurse = (): Purse => ({ steps: limits.steps, nodes: limits.nodes });

/** Does some parsing; an excess there is told in the lines of another text. */
export function inLines<Value>(lineOf: (line: number) => number, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    const excess = excessOf(error);
    if (!excess) throw error;
    const { column, line } = excess.point;
    throw stopped({ ...excess, point: { line: lineOf(line), column } });
  }
}

/** The error that stops a parser. */
export const stopped = (excess: Excess) => new Error('The text is too dense to be read.', { cause: excess });

/** What a meter said when it stopped the parser; undefined for any other error. */
export function excessOf(error: unknown): Excess | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'limit' in cause ? (cause as Excess) : undefined;
}
