/** Gathers what an import of Markdown has to say: one hint for each sort of mark, at the first of its kind. In: findings. Out: problems. */
import { guessed, type Problem, problem } from '../../report/problem.ts';

export interface Finding {
  readonly rule: 'structure-guessed' | 'import-left-out';
  /** What was done: “links of Obsidian taken as links to chapters”. The same sentence is said once. */
  readonly what: string;
  /** From 1, in the file that is read. */
  readonly line: number;
  readonly confidence?: number | undefined;
  readonly hint?: string | undefined;
}

export type Report = (finding: Finding) => void;

export interface Reporter {
  readonly report: Report;
  readonly problems: () => readonly Problem[];
}

/** Makes the reporter of one file. */
export function createReporter(path: string): Reporter {
  const met = new Map<string, { first: Finding; count: number }>();
  return {
    report: (finding) => {
      const known = met.get(finding.what);
      if (!known) met.set(finding.what, { first: finding, count: 1 });
      else {
        known.count += 1;
        if (finding.line < known.first.line) known.first = finding;
      }
    },
    problems: () =>
      [...met.values()]
        .sort((one, other) => one.first.line - other.first.line)
        .map(({ first: { rule, what, line, confidence, hint }, count }) => {
          const more = count > 1 ? `, here and ${count - 1 === 1 ? 'once' : `${count - 1} times`} more` : '';
          const made = problem(rule, { path, start: { line, column: 1 } }, `${what}${more}`, hint);
          return confidence === undefined ? made : guessed(confidence, made);
        }),
  };
}
