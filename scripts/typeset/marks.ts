/**
 * The quotation marks and apostrophes of a passage, each with what stands beside it.
 * In: text. Out: marks. Refuses to know: how a mark will be read.
 */
import { after, before, type Kind, kindAt } from './characters.ts';

export interface Mark {
  readonly at: number;
  /** The key it is typed with. */
  readonly key: '"' | "'";
  /** What it says itself, where it is not the typewriter's mark. */
  readonly fixed: 'open' | 'close' | undefined;
  /** Offset and kind of the nearest character on either side that is no quotation mark. */
  readonly left: number;
  readonly leftKind: Kind;
  readonly right: number;
  readonly rightKind: Kind;
  /** Whether a quotation mark touches it on that side. */
  readonly joinedLeft: boolean;
  readonly joinedRight: boolean;
}

const anyMark = /["'“”‘’]/g;
const fixedReadings: Readonly<Record<string, 'open' | 'close'>> = {
  '“': 'open',
  '‘': 'open',
  '”': 'close',
  '’': 'close',
};

/** Finds the marks of a text, without those that are to stay as typed. */
export function findMarks(text: string, literal?: ReadonlySet<number>): readonly Mark[] {
  const found: Mark[] = [];
  anyMark.lastIndex = 0;
  for (let match = anyMark.exec(text); match; match = anyMark.exec(text)) {
    const at = match.index;
    if (literal?.has(at)) continue;
    const character = match[0];
    let left = before(text, at);
    const joinedLeft = kindAt(text, left) === 'quote';
    while (kindAt(text, left) === 'quote') left = before(text, left);
    let right = after(text, at + 1);
    const joinedRight = kindAt(text, right) === 'quote';
    while (kindAt(text, right) === 'quote') right = after(text, right + 1);
    found.push({
      at,
      key: character === '"' || character === '“' || character === '”' ? '"' : "'",
      fixed: fixedReadings[character],
      left,
      leftKind: kindAt(text, left),
      right,
      rightKind: kindAt(text, right),
      joinedLeft,
      joinedRight,
    });
  }
  return found;
}
