/**
 * The quotation marks and apostrophes of a passage, each with what stands beside it.
 * In: text. Out: marks.
 */
import type { Locale } from '../languages/languages.ts';
import { isUnseen, type Kind, kindAt } from '../text/characters.ts';

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

/** The characters that are marks, and what each says by its shape. */
export interface MarkShapes {
  readonly pattern: RegExp;
  readonly shapes: ReadonlyMap<string, Pick<Mark, 'key' | 'fixed'>>;
}

const english: MarkShapes = shapesOf(['“', '”'], ['‘', '’']);
const byPairs = new Map<string, MarkShapes>();

/** What the marks say in a language with these pairs: “ opens in English and closes in German. */
export function markShapes({ outer, inner }: Pick<Locale, 'outer' | 'inner'>): MarkShapes {
  const name = [...outer, ...inner].join('');
  const known = byPairs.get(name) ?? shapesOf(outer, inner);
  byPairs.set(name, known);
  return known;
}

function shapesOf(outer: Locale['outer'], inner: Locale['inner']): MarkShapes {
  const shapes = new Map<string, Pick<Mark, 'key' | 'fixed'>>([
    ['"', { key: '"', fixed: undefined }],
    ["'", { key: "'", fixed: undefined }],
    ['“', { key: '"', fixed: 'open' }],
    ['”', { key: '"', fixed: 'close' }],
    ['‘', { key: "'", fixed: 'open' }],
    ['’', { key: "'", fixed: 'close' }],
  ]);
  for (const [key, [open, shut]] of [
    ["'", inner],
    ['"', outer],
  ] as const) {
    shapes.set(open, { key, fixed: open === shut ? undefined : 'open' });
    if (open !== shut) shapes.set(shut, { key, fixed: 'close' });
  }
  return { pattern: new RegExp(`[${[...shapes.keys()].join('')}]`, 'g'), shapes };
}

/** Finds the marks of a text, without those that are to stay as typed. */
export function findMarks(text: string, literal?: ReadonlySet<number>, by: MarkShapes = english): readonly Mark[] {
  const { pattern: anyMark, shapes } = by;
  const found: Mark[] = [];
  let run: Run | undefined;
  anyMark.lastIndex = 0;
  for (let match = anyMark.exec(text); match; match = anyMark.exec(text)) {
    const at = match.index;
    if (literal?.has(at)) continue;
    const character = match[0];
    // A run of marks is measured once: a text may hold nothing else.
    if (!run || at >= run.end || !run.shared) run = runAround(text, at);
    const left = run.start - 1;
    const right = run.end;
    found.push({
      at,
      key: shapes.get(character)?.key ?? '"',
      fixed: shapes.get(character)?.fixed,
      left,
      leftKind: kindAt(text, left),
      right,
      rightKind: kindAt(text, right),
      joinedLeft: run.first < at,
      joinedRight: run.last > at,
    });
  }
  return found;
}

/** Quotation marks without anything seen between them. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** Its first and its last quotation mark. */
  readonly first: number;
  readonly last: number;
  /** Whether it is the run of all its marks: a bracket that quotes in Chinese is no mark to its neighbours. */
  readonly shared: boolean;
}

function runAround(text: string, at: number): Run {
  let start = at;
  let first = at;
  for (let i = at - 1; i >= 0 && (isUnseen(text, i) || kindAt(text, i) === 'quote'); i--) {
    start = i;
    if (!isUnseen(text, i)) first = i;
  }
  let end = at + 1;
  let last = at;
  for (; end < text.length && (isUnseen(text, end) || kindAt(text, end) === 'quote'); end++)
    if (!isUnseen(text, end)) last = end;
  return { start, end, first, last, shared: kindAt(text, at) === 'quote' };
}
