/** Quoted phrases of today's prose that nothing was learned from: how many lines are right, wrong but told as doubtful, or silently wrong. */
import { sheet } from './sheet.mjs';

const quotes = /[“”‘’"']/g;

/** A table, from the exports of `phrases.ts` and the folder of the lines: typed both ways, all as one text and each line by itself. */
export async function phraseTable({ goldOf, heldOutPhrases }, folder, press) {
  const lines = heldOutPhrases(folder);
  const rows = [];
  for (const primary of ['double', 'single'])
    for (const [name, groups] of [
      ['one text', [lines]],
      ['each alone', lines.map((line) => [line])],
    ]) {
      const counts = { right: 0, told: 0, silent: 0, all: 0 };
      for (const group of groups) {
        const judged = await judge(goldOf(group, primary), press);
        for (const key of Object.keys(counts)) counts[key] += judged[key];
      }
      const { right, told, silent, all } = counts;
      rows.push([`${primary} marks, ${name}`, lines.length, right, told, silent, all]);
    }
  return sheet(['', 'lines', 'right', 'wrong, told', 'wrong, silent', 'marks told in all'], rows);
}

/** Sets a text as typed and compares it line by line. */
async function judge(gold, press) {
  const typed = gold.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  const { text, told } = press.typeset(typed, await press.parse(typed));
  const set = text.match(quotes);
  const tally = { right: 0, told: 0, silent: 0, all: told.length };
  let mark = 0;
  for (const { 0: line, index } of gold.matchAll(/.+/g)) {
    const wrong = Array.from(line.matchAll(quotes)).filter(({ 0: glyph }) => set[mark++] !== glyph);
    const isTold = (each) => told.some(({ offset }) => offset === index + each.index);
    if (wrong.length === 0) tally.right++;
    else if (wrong.every(isTold)) tally.told++;
    else tally.silent++;
  }
  return tally;
}
