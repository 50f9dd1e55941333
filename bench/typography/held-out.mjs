/**
 * How well the press reads a novel that it has not learned from, and how well it knows where it errs: for each novel
 * tables are learned from the others, and the very press that has those tables sets it.
 */
import { join } from 'node:path';
import { loadBundled } from './bundled.mjs';
import { judgeCalls } from './hints.mjs';
import { toolsWith } from './peers.mjs';
import { tally } from './tally.mjs';

/** For each novel, edition by edition: what is counted by the way that dashes are typed, and the judged calls. */
export async function heldOut(root, folder, { novels, score }, dashes) {
  const { createTeacher } = await loadBundled(root, 'bench/typography/learn-main.ts');
  const teach = createTeacher(
    ['novels', 'dialect'].map((each) => join(folder, each)),
    join(root, 'bench/typography/phrases'),
    score,
  );
  const found = [];
  for (const novel of novels) {
    const press = await loadBundled(root, 'bench/typography/press.ts', teach(novel.file));
    const { Fleuron } = toolsWith(press);
    const corpus = { novels: [novel], score };
    const editions = {};
    for (const quotes of ['american', 'british']) {
      const counted = {};
      for (const dash of dashes) [counted[dash]] = await tally(corpus, Fleuron, quotes, dash);
      editions[quotes] = { counted, judged: await judgeCalls(corpus, press, quotes, [counted['--']]) };
    }
    found.push({ name: novel.name, isDialect: novel.isDialect, ...editions });
  }
  return found;
}
