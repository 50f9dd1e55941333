/** `fleuron verify`: proves a bag whole, or a book made from its manuscript. */
import { readFileSync, statSync } from 'node:fs';
import { largestZip } from '../archive/limits.ts';
import { verifyBag } from '../archive/verify-bag.ts';
import { whyNot } from '../read/load.ts';
import { hasErrors, type Problem, problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import { openBag } from './open-bag.ts';
import { rebuildBag } from './rebuild.ts';
import type { Speaker } from './speaker.ts';
import { verifyBook } from './verify-book.ts';
import { isFolder } from './write-book.ts';

export interface VerifyArguments {
  readonly path: string;
  /** The manuscript to compare a book with. */
  readonly source: string | undefined;
  readonly untrusted: boolean;
}

/** Proves what lies at a path; answers with the exit code. */
export async function verifyCommand({ path, source, untrusted }: VerifyArguments, speaker: Speaker): Promise<number> {
  const finish = (problems: readonly Problem[], sentence: string): number => {
    speaker.finish({ problems, sources: new Map(), sentence });
    return hasErrors(problems) ? exitCodes.damaged : exitCodes.done;
  };
  speaker.stage('verifying');
  if (/\.epub$/i.test(path) && !isFolder(path)) {
    let epub: Uint8Array;
    try {
      const { size } = statSync(path);
      if (size > largestZip)
        return finish(
          [problem('bag-too-large', { path }, 'Unexpected size, expected a book')],
          'Nothing was verified.',
        );
      epub = readFileSync(path);
    } catch (error) {
      return finish(
        [problem('file-unreadable', { path }, `Unexpected book that ${whyNot(error)}`)],
        'Nothing was verified.',
      );
    }
    const { problems, sentence } = await verifyBook(epub, { path, source, untrusted });
    return finish(problems, sentence);
  }
  const opened = openBag(path);
  if (!opened.value) return finish(opened.problems, 'Nothing was verified.');
  const damage = verifyBag(opened.value);
  if (hasErrors(damage)) return finish(damage, 'The bag is damaged.');
  speaker.stage('building again');
  const { problems, same } = await rebuildBag(opened.value);
  const rebuilt =
    same === 0
      ? ''
      : same === 1
        ? ', and its book built again is the same'
        : `, and its ${same} books built again are the same`;
  return finish(
    problems,
    hasErrors(problems)
      ? 'The bag is not what it should be.'
      : `${path} is whole: ${opened.value.length} files${rebuilt}.`,
  );
}
