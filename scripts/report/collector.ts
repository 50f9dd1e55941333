/** Gathers what steps notice while what they made goes on to the next. */
import type { Outcome, Problem } from './problem.ts';

interface Collector {
  /** What was noticed so far, in order. */
  readonly problems: readonly Problem[];
  /** Keeps the problems of an outcome and hands on its value. */
  take<Value>(outcome: Outcome<Value>): Value;
  add(found: Iterable<Problem>): void;
}

/** An empty collector. */
export function collector(): Collector {
  const problems: Problem[] = [];
  const add = (found: Iterable<Problem>) => {
    for (const each of found) problems.push(each); // a call takes some 100,000 arguments at most
  };
  return {
    problems,
    add,
    take: (outcome) => {
      add(outcome.problems);
      return outcome.value;
    },
  };
}
