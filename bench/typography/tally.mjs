/**
 * Counts what a tool gets wrong: proofread novels are typed anew as a typist would, set by the tool, and compared.
 * The corpus's own score.mjs types and compares.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Opens the corpus: its novels, those of dialect among them if `withDialect`, and the ways to type and compare them. */
export function openCorpus(folder, score, withDialect = false) {
  const novels = ['novels', ...(withDialect ? ['dialect'] : [])].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => {
        const path = join(folder, part, file);
        const noBreaks = path.replace(/\.md$/, '.nbsp.txt');
        const american = readFileSync(path, 'utf8');
        return {
          name: titleOf(file),
          file: file.slice(0, -3),
          isDialect: part === 'dialect',
          american,
          british: score.swapQuotes(american),
          noBreaks: existsSync(noBreaks) ? readFileSync(noBreaks, 'utf8').split('\n').filter(Boolean).map(Number) : [],
        };
      }),
  );
  return { novels, score };
}

/** `jane-austen_pride-and-prejudice.md` → `pride-and-prejudice` */
function titleOf(file) {
  return file.slice(file.indexOf('_') + 1, -3);
}

/** Sets every novel with a tool: for each its name, what score.mjs counts, and the numbers of the wrong units. `quotes` is american or british. */
export async function tally({ novels, score }, tool, quotes, dash) {
  const counted = [];
  for (const novel of novels) {
    const gold = novel[quotes];
    const output = await tool(score.flatten(gold, dash), dash);
    const { g, errors, ...compared } = score.compare(gold, output, {
      spacedDash: dash === 'hyphen' || dash === 'en',
      // Their offsets are those of the American text.
      nbspOffsets: quotes === 'american' ? novel.noBreaks : null,
    });
    // Of the walk through both texts only numbers are kept: the rest is a hundred megabytes a novel.
    const errorsAt = errors.map(({ cls, i }) => ({ cls, i }));
    counted.push({ name: novel.name, ...compared, units: g.key.length, errors: errorsAt });
  }
  return counted;
}

/** The counts of several novels as one. */
export function sum(counted) {
  const total = { count: {}, wrong: {}, spurious: 0, damage: 0, nbsp: { gold: 0, hit: 0, extra: 0 } };
  for (const each of counted) {
    for (const kind of ['count', 'wrong'])
      for (const [key, value] of Object.entries(each[kind])) total[kind][key] = (total[kind][key] ?? 0) + value;
    for (const key of Object.keys(total.nbsp)) total.nbsp[key] += each.nbsp?.[key] ?? 0;
    total.spurious += each.spurious;
    total.damage += each.damage;
  }
  return total;
}

/** Wrong marks of some classes, and how many marks there are. */
export function ofClasses({ count, wrong }, classes) {
  const add = (counts) => classes.reduce((soFar, key) => soFar + counts[key], 0);
  return { wrong: add(wrong), marks: add(count) };
}
