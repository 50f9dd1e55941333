/** `fleuron build`: a manuscript becomes a book in `dist/`, in one edition or several. */
import { resolve } from 'node:path';
import { type EditionName, editions as editionTable } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { coverShelf } from '../disk/cover-cache.ts';
import { isOwnBook, overwriteProblem } from '../disk/overwrite.ts';
import { isFolder, outputPath, writeBook } from '../disk/write-book.ts';
import { type Bound, buildBook } from '../pipeline/build.ts';
import type { Problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import { loadNothing, pluginLoader } from './load-plugins.ts';
import type { Speaker } from './reporter.ts';

export interface BuildArguments {
  readonly manuscript: string;
  readonly output?: string | undefined;
  readonly editions: readonly EditionName[];
  /** Whether warnings forbid a book too. */
  readonly strict: boolean;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** Whether a file that is no book of Fleuron's may be written over. */
  readonly force: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
}

/** Builds and writes a book; answers with the exit code. */
export async function buildCommand(
  { manuscript, output, editions, strict, untrusted, force, limits }: BuildArguments,
  speaker: Speaker,
): Promise<number> {
  const plugins = new Set<string>();
  const outcome = await buildBook(manuscript, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? loadNothing : pluginLoader(manuscript, plugins),
    untrusted,
    limits,
    editions,
    coverShelf: coverShelf(),
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
  const { sources } = outcome;
  speaker.stage('writing');
  const originals = {
    files: [...outcome.value.read, ...plugins],
    folders: [resolve(manuscript)].filter(isFolder),
  };
  const targets = targetsOf(outcome.value, output);
  const inTheWay: Problem[] = [];
  for (const { path } of targets) {
    const found = overwriteProblem(path, originals, { force, isOwn: await isOwnBook(path) });
    if (found) inTheWay.push(found);
  }
  if (inTheWay.length > 0) {
    speaker.finish({ problems: [...problems, ...inTheWay], sources, sentence: 'No book was written.' });
    return exitCodes.unwritten;
  }
  const { written, failure } = writeEditions(targets);
  const sentence = written.map(({ path, size }) => `${path} (${Math.ceil(size / 1024)} kB)`).join('\n');
  const isPlain = editions.length === 1 && editions[0] === 'epub';
  const paths = isPlain ? undefined : Object.fromEntries(written.map(({ name, path }) => [name, path]));
  if (failure) {
    const left = sentence === '' ? 'No book was written.' : `${sentence}\nThe other editions were not written.`;
    speaker.finish({ problems: [...problems, failure], sources, editions: paths, sentence: left });
    return exitCodes.unwritten;
  }
  speaker.finish({ problems, sources, book: written[0]?.path, editions: paths, sentence });
  return exitCodes.done;
}

interface Written {
  readonly name: EditionName;
  readonly path: string;
  readonly size: number;
}

interface Target {
  readonly name: EditionName;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where each edition goes. */
function targetsOf({ editions, publication }: Bound, output: string | undefined): readonly Target[] {
  const { title } = publication.metadata;
  const target = editions.length > 1 && output !== undefined && !output.endsWith('/') ? `${output}/` : output;
  return editions.map(({ name, bytes }) => ({
    name,
    path: outputPath(target, title, editionTable[name].ending),
    bytes,
  }));
}

/** Writes each edition whole or not at all; stops at the first that cannot be written. */
function writeEditions(targets: readonly Target[]) {
  const written: Written[] = [];
  for (const { name, path, bytes } of targets) {
    const failure = writeBook(path, bytes);
    if (failure) return { written, failure };
    written.push({ name, path, size: bytes.length });
  }
  return { written, failure: undefined };
}

/** SOURCE_DATE_EPOCH: seconds since 1970, as reproducible builds give it. */
export function sourceDate(): number | undefined {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  return Number.isSafeInteger(seconds) && seconds >= 0 && seconds < 253402300800 ? seconds : undefined;
}
