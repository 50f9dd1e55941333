/**
 * The runs of two lists that are the same, and those that differ (Myers, “An O(ND) Difference Algorithm”, 1986). In: lists. Out: runs in order.
 * Lists that differ in more than so many items are told as one run: the time it takes is bounded.
 */
import { diffArrays } from 'diff';

const mostChanges = 1_000;

interface DiffRun {
  readonly what: 'same' | 'removed' | 'added';
  readonly items: readonly string[];
}

/** Compares; what is removed comes before what is added in its place. */
export function diffRuns(older: readonly string[], newer: readonly string[]): readonly DiffRun[] {
  const changes = diffArrays([...older], [...newer], { maxEditLength: mostChanges });
  if (!changes)
    return [
      { what: 'removed', items: older },
      { what: 'added', items: newer },
    ];
  return changes.map(({ value, added, removed }) => ({
    what: added ? 'added' : removed ? 'removed' : 'same',
    items: value,
  }));
}
