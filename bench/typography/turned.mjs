/**
 * Quotation turned round on request: novels typed the American way are set with `quotes: single` and held against score.mjs's
 * swap of them, and the other way; beside what the press gets wrong where it is asked for nothing.
 * Paragraphs that the swap leaves out, because it does not know which ’ closes, are left out of both.
 */
import { quoteClasses } from './errors.mjs';
import { per10k, sheet } from './sheet.mjs';
import { ofClasses } from './tally.mjs';

/** Wrong quotation marks novel by novel, each way; and how many marks of a text that is typed as wanted are set otherwise than if nothing were asked. */
export async function turnedTable({ novels, score }, press) {
  const rows = [];
  const total = [0, 0, 0, 0, 0];
  let others = 0;
  for (const { name, american: whole } of novels) {
    const american = whole
      .split(/\n\n+/)
      .filter((block) => score.swapQuotes(block).trim() !== '')
      .join('\n\n');
    const british = score.swapQuotes(american);
    const editions = { american: score.flatten(american, '--'), british: score.flatten(british, '--') };
    const set = async (typed, quotes) => press.typeset(typed, await press.parse(typed), { quotes }).text;
    const wrong = (gold, text) => ofClasses(score.compare(gold, text), quoteClasses).wrong;
    const plain = { american: await set(editions.american), british: await set(editions.british) };
    others += differences(await set(editions.american, 'double'), plain.american);
    others += differences(await set(editions.british, 'single'), plain.british);
    const figures = [
      wrong(american, plain.american),
      wrong(british, await set(editions.american, 'single')),
      wrong(british, plain.british),
      wrong(american, await set(editions.british, 'double')),
      ofClasses(score.compare(british, british), quoteClasses).marks,
    ];
    figures.forEach((each, i) => {
      total[i] += each;
    });
    rows.push([name, ...figures]);
  }
  const head = ['', 'typed American', '→ `single`', 'typed British', '→ `double`', 'marks'];
  const rates = total.slice(0, 4).map((each) => per10k(each, total[4]));
  const table = sheet(head, [...rows, ['**all**', ...total], ['per 10,000', ...rates, '']]);
  return `${table}\n\nOf texts that are typed as wanted, ${others} marks are set otherwise than if nothing were asked.`;
}

/** In how many characters two texts of marks differ; spaces between marks are none. */
function differences(one, other) {
  const [a, b] = [one, other].map((text) => text.replace(/[\u202F\u2060]/g, ''));
  return [...a].filter((character, i) => character !== b[i]).length;
}
