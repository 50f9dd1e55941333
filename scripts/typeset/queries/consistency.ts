/**
 * Asks where one text does the same thing in two ways that the press does not set alike: speech in double and in single marks,
 * ellipses of three dots and of two.
 * In: located passages. Out: one hint for each, at the first of the rarer way.
 */
import { type Problem, problem } from '../../report/problem.ts';
import type { RuleName } from '../../report/rules.ts';
import type { Locate, LocatedPassage } from './located-passage.ts';

/** How often each way was met, and where first. */
type Ways = Map<string, { times: number; readonly located: LocatedPassage; readonly at: number }>;

/** Hints at what is done in more than one way. */
export function consistencyQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  const speeches: Ways = new Map();
  const ellipses: Ways = new Map();
  for (const located of locatedPassages) {
    countSpeeches(located, speeches);
    const { text } = located.passage;
    if (/\.[ .]|…/.test(text))
      for (const { 0: typed, index } of text.matchAll(/\.(?: ?\.)+|…/g))
        meet(ellipses, /^\. ?\.$/.test(typed) ? '“..”' : '“...”', located, index);
  }
  return [
    ...askOfRarer(
      'quotes-mixed',
      speeches,
      locate,
      (way, usual) => `Speech stands in ${way} marks here, in ${usual} ones elsewhere`,
    ),
    ...askOfRarer(
      'ellipses-mixed',
      ellipses,
      locate,
      (way, usual) => `An ellipsis is typed ${way} here, ${usual} elsewhere`,
    ),
  ];
}

function meet(ways: Ways, way: string, located: LocatedPassage, at: number): void {
  const met = ways.get(way);
  if (met) met.times++;
  else ways.set(way, { times: 1, located, at });
}

/** A speech is an outermost quotation that ends with a stop inside its marks. */
function countSpeeches(located: LocatedPassage, ways: Ways): void {
  const { read } = located.composed;
  // Where one pair is set outermost, both are set alike.
  if (read?.printed) return;
  read?.marks.forEach(({ key, at }, i) => {
    const ends = read.reached.readings[i] === 'close' && read.reached.states[i] === 0;
    const opens = read.reached.states[i - 1] ?? 0;
    if (ends && opens !== 0 && /[.,!?…]/.test(located.passage.text.charAt(at - 1)))
      meet(ways, key === '"' ? 'double' : 'single', located, at);
  });
}

function askOfRarer(
  rule: RuleName,
  ways: Ways,
  locate: Locate,
  say: (way: string, usual: string) => string,
): readonly Problem[] {
  const [usual, ...others] = [...ways].sort(([, a], [, b]) => b.times - a.times);
  const [first] = others;
  if (!usual || !first) return [];
  const [way, { times, located, at }] = first;
  return [
    problem(
      rule,
      locate(located, at),
      `${say(way, usual[0])} (${times} against ${usual[1].times}).`,
      rule === 'quotes-mixed'
        ? 'The book has both as they are typed: choose one, or let “quotes: single” or “quotes: double” under typography set all alike.'
        : 'The book has two dots as they are: type three, if three are meant.',
    ),
  ];
}
