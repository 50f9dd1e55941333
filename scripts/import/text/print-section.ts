/** Prints a section of a plain-text story as Markdown. In: its paragraphs. Out: lines, each with the line it came from. */

import { byline, type Header, headerOf, isAuthorsNote } from '../../book/header-lines.ts';
import type { SectionKind } from '../../book/sections.ts';
import { widerGaps } from '../../markdown/prose/gaps.ts';
import { headingsOf, joinTitle, titlesBelow } from '../chapter-headings.ts';
import type { WayOfGuessing } from '../confidence.ts';
import { escapeHeading, escapeLine, escapeLines, type Stars } from '../escape.ts';
import {
  captionOf,
  isChapterHeading,
  isEndMark,
  isInCapitals,
  isPicturePlace,
  isSceneBreak,
  numberOfHeading,
} from '../story-marks.ts';
import type { Draft, Hint } from './front-lines.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Those that the text marks as such; else those that their words show; where there are none, or few, short lines that nearly all wider gaps stand above. */
export function headingsIn(paragraphs: readonly Paragraph[], isListed?: IsListed): ReadonlyMap<number, string> {
  const marked = paragraphs.flatMap(({ isMarked, lines }, at) =>
    isMarked ? [[at, lines.join(' ').trim()] as const] : [],
  );
  if (marked.length > 0) return new Map(marked);
  const headings = titlesOfPoems(
    paragraphs,
    withoutStanzas(paragraphs, headingsOf(candidates(paragraphs), listedAt(paragraphs, isListed))),
  );
  const gaps = gapsIn(paragraphs, headings);
  const titles = paragraphs.flatMap((each, at) => {
    const [only = '', ...more] = each.lines;
    const isTitle =
      more.length === 0 && only.length <= 60 && /^\P{Ll}*\p{Lu}.*\p{L}{2}/u.test(only) && !/[,;:]$/.test(only);
    return gaps.has(each) && isTitle && at < paragraphs.length - 1 ? [[at, only.trim()] as const] : [];
  });
  const isSpeaker = speakersAmong(titles.map(([, words]) => words));
  const own = titles.filter(([, words]) => !isSpeaker(words));
  const isUsual =
    own.length * 2 > titles.length &&
    titles.length > 4 &&
    titles.length >= gaps.size * 0.8 &&
    titles.length > headings.size * 2;
  return isUsual ? new Map([...headings, ...own].sort(([one], [other]) => one - other)) : headings;
}

/** Where most of a text is verse: lines in capitals above it, if they are more than the headings; the numerals are then parts of poems. */
function titlesOfPoems(
  paragraphs: readonly Paragraph[],
  headings: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  if (paragraphs.filter(({ verse }) => verse).length * 2 < paragraphs.length) return headings;
  const titles = paragraphs.flatMap(({ lines: [only = '', ...more] }, at) => {
    const isVerse = (below: number): boolean => paragraphs[at + below]?.verse === true;
    const isAbove = isVerse(1) || (isVerse(2) && !isPoemTitle(paragraphs[at + 1]?.lines[0] ?? ''));
    const isTitle = more.length === 0 && isAbove && isPoemTitle(only);
    return isTitle && !isBareNumeral(only) && !headings.has(at) ? [[at, only] as const] : [];
  });
  const counts = countsOf(titles.map(([, words]) => words)); // a name comes again
  const own = titles.filter(([, words]) => counts.get(words) === 1);
  if (own.length < 4 || own.length < headings.size) return headings;
  const others = [...headings].filter(([, words]) => !isBareNumeral(words));
  return new Map([...others, ...own].sort(([one], [other]) => one - other));
}

const isPoemTitle = (line: string): boolean => isInCapitals(line.replace(/[.!?]+$/, '')) && byline(line) === undefined;

/** Without the numbers that stand above nearly each stanza of chapters in verse. */
function withoutStanzas(
  paragraphs: readonly Paragraph[],
  headings: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const numbers = [...headings].filter(([at, words]) => isBareNumeral(words) && paragraphs[at + 1]?.verse);
  const places = [...headings.keys()].sort((one, other) => one - other);
  const alone = numbers.filter(([at]) => (places[places.indexOf(at) + 1] ?? paragraphs.length) - at < 5);
  const isUsual = numbers.length > 9 && alone.length > numbers.length * 0.8 && headings.size - numbers.length > 1;
  return isUsual ? new Map([...headings].filter(([, words]) => !isBareNumeral(words))) : headings;
}

const isBareNumeral = (words: string): boolean => /^[^\p{L}\p{N}]*(?:[IVXLC]+|\d{1,3})[^\p{L}\p{N}]*$/u.test(words);

/** Whether a short line comes more than twice, with directions in brackets or without: it is who speaks. */
function speakersAmong(lines: readonly string[]): (line: string) => boolean {
  const nameOf = (line: string): string => line.replace(/\s*\([^)]*\)?\.?$/, '').toLowerCase();
  const counts = countsOf(lines.map(nameOf));
  return (line) => (counts.get(nameOf(line)) ?? 0) > 2;
}

function countsOf<Item>(items: readonly Item[]): ReadonlyMap<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Whether a list of the contents, which stands above the line, has these words. */
export type IsListed = (words: string, line: number) => boolean;

/** Above the list, as on a title page, only where prose follows. */
const listedAt =
  (paragraphs: readonly Paragraph[], isListed: IsListed = () => false) =>
  (words: string, at: number): boolean =>
    isListed(words, paragraphs[at]?.line ?? 0) ||
    (isListed(words, Number.POSITIVE_INFINITY) &&
      paragraphs.slice(at + 1, at + 4).some(({ lines, verse }) => !verse && lines.join(' ').length > 150));

export const candidates = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ lines, setOff, verse }) => ({
    lines,
    mayHead: (!setOff || lines.length === 1) && !isOfPicture(lines),
    isVerse: verse,
  }));

/** The place of a picture, or what stood below one. */
const isOfPicture = (lines: readonly string[]): boolean =>
  isPicturePlace(lines[0] ?? '') || captionOf(lines) !== undefined;

export interface PrintedSection {
  readonly text: string;
  /** For each line of it (from 0) the line (from 1) of the source. */
  readonly lines: readonly number[];
  /** The lines of the source that headings came from, and those of text that look like a break. */
  readonly headed: readonly number[];
  /** Those of captions, whose label is not printed. */
  readonly captions: readonly number[];
}

/** Prints a draft; chapters have headings, breaks and notes of their author among their paragraphs. */
export function printSection(
  { kind, title, paragraphs }: Draft,
  hint: Hint,
  { isListed, stars = 'bold' }: { readonly isListed?: IsListed | undefined; readonly stars?: Stars } = {},
): PrintedSection {
  const text: string[] = [];
  const lines: number[] = [];
  const headed: number[] = [];
  const captions: number[] = [];
  const print = (line: string, source: number) => {
    text.push(line);
    lines.push(source);
  };
  if (title) {
    print(`# ${escapeHeading(title)}`, paragraphs[0]?.line ?? 1);
    print('', paragraphs[0]?.line ?? 1);
  }
  const headings = kind === 'chapter' ? headingsIn(paragraphs, isListed) : new Map<number, string>();
  const isMarked = paragraphs.some((each) => each.isMarked);
  const titles = isMarked
    ? new Map<number, string>()
    : titlesBelow(candidates(paragraphs), headings, listedAt(paragraphs, isListed));
  const gaps = kind === 'chapter' ? gapsIn(paragraphs, headings) : new Set<Paragraph>();
  const roles = paragraphs.map((_, at) => roleOf(paragraphs, at, kind, headings));
  const poems = poemsIn(paragraphs, (at) => roles[at]?.is === 'text' && !titles.has(at - 1), gaps);
  const printStanza = ({ line, lines }: Paragraph, { isFirst, isLast, steps }: Stanza): void => {
    if (isFirst) print(':::verse', line);
    for (const [row, words] of escapeLines(lines, stars).entries()) {
      if (isSceneBreak(lines[row] ?? '')) headed.push(line + row);
      print(`${'  '.repeat(steps[row] ?? 0)}${words}`, line + row);
    }
    if (isLast) print(':::', line + lines.length - 1);
  };
  let wasQuoted = false;
  let quotesNext = false;
  paragraphs.forEach((paragraph, at) => {
    if (titles.has(at - 1)) return; // in the heading above
    const role = roles[at] ?? { is: 'text' };
    if (role.is === 'left out') return;
    const isText = role.is === 'text' || role.is === 'note';
    const poem = poems.get(paragraph);
    const isQuoted = isText && !poem && (paragraph.setOff || role.is === 'note' || quotesNext);
    quotesNext = role.is === 'note' && role.header.text === '' && paragraph.lines.length === 1;
    if (wasQuoted && isQuoted) text[text.length - 1] = '>';
    wasQuoted = isQuoted;
    if (gaps.has(paragraph)) {
      hint(paragraph, 'the first of a scene', 'gap wider than others');
      print('* * *', paragraph.line - 1);
      print('', paragraph.line - 1);
    }
    if (role.is !== 'text') hint(paragraph, ...guessOf(role, paragraph));
    if (role.is === 'heading') {
      print(`# ${escapeHeading(withTitle(role.heading, titles.get(at)), stars)}`, paragraph.line);
      headed.push(...paragraph.lines.map((_, row) => paragraph.line + row));
    } else if (role.is === 'break') print('* * *', paragraph.line);
    else if (role.is === 'caption') {
      const rows = escapeLines(role.words.split('\n'), stars);
      rows.forEach((words, row) => {
        print(`${row === 0 ? '-> ' : ''}${words}${row < rows.length - 1 ? '\\' : ' <-'}`, paragraph.line + row);
      });
      captions.push(...paragraph.lines.map((_, row) => paragraph.line + row));
    } else if (poem) printStanza(paragraph, poem);
    else {
      headed.push(...paragraph.lines.flatMap((line, row) => (isSceneBreak(line) ? [paragraph.line + row] : [])));
      escapeLines(
        paragraph.lines.map((line) => line.trim()),
        stars,
      ).forEach((line, row) => {
        const isOwn = paragraph.verse || (paragraph.isSpeech && row === 0);
        const hard = isOwn && row < paragraph.lines.length - 1 ? '\\' : '';
        const words = role.is === 'note' && row === 0 ? labelled(role.header) : line;
        print(`${isQuoted ? '> ' : ''}${words}${hard}`, paragraph.line + row);
      });
    }
    print('', paragraph.line + paragraph.lines.length);
  });
  return { text: `${text.join('\n')}\n`, lines, headed, captions };
}

interface Stanza {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** How far each line is set in. */
  readonly steps: readonly number[];
}

/** Stanzas of a text in verse; among prose, of short lines that are set off and of which some stand deeper than others, as those of a letter do not. */
function poemsIn(
  paragraphs: readonly Paragraph[],
  isText: (at: number) => boolean,
  gaps: ReadonlySet<Paragraph>,
): ReadonlyMap<Paragraph, Stanza> {
  const stanzas = new Map<Paragraph, Stanza>();
  let run: Paragraph[] = [];
  const flush = (): void => {
    const all = run.flatMap(({ indents = [] }) => indents);
    const least = Math.min(...all);
    if (run.some(({ setOff }) => !setOff) || all.some((each) => each > least + 1))
      run.forEach((stanza, at) => {
        const steps = (stanza.indents ?? []).map((each) => Math.min(4, Math.round((each - least) / 2)));
        stanzas.set(stanza, { isFirst: at === 0, isLast: at === run.length - 1, steps });
      });
    run = [];
  };
  paragraphs.forEach((paragraph, at) => {
    const isStanza = paragraph.indents !== undefined && isText(at);
    if (!isStanza || gaps.has(paragraph)) flush();
    if (isStanza) run.push(paragraph);
  });
  flush();
  return stanzas;
}

const withTitle = (heading: string, title: string | undefined): string =>
  title === undefined ? heading : joinTitle(heading, title);

/** What a paragraph is in its section. */
type Role =
  | { readonly is: 'text' | 'break' | 'end' | 'left out' }
  | { readonly is: 'heading'; readonly heading: string }
  | { readonly is: 'caption'; readonly words: string }
  | { readonly is: 'note'; readonly header: Header };

function roleOf(
  paragraphs: readonly Paragraph[],
  at: number,
  kind: SectionKind,
  headings: ReadonlyMap<number, string>,
): Role {
  const { lines: [first = '', ...more] = [] } = paragraphs[at] ?? {};
  const heading = headings.get(at);
  if (heading !== undefined) return { is: 'heading', heading };
  if (more.length === 0 && isSceneBreak(first)) return { is: headings.has(at - 1) ? 'left out' : 'break' }; // a rule below it
  if (more.length === 0 && isPicturePlace(first)) return { is: 'left out' };
  const caption = captionOf([first, ...more]);
  if (caption !== undefined) return { is: 'caption', words: caption };
  if (kind !== 'chapter') return { is: 'text' };
  if (more.length === 0 && at > 0 && isEndMark(first)) return { is: 'end' };
  const header = headerOf(first);
  const isBeside = at === 0 || headings.has(at - 1) || headings.has(at + 1);
  const isNote = header?.kind === 'notes' && (isAuthorsNote(header.label) || (isBeside && first.includes(':')));
  return isNote ? { is: 'note', header } : { is: 'text' };
}

/** What a paragraph is taken for, and by what. */
function guessOf(
  role: Role,
  { lines: [first = ''], isMarked }: Paragraph,
): readonly [taken: string, way: WayOfGuessing] {
  switch (role.is) {
    case 'heading':
      return ['a chapter’s heading', isMarked ? 'heading that names itself and its number' : wayOfHeading(first)];
    case 'break':
      return ['a scene break', /[a-z]/i.test(first) ? 'row of letters' : 'row of ornaments'];
    case 'caption':
      return ['what stood below a picture that the text does not have', 'label of a picture'];
    case 'note':
      return ['the author’s notes', isAuthorsNote(role.header.label) ? 'label and colon' : 'label in the text'];
    default:
      return ['the end mark', /^[\p{L}\s.]+$/u.test(first) ? 'closing words' : 'closing words in ornaments'];
  }
}

/**
 * The paragraphs above which more blank lines stand than above others, below the first heading; none in chapters where most paragraphs
 * stand so.
 */
function gapsIn(paragraphs: readonly Paragraph[], headings: ReadonlyMap<number, string>): ReadonlySet<Paragraph> {
  const places = [...headings.keys()].sort((one, other) => one - other);
  const chapterOf = (at: number): number => places.findLast((place) => place <= at) ?? -1;
  const isText = (at: number): boolean => {
    const { lines = [] } = paragraphs[at] ?? {};
    const [first = ''] = lines;
    return !headings.has(at) && !isSceneBreak(first) && !isEndMark(first) && !isOfPicture(lines);
  };
  const gaps = paragraphs.flatMap((paragraph, at) => {
    const before = paragraphs[at - 1];
    const size = before ? paragraph.line - before.line - before.lines.length : 0;
    return size > 0 && isText(at) && isText(at - 1) ? [{ paragraph, size, chapter: chapterOf(at) }] : [];
  });
  const wide = widerGaps(gaps).wide.filter(({ chapter }) => chapter >= 0 || places.length === 0);
  const [all, own] = [gaps, wide].map((each) => countsOf(each.map(({ chapter }) => chapter)));
  const isUsual = (chapter: number): boolean => (own?.get(chapter) ?? 0) * 2 > Math.max(4, all?.get(chapter) ?? 0);
  return new Set(wide.flatMap(({ paragraph, chapter }) => (isUsual(chapter) ? [] : [paragraph])));
}

/** By its number, by the numbers around it, by its capitals. */
function wayOfHeading(line: string): WayOfGuessing {
  if (/^[^\p{L}\p{N}]*[IVXL]+[^\p{L}\p{N}]*$/u.test(line)) return 'numeral alone';
  if (isChapterHeading(line)) return 'heading that names itself and its number';
  return numberOfHeading(line) === undefined ? 'line in capitals among others' : 'number that counts on';
}

/** “A/N: Thanks” with its label in bold, as notes in a chapter have it. */
function labelled({ label, text }: { readonly label: string; readonly text: string }): string {
  return `**${escapeLine(label)}:** ${text === '' ? '' : escapeLine(text)}`.trimEnd();
}
