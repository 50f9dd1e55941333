/**
 * The learner's novels, each in an American and a British edition.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Novel } from './data.ts';

/** What the corpus's own script can do. */
export interface Score {
  swapQuotes(gold: string): string;
}

/** Reads folders of proofread novels, each in the order of their names; `american` and `british` run side by side. */
export function readNovels(
  folders: readonly string[],
  score: Score,
): { readonly american: readonly Novel[]; readonly british: readonly Novel[] } {
  const american = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map(
        (file): Novel => ({
          name: file.slice(0, -3),
          primary: 'double',
          gold: readFileSync(join(folder, file), 'utf8'),
        }),
      ),
  );
  const british = american.map((novel): Novel => ({ ...novel, primary: 'single', gold: score.swapQuotes(novel.gold) }));
  return { american, british };
}
