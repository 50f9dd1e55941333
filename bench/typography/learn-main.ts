/**
 * Learns from a folder of proofread novels, American and British, reports leave-one-book-out, and writes the tables.
 * Arguments: the folder, the score script beside it, and `--write DIR`, `--report`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine, learn, leaveOneOut, prepare, type Slip } from './learn.ts';
import { readNovels, type Score } from './novels.ts';
import { vocabularyTable, weightsTable } from './write-weights.ts';

/** Runs the learner over `folder`; `score` knows how to make a British edition. */
export function learnFrom(
  folder: string,
  score: Score,
  { report, write }: { readonly report: boolean; readonly write: string | undefined },
): void {
  const { american, british } = readNovels(folder, score);
  const lesson = prepare([...american, ...british]);
  console.log(`${lesson.lattices.length} blocks with marks, ${lesson.index.names.length} features`);
  if (report) tell(lesson);
  if (write !== undefined) {
    const weights = learn(lesson.lattices, lesson.index);
    console.log(`On the novels learned from: ${examine(lesson.lattices, weights).slips.length} wrong marks`);
    writeFileSync(join(write, 'weights.txt'), weightsTable(lesson.index, weights));
    writeFileSync(join(write, 'vocabulary.txt'), vocabularyTable(american));
  }
}

function tell(lesson: ReturnType<typeof prepare>): void {
  const examined = leaveOneOut(lesson);
  const all = [...examined.values()];
  for (const [name, { slips }] of examined) {
    for (const slip of slips) console.log(`  ${describe(slip)}`);
    console.log(`${name}: American ${count(slips, 'double')}, British ${count(slips, 'single')}`);
  }
  const slips = all.flatMap((each) => each.slips);
  console.log(`Leave one book out: American ${count(slips, 'double')}, British ${count(slips, 'single')}`);
  const margins = all.flatMap((each) => each.margins).filter(({ margin }) => margin < 12);
  for (const bound of [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6]) {
    const below = margins.filter(({ margin }) => margin < bound);
    console.log(
      `margin below ${bound}: ${below.length} marks, ${below.filter(({ wrong }) => wrong).length} of them wrong`,
    );
  }
}

const count = (slips: readonly Slip[], primary: string) =>
  slips.filter(({ lattice }) => lattice.primary === primary).length;

function describe({ lattice: { primary, text }, at, reading }: Slip): string {
  return `${primary} ${reading}: ${text.slice(Math.max(0, at - 50), at)}⟦${text.charAt(at)}⟧${text.slice(at + 1, at + 40)}`.replaceAll(
    /\s+/g,
    ' ',
  );
}
