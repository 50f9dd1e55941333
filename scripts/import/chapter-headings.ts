/** Which paragraphs of a story are headings. In: its paragraphs’ words, in order. Out: the heading at each index that is one. */
import { bare } from '../book/header-lines.ts';
import { isNumber } from '../book/heading-numbers.ts';
import { numberOfWord } from '../book/number-words.ts';
import { numberedHeading } from '../book/numbered-headings.ts';
import { kindNamedBy, type SectionKind, sectionKinds, traitsOf } from '../book/sections.ts';
import { folded } from '../book/story-words.ts';
import { widthOf } from '../book/word-list.ts';
import {
  bareNumberOfTitle,
  isChapterHeading,
  isEndMark,
  isInCapitals,
  isSceneBreak,
  numberInBrackets,
  numberOfHeading,
  romanOfTitle,
} from './story-marks.ts';

/** A paragraph as this looks at it: its lines, and whether it may be a heading at all. */
export interface Candidate {
  readonly lines: readonly string[];
  readonly mayHead: boolean;
  readonly isVerse?: boolean;
}

/**
 * Headings that name themselves, and those that `isListed` knows from a list of the contents; else lines whose numbers count on; else,
 * where the story opens with one, lines in capitals.
 */
export function headingsOf(
  paragraphs: readonly Candidate[],
  isListed: (words: string, at: number) => boolean = () => false,
): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  const byList = new Set<number>();
  const numerals = numeralsOf(paragraphs);
  paragraphs.forEach((paragraph, at) => {
    const [only = ''] = paragraph.lines;
    if (at === paragraphs.length - 1 || (romanOf(only) !== undefined && !numerals.has(at))) return;
    const all = paragraph.lines.join(' ');
    const isSaid = /^["“‘«„—–-]/.test(all) && /\p{Ll}/u.test(all);
    const listed = paragraph.mayHead && !isSaid && isListed(all, at) ? all : undefined;
    const isTitle = isBareNumber(headings.get(at - 1) ?? '');
    const numeral = numerals.has(at) && /^C+\.?$/.test(only.trim()) ? only.trim() : undefined;
    const own = ownHeading(paragraph) ?? numeral;
    const words = own ?? (isTitle ? undefined : listed);
    if (words !== undefined) headings.set(at, words);
    if (words !== undefined && own === undefined) byList.add(at);
  });
  for (const [at, words] of missingOf(paragraphs, headings)) headings.set(at, words);
  for (const [at, words] of countedHeadings(paragraphs)) headings.set(at, words);
  // Below “I. The Stair”, or below titles that the list has, the numerals alone part a chapter, unless they are more than the titles.
  const titled = [...headings.values()].filter((words) => romanOfTitle(words) !== undefined).length;
  const numeralsAlone = [...headings].filter(([, words]) => romanOf(words) !== undefined);
  const titleOf = (at: number): string => (paragraphs[at + 1]?.lines ?? []).join(' ');
  const listed = numeralsAlone.filter(([at]) => isListed(titleOf(at), at + 1)).length;
  const alone =
    listed > 2
      ? numeralsAlone.filter(
          ([at]) => !isListed(titleOf(at), at + 1) && !isInCapitals(titleOf(at).replace(/\P{L}+$/u, '')),
        )
      : numeralsAlone;
  if (listed > 2 || (titled > 2 && alone.length < titled)) for (const [at] of alone) headings.delete(at);
  const titles = new Set([...headings].flatMap(([at, words]) => titlesOfNumber(words, paragraphs[at + 1])));
  const said = [...byList].filter((at) => titles.has(bare(folded(headings.get(at) ?? ''))));
  for (const at of [
    ...said, // a chapter that is known by its number has this title
    ...partsOfTitlePages(headings),
    ...listedTwice(paragraphs, headings, isListed),
    ...listOfNumbers(paragraphs, headings),
  ])
    headings.delete(at);
  return headings.size > 0 ? headings : headingsInCapitals(paragraphs);
}

/** The title of a heading that has a number: behind it, or in the paragraph below. */
function titlesOfNumber(heading: string, below: Candidate | undefined): readonly string[] {
  const title = isBareNumber(heading) ? (below?.lines.join(' ') ?? '') : (numberedHeading(heading)?.rest ?? '');
  const words = bare(folded(title));
  return words === '' ? [] : [words];
}

/** “Chapter 4 Who Goes There?” beside “Chapter 3” and “Chapter 5 …”, though it ends as a sentence does. */
function missingOf(
  paragraphs: readonly Candidate[],
  headings: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const own = new Set([...headings.values()].flatMap((words) => countOf(words)?.key ?? []));
  const found = new Map<number, string>();
  if (own.size < 3) return found;
  paragraphs.forEach(({ lines, mayHead }, at) => {
    const words = mayHead && lines.length < 4 && !headings.has(at) ? lines.join(' ').trim() : '';
    const ended = /^(.{1,160}?)[\s?!….”’"»]+$/u.exec(words)?.[1] ?? '';
    const { key = '', word = '', number = 0 } = (numberedHeading(ended) && countOf(ended)) || {};
    const isBeside = own.has(`${word} ${number - 1}`) || own.has(`${word} ${number + 1}`);
    if (isBeside && !own.has(key)) found.set(at, words);
  });
  return found;
}

/** The word and the number that a heading opens with: “chapter”, 4. */
function countOf(words: string): { readonly key: string; readonly word: string; readonly number: number } | undefined {
  const [, opens = '', numeral = ''] =
    /^(\p{L}{3,12})\.?\s+([IVXLC]{1,9}|\d{1,4}|\p{L}{3,12})(?![\p{L}\p{N}])/u.exec(words.trim()) ?? [];
  const word = folded(opens);
  const number = numberOfWord(numeral.toLowerCase());
  return number === undefined ? undefined : { key: `${word} ${number}`, word, number };
}

/** Three headings or more that count one below the other with hardly a word between them, before others as many: a list of acts or chapters. */
function listOfNumbers(paragraphs: readonly Candidate[], headings: ReadonlyMap<number, string>): readonly number[] {
  const runs: number[][] = [];
  for (const at of [...headings.keys()].sort((one, other) => one - other)) {
    const run = runs.at(-1);
    const [before, own] = [run?.at(-1) ?? at, at].map((each) => countOf(headings.get(each) ?? ''));
    const between = paragraphs.slice((run?.at(-1) ?? at) + 1, at).flatMap(({ lines }) => lines);
    const goesOn = own !== undefined && own.word === before?.word && own.number === before.number + 1;
    if (run && goesOn && between.every(isSceneBreak)) run.push(at);
    else runs.push([at]);
  }
  return runs
    .slice(0, -1)
    .filter((run) => run.length > 2 && headings.size >= run.length * 2)
    .flat();
}

/**
 * What comes again below: a title that the list has, as it may stand in a list of pictures, too; and a number of a list that nobody called
 * a list, with those that follow it and have no text.
 */
function listedTwice(
  paragraphs: readonly Candidate[],
  headings: ReadonlyMap<number, string>,
  isListed: (words: string, at: number) => boolean,
): readonly number[] {
  const all = [...headings].sort(([one], [other]) => one - other);
  const plain = all.map(([, words]) =>
    folded(words)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const lengthOf = (index: number): number =>
    paragraphs
      .slice((all[index]?.[0] ?? 0) + 1, all[index + 1]?.[0])
      .reduce((sum, { lines }) => sum + lines.reduce((length, line) => length + widthOf(line), 0), 0);
  return all.flatMap(([at, words], index) => {
    const again = plain.indexOf(plain[index] ?? '', index + 1);
    if (again < 0) return [];
    if (!numberedHeading(words)) return romanOf(words) === undefined && isListed(words, at) ? [at] : [];
    const run = Array.from({ length: again - index }, (_, step) => index + step);
    const isShort = run.length > 1 && run.slice(0, -1).every((each) => lengthOf(each) < 400);
    const isTwice = (each: number): boolean => plain.indexOf(plain[each] ?? '', again) >= 0;
    return isShort ? run.flatMap((each) => (lengthOf(each) < 400 || isTwice(each) ? (all[each]?.[0] ?? []) : [])) : [];
  });
}

/** “Volume One” that comes again before any chapter, the names of parts in a list, and “Volume VI” alone above all chapters, as of a series. */
function partsOfTitlePages(headings: ReadonlyMap<number, string>): readonly number[] {
  const all = [...headings].sort(([one], [other]) => one - other);
  const wordsOf = (heading: string): string =>
    folded(heading)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => !isNumber(word))
      .join(' ');
  const parts = all.filter(([, words]) => numberedHeading(words)?.opens === 'part');
  return all.flatMap(([at, words], index) => {
    const [next = -1, following = ''] = all[index + 1] ?? [];
    const [before = -1, above = ''] = all[index - 1] ?? [];
    if (numberedHeading(words)?.opens !== 'part') return [];
    const isAgain = folded(following) === folded(words);
    const isInList = [next === at + 1 ? following : '', before === at - 1 ? above : ''].some(
      (other) => other !== '' && wordsOf(other) === wordsOf(words),
    );
    const { word = '', number = 1 } = countOf(words) ?? {};
    const isOfSeries =
      index === 0 && all.length > 2 && parts.length === 1 && number > 1 && /^(?:volume|tome|tomo)$/.test(word);
    return isAgain || isInList || isOfSeries ? [at] : [];
  });
}

/** Those that are known by their numbers alone. */
export const countedHeadings = (paragraphs: readonly Candidate[]): ReadonlyMap<number, string> =>
  new Map([...countingOn(paragraphs), ...sameWord(paragraphs)]);

/** Titles that stand in a paragraph of their own below “CHAPTER I.”: below most such headings, or in capitals. */
export function titlesBelow(
  paragraphs: readonly Candidate[],
  headings: ReadonlyMap<number, string>,
  isListed: (words: string, at: number) => boolean = () => false,
): ReadonlyMap<number, string> {
  const listed = [...headings].flatMap(([at, words]) => {
    const title = (paragraphs[at + 1]?.lines ?? []).join(' ');
    const isTitle = isBareNumber(words) && !headings.has(at + 1) && isListed(title, at + 1);
    return isTitle ? [[at, title] as const] : [];
  });
  return new Map([...unlistedTitles(paragraphs, headings), ...listed]);
}

function unlistedTitles(
  paragraphs: readonly Candidate[],
  headings: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const bareHeadings = [...headings].filter(([, words]) => isBareNumber(words)).map(([at]) => at);
  const titlesThat = (passes: (words: string) => boolean) =>
    bareHeadings.flatMap((at) => {
      const { lines = [], mayHead = false } = paragraphs[at + 1] ?? {};
      const words = lines.join(' ');
      const isShort =
        lines.length < 3 && widthOf(words) <= 70 && mayHead && !headings.has(at + 1) && at + 2 < paragraphs.length;
      const isTitle = isShort && /\p{L}/u.test(words) && !isSceneBreak(words) && !/^["“‘«„[—–-]/.test(words);
      return isTitle && (isInCapitals(words.replace(/[.,:;!?]+$/, '')) || passes(words)) ? [[at, words] as const] : [];
    });
  const found = titlesThat((words) => !/[.,;:!?…。，！？」]["”’»]?$/.test(words));
  // Among titles one may ask something.
  if (found.length * 2 > bareHeadings.length)
    return new Map(titlesThat((words) => !/[.,;:…。，」]["”’»]?$/.test(words)));
  // Sentences that say what happens: below nearly every heading stands a short paragraph of its own.
  const told = bareHeadings.flatMap((at) => {
    const { lines = [], mayHead = false } = paragraphs[at + 1] ?? {};
    const words = lines.join(' ');
    const isMotto = paragraphs[at + 3]?.isVerse || paragraphs[at + 4]?.isVerse; // above a poem
    const isBelow = mayHead && !headings.has(at + 1) && lines.length < 5 && !isMotto;
    return isBelow && widthOf(words) <= 240 && /^\p{Lu}/u.test(words) ? [[at, words] as const] : [];
  });
  return bareHeadings.length > 4 && told.length >= bareHeadings.length * 0.9 ? new Map(told) : new Map();
}

/**
 * How many lines of a paragraph are the title of the number above it: one, where below most such numbers a short line stands above text
 * that begins anew.
 */
export function titleLines<Item extends Candidate>(paragraphs: readonly Item[]): ReadonlySet<Item> {
  const below = paragraphs.filter((_, at) => {
    const { lines: [above = '', ...more] = [] } = paragraphs[at - 1] ?? {};
    return more.length === 0 && isChapterHeading(above) && isBareNumber(above);
  });
  const titled = below.filter(({ lines: [title = '', next = ''], mayHead }) => {
    const isShort = title.length < 50 && /^\P{L}*\p{Lu}/u.test(title) && !/[.,;:]["”’»]?$/.test(title);
    return mayHead && isShort && next.length > 50 && /^["“«—–¿¡-]?\s*\p{Lu}/u.test(next);
  });
  return new Set(titled.length > 2 && titled.length > below.length * 0.7 ? titled : []);
}

/** “CHAPTER I.”, “IV”: a heading that is a number and no title. */
export const isBareNumber = (words: string): boolean =>
  romanOf(words) !== undefined || /^[\s.:）)\]—–-]*$/.test(numberedHeading(words)?.rest ?? 'x');

const romanOf = (line: string): number | undefined => {
  if (/[a-z]/.test(line) || !/[IVXLC]/.test(line)) return undefined;
  const numeral = /^[^\p{L}\p{N}]*([IVXLC]{1,9})[.:]?[^\p{L}\p{N}]*$/u.exec(line.trim())?.[1];
  return numeral === undefined ? undefined : numberOfWord(numeral.toLowerCase());
};

/** Numerals alone that count on from I; a run of letters is none. */
function numeralsOf(paragraphs: readonly Candidate[]): ReadonlySet<number> {
  const all = paragraphs.flatMap(({ lines, mayHead }, at) => {
    const number = mayHead && lines.length < 3 ? romanOf(lines[0] ?? '') : undefined;
    return number === undefined ? [] : [{ at, number }];
  });
  const others = paragraphs.filter(({ lines }) => lines.length === 1 && /^[ABE-HJKNP]\.?$/.test(lines[0] ?? ''));
  const framed = all.filter(({ at }) => /^\s*([—–]).*\1\s*$/.test(paragraphs[at]?.lines[0] ?? ''));
  if (others.length > 2) return new Set(framed.map(({ at }) => at));
  // Parts between dashes count on beside the numerals of their chapters.
  return new Set([all, framed].flatMap(countingNumerals).map(({ at }) => at));
}

interface Numeral {
  readonly at: number;
  readonly number: number;
}

/** Those that follow one less or stand before one more; a small one alone, too. */
const countingNumerals = (all: readonly Numeral[]): readonly Numeral[] =>
  all.filter(({ number }, at) => {
    const isBeside = all[at - 1]?.number === number - 1 || all[at + 1]?.number === number + 1;
    return isBeside || (all.length === 1 && number < 40);
  });

/** “Chapter One”, and the same with its title in the next line. */
function ownHeading({ lines, mayHead }: Candidate): string | undefined {
  const [opening = '', second, ...rest] = lines;
  const first = second === undefined ? opening : opening.replace(/[,;]\s*$/, ''); // a title may be wrapped after it
  if (!mayHead || rest.length > 2 || !isChapterHeading(first)) return undefined;
  if (second === undefined) return first.trim();
  const words = [opening, second, ...rest].map((each) => each.trim()).join(' ');
  if (/^\s*[.:].*\p{L}/u.test(numberedHeading(first)?.rest ?? '')) return words.length <= 240 ? words : undefined; // a title that was wrapped
  if (rest.length > 0 || first !== opening) return undefined;
  const isTitle =
    second.length <= 60 &&
    (isInCapitals(second.replace(/[.,;:!?]+$/, '')) || !/[.,;：]["”’']?$/.test(second)) &&
    !isSceneBreak(second);
  return isTitle ? (first.trim().length < 55 ? joinTitle(first, second) : words) : undefined;
}

/** “CHAPTER I.” and “THE FIRE.” as one heading. */
export const joinTitle = (heading: string, title: string): string =>
  `${heading.trim().replace(/(?<![:.\s])[:.\s]+$/, '')}: ${title.trim()}`;

/** How numbers stand before titles or alone, and how many of a kind, how many paragraphs apart, are needed to believe that they count chapters. */
const countedForms = [
  { numberOf: numberOfHeading, least: 2, apart: 0 },
  { numberOf: romanOfTitle, least: 3, apart: 0 },
  { numberOf: bareNumberOfTitle, least: 5, apart: 0 },
  // Between two pages stands less than between two chapters.
  { numberOf: numberInBrackets, least: 3, apart: 12 },
];

/** “3. The Door”, some paragraphs, “4. The Stair”: each one more than the last, from the beginning again in another part. */
function countingOn(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  for (const { numberOf, least, apart } of countedForms) {
    const found = new Map<number, string>();
    let last: { readonly at: number; readonly number: number; readonly length: number } | undefined;
    paragraphs.forEach(({ lines, mayHead }, at) => {
      const words = lines.length < 3 && mayHead && at < paragraphs.length - 1 ? lines.join(' ').trim() : '';
      const number = words === '' ? undefined : numberOf(words);
      if (number === undefined) return;
      const isNext = !last || number === last.number + 1;
      const isAnew = last && last.length > 1 && number === 1;
      const isGap = last && last.length > 3 && number > last.number && number < last.number + 4;
      if (!(isNext || isAnew || isGap) || at - 1 === last?.at) return; // an item of a list
      found.set(at, words);
      last = { at, number, length: isAnew ? 1 : (last?.length ?? 0) + 1 };
    });
    const places = [...found.keys()];
    const between = ((places.at(-1) ?? 0) - (places[0] ?? 0)) / (places.length - 1);
    if (found.size >= least && between >= apart) return found;
  }
  return numbersOfChoice(paragraphs);
}

/** “19. The Fisherman”, many paragraphs, “47. The Juniper”: what somebody chose of a larger collection has the numbers that it has there. */
function numbersOfChoice(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const all = paragraphs.flatMap(({ lines: [only = '', ...more], mayHead }, at) => {
    const number = mayHead && more.length === 0 ? numberOfHeading(only) : undefined;
    return number === undefined ? [] : [{ at, number, words: only.trim() }];
  });
  const isChoice =
    all.length > 4 &&
    all.every(({ at, number }, index) => {
      const before = all[index - 1];
      return before === undefined || (number > before.number && at > before.at + 1);
    });
  return new Map(isChoice ? all.map(({ at, words }) => [at, words]) : []);
}

/** “Letter 1”, “Letter 2”, “Stave I”, “Ensimmäinen runo”: the same word with numbers before it or after it, the first of them too, three at least. */
function sameWord(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const pairs = paragraphs.flatMap(({ lines, mayHead }, at) => {
    const [only = ''] = lines;
    const [first = '', last = '', ...more] = only
      .trim()
      .split(/\s+/)
      .map((each) => each.replace(/[.:]$/, ''));
    const isPair = mayHead && lines.length === 1 && last !== '' && more.length === 0 && at < paragraphs.length - 1;
    const isSaid = /\.$/.test(only.trim()) && /^\p{Ll}/u.test(last); // “Three words.”, “Step one.”
    return isPair && !isSaid && /^[\p{Lu}\p{Lo}]/u.test(first) ? [{ at, words: only.trim(), first, last }] : [];
  });
  const found = new Map<number, string>();
  for (const side of ['first', 'last'] as const) {
    const groups = new Map<string, (typeof pairs)[number][]>();
    for (const pair of pairs) {
      const word = pair[side].toLowerCase();
      const group = groups.get(word);
      if (group) group.push(pair);
      else groups.set(word, [pair]);
    }
    for (const [word, group] of groups) {
      const numbers = new Set(group.map((pair) => (side === 'first' ? pair.last : pair.first)).filter(isNumber));
      const begins = [...numbers].some((each) => {
        if (/\p{Nd}/u.test(each)) return each === '1';
        const isRoman = /^[IVXLC]+$/u.test(each);
        return isRoman || side === 'first' ? (numberOfWord(each.toLowerCase()) ?? 1) < 3 : true; // the first may be missing
      });
      if (numbers.size < 3 || !begins || !/^(?:\p{L}{3,20}|\p{sc=Han}{2})$/u.test(word) || isNumber(word)) continue;
      for (const { at, words } of group) found.set(at, words);
    }
  }
  return found;
}

/** Lines in capitals, where the first paragraph is one. */
export function headingsInCapitals(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  paragraphs.forEach(({ lines, mayHead }, at) => {
    const [only = ''] = lines;
    if (!mayHead || lines.length > 1 || at === paragraphs.length - 1) return;
    if (isInCapitals(only) && !isEndMark(only) && !isSceneBreak(only)) found.set(at, only.trim());
  });
  // What comes again and again is who speaks, or the head of a page.
  const times = new Map<string, number>();
  for (const own of found.values()) times.set(own, (times.get(own) ?? 0) + 1);
  for (const [at, own] of found) if (times.get(own) !== 1) found.delete(at);
  return found.has(0) && found.size > 1 ? found : new Map();
}

const bodyKinds = sectionKinds.filter(
  (kind) => traitsOf(kind).matter === 'bodymatter' || kind === 'preface' || kind === 'foreword' || kind === 'afterword',
);

/** What a heading in the story says that it opens: “Prologue”, “Part Two”; else a chapter. */
export function kindOfChapter(typed: string): SectionKind {
  const heading = typed.replace(/^[([](.*)[)\]]$/, '$1');
  const { opens, rest = '' } = numberedHeading(heading) ?? {};
  // “Book One: Chapter 3”
  if (opens === 'part' && numberedHeading(rest.replace(/^[\s:.,–—-]+/, ''))?.opens === 'chapter') return 'chapter';
  return kindNamedBy(heading, bodyKinds) ?? 'chapter';
}
