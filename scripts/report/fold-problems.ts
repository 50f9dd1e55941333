/**
 * Folds what an author reads: what is mended in the same way is one group, sure guesses are another.
 * In: problems as the stages found them. Out: groups in the order they are printed. Nothing is lost: `--verbose` and `--json` have each problem.
 */
import type { Problem } from './problem.ts';
import type { Severity } from './rules.ts';

export interface ProblemGroup<Kind extends Problem = Problem> {
  readonly first: Kind;
  readonly others: readonly Kind[];
}

/** So many errors of one rule are printed each for itself. */
const mostErrors = 20;
/** From here a guess names itself, and there is nothing to look at. */
export const sure = 0.95;

/** Groups of problems: errors, then warnings, then hints; sure guesses are the last. */
export function foldProblems<Kind extends Problem>(problems: readonly Kind[]): readonly ProblemGroup<Kind>[] {
  const groups = new Map<string, Kind[]>();
  const errors = new Map<string, number>();
  for (const each of problems) {
    const nth = each.severity === 'error' ? (errors.get(each.rule) ?? 0) + 1 : 0;
    if (nth > 0) errors.set(each.rule, nth);
    const key = nth > 0 ? `${each.rule} ${Math.min(nth, mostErrors)}` : keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first ? [{ first, others }] : []))
    .sort((one, other) => rankOf(one.first) - rankOf(other.first));
}

/** Whether a problem is a guess that is counted with others. */
export const isCounted = ({ severity, confidence = 0, taken }: Problem): boolean =>
  severity === 'hint' && confidence >= sure && taken !== undefined;

/** Problems of one rule are alike where the same is to be done, or said where there is nothing to do; guesses where they guess the same; names and numbers do not count. */
function keyOf(problem: Problem): string {
  const {
    rule,
    confidence,
    reason,
    hint = confidence === undefined ? reason : '',
    taken = confidence === undefined ? '' : reason,
  } = problem;
  if (isCounted(problem)) return `${rule} is sure`;
  return `${rule} ${`${taken} ${hint}`.replace(/“[^”]*”|\d+/g, '…')}`;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
const rankOf = (problem: Problem): number => ranks[problem.severity] + (isCounted(problem) ? 1 : 0);
