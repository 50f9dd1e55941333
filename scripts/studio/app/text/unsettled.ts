/**
 * What waits in a text to be settled after an update (docs/growing.md): `:::theirs` has what the newer version says in the place of the
 * words above it. In: a text. Out: both readings of each, and where they stand.
 */
import { theirsName } from '../../../book/directives.ts';
import { wordList } from '../../../book/word-list.ts';
import type { Change, StoryText } from '../../protocol.ts';
import { pointAt } from './text-changes.ts';

export interface Unsettled {
  /** Line of `:::theirs`, from 1. */
  readonly line: number;
  /** Where the author’s words begin, and where the closing `:::` ends. */
  readonly from: number;
  readonly to: number;
  /** The author’s; empty where nothing above says the same. */
  readonly mine: string;
  readonly theirs: string;
}

const opening = new RegExp(`^(:{3,}) ?${theirsName}[ \\t]*\\n`, 'gm');

/** Finds them, in the order of the text. */
export function unsettledIn(text: string): readonly Unsettled[] {
  const found: Unsettled[] = [];
  for (const { 0: line, 1: fence = '', index } of text.matchAll(opening)) {
    const begins = index + line.length;
    const closing = new RegExp(`^:{${fence.length},}[ \\t]*$`, 'm').exec(text.slice(begins));
    const previous = found.at(-1)?.to ?? 0;
    if (!closing || index < previous) continue;
    const theirs = text.slice(begins, begins + closing.index).trim();
    const to = begins + closing.index + closing[0].length;
    const from = index - lengthAlike(text.slice(previous, index), theirs);
    const mine = text.slice(from, index).trimEnd();
    found.push({ line: text.slice(0, index).split('\n').length, from, to, mine, theirs });
  }
  return found;
}

/** So much must two readings of a passage have in common, to be taken for such. */
const leastAlike = 0.5;
/** So many paragraphs of the author’s may stand for those of the other. */
const mostParagraphs = 8;

/** How long the end of a text is that says the same as another: the paragraphs that are most like it; 0 where none is. */
function lengthAlike(above: string, other: string): number {
  const starts = [...above.matchAll(/(?:^|\n[ \t]*\n+)(?=[^\s:])/g)].map(({ 0: gap, index }) => index + gap.length);
  let best = { length: 0, alike: leastAlike };
  for (const start of starts.slice(-mostParagraphs)) {
    const alike = likeness(above.slice(start), other);
    if (alike >= best.alike) best = { length: above.length - start, alike };
  }
  return best.length;
}

/** The share of words that two texts have in common, from 0 to 1 (Dice 1945). */
function likeness(one: string, other: string): number {
  const [words, others] = [new Set(wordList(one)), new Set(wordList(other))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return words.size + others.size === 0 ? 0 : (2 * shared) / (words.size + others.size);
}

/** Puts words in the place of both readings. Where none are left, the blank lines behind them go, too. */
export function settle({ path, text }: StoryText, { from, to }: Unsettled, words: string): Change {
  const end = words.trim() === '' ? to + (/^\n*/.exec(text.slice(to))?.[0].length ?? 0) : to;
  const [start, finish] = [pointAt(text, from), pointAt(text, end)];
  return { kind: 'replace', path, start, end: finish, old: text.slice(from, end), text: words.trim() };
}
