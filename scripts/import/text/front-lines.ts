/** What stands before a plain-text story: labelled lines, its title, who wrote it. In: paragraphs. Out: facts, sections, and how many were taken. */

import { withFact } from '../../book/header-facts.ts';
import {
  bare,
  byline,
  type FactKey,
  type Header,
  headerOf,
  isName,
  partByline,
  tagline,
  withoutName,
} from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { type SectionKind, traitsOf } from '../../book/sections.ts';
import { isStoryWord } from '../../book/story-words.ts';
import type { WayOfGuessing } from '../confidence.ts';
import { withoutEmphasis } from '../escape.ts';
import { isChapterHeading, isEndMark, isInCapitals, isPicturePlace, isSceneBreak } from '../story-marks.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** A section before it is printed. */
export interface Draft {
  readonly kind: SectionKind;
  readonly title: string | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** Told of each guess. */
export type Hint = (at: Paragraph, taken: string, way: WayOfGuessing) => void;

export interface Front {
  readonly facts: Facts;
  readonly sections: readonly Draft[];
  /** Lines that say what no key does. */
  readonly others: readonly Paragraph[];
  /** Words that say no more than a key of `book.yaml`: labels, “by”. */
  readonly labels: readonly string[];
  /** How many paragraphs were read. */
  readonly count: number;
}

const opensWithArticle =
  /^(?:the|an?|das|der|die|eine?|la|les?|une?|el|los|las|il|lo|i|gli|os?|as|uma?|het|een|den|det|en|ett?)\s/i;

/** What was found so far. */
interface Findings {
  facts: Facts;
  readonly sections: Draft[];
  readonly others: Paragraph[];
  readonly labels: string[];
  readonly hint: Hint;
  /** Whether a paragraph is a heading of the story, and whether words come again in it. */
  readonly story: StoryWords;
  isAtStart: boolean;
  /** Whether the title stands right above. */
  isUnderTitle: boolean;
}

/** What the story below tells of the lines above it. */
export interface StoryWords {
  readonly isHeading: (paragraph: Paragraph) => boolean;
  /** Whether it has these words below a paragraph, as it has the names of its people. */
  readonly says: (words: string, below: Paragraph) => boolean;
}

/** Looks into a story. */
export function storyWords(paragraphs: readonly Paragraph[], headings: ReadonlySet<Paragraph>): StoryWords {
  return {
    isHeading: (paragraph) => headings.has(paragraph),
    says: (words, { line }) => {
      const form = new RegExp(
        `(?<![\\p{L}\\p{M}])${words.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '.')}(?![\\p{L}\\p{M}])`,
        'iu',
      );
      const below = paragraphs.filter((each) => each.line > line + 8 && each.lines.some((row) => form.test(row)));
      return below.length > 3; // pages of a publisher may name an author
    },
  };
}

/** Reads paragraphs until the story begins. `known` is what stood above them. */
export function readFrontLines(
  paragraphs: readonly Paragraph[],
  hint: Hint,
  { story, known = {} }: { readonly story: StoryWords; readonly known?: Facts | undefined },
): Front {
  const found: Findings = {
    facts: known,
    sections: [],
    others: [],
    labels: [],
    hint,
    story,
    isAtStart: true,
    isUnderTitle: false,
  };
  let count = 0;
  for (let read = 1; read > 0; count += read) {
    const [paragraph, following] = paragraphs.slice(count, count + 2);
    const before = found.facts.title;
    read = paragraph
      ? readPlace(paragraph) ||
        readSite(found, paragraph) ||
        readLabels(found, paragraph, following) ||
        readTitle(found, paragraph, following)
      : 0;
    found.isAtStart &&= read === 1 && paragraph?.lines.every(isPicturePlace) === true;
    found.isUnderTitle = before === undefined && found.facts.title !== undefined;
  }
  const { facts, sections, others, labels } = found;
  const inOrder = [...sections].sort((left, right) => traitsOf(left.kind).place - traitsOf(right.kind).place);
  return { facts, sections: inOrder, others, labels, count };
}

/** Notes a fact; false where its key has a value already, or the words are none for it. */
function learn(
  found: Findings,
  key: FactKey,
  { words, label, at, way }: { words: string; label?: string | undefined; at: Paragraph; way: WayOfGuessing },
): boolean {
  const facts = withFact(found.facts, key, words);
  if (!facts) return false;
  found.facts = facts;
  if (label !== undefined) found.labels.push(label);
  if (key === 'lang') found.labels.push(words); // the key has its tag
  found.hint(at, `the ${key === 'description' ? 'summary' : key}`, way);
  return true;
}

/** The place of a picture on a title page. */
const readPlace = ({ lines }: Paragraph): 0 | 1 => (lines.every(isPicturePlace) ? 1 : 0);

/** Reads lines above the title that name an address: of the site that the text was taken from. How many were read. */
function readSite(found: Findings, paragraph: Paragraph): 0 | 1 {
  const { lines } = paragraph;
  const isAddress = lines.some((row) => address.test(row)) && !lines.some((row) => headerOf(row));
  const goesOn = found.others.length > 0 && lines.every((row) => unknownLabel(row));
  const isShort = lines.length < 5 && lines.every((row) => row.length < 160);
  if (found.facts.title !== undefined || !isShort || !(isAddress || goesOn)) return 0;
  found.hint(paragraph, 'what the site says of itself, for a page at the end', 'what stands beside the story');
  found.others.push(paragraph);
  return 1;
}

const address = /https?:\/\/|\bwww\.\w/i;

/** Reads a paragraph of labelled lines, and the one after it where that is what the label speaks of: how many were read. */
function readLabels(found: Findings, paragraph: Paragraph, following: Paragraph | undefined): 0 | 1 | 2 {
  const entries = entriesOf(paragraph);
  if (!entries) return 0;
  const way = wayOfLabel(paragraph.lines[0] ?? '');
  const next = entries.length === 1 && following && !headerOf(following.lines[0] ?? '') ? following : undefined;
  let count: 1 | 2 = 1;
  for (const { header, spot } of entries) {
    const { kind, label } = header;
    const isBare = spot.lines.join('').trim() === '';
    if (!kind) {
      learnLine(found, header, spot);
      continue;
    }
    if (isBare && next) count = 2;
    found.hint(spot, kind === 'notes' ? 'the author’s notes before the story' : `the ${kind}`, way);
    found.sections.push({
      kind: kind === 'notes' ? 'preface' : kind,
      title: label,
      paragraphs: isBare ? (next ? [next] : []) : [spot],
    });
  }
  return count;
}

/** Notes what a labelled line says: a summary, too, as a section; what has no key, as it stands. */
function learnLine(found: Findings, { key = 'other', label, text }: Header, at: Paragraph): void {
  const words = at.lines.join(' ').trim();
  const way = 'label and colon';
  if (key === 'description' && words !== '') {
    if (found.facts.description === undefined) learn(found, key, { words: withoutEmphasis(words), at, way });
    found.sections.push({ kind: 'summary', title: label, paragraphs: [at] });
  } else if (key === 'other' || words === '' || !learn(found, key, { words, label, at, way }))
    found.others.push({ ...at, lines: [`${label}: ${text}`.trim(), ...at.lines.slice(1)] });
}

/** Reads a paragraph that is the title, names the author, or says the title again: how many were read. */
function readTitle(found: Findings, paragraph: Paragraph, following: Paragraph | undefined): 0 | 1 | 2 {
  const [first = ''] = paragraph.lines;
  const alone = paragraph.lines.length === 1;
  const { title, subtitle } = found.facts;
  const named = alone ? readName(found, paragraph, following) : 0;
  if (named > 0) return named;
  if (saysAgain(found, paragraph)) return 1;
  const bracketed = alone && /^\(.*\p{L}/u.test(first) ? tagline(first) : undefined;
  if (title === undefined) {
    if (found.story.isHeading(paragraph) || !isTitle(paragraph, following)) return 0;
    const next = alone && following && goesOn(first) && isTitle(following, paragraph) ? following.lines : [];
    learnTitle(found, next.length > 0 ? { ...paragraph, lines: [`${first} ${next.join(' ')}`] } : paragraph);
    if (next.length > 0) return 2;
  } else if (subtitle === undefined && bracketed)
    learn(found, 'subtitle', { words: bracketed, at: paragraph, way: 'line in brackets under a title' });
  else return 0;
  return 1;
}

/** Reads a line that names the author: behind “by”, with “by” in the line above, or above the title. */
function readName(found: Findings, paragraph: Paragraph, following: Paragraph | undefined): 0 | 1 | 2 {
  const [first = ''] = paragraph.lines;
  const { title } = found.facts;
  const author = byline(first);
  const way = 'byline under a title';
  if (author !== undefined) {
    if (title === undefined && !found.isAtStart) return 0;
    const label = withoutName(first, author);
    return learn(found, 'author', { words: author, label, at: paragraph, way }) ? 1 : 0;
  }
  const [name = '', ...more] = following?.lines ?? [];
  if (title !== undefined && following && more.length === 0 && isStoryWord(first, 'by') && isName(name.trim()))
    return learn(found, 'author', { words: name.trim(), label: first, at: following, way }) ? 2 : 0;
  const framed = /^([-–—*~]+)\s*(\S.*?)\s*\1$/u.exec(first)?.[2];
  if (title && framed?.includes(' ') && isName(framed))
    return learn(found, 'author', { words: framed, at: paragraph, way }) ? 1 : 0;
  const isAbove = title === undefined && isNameAbove(first, following) && !isSaid(found, paragraph);
  if (isAbove) return learn(found, 'author', { words: first, at: paragraph, way: 'name above a title' }) ? 1 : 0;
  const isBeside =
    isUnsaidName(found, paragraph, following) &&
    (title === undefined ? found.isAtStart && isTitleBelow(found, following) : found.isUnderTitle);
  return isBeside && learn(found, 'author', { words: first, at: paragraph, way: 'name above or under a title' })
    ? 1
    : 0;
}

/** Whether each word of a line comes again and again in the story, as the names of its people do. */
const isSaid = ({ story }: Pick<Findings, 'story'>, paragraph: Paragraph): boolean =>
  (paragraph.lines[0] ?? '')
    .trim()
    .split(/\s+/)
    .every((word) => story.says(word, paragraph));

/** A name of two words or more of which the story knows nothing. */
function isUnsaidName({ story }: Findings, paragraph: Paragraph, following: Paragraph | undefined): boolean {
  const [first = ''] = paragraph.lines;
  const name = first.trim();
  const words = name.split(/\s+/);
  if (
    words.length < 2 ||
    words.length > 4 ||
    !isName(name) ||
    opensWithArticle.test(name) ||
    !words.every((each) => /^\p{Lu}/u.test(each))
  )
    return false;
  const isHeading = story.isHeading(paragraph) || isChapterHeading(name) || isStoryWord(name, 'contents');
  // In capitals it may be a chapter's own, unless a chapter's stands below.
  const mayBeChapters = isInCapitals(name) && !isChapterHeading(following?.lines[0] ?? '');
  return !isHeading && !mayBeChapters && !isSaid({ story }, paragraph);
}

/** Whether the second of two lines is who wrote what the first names: a name of two words or more, or a short one in Chinese signs. */
const isAuthorBelow = (found: Findings, name: Paragraph): boolean =>
  isUnsaidName(found, name, undefined) || (/^\p{sc=Han}{2,5}$/u.test(name.lines[0] ?? '') && !isSaid(found, name));

/** Whether the title may stand below a name: a short line that is no name itself, unless the story says it. */
function isTitleBelow({ story }: Findings, following: Paragraph | undefined): boolean {
  const [title = '', ...more] = following?.lines ?? [];
  if (
    !following ||
    (more.length > 1 && !or.test(more[0] ?? '')) ||
    title.length > 60 ||
    !/^\P{L}*\p{Lu}/u.test(title) ||
    /[.,;:]$/.test(title)
  )
    return false;
  if (story.isHeading(following) || isChapterHeading(title) || byline(title) !== undefined || headerOf(title))
    return false;
  const isFullName = /\s/.test(title.trim()) && isName(title.trim()) && !opensWithArticle.test(title);
  return !isFullName || story.says(title.trim().split(/\s+/).at(-1) ?? '', following);
}

/** Before a second title. */
const or = /^(?:or|oder|ou|czyli|albo|или|либо|eller|ovvero|ossia|o sea)(?=[\s,;:]|$)/iu;

/** Whether a line is a name above a title: that is in capitals, as the name is not, or has a second title behind “or”. */
function isNameAbove(line: string, following: Paragraph | undefined): boolean {
  const [next = '', second = ''] = following?.lines ?? [];
  const isTitle = isInCapitals(next) || or.test(second);
  return line.split(/\s+/).length > 1 && isName(line) && !isInCapitals(line) && isTitle && !isChapterHeading(next);
}

/** Whether a paragraph says title or author again, or “by”: no more than is known. */
function saysAgain({ facts, labels }: Findings, { lines }: Paragraph): boolean {
  const known = [facts.title, facts.author].flatMap((each) => (typeof each === 'string' ? [bare(each)] : []));
  const isKnown = (words: string): boolean => {
    const own = bare(words);
    return (
      known.includes(own) ||
      isPartOf(own, bare(facts.title ?? '')) ||
      isSameName(byline(words) ?? '', facts.author) ||
      known.includes(bare(byline(words) ?? words)) ||
      (known.length > 1 && isStoryWord(words, 'by'))
    );
  };
  if (!isKnown(lines.join(' ')) && !lines.every(isKnown)) return false;
  labels.push(...lines);
  return true;
}

/** Whether words are the beginning or the end of a title, as its parts stand in lines of their own. */
const isPartOf = (words: string, title: string): boolean =>
  words !== '' && (title.startsWith(`${words} `) || title.endsWith(` ${words}`));

/** “by Mary Ann (Smith) Lee” where “Mary Ann Lee” is known. */
function isSameName(name: string, author: Facts['author']): boolean {
  const [own, known] = [name, typeof author === 'string' ? author : ''].map((each) => bare(each).split(' '));
  return known !== undefined && known.length > 1 && known.every((each) => own?.includes(each));
}

interface Entry {
  readonly header: Header;
  /** The words after the label, at their line. */
  readonly spot: Paragraph;
}

/** Labelled lines, each with those that go on with it: what was wrapped after a full line. Undefined where a line is neither. */
function entriesOf(paragraph: Paragraph): readonly Entry[] | undefined {
  const { lines, line } = paragraph;
  const entries: { header: Header; spot: Paragraph; lines: string[] }[] = [];
  const opens = headerOf(lines[0] ?? '');
  if (!opens) return undefined;
  for (const [at, row] of lines.entries()) {
    const author = byline(row);
    const last = entries.at(-1);
    const header =
      headerOf(row) ??
      (author === undefined ? undefined : { label: withoutName(row, author), text: author, key: 'author' as const }) ??
      (last ? unknownLabel(row) : undefined);
    if (header) {
      const own = header.text === '' ? [] : [header.text];
      entries.push({
        header,
        lines: own,
        spot: { ...paragraph, line: line + at + (own.length > 0 ? 0 : 1), lines: own, verse: false },
      });
    } else if (last && ((opens.kind !== undefined && entries.length === 1) || (lines[at - 1] ?? '').length >= 45))
      last.lines.push(row);
    else return undefined;
  }
  return entries.map(({ header, spot, lines: own }) => ({
    header,
    spot: { ...spot, lines: own, verse: entries.length === 1 && paragraph.verse && own.length > 1 },
  }));
}

/** “申明：…” below labels that are known: what stands before a colon of East Asian text. */
function unknownLabel(row: string): Header | undefined {
  const [, label, text] = /^([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{2,6})[:：]\s*(.*)$/u.exec(row) ?? [];
  return label === undefined || text === undefined ? undefined : { label, text, key: 'other' };
}

/** A title stands alone, is short, and is not a sentence of the story: it has no full stop, and longer text follows it. */
function isTitle({ lines, line, setOff }: Paragraph, following: Paragraph | undefined): boolean {
  const [title = '', ...rest] = lines;
  if (
    !following ||
    title.length > 80 ||
    lines.length > 4 ||
    isSceneBreak(title) ||
    /^\d{1,3}\s*$|^\[[^\]]*$|^\[\p{L}+:/u.test(title) ||
    isChapterHeading(title) ||
    isEndMark(title)
  )
    return false;
  if (/[.,;:。，；：！]["”’']?$/.test(title) && !/\.\.\.$/.test(title)) return false;
  if ((/^["“‘']/.test(title) && !/["”’']$/.test(title)) || /^[»«„].*\s/.test(title)) return false;
  return (
    line < 60 &&
    rest.every((each) => byline(each) !== undefined || tagline(each) !== undefined || each.length <= (setOff ? 80 : 60))
  );
}

/** “THE TALE OF”, whose other words stand in the next paragraph of a title page. */
const goesOn = (title: string): boolean =>
  /\s(?:of|the|and|de|des|du|di|del|della|der|do|da|la|le|el)$/i.test(title.trim());

/** A title, with what stands under it in the same paragraph: who wrote it, a subtitle. */
function learnTitle(found: Findings, paragraph: Paragraph): void {
  const [first = '', ...rest] = paragraph.lines;
  const parted = partByline(first);
  const [second, ...others] = rest;
  const name =
    second !== undefined && others.length === 0
      ? { ...paragraph, line: paragraph.line + 1, lines: [second] }
      : undefined;
  const isSigned = name !== undefined && isAuthorBelow(found, name);
  const signed =
    parted !== undefined || rest.some((line) => byline(line) !== undefined || partByline(line) !== undefined);
  const stands = unquoted(first) !== first || isInCapitals(first);
  const way = signed
    ? 'short line with a byline'
    : stands
      ? 'short line in quotation marks or capitals'
      : 'short line alone';
  const ofByline = 'byline under a title';
  learn(found, 'title', { words: unquoted(parted?.words ?? first), at: paragraph, way });
  if (parted) {
    const label = withoutName(first, parted.author);
    learn(found, 'author', { words: parted.author, label, at: paragraph, way: ofByline });
  }
  const subtitles: string[] = [];
  rest.forEach((line, row) => {
    const at = { ...paragraph, line: paragraph.line + row + 1, lines: [line] };
    const author = byline(line);
    const part = partByline(line);
    if (author !== undefined) {
      const label = withoutName(line, author);
      if (learn(found, 'author', { words: author, label, at, way: ofByline })) return;
    }
    if (isSigned && learn(found, 'author', { words: line, at, way: 'name above or under a title' })) return;
    const isPart = part && learn(found, 'author', { words: part.author, label: 'by', at, way: ofByline });
    subtitles.push(isPart ? part.words : (tagline(line) ?? line));
  });
  if (subtitles.length === 0) return;
  const isBracketed = rest.some((line) => tagline(line) !== undefined);
  learn(found, 'subtitle', {
    words: subtitles.join(' '),
    at: { ...paragraph, line: paragraph.line + 1, lines: subtitles },
    way: isBracketed ? 'line in brackets under a title' : 'short line under a title',
  });
}

/** How sure a label is: with a colon it means nothing else. */
export const wayOfLabel = (line: string): WayOfGuessing => (line.includes(':') ? 'label and colon' : 'label alone');

const unquoted = (title: string): string =>
  /^(["*_])(.+)\1$/.exec(title)?.[2] ?? /^《(.+)》$/.exec(title)?.[1] ?? title;
