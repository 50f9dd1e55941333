/**
 * What each reading of a mark costs, in nats: from the characters beside it, the word it touches, and the book's habits.
 */
import { isWord } from './characters.ts';
import { elided } from './elisions.ts';
import type { Mark } from './marks.ts';
import type { Choice, NestingCosts } from './search.ts';

/** What a book keys its outermost quotations with, as far as its text tells. */
export type Primary = 'double' | 'single' | 'unknown';

const never = Number.POSITIVE_INFINITY;

const common = { reopened: 6, abandoned: 7, stray: 9, unclosed: 2.5, unclosedInner: 6 };
const nestings: Readonly<Record<Primary, NestingCosts>> = {
  double: { ...common, outerDouble: 0, outerSingle: 4 },
  single: { ...common, outerDouble: 4, outerSingle: 0 },
  unknown: { ...common, outerDouble: 0.5, outerSingle: 1 },
};

export function nestingOf(primary: Primary): NestingCosts {
  return nestings[primary];
}

/** What the readings of one mark cost by themselves. */
export function choiceOf(text: string, mark: Mark): Choice {
  const { key, fixed } = mark;
  if (fixed === 'open') return { key, open: 0, close: never, apostrophe: never };
  if (fixed === 'close') return { key, open: never, close: 0, apostrophe: key === "'" ? 0 : never };
  return key === '"' ? doubleChoice(mark) : singleChoice(text, mark);
}

function doubleChoice({ key, leftKind, rightKind }: Mark): Choice {
  const opens = rightKind === 'word' || rightKind === 'opener';
  const closes = leftKind === 'word' || leftKind === 'stop';
  let open = 6;
  let close = 6;
  if (leftKind === 'space' || leftKind === 'opener') {
    open = 0;
    close = rightKind === 'space' ? 1 : 20;
  } else if (rightKind === 'space') {
    close = 0;
    open = 20;
  } else if (leftKind === 'dash' || leftKind === 'other') {
    open = opens ? 0 : 3;
    close = opens ? 5 : 0;
  } else if (closes) {
    close = rightKind === 'word' ? 1 : 0;
    open = rightKind === 'word' && leftKind === 'stop' ? 3 : 5;
  }
  return { key, open, close, apostrophe: never };
}

function singleChoice(text: string, { key, leftKind, right, rightKind, joinedLeft, joinedRight }: Mark): Choice {
  const before = leftKind === 'word' && !joinedLeft;
  const after = rightKind === 'word' && !joinedRight;
  if (before && after) return { key, open: never, close: 9, apostrophe: 0 };
  if (leftKind === 'word' || leftKind === 'stop') {
    if (rightKind === 'space' || rightKind === 'stop' || rightKind === 'dash' || !after) {
      return { key, open: 9, close: 0, apostrophe: leftKind === 'word' ? 1 : 4 };
    }
  }
  if (!after) return { key, open: leftKind === 'space' && rightKind !== 'space' ? 0 : 4, close: 2, apostrophe: 3 };
  const word = wordAt(text, right);
  const capital = word !== word.toLowerCase();
  if (/^\d/.test(word)) return { key, open: 2, close: never, apostrophe: /^\d\ds?$/.test(word) ? 0 : 3 };
  const standing = elided(word.toLowerCase());
  const asElision = standing === 'plain' ? 0 : standing === 'doubtful' ? 1.5 : 5;
  const asOpen = standing === 'plain' ? 4 : capital ? 0 : 1.5;
  const closing = leftKind === 'dash' || leftKind === 'stop' ? 4 : never;
  return { key, open: asOpen, close: closing, apostrophe: asElision };
}

/** The letters and digits from `at` on. */
export function wordAt(text: string, at: number): string {
  let end = at;
  while (isWord(text, end)) end++;
  return text.slice(at, end);
}
