/** `fleuron check --for`: why shops and devices do not take an EPUB, and the EPUB mended. */
import { findObjections } from '../acceptance/find-objections.ts';
import { mendEpub } from '../acceptance/mend-epub.ts';
import { type Device, deviceNames } from '../acceptance/objection.ts';
import type { Limits } from '../book/limits.ts';
import { overwriteProblem } from '../disk/overwrite.ts';
import { readFinished } from '../disk/read-finished.ts';
import { writeBook } from '../disk/write-book.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import type { Reporter } from './reporter.ts';

interface CheckForArguments {
  readonly path: string;
  readonly asked: readonly (Device | 'all')[];
  /** Where the mended book goes; undefined where nothing is written. */
  readonly output: string | undefined;
  readonly force: boolean;
  readonly limits: Limits;
}

/** Judges the EPUB at a path; answers with the exit code. */
export async function checkFor(options: CheckForArguments, reporter: Reporter): Promise<number> {
  const { path, output, limits, force } = options;
  const asked = options.asked.includes('all')
    ? deviceNames
    : deviceNames.filter((name) => options.asked.includes(name));
  const finish = (problems: readonly Problem[], code: number, sentence: string, book?: string) => {
    reporter.finish({ problems, sources: new Map(), book, sentence });
    return code;
  };
  const { value: bytes, problems } = readFinished(path, limits);
  if (!bytes) return finish(problems, exitCodes.problems, 'Nothing was checked.');
  reporter.stage('checking');
  const { value: judged, problems: found } = findObjections(bytes, path, asked, limits);
  if (!judged) return finish(found, exitCodes.problems, 'Nothing was checked.');
  if (output === undefined) {
    const mendable = judged.objections.filter(({ edits }) => edits !== undefined).length;
    return finish(
      found,
      codeOf(found),
      found.length === 0 ? nothing : `${found.length} found, ${mendable} of them can be mended with --fix.`,
    );
  }
  const mended = mendEpub(judged.parts, judged.objections);
  if (!mended) return finish(found, codeOf(found), 'Nothing can be mended, so nothing was written.');
  const refused = overwriteProblem(output, { files: [path], folders: [] }, { force });
  const failed = refused ?? writeBook(output, mended.bytes);
  if (failed) return finish([...found, failed], exitCodes.unwritten, 'Nothing was written.');
  const { problems: left } = findObjections(mended.bytes, output, asked, limits);
  const sentence = `${output}: ${mended.mended.length} mended, ${left.length} left. Its words are those of ${path}.`;
  return finish(left, codeOf(left), sentence, output);
}

const nothing = 'Nothing was found that these refuse or lose.';

const codeOf = (problems: readonly Problem[]): number => (hasErrors(problems) ? exitCodes.problems : exitCodes.done);
