/** Puts what a press noticed in the order in which an author should look at it. In: notices. Out: groups of alike ones, and what each is about. */
import { foldProblems, isCounted } from '../../../report/fold-problems.ts';
import type { Choice, Place } from '../../../report/problem.ts';
import type { Change, Notice, StoryText } from '../../protocol.ts';

export type NoticeKind = 'error' | 'warning' | 'doubt' | 'hint';

export interface NoticeGroup {
  readonly kind: NoticeKind;
  readonly first: Notice;
  readonly others: readonly Notice[];
  /** Of doubts about one word: the reading that settles each of them. */
  readonly elision?: Choice | undefined;
}

interface SortedNotices {
  /** Errors, then warnings, doubts, hints. */
  readonly groups: readonly NoticeGroup[];
  /** Guesses that are sure: there is nothing to do. */
  readonly sure: readonly Notice[];
}

const kinds: readonly NoticeKind[] = ['error', 'warning', 'doubt', 'hint'];

export const isDoubt = ({ choices }: Notice): boolean => choices !== undefined && choices.length > 1;

export const kindOf = (notice: Notice): NoticeKind => (isDoubt(notice) ? 'doubt' : notice.severity);

/** Doubts about one word are one group, what is mended in the same way another; no notice is lost. */
export function sortNotices(notices: readonly Notice[]): SortedNotices {
  const doubts = new Map<string, Notice[]>();
  for (const [at, doubt] of notices.filter(isDoubt).entries()) {
    const key = elisionOf(doubt)?.elision ?? `#${at}`;
    const group = doubts.get(key);
    if (group) group.push(doubt);
    else doubts.set(key, [doubt]);
  }
  const folded = foldProblems(notices.filter((each) => !isDoubt(each)));
  const groups = [
    ...folded
      .filter(({ first }) => !isCounted(first))
      .map(({ first, others }) => ({ kind: kindOf(first), first, others })),
    ...[...doubts.values()].flatMap(([first, ...others]) =>
      first ? [{ kind: 'doubt' as const, first, others, elision: elisionOf(first) }] : [],
    ),
  ];
  return {
    groups: kinds.flatMap((kind) => groups.filter((group) => group.kind === kind)),
    sure: folded.filter(({ first }) => isCounted(first)).flatMap(({ first, others }) => [first, ...others]),
  };
}

const elisionOf = ({ choices }: Notice): Choice | undefined => choices?.find(({ elision }) => elision !== undefined);

/** All doubts about the same word as one, itself among them. */
export function doubtsLike(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const word = elisionOf(notice)?.elision;
  const alike = word === undefined ? [] : notices.filter((each) => elisionOf(each)?.elision === word);
  return alike.length > 0 ? alike : [notice];
}

/** What settles doubts by a reading: one at its own place; several by their word, or each at its place where it has that reading. */
export function changesOf(notices: readonly Notice[], choice: Choice): readonly Change[] {
  if (notices.length > 1 && choice.elision !== undefined) return [{ kind: 'elision', word: choice.elision }];
  const chosen = notices.length === 1 ? [choice] : notices.flatMap((each) => sameReading(each, choice) ?? []);
  return chosen.flatMap(({ replace: { place, old, text } }) =>
    place.start && place.end
      ? [{ kind: 'replace' as const, path: place.path, start: place.start, end: place.end, old, text }]
      : [],
  );
}

const sameReading = ({ choices }: Notice, { meaning }: Choice): Choice | undefined =>
  choices?.find((each) => each.meaning === meaning);

/** The doubt after the chosen one, or before it with −1; from the last on to the first again. */
export function nextDoubt(notices: readonly Notice[], chosen: Notice | undefined, by: 1 | -1): Notice | undefined {
  const doubts = notices.filter(isDoubt);
  const at = chosen ? doubts.indexOf(chosen) : -1;
  if (at === -1) return by === 1 ? doubts[0] : doubts.at(-1);
  return doubts.at((at + by) % doubts.length);
}

/** “2 errors, 1 doubt” */
export function countNotices(notices: readonly Notice[]): string {
  return kinds
    .flatMap((kind) => {
      const count = notices.filter((each) => kindOf(each) === kind && !isCounted(each)).length;
      return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
    })
    .join(', ');
}

/** A place as an author says it: “chapter-1.md, line 12”. */
export const placeName = ({ path, start }: Place): string => (start ? `${path}, line ${start.line}` : path);

interface Excerpt {
  readonly before: string;
  readonly at: string;
  readonly after: string;
}

const splitLines = new WeakMap<StoryText, readonly string[]>();

/** The lines of a text, which is split once for all that was noticed in it. */
function linesOf(text: StoryText): readonly string[] {
  const lines = splitLines.get(text) ?? text.text.split(/\r\n|\r|\n/);
  splitLines.set(text, lines);
  return lines;
}

/** The author’s words around a place, on its line; undefined where there are none. */
export function excerptOf(texts: readonly StoryText[], place: Place | undefined, reach = 48): Excerpt | undefined {
  if (!place?.start) return undefined;
  const { path, start, end } = place;
  const text = texts.find((each) => each.path === path);
  const line = text && linesOf(text)[start.line - 1];
  if (!line?.trim()) return undefined;
  const from = Math.min(start.column - 1, line.length);
  const length = end?.line === start.line ? end.column - start.column : 0;
  const to =
    length > 0 ? from + length : from + (/^[^\s\p{L}]?[\p{L}\p{M}’']*/u.exec(line.slice(from))?.[0].length ?? 0);
  const before = line.slice(0, from);
  const after = line.slice(to);
  return {
    before: before.length > reach ? `…${before.slice(-reach).replace(/^\S*\s/, '')}` : before,
    at: line.slice(from, to),
    after: after.length > reach ? `${after.slice(0, reach).replace(/\s\S*$/, '')}…` : after,
  };
}
