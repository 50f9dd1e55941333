/**
 * Words that were parted at the ends of lines by a hyphen. In: a text. Out: the same lines, each such word whole in one of them, and where.
 * Whether the hyphen is the word's own is told by the rest of the text.
 */

export interface JoinedText {
  readonly text: string;
  /** Each word as it is now, and its line (from 1). */
  readonly joined: readonly JoinedWord[];
}

export interface JoinedWord {
  readonly words: string;
  readonly line: number;
  /** Whether nothing in the text tells if the hyphen is the word's own: it stays. */
  readonly isDoubt: boolean;
}

const parted = () => /(\p{L}[\p{L}\p{M}’']*)([-\u00AD¬])$/u;

/** Joins them. Where no word is known to be parted, as in a text that is wrapped at the hyphens of compounds, every hyphen stays. */
export function joinBrokenWords(text: string): JoinedText {
  const rows = text.split('\n');
  const breaks = rows.flatMap((row, at) => breakAt(row, rows[at + 1], at));
  if (breaks.length === 0) return { text, joined: [] };
  const known = wordsIn(rows);
  const isProven = ({ left, right }: Break): boolean => known.has(`${left}${right}`.toLowerCase());
  const proven = breaks.filter(isProven).length;
  // A typist who parts words parts more of them than come again elsewhere; what no word of a long text begins a compound with is half a word.
  const parts = proven > 2 && proven * 4 > breaks.length && known.size > mostDoubted;
  const joined = breaks.map((each): JoinedWord => {
    const { left, right, mark, more, at } = each;
    const isOwn = known.has(`${left}-${right}`.toLowerCase());
    const isWord = isProven(each) || mark !== '-' || (parts && !known.has(left.toLowerCase()));
    const isJoined = isWord && !isOwn && !more.startsWith('-');
    const whole = isJoined ? `${left}${right}` : `${left}-${right}`;
    moveInto(rows, each, whole);
    return { words: whole, line: at + 1, isDoubt: !isJoined && !isOwn && !more.startsWith('-') };
  });
  return { text: rows.join('\n'), joined };
}

/** A text of fewer different words does not show which of them there are. */
const mostDoubted = 1000;

interface Break {
  /** The index of its first line. */
  readonly at: number;
  readonly left: string;
  readonly mark: string;
  readonly right: string;
  /** What stands in the second line up to the next space. */
  readonly more: string;
}

function breakAt(row: string, next: string | undefined, at: number): readonly Break[] {
  if (!/[-\u00AD¬]\s*$/.test(row)) return []; // nearly every line
  const [, left = '', mark = ''] = parted().exec(row.trimEnd()) ?? [];
  const [, more = '', right = ''] = /^\s*(-?(\p{Ll}[\p{L}\p{M}]*)\S*)/u.exec(next ?? '') ?? [];
  return left !== '' && right !== '' ? [{ at, left, mark, right, more }] : [];
}

/** The word goes up to the line that it began in; down, where it is all that the second line has. */
function moveInto(rows: string[], { at, left, right, more }: Break, whole: string): void {
  const [row = '', next = ''] = [(rows[at] ?? '').trimEnd(), rows[at + 1] ?? ''];
  const word = `${whole}${more.slice(more.indexOf(right) + right.length)}`;
  const before = row.slice(0, row.length - left.length - 1);
  const rest = next.slice(next.indexOf(more) + more.length).trimStart();
  const indent = /^\s*/.exec(next)?.[0] ?? '';
  if (rest !== '' || before.trim() === '') {
    rows[at] = `${before}${word}`;
    rows[at + 1] = rest === '' ? rest : `${indent}${rest}`;
  } else {
    rows[at] = before.trimEnd();
    rows[at + 1] = `${indent}${word}`;
  }
}

/** All words that stand in one line, and all compounds with a hyphen. */
function wordsIn(rows: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  rows.forEach((row, at) => {
    const isCut = parted().test(row.trimEnd());
    const wasCut = at > 0 && parted().test((rows[at - 1] ?? '').trimEnd());
    const words = row.trim().split(/\s+/);
    for (const each of words.slice(wasCut ? 1 : 0, isCut ? -1 : undefined))
      for (const [compound] of each.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
        known.add(compound);
        if (compound.includes('-')) for (const part of compound.split('-')) known.add(part);
      }
  });
  return known;
}
