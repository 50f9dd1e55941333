/** How a command reports: problems on stderr, the result on stdout, JSON if asked for, stages if somebody watches. */
import { printJson, printProblem, tally, visible } from '../report/print.ts';
import type { Problem } from '../report/problem.ts';

export interface Result {
  readonly problems: readonly Problem[];
  /** Texts of the manuscript's files by path, to quote lines from. */
  readonly sources: ReadonlyMap<string, string>;
  /** The path of the book that was written. */
  readonly book?: string | undefined;
  /** The paths of all that were written, by edition, where editions were asked for. */
  readonly editions?: Readonly<Record<string, string>> | undefined;
  /** The fixity line of an archive. */
  readonly fixity?: string | undefined;
  /** Whether what was verified is proved. */
  readonly isProved?: boolean | undefined;
  readonly sentence: string;
}

export interface Reporter {
  /** Names what is being done, where stderr is a terminal. */
  readonly stage: (name: string) => void;
  readonly finish: (result: Result) => void;
  /** Says what was noticed where the result itself goes to stdout; JSON, if asked for, goes to stderr too. */
  readonly query: (problems: readonly Problem[], sources: ReadonlyMap<string, string>) => void;
}

export interface ReporterOptions {
  readonly json?: boolean | undefined;
  /** Says nothing of hints, and nothing at all when all is well. */
  readonly quiet?: boolean | undefined;
}

/** At most so many hints and warnings are printed in full; `--json` has them all. */
const mostPrinted = 50;

/** Makes the reporter of one command. */
export function createReporter({ json = false, quiet = false }: ReporterOptions): Reporter {
  const isWatched = process.stderr.isTTY === true && !json && !quiet;
  const wanted = (problems: readonly Problem[]) =>
    quiet ? problems.filter(({ severity }) => severity !== 'hint') : problems;
  const wipe = () => void (isWatched && process.stderr.write('\r\u001B[K'));
  return {
    stage: (name) => void (isWatched && process.stderr.write(`\r\u001B[K${name} …`)),
    finish: ({ problems, sources, book, editions, fixity, isProved, sentence }) => {
      wipe();
      if (json) {
        process.stdout.write(`${printJson({ book, editions, fixity, proved: isProved, problems })}\n`);
        return;
      }
      if (problems.length > 0) printProblems(wanted(problems), sources);
      const lines = sentence.split('\n').map(visible).join('\n');
      if (!quiet || book === undefined) (book === undefined ? process.stderr : process.stdout).write(`${lines}\n`);
    },
    query: (problems, sources) => {
      if (json) process.stderr.write(`${printJson({ problems })}\n`);
      else printProblems(wanted(problems), sources);
    },
  };
}

function printProblems(problems: readonly Problem[], sources: ReadonlyMap<string, string>): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = ['warning', 'hint'].flatMap((each) => problems.filter(({ severity }) => severity === each));
  const shown = [...errors.slice(0, mostPrinted), ...others.slice(0, mostPrinted)];
  for (const each of shown) process.stderr.write(`${printProblem(each, each.place && sources.get(each.place.path))}\n`);
  if (shown.length < problems.length)
    process.stderr.write(`… and ${problems.length - shown.length} more; --json lists them all.\n`);
  if (problems.length > 1) process.stderr.write(`${tally(problems)}\n`);
}
