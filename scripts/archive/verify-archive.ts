/**
 * What can be said of an archive. In: the files of a bag, and perhaps a checksum of its fixity line that was kept elsewhere. Out: each
 * damage; what was proved, by making it again or by the fixity line; and what only matches checksums that lie beside it.
 */
import { hasErrors } from '../report/problem.ts';
import { compareFixity, fixityLine, tagManifest } from './fixity.ts';
import { filesAt, type RebuildOptions, rebuildBag } from './rebuild.ts';
import { type BagFile, verifyBag } from './verify-bag.ts';
import type { Verdict } from './verify-book.ts';

interface ArchiveCheck extends RebuildOptions {
  /** How the archive is called. */
  readonly path: string;
  /** What its fixity line was, where somebody has kept it. */
  readonly kept: string | undefined;
  /** Told the name of each stage as it begins. */
  readonly onStage: (stage: string) => void;
}

interface ArchiveVerdict extends Verdict {
  /** The fixity line that it has now, where its checksums are right. */
  readonly fixity?: string | undefined;
}

/** Every damage of an archive, and everything in it that its manuscripts do not give. */
export async function verifyArchive(bag: readonly BagFile[], check: ArchiveCheck): Promise<ArchiveVerdict> {
  const { path, kept, onStage } = check;
  const damage = verifyBag(bag, check.limits);
  if (hasErrors(damage)) return { problems: damage, isProved: false, sentence: 'The bag is damaged.' };
  const fixity = fixityLine(filesAt(bag, '', (name) => name === tagManifest).get(tagManifest));
  const changed = kept === undefined ? undefined : compareFixity(fixity, kept);
  onStage('building again');
  const { problems: found, versions } = await rebuildBag(bag, check);
  const problems = [...(changed ? [changed] : []), ...found];
  if (hasErrors(problems)) return { problems, isProved: false, sentence: 'The archive is not what it should be.' };
  const isSame = problems.length === 0;
  const all =
    versions > 1 ? `the books, copies and records of its ${versions} versions` : 'its book, copies and records';
  const sentence = [
    `${path} is whole: ${bag.length} files, each with the checksum that its manifest lists.`,
    isSame
      ? `Proved: ${all}, made again from the kept manuscript${versions > 1 ? 's' : ''}, are the same to the byte.`
      : 'Not proved by making it again: what the warnings name. It matches its checksums, which anybody can write anew.',
    kept !== undefined
      ? 'Proved: nothing has changed since its fixity line was written.'
      : 'Not proved: that its manuscript is the one that was archived. A fixity line kept elsewhere proves it (--fixity). It has now:',
    ...(kept === undefined ? [fixity ?? 'none, for it has no checksums in SHA-512'] : []),
  ].join('\n');
  return { problems, isProved: isSame || kept !== undefined, sentence, fixity };
}
