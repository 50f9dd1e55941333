/**
 * Asks about quotations that open and never close, close and never opened, or open twice.
 * In: located passages in reading order. Out: a hint at the mark. Refuses to mend: only the author knows where the mark is missing.
 */
import { type Problem, problem } from '../../report/problem.ts';
import { localeOf } from '../languages/locales.ts';
import { type Fault, type Key, states } from '../quotes/grammar.ts';
import { openingMarks } from '../quotes/quotes.ts';
import type { Locate, LocatedPassage } from './located-passage.ts';

/** A hint at each mark that leaves quotations unbalanced. */
export function balanceQueries(locatedPassages: readonly LocatedPassage[], locate: Locate): readonly Problem[] {
  const problems: Problem[] = [];
  /** A quotation that was left open: a closing mark in a later block may still be its own, as in verse. */
  let left: { readonly key: Key; readonly problem: Problem } | undefined;
  locatedPassages.forEach((located, i) => {
    const { passage, composed } = located;
    const { read } = composed;
    if (!read || read.marks.length === 0 || passage.block !== 'paragraph') return;
    const query = (mark: number, key: Key, say: (opens: string, closes: string) => string): Problem => {
      const { outer, inner } = localeOf(passage.lang);
      const [opens, closes] = (read.printed?.keys[mark] ?? key) === '"' ? outer : inner;
      return problem('quote-unbalanced', locate(located, read.marks[mark]?.at ?? 0), say(opens, closes), mend);
    };
    read.marks.forEach(({ key }, mark) => {
      const fault = read.reached.faults[mark];
      if (left?.key === key && read.reached.readings[mark] !== 'apostrophe') {
        const closed = fault === 'stray';
        if (!closed) problems.push(left.problem);
        left = undefined;
        if (closed) return;
      }
      const say = fault && faultsTold[fault];
      if (say) problems.push(query(mark, key, say));
    });
    const { open } = read.reached;
    const next = locatedPassages[i + 1];
    // Speech that goes on opens again in the next paragraph, and closes in the last.
    if (open === '' || (next && openingMarks(next.passage.text).startsWith(open.charAt(0)))) return;
    const key = open.startsWith('D') ? '"' : "'";
    left = {
      key,
      problem: query(
        openedBy(located, key),
        key,
        (opens, closes) =>
          `Nothing closes the ${opens} here: no ${closes} follows, and the next paragraph does not open again.`,
      ),
    };
  });
  return left ? [...problems, left.problem] : problems;
}

/** Nothing is mended: only the author knows where. */
const mend = 'The book has it as it is typed: add the mark that is missing, or take one out.';

const faultsTold: Partial<Readonly<Record<Fault, (opens: string, closes: string) => string>>> = {
  stray: (opens, closes) => `The ${closes} here closes nothing: no ${opens} stands before it.`,
  reopened: (opens, closes) =>
    `The ${opens} here opens a quotation in one that is still open: no ${closes} stands before it.`,
  abandoned: (_, closes) => `The ${closes} here closes a quotation while one inside it is still open.`,
};

/** The mark that opened the outermost quotation that is still open at the block's end. */
function openedBy({ composed: { read } }: LocatedPassage, key: Key): number {
  let opened = 0;
  read?.marks.forEach((mark, i) => {
    const before = read.reached.states[i - 1] ?? 0;
    if (mark.key === key && states[before] === '' && states[read.reached.states[i] ?? 0] !== '') opened = i;
  });
  return opened;
}
