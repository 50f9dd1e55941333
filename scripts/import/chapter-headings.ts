/** Which paragraphs of a story are headings. In: its paragraphs’ words, in order. Out: the heading at each index that is one. */
import { numberOfWord } from '../book/number-words.ts';
import { numberedHeading } from '../book/numbered-headings.ts';
import { kindNamedBy, type SectionKind, sectionKinds, traitsOf } from '../book/sections.ts';
import { isChapterHeading, isEndMark, isInCapitals, isSceneBreak, numberOfHeading } from './story-marks.ts';

/** A paragraph as this looks at it: its lines, and whether it may be a heading at all. */
export interface Candidate {
  readonly lines: readonly string[];
  readonly mayHead: boolean;
}

/**
 * Headings that name themselves, and those that `isListed` knows from a list of the contents; else lines whose numbers count on; else,
 * where the story opens with one, lines in capitals.
 */
export function headingsOf(
  paragraphs: readonly Candidate[],
  isListed: (words: string) => boolean = () => false,
): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  const numerals = numeralsOf(paragraphs);
  paragraphs.forEach((paragraph, at) => {
    const [only = ''] = paragraph.lines;
    if (at === paragraphs.length - 1 || (romanOf(only) !== undefined && !numerals.has(at))) return;
    const listed = paragraph.mayHead && isListed(paragraph.lines.join(' ')) ? paragraph.lines.join(' ') : undefined;
    const isTitle = isBareNumber(headings.get(at - 1) ?? '');
    const words = ownHeading(paragraph) ?? (isTitle ? undefined : listed);
    if (words !== undefined) headings.set(at, words);
  });
  const counting = countingOn(paragraphs);
  for (const [at, words] of counting) headings.set(at, words);
  return headings.size > 0 ? headings : inCapitals(paragraphs);
}

/** Titles that stand in a paragraph of their own below “CHAPTER I.”: below most such headings, or in capitals. */
export function titlesBelow(
  paragraphs: readonly Candidate[],
  headings: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const bareHeadings = [...headings].filter(([, words]) => isBareNumber(words)).map(([at]) => at);
  const found = bareHeadings.flatMap((at) => {
    const { lines = [], mayHead = false } = paragraphs[at + 1] ?? {};
    const words = lines.join(' ');
    const isShort =
      lines.length < 3 && widthOf(words) <= 70 && mayHead && !headings.has(at + 1) && at + 2 < paragraphs.length;
    const isTitle = isShort && /\p{L}/u.test(words) && !isSceneBreak(words) && !/^["“‘«„[—–-]/.test(words);
    return isTitle && (isInCapitals(words.replace(/[.,:;!?]+$/, '')) || !/[.,;:!?…。，！？」]["”’»]?$/.test(words))
      ? [[at, words] as const]
      : [];
  });
  return found.length * 2 > bareHeadings.length ? new Map(found) : new Map();
}

/** A sign of Chinese is as wide as two letters. */
const widthOf = (words: string): number =>
  words.length + (words.match(/[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}]/gu)?.length ?? 0) * 2;

const isBareNumber = (words: string): boolean =>
  romanOf(words) !== undefined || /^[\s.:）)\]—–-]*$/.test(numberedHeading(words)?.rest ?? 'x');

const romanOf = (line: string): number | undefined => {
  if (/[a-z]/.test(line)) return undefined;
  const numeral = /^[^\p{L}\p{N}]*([IVXL]{1,7})[.:]?[^\p{L}\p{N}]*$/u.exec(line.trim())?.[1];
  return numeral === undefined ? undefined : numberOfWord(numeral.toLowerCase());
};

/** Numerals alone that count on from I; a run of letters is none. */
function numeralsOf(paragraphs: readonly Candidate[]): ReadonlySet<number> {
  const all = paragraphs.flatMap(({ lines, mayHead }, at) => {
    const number = mayHead && lines.length < 3 ? romanOf(lines[0] ?? '') : undefined;
    return number === undefined ? [] : [{ at, number }];
  });
  const others = paragraphs.filter(({ lines }) => lines.length === 1 && /^[ABE-HJKNP]\.?$/.test(lines[0] ?? ''));
  if (others.length > 2) return new Set();
  const isNext = (one: number, other: number) => all[other]?.number === (all[one]?.number ?? -2) + 1;
  return new Set(
    all.filter((_, at) => all.length === 1 || isNext(at - 1, at) || isNext(at, at + 1)).map(({ at }) => at),
  );
}

/** “Chapter One”, and the same with its title in the next line. */
function ownHeading({ lines, mayHead }: Candidate): string | undefined {
  const [first = '', second, ...rest] = lines;
  if (!mayHead || rest.length > 2 || !isChapterHeading(first)) return undefined;
  if (second === undefined) return first.trim();
  const words = [first, second, ...rest].map((each) => each.trim()).join(' ');
  if (/^\s*[.:].*\p{L}/u.test(numberedHeading(first)?.rest ?? '')) return words.length <= 240 ? words : undefined; // a title that was wrapped
  if (rest.length > 0) return undefined;
  const isTitle =
    second.length <= 60 &&
    (isInCapitals(second.replace(/[.,;:!?]+$/, '')) || !/[.,;]["”’']?$/.test(second)) &&
    !isSceneBreak(second);
  return isTitle ? joinTitle(first, second) : undefined;
}

/** “CHAPTER I.” and “THE FIRE.” as one heading. */
export const joinTitle = (heading: string, title: string): string =>
  `${heading.trim().replace(/(?<![:.\s])[:.\s]+$/, '')}: ${title.trim()}`;

/** “3. The Door”, some paragraphs, “4. The Stair”: at least two, each one more than the last. */
function countingOn(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let last: { readonly at: number; readonly number: number } | undefined;
  paragraphs.forEach(({ lines, mayHead }, at) => {
    const [only = ''] = lines;
    const number = mayHead && lines.length === 1 && at < paragraphs.length - 1 ? numberOfHeading(only) : undefined;
    if (number === undefined) return;
    if (last && (number !== last.number + 1 || at === last.at + 1)) return; // an item of a list
    found.set(at, only.trim());
    last = { at, number };
  });
  return found.size > 1 ? found : new Map();
}

function inCapitals(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  paragraphs.forEach(({ lines, mayHead }, at) => {
    const [only = ''] = lines;
    if (!mayHead || lines.length > 1 || at === paragraphs.length - 1) return;
    if (isInCapitals(only) && !isEndMark(only) && !isSceneBreak(only)) found.set(at, only.trim());
  });
  return found.has(0) && found.size > 1 ? found : new Map();
}

const bodyKinds = sectionKinds.filter(
  (kind) => traitsOf(kind).matter === 'bodymatter' || kind === 'preface' || kind === 'foreword' || kind === 'afterword',
);

/** What a heading in the story says that it opens: “Prologue”, “Part Two”; else a chapter. */
export const kindOfChapter = (heading: string): SectionKind => kindNamedBy(heading, bodyKinds) ?? 'chapter';
