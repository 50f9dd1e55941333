/** Gathers what an import of Markdown has to say: a hint at each mark. In: findings. Out: problems. */
import { guessed, type Problem, problem } from '../../report/problem.ts';

export interface Finding {
  readonly rule: 'structure-guessed' | 'import-left-out';
  /** What was done: “links of Obsidian taken as links to chapters”. */
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
  const found: Finding[] = [];
  return {
    report: (finding) => void found.push(finding),
    problems: () =>
      found
        .sort((one, other) => one.line - other.line)
        .map(({ rule, what, line, confidence, hint }) => {
          const made = problem(rule, { path, start: { line, column: 1 } }, what, hint);
          return confidence === undefined ? made : guessed(confidence, made);
        }),
  };
}
