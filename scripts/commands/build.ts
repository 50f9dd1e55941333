/** `fleuron build`: a manuscript becomes a book in `dist/`. */
import type { Limits } from '../book/limits.ts';
import { buildBook } from '../build.ts';
import type { Problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import { loadNothing, pluginLoader } from './plugins.ts';
import type { Speaker } from './speaker.ts';
import { outputPath, writeBook } from './write-book.ts';

export interface BuildArguments {
  readonly manuscript: string;
  readonly output?: string | undefined;
  /** Whether warnings forbid a book too. */
  readonly strict: boolean;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
}

/** Builds and writes a book; answers with the exit code. */
export async function buildCommand(
  { manuscript, output, strict, untrusted, limits }: BuildArguments,
  speaker: Speaker,
): Promise<number> {
  const outcome = await buildBook(manuscript, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? loadNothing : pluginLoader(manuscript),
    untrusted,
    limits,
    onStage: speaker.stage,
  });
  const problems: Problem[] = strict
    ? outcome.problems.map((each) => (each.severity === 'warning' ? { ...each, severity: 'error' } : each))
    : [...outcome.problems];
  const refused = problems.some(({ severity }) => severity === 'error');
  if (!outcome.value || refused) {
    speaker.finish({ problems, sources: outcome.sources, sentence: 'No book was written.' });
    return exitCodes.problems;
  }
  const path = outputPath(output, outcome.value.publication.metadata.title);
  speaker.stage('writing');
  const failure = writeBook(path, outcome.value.epub);
  if (failure) {
    speaker.finish({ problems: [...problems, failure], sources: outcome.sources, sentence: 'No book was written.' });
    return exitCodes.unwritten;
  }
  speaker.finish({
    problems,
    sources: outcome.sources,
    book: path,
    sentence: `${path} (${Math.ceil(outcome.value.epub.length / 1024)} kB)`,
  });
  return exitCodes.done;
}

/** SOURCE_DATE_EPOCH: seconds since 1970, as reproducible builds give it. */
export function sourceDate(): number | undefined {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  return Number.isSafeInteger(seconds) && seconds >= 0 && seconds < 253402300800 ? seconds : undefined;
}
