/**
 * Does the press know where it errs? The marks whose best two readings lie closer together than a threshold are told
 * to the author; recall is the share of the wrong marks among them, the rate is how many are told per 10,000 marks.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundled } from './bundled.mjs';
import { quoteClasses, unlearned } from './errors.mjs';
import { per10k, percent, sheet } from './sheet.mjs';

const thresholds = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6];

/** The threshold of the press, where it has one: the number that doubts.ts exports. */
export async function pressThreshold(root) {
  const path = 'scripts/typeset/queries/doubts.ts';
  if (!existsSync(join(root, path))) return undefined;
  return Object.values(await loadBundled(root, path)).find((each) => typeof each === 'number');
}

/** A table of recall and rate by threshold; `calls` are margins with whether the mark is wrong, `missed` the wrong marks that are none of them. */
export function hintTable(editions, threshold, told = []) {
  const bounds = [...new Set([...thresholds, ...(threshold === undefined ? [] : [threshold])])].sort((a, b) => a - b);
  const head = [
    'margin below',
    ...editions.flatMap(({ name }) => [`${name}: wrong marks told`, 'recall', 'told /10k']),
  ];
  const row = (name, pick) => [
    name,
    ...editions.flatMap((edition, i) => {
      const { hits, count } = pick(edition, i);
      return [`${hits} of ${edition.wrong}`, percent(hits, edition.wrong), per10k(count, edition.marks)];
    }),
  ];
  const rows = bounds.map((bound) =>
    row(bound === threshold ? `**${bound} (the press’s)**` : bound, ({ calls }) => {
      const below = calls.filter(({ margin }) => margin < bound);
      return { hits: below.filter(({ wrong }) => wrong).length, count: below.length };
    }),
  );
  if (told.some(({ count }) => count > 0)) rows.push(row('told by `fleuron typeset`', (_, i) => told[i]));
  return sheet(head, rows);
}

/** The press's own calls on one edition of the corpus, judged: dashes typed `--`. */
export async function judgeCalls({ novels, score }, press, quotes, counted) {
  const edition = { name: quotes === 'american' ? 'American' : 'British', calls: [], wrong: 0, marks: 0 };
  const told = { hits: 0, count: 0 };
  for (const [i, novel] of novels.entries()) {
    const source = score.flatten(novel[quotes], '--');
    const { key, pos } = score.parse(source);
    const errors = counted[i].errors.filter(({ cls }) => quoteClasses.includes(cls));
    // As long as no text is lost, the typed and the proofread text have the same marks at the same numbers.
    if (counted[i].damage > 0 || key.length !== counted[i].units) throw new Error(`${novel.name}: text was lost`);
    const wrong = new Set(errors.map((error) => pos[error.i]));
    const tree = await press.parse(source);
    for (const { offset, margin } of press.callsOf(source, tree))
      if (Number.isFinite(margin)) edition.calls.push({ margin, wrong: wrong.has(offset) });
    for (const offset of press.typeset(source, tree).told) {
      told.count++;
      if (wrong.has(offset)) told.hits++;
    }
    edition.wrong += errors.length;
    edition.marks += unlearned(counted[i]).marks;
  }
  return { edition, told };
}
