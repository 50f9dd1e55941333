/** Gathers what an import of Markdown has to tell: one hint for each sort of mark, at the first of its kind. In: sightings. Out: problems. */
import { guessed, type Problem, problem } from '../../report/problem.ts';

export interface Sighting {
  readonly rule: 'structure-guessed' | 'import-left-out';
  /** What was done: “links of Obsidian taken as links to chapters”. The same sentence is told once. */
  readonly what: string;
  /** From 1, in the file that is read. */
  readonly line: number;
  readonly confidence?: number | undefined;
  readonly hint?: string | undefined;
}

export type Tell = (sighting: Sighting) => void;

export interface Telling {
  readonly tell: Tell;
  readonly problems: () => readonly Problem[];
}

/** Makes a gatherer for one file. */
export function telling(path: string): Telling {
  const met = new Map<string, { first: Sighting; count: number }>();
  return {
    tell: (sighting) => {
      const known = met.get(sighting.what);
      if (!known) met.set(sighting.what, { first: sighting, count: 1 });
      else {
        known.count += 1;
        if (sighting.line < known.first.line) known.first = sighting;
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
