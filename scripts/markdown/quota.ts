/**
 * What reading a book may cost, and how a parser that would exceed it is stopped.
 * In: limits. Out: quotas that are spent, and the error that tells of an excess. The same text always stops at the same mark.
 * What costs nothing but size is bounded where files are read.
 */
import { type Limits, usualLimits } from '../book/limits.ts';
import type { Point } from '../report/problem.ts';

/** A mark at which the parser had done more than a limit. */
export interface Excess {
  readonly point: Point;
  /** The mark that cost most in its block, and how many of it the block has up to there. */
  readonly mark: string;
  readonly count: number;
  /** A step is a character read, or as much work as that; a token takes memory until its text is done. */
  readonly of: 'steps' | 'marks';
}

/**
 * What reading a book may cost beyond the ordinary, in steps: a tangle in one file leaves less for those in others.
 * It changes as it is spent.
 */
export interface Quota {
  readonly limits: Limits;
  steps: number;
  /** Of the tree: paragraphs, emphases, links, and the texts between them. */
  nodes: number;
}

/** Steps that cost a book nothing, for each character of a text: several times what the densest real text takes. */
export const stepsPerCharacter = 40;

/** A quota for one book; a step lasts some 25 ns. */
export const newQuota = (limits: Limits = usualLimits): Quota => ({
  limits,
  steps: limits.steps,
  nodes: limits.nodes,
});

/** Does some parsing; an excess there is told in the lines of another text. */
export function withLineNumbers<Value>(lineOf: (line: number) => number, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    const excess = excessOf(error);
    if (!excess) throw error;
    const { column, line } = excess.point;
    throw quotaError({ ...excess, point: { line: lineOf(line), column } });
  }
}

/** The error that stops a parser. */
export const quotaError = (excess: Excess) => new Error('The text is too dense to be read.', { cause: excess });

/** What a meter said when it stopped the parser; undefined for any other error. */
export function excessOf(error: unknown): Excess | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'mark' in cause && 'of' in cause
    ? (cause as Excess)
    : undefined;
}
