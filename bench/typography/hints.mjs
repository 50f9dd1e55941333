/**
 * Does the press know where it errs? The likelihood that it gives each reading of being wrong is held against how often
 * such readings are wrong, and the marks that it tells the author as doubtful against those that are wrong.
 */
import { quoteClasses, unlearned } from './errors.mjs';
import { per10k, percent, sheet } from './sheet.mjs';

const bounds = [0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 1];

/** The press's own calls on one edition of the corpus, judged: dashes typed `--`. */
export async function judgeCalls({ novels, score }, press, quotes, counted) {
  const judged = { calls: [], wrong: 0, marks: 0, hits: 0, told: 0, lines: 0 };
  for (const [i, novel] of novels.entries()) {
    const source = score.flatten(novel[quotes], '--');
    const { key, pos } = score.parse(source);
    const errors = counted[i].errors.filter(({ cls }) => quoteClasses.includes(cls));
    // As long as no text is lost, the typed and the proofread text have the same marks at the same numbers.
    if (counted[i].damage > 0 || key.length !== counted[i].units) throw new Error(`${novel.name}: text was lost`);
    const wrong = new Set(errors.map((error) => pos[error.i]));
    const tree = await press.parse(source);
    for (const { offset, margin } of press.callsOf(source, tree))
      if (Number.isFinite(margin)) judged.calls.push({ margin, wrong: wrong.has(offset) });
    const { told } = press.typeset(source, tree);
    judged.told += told.length;
    judged.hits += told.filter(({ offset }) => wrong.has(offset)).length;
    judged.lines += new Set(told.map(({ group }) => group)).size;
    judged.wrong += errors.length;
    judged.marks += unlearned(counted[i]).marks;
  }
  return judged;
}

/** Several judgements as one. */
export function joinJudged(several) {
  const joined = { calls: several.flatMap(({ calls }) => calls) };
  for (const key of ['wrong', 'marks', 'hits', 'told', 'lines'])
    joined[key] = several.reduce((sum, each) => sum + each[key], 0);
  return joined;
}

/** What is told of what is wrong, a line for each; `rows` are names with judgements. */
export function toldTable(rows) {
  return sheet(
    ['', 'wrong marks', 'told of them', '', 'all told', 'lines, a word counted once', 'lines /10k'],
    rows.map(([name, { wrong, hits, told, lines, marks }]) => [
      name,
      wrong,
      hits,
      percent(hits, wrong),
      told,
      lines,
      per10k(lines, marks),
    ]),
  );
}

/** A reliability diagram as a table: how likely the press holds it that a reading is wrong, and how many are. */
export function reliabilityTable(calls, likelihoodOfError) {
  const told = calls.map(({ margin, wrong }) => ({ likelihood: likelihoodOfError(margin), wrong }));
  const rows = bounds.slice(1).map((to, i) => {
    const from = bounds[i];
    const within = told.filter(({ likelihood }) => likelihood >= from && likelihood < to);
    const believed = within.reduce((sum, { likelihood }) => sum + likelihood, 0);
    const wrong = within.filter((each) => each.wrong).length;
    return [
      `${from * 100}–${to * 100} %`,
      within.length,
      percent(believed, within.length),
      percent(wrong, within.length),
      wrong,
    ];
  });
  return sheet(['likelihood of error', 'marks', 'on average', 'are wrong', ''], rows);
}

/** The logistic curve that fits calls best, by Newton's method: 1 / (1 + e^(a + b · margin)). */
export function fitLogistic(calls) {
  let [a, b] = [0, 1];
  for (let round = 0; round < 30; round++) {
    const sums = [0, 0, 0, 0, 0];
    for (const { margin, wrong } of calls) {
      const p = 1 / (1 + Math.exp(a + b * margin));
      const off = (wrong ? 1 : 0) - p;
      const w = p * (1 - p);
      for (const [i, each] of [off, off * margin, w, w * margin, w * margin * margin].entries()) sums[i] += each;
    }
    const [off, offMargin, ww, wm, wmm] = sums;
    const size = ww * wmm - wm * wm;
    const steps = [(wmm * off - wm * offMargin) / size, (ww * offMargin - wm * off) / size];
    // Far from the best curve a whole step leads too far.
    const short = Math.min(1, 0.3 / Math.max(...steps.map(Math.abs)));
    a -= short * steps[0];
    b -= short * steps[1];
  }
  return { a, b };
}
