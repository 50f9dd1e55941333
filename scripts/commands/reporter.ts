/** How a command reports: problems on stderr, the result on stdout, JSON if asked for, stages if somebody watches. */
import type { Located } from '../annotations/locate-annotations.ts';
import type { FoundReader } from '../disk/find-readers.ts';
import { placedAsGiven } from '../disk/place-as-given.ts';
import { printJson, printProblems, visible } from '../report/print.ts';
import type { Problem } from '../report/problem.ts';
import type { Comparison } from '../versions/compare-stories.ts';
import type { FileChange } from '../versions/story-folder.ts';
import { asStarted } from './next-step.ts';

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
  /** What an update did to each file. */
  readonly changes?: readonly FileChange[] | undefined;
  /** What differs between two versions. */
  readonly comparison?: Comparison | undefined;
  /** What readers marked. */
  readonly annotations?: readonly Located[] | undefined;
  /** The readers that are connected. */
  readonly readers?: readonly FoundReader[] | undefined;
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
  /** Prints each problem, where else those that are alike are one with a count. */
  readonly verbose?: boolean | undefined;
}

/** Makes the reporter of one command. People read paths that begin with those that they have `given`; JSON has them as the manuscript does. */
export function createReporter(
  { json = false, quiet = false, verbose = false }: ReporterOptions,
  given: readonly string[] = [],
): Reporter {
  const isWatched = process.stderr.isTTY === true && !json && !quiet;
  const tell = (problems: readonly Problem[], sources: ReadonlyMap<string, string>) => {
    const wanted = quiet ? problems.filter(({ severity }) => severity !== 'hint') : problems;
    if (wanted.length === 0) return;
    const placed = placedAsGiven(wanted, sources, given);
    const asTyped = placed.problems.map((each) =>
      each.hint === undefined ? each : { ...each, hint: asStarted(each.hint) },
    );
    process.stderr.write(`${printProblems(asTyped, placed.sources, { isEach: verbose })}\n`);
  };
  const wipe = () => void (isWatched && process.stderr.write('\r\u001B[K'));
  return {
    stage: (name) => void (isWatched && process.stderr.write(`\r\u001B[K${name} …`)),
    finish: ({ sentence, sources, isProved, problems, ...result }) => {
      wipe();
      if (json) {
        process.stdout.write(`${printJson({ ...result, proved: isProved, problems })}\n`);
        return;
      }
      tell(problems, sources);
      const lines = asStarted(sentence).split('\n').map(visible).join('\n');
      const out = result.book === undefined ? process.stderr : process.stdout;
      if (!quiet || result.book === undefined) out.write(`${lines}\n`);
    },
    query: (problems, sources) => {
      if (json) process.stderr.write(`${printJson({ problems })}\n`);
      else tell(problems, sources);
    },
  };
}
