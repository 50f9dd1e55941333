/** Tables of how the press does on novels that it has not learned from: each is read with weights learned from the others. */
import { unlearned } from './errors.mjs';
import { hintTable } from './hints.mjs';
import { per10k, sheet } from './sheet.mjs';

/** Wrong marks per novel; `counted` are Fleuron's tallies, in which dashes and ellipses were learned from nothing. */
export function unseenTable(novels, counted) {
  const rows = novels.map((novel, i) => [
    counted.american[i].name,
    ...['american', 'british'].map((each) => part(novel, each, i)),
  ]);
  function part(novel, edition, i) {
    const { wrong, marks } = unlearned(counted[edition][i]);
    return { learned: novel[edition].wrong, rest: wrong, marks };
  }
  const total = (at) =>
    rows
      .map((row) => row[at])
      .reduce((a, b) => ({ learned: a.learned + b.learned, rest: a.rest + b.rest, marks: a.marks + b.marks }));
  const cells = ({ learned, rest, marks }) => [learned, rest, per10k(learned + rest, marks)];
  return sheet(
    ['', ...['American', 'British'].flatMap((name) => [`${name}: quotes`, '— and …', 'all /10k'])],
    [...rows, ['**all**', total(1), total(2)]].map(([name, ...parts]) => [name, ...parts.flatMap(cells)]),
  );
}

/** Recall and rate of the hints on unseen novels. */
export function unseenHints(novels, counted, threshold) {
  const editions = ['american', 'british'].map((each) => ({
    name: each === 'american' ? 'American' : 'British',
    calls: novels.flatMap((novel) => novel[each].margins.filter(({ margin }) => Number.isFinite(margin))),
    wrong: novels.reduce((soFar, novel) => soFar + novel[each].wrong, 0),
    marks: counted[each].reduce((soFar, novel) => soFar + unlearned(novel).marks, 0),
  }));
  return hintTable(editions, threshold);
}
