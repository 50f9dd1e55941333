/**
 * A story as its author laid it out on a page: title, byline, notes, the story, its end, notes again. In: blocks.
 * Out: facts and parts. What plain text shows by its lines is shown here by bold, by headings and by place.
 */
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { withFact } from '../../book/header-facts.ts';
import { bare, byline, type FactKey, isAuthorsNote, partByline, withoutName } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy, traitsOf } from '../../book/sections.ts';
import { isChapterHeading, isEndMark } from '../story-marks.ts';
import { blockWords } from './block-words.ts';
import { isBold, plainOf, withBoldHeadings } from './bold-headings.ts';
import { guessedAs } from './guesses.ts';
import { labelOf } from './label-of.ts';
import { labelledTitles } from './labelled-titles.ts';
import { numberNames } from './number-names.ts';
import { pairedHeadings } from './paired-headings.ts';
import { partChapters } from './part-chapters.ts';
import { chaptersOf, divideBlocks, type PagePart, piecesOf, raised } from './split-blocks.ts';
import { titleHeadings } from './title-headings.ts';
import { holdsTitleLine, withoutTitlePageHeadings } from './title-page-headings.ts';

export interface StoryParts {
  readonly facts: Facts;
  /** Words that say no more than a key of `book.yaml`. */
  readonly labels: readonly string[];
  readonly parts: readonly PagePart[];
  /** Blocks that were taken for something, and are no text any more. */
  readonly guesses: readonly RootContent[];
}

/** Takes the story apart. `known` is what the page said of it elsewhere; up to so many words above its title, or below it, are no chapter. */
export function storyParts(all: readonly RootContent[], known: Facts, most = mostAbove): StoryParts {
  const titled = labelledTitles(pairedHeadings(all).flatMap(labelledLines));
  const typed = numberNames(withBoldHeadings(titled.blocks)).map(endMarkLine);
  const doubles = new Set(typed.filter((each, at) => isDouble(each, typed[at - 1])));
  const lines = typed.filter((each) => !doubles.has(each));
  const over = linesAbove(lines, most);
  const isTitleAgain = saysTitle(known);
  const above = over.filter((each) => !isTitleAgain(each));
  const headings = titleHeadings(lines.slice(over.length));
  const { title: own, blocks } = headings
    ? {
        title: guessedAs(headings.title, 'the title', 'heading over all others'),
        blocks: lines.slice(over.length + headings.taken),
      }
    : ownTitle(lines.slice(over.length), known.title === undefined);
  const front = readFront(blocks, {
    ...known,
    title: known.title ?? (own && blockWords(own)),
    subtitle: known.subtitle ?? headings?.subtitle,
    author: known.author ?? headings?.author,
  });
  const said = lines.slice(over.length, over.length + (headings?.taken ?? 0)).map((each) => blockWords(each));
  const { story, back } = splitBack(blocks.slice(front.taken));
  if (story.length === 0) return { facts: known, labels: [], parts: pieceParts(all), guesses: [] }; // what looked like labels is all there is
  const divided = divideStory(withoutTitlePageHeadings(notesSetOff(story)), own, {
    above,
    most,
    isTitleAgain,
    facts: front.facts,
  });
  const parts: readonly PagePart[] = [
    ...divided.above,
    ...front.parts,
    ...divided.chapters,
    ...back,
    ...(front.others.length > 0 ? [{ kind: 'colophon' as const, blocks: front.others }] : []),
  ];
  const guesses = [
    ...(own && known.title === undefined ? [own] : []),
    ...front.guesses,
    ...back.flatMap((each) => each.guess),
  ];
  return {
    facts: front.facts,
    labels: [
      ...titled.labels,
      ...front.labels,
      ...[
        ...(own ? [own] : []),
        ...lines.filter((each, at) => isTitleAgain(each) && (at < 8 || each.type === 'heading')),
      ].map(blockWords),
      ...said,
      ...[...doubles].map(blockWords),
    ],
    parts,
    guesses,
  };
}

/** A heading right below one of the same words: the page has its title, and the story its own. */
const isDouble = (block: RootContent, before: RootContent | undefined): boolean =>
  block.type === 'heading' &&
  before?.type === 'heading' &&
  bare(blockWords(block)) !== '' &&
  bare(blockWords(block)) === bare(blockWords(before));

interface Division {
  /** What stands above the title. */
  readonly above: readonly RootContent[];
  readonly most: number;
  readonly isTitleAgain: (block: RootContent) => boolean;
  readonly facts: Facts;
}

/** The chapters of a story, and what stands above the first as a page of its own. */
function divideStory(
  story: readonly RootContent[],
  own: Heading | undefined,
  { above, most, isTitleAgain, facts }: Division,
): { readonly above: readonly PagePart[]; readonly chapters: readonly PagePart[] } {
  const pieces = isOneChapter(story) ? chaptersOf(story) : piecesOf(story);
  const [first, ...others] = underHeading(
    pieces.flatMap((piece, at) => (at === 0 ? withoutLinesAbove(piece) : [piece])),
    isTitleAgain,
  );
  // What stands under the title, before any chapter, opens under it in the book too.
  const opens: Heading | undefined = own && { type: 'heading', depth: 1, children: plainOf(own.children) };
  const depth = others.length > 0 ? 1 : 2;
  const isFront =
    others.length > 0 && first !== undefined && isAboveChapters(first, opens && most === mostAbove ? 0 : most);
  const opening =
    first && first[0]?.type !== 'heading' && opens && !isFront ? [{ ...opens, depth } as Heading, ...first] : first;
  const [head, ...below] = opening ?? [];
  // One chapter has no page before it: a line above its heading stands below it.
  const isTitleOverAll = ({ kind, blocks: [only, ...more] }: PagePart): boolean =>
    kind === 'part' && more.length === 0 && only !== undefined && isTitleAgain(only);
  const isUnder = head?.type === 'heading' && others.length === 0 && countOf(above) < 20;
  return {
    above: above.length > 0 && !isUnder ? [{ kind: 'preamble', blocks: above }] : [],
    chapters: (opening ? [isUnder ? [head, ...above, ...below] : opening, ...others] : []).flatMap((piece, at) =>
      (at === 0 && isFront) ||
      (most !== mostAbove && at < others.length && (isHalfTitle(piece, facts) || (at === 0 && isImprint(piece))))
        ? [{ kind: 'preamble' as const, blocks: piece.map(withoutHeading) }]
        : partChapters(piece).filter((part) => !isTitleOverAll(part)),
    ),
  };
}

/** The title or the author's name as a heading, with a line or two: a page of the printed book. */
function isHalfTitle([head, ...rest]: readonly RootContent[], { title, author }: Facts): boolean {
  const words = head?.type === 'heading' ? bare(blockWords(head)) : '';
  const known = [title, author].flatMap((each) => (typeof each === 'string' ? [bare(each)] : []));
  return words !== '' && countOf(rest) < 60 && known.some((each) => each === words || each.startsWith(`${words} `));
}

/** A heading and a few lines that say who printed the book, or typed it, and when. */
const isImprint = ([head, ...rest]: readonly RootContent[]): boolean =>
  head?.type === 'heading' &&
  countOf(rest) < 150 &&
  [head, ...rest].some((block) => imprint.test(blockWords(block))) &&
  !isChapterHeading(blockWords(head));

const imprint =
  /\b(?:copyright|published|publishers?|printed (?:by|in)|all rights reserved|e-?text prepared|produced by|transcribed|MDCCC[LXVI]*|MCM[LXVI]*|1[5-9]\d\d)\b/i;

const withoutHeading = (block: RootContent): RootContent =>
  block.type === 'heading' ? { type: 'paragraph', children: [{ type: 'strong', children: block.children }] } : block;

const saysTitle = ({ title = '' }: Facts): ((block: RootContent) => boolean) => {
  const known = bare(title);
  return (block) => known !== '' && bare(blockWords(block)) === known;
};

/** No chapter, but what stands above the first: at most so many words, or lines of a title page. */
const isAboveChapters = (piece: readonly RootContent[], most: number): boolean =>
  (most > 0 && isFewWords(piece, most)) ||
  isTitlePage(piece) ||
  (piece[0]?.type !== 'heading' && holdsTitleLine(piece));

/** A few lines without a heading. */
const isFewWords = (piece: readonly RootContent[], most: number): boolean =>
  piece[0]?.type !== 'heading' && countOf(piece) <= most;

/** A few lines above a heading of lower level, before the first chapter: a page of their own. */
function withoutLinesAbove(piece: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const at = piece.findIndex(({ type }) => type === 'heading');
  const above = piece.slice(0, Math.max(0, at));
  return above.length > 0 && isFewWords(above, mostAbove) ? [above, raised(piece.slice(at))] : [piece];
}

/** Lines in the middle, as they stand below a title: no sentence of a story. */
const isTitlePage = (piece: readonly RootContent[]): boolean =>
  isFewWords(piece, mostAbove) &&
  piece.every((each) => each.type === 'thematicBreak' || (each.type === 'paragraph' && isCentred(each)));

const isCentred = ({ data }: RootContent): boolean => [data?.hProperties?.['className']].flat().includes('center');

const countOf = (blocks: readonly RootContent[]): number =>
  blocks.reduce((sum, each) => sum + blockWords(each).split(/\s+/).filter(Boolean).length, 0);

const pieceParts = (blocks: readonly RootContent[]): readonly PagePart[] =>
  piecesOf(blocks).map((piece) => ({ blocks: piece }));

/** A few lines above a heading over all others, which say nothing that the press has a key for. */
function linesAbove(blocks: readonly RootContent[], most: number): readonly RootContent[] {
  const at = blocks.findIndex(({ type }) => type === 'heading');
  const above = blocks.slice(0, Math.max(0, at));
  const isPlain = above.every((each) => {
    const words = blockWords(each).trim();
    return !isBold(each) && !labelOf(each) && (byline(words) ?? partByline(words)) === undefined;
  });
  return isPlain && countOf(above) <= most && divideBlocks(blocks.slice(at)).title ? above : [];
}

/** More words than these are a story’s own. */
const mostAbove = 120;

/** A heading over all others, or the only one; or, where there is none above the text, a first line in bold. */
function ownTitle(
  blocks: readonly RootContent[],
  isUnknown: boolean,
): {
  readonly title: Heading | undefined;
  readonly blocks: readonly RootContent[];
} {
  const [first, ...rest] = blocks;
  const title = divideBlocks(blocks).title ?? titleAbove(blocks);
  if (title && !isNamedPart(title) && !isOneChapter(blocks))
    return { title: guessedAs(title, 'the title', 'heading over all others'), blocks: rest };
  // One that names itself a chapter is a chapter’s, though it be alone.
  const isOnly = first?.type === 'heading' && !rest.some(({ type }) => type === 'heading');
  if (isOnly && isNamedPart(first)) return { title: undefined, blocks: [first, ...countedOn(first, rest)] };
  if (isOnly) return { title: guessedAs(first, 'the title', 'only heading'), blocks: rest };
  const isHandMade = first?.type === 'paragraph' && isBold(first) && !labelOf(first) && blockWords(first).length <= 80;
  const isLone = isUnknown && (isLoneLine(blocks) || isApart(blocks));
  if (first?.type !== 'paragraph' || !(isHandMade || isLone) || rest.length === 0) return { title: undefined, blocks };
  const { at } = first.data ?? {};
  const heading: Heading = {
    type: 'heading',
    depth: Math.min(...rest.flatMap((each) => (each.type === 'heading' ? [each.depth] : [])), 6) as 1,
    children: plainOf(first.children),
    ...(at && { data: { at } }),
  };
  if (isNamedPart(heading)) return { title: undefined, blocks: [heading, ...countedOn(heading, rest)] };
  return { title: guessedAs(heading, 'the title', isHandMade ? 'line in bold' : 'short line alone'), blocks: rest };
}

/** Paragraphs below a heading “1.” that are numbers which count on from it, as headings of its level. */
function countedOn({ children, depth }: Heading, blocks: readonly RootContent[]): readonly RootContent[] {
  const numberOf = (block: RootContent): number | undefined => {
    const number = /^(\d{1,3})\.?$/.exec(plainWords(block))?.[1];
    return number === undefined ? undefined : Number(number);
  };
  let last = numberOf({ type: 'paragraph', children });
  return blocks.map((block): RootContent => {
    if (last === undefined || block.type !== 'paragraph' || numberOf(block) !== last + 1) return block;
    last += 1;
    return guessedAs(
      { type: 'heading', depth, children: plainOf(block.children) },
      'a chapter’s heading',
      'number that counts on',
    );
  });
}

/** The heading right above one that names itself a chapter, where no other is as high. */
function titleAbove([first, next, ...rest]: readonly RootContent[]): Heading | undefined {
  if (first?.type !== 'heading' || next?.type !== 'heading' || next.depth <= first.depth) return undefined;
  const isAlone = !rest.some((each) => each.type === 'heading' && each.depth <= first.depth);
  return isAlone && isChapterHeading(blockWords(next).trim()) ? first : undefined;
}

/** A short line alone above the first of several chapters, which no sentence ends. */
function isLoneLine([only, next, ...rest]: readonly RootContent[]): boolean {
  const words = only?.type === 'paragraph' ? plainWords(only) : '';
  const isShort = words !== '' && words.length <= 60 && !/[.,;:!?…。！？：”"»]$/.test(words);
  return (
    isShort && next?.type === 'heading' && rest.some((each) => each.type === 'heading' && each.depth === next.depth)
  );
}

/** A short line that no sentence ends, with more empty lines below it than stand between most paragraphs, in a text without headings. */
function isApart([only, next, ...rest]: readonly RootContent[]): boolean {
  const words = only?.type === 'paragraph' ? plainWords(only) : '';
  const isShort = words !== '' && words.length <= 60 && !/[.,;:!?…。！？：”"»]$/.test(words);
  if (!isShort || next?.type !== 'paragraph' || rest.length < 5 || rest.some(({ type }) => type === 'heading'))
    return false;
  const gaps = rest.map(({ data }) => data?.empty ?? 0).sort((left, right) => left - right);
  return plainWords(next).length > 60 && (next.data?.empty ?? 0) > (gaps[Math.floor(gaps.length / 2)] ?? 0);
}

/** Whether a heading says which part of a book it opens: “Chapter 1”, “Introduction”. */
const isNamedPart = (heading: Heading): boolean =>
  isChapterHeading(blockWords(heading).trim()) ||
  /^[\p{N}\s.:：]+$|[:：]$|^(?:(?:half[ -]?)?title|copyright) page$/iu.test(blockWords(heading).trim()) ||
  kindNamedBy(blockWords(heading)) !== undefined;

/** Where a page is one chapter, a line above its heading has no page of its own: it stands below. */
function underHeading(
  pieces: readonly (readonly RootContent[])[],
  isTitle: (block: RootContent) => boolean,
): readonly (readonly RootContent[])[] {
  const [first, second, ...more] = pieces;
  const [head, ...rest] = second ?? [];
  const isLine = first && first[0]?.type !== 'heading' && countOf(first) < 20;
  return isLine && head?.type === 'heading' && more.length === 0
    ? [[head, ...first.filter((each) => !isTitle(each)), ...rest]]
    : pieces;
}

/** “THE END” as a heading opens nothing. */
const endMarkLine = (block: RootContent, at: number): RootContent =>
  at > 0 && block.type === 'heading' && isEndMark(blockWords(block).trim())
    ? { type: 'paragraph', children: plainOf(block.children) }
    : block;

/** A heading that says “Chapter 1” over others that say no such thing: they part the chapter. */
function isOneChapter(blocks: readonly RootContent[]): boolean {
  const { title } = divideBlocks(blocks);
  const isChapter = (block: RootContent): boolean =>
    block.type === 'heading' && numberedHeading(blockWords(block).trim())?.opens === 'chapter';
  return title !== undefined && isChapter(title) && !blocks.slice(1).some(isChapter);
}

/** What was found before the story so far. */
interface Findings {
  facts: Facts;
  readonly labels: string[];
  readonly parts: PagePart[];
  readonly guesses: RootContent[];
  /** What is said with a label, and has no key. */
  readonly others: RootContent[];
}

/** Reads blocks until the story begins; rules among them have done their work. */
function readFront(blocks: readonly RootContent[], known: Facts) {
  const found: Findings = { facts: known, labels: [], parts: [], guesses: [], others: [] };
  let at = 0;
  let isFound = false;
  for (let read = 1; read > 0; at += read) {
    const [block, next] = blocks.slice(at, at + 2);
    const isRule = block?.type === 'thematicBreak';
    const isText = block && !isRule && block.type !== 'heading';
    read = isRule
      ? 1
      : isText
        ? readByline(found, block) ||
          readLabel(found, block, next) ||
          readTitle(found, block) ||
          readSubtitle(found, block, next)
        : 0;
    isFound ||= read > 0 && !isRule;
  }
  const place = ({ kind = 'chapter' }: PagePart) => traitsOf(kind).place;
  found.parts.sort((left, right) => place(left) - place(right));
  return { ...found, taken: isFound ? at : 0 };
}

/** Notes a fact; false where its key has a value already, or the words are none for it. */
function learn(found: Findings, key: FactKey, words: string): boolean {
  const facts = withFact(found.facts, key, words);
  found.facts = facts ?? found.facts;
  return facts !== undefined;
}

const plainWords = (block: RootContent): string => blockWords(block).replace(/\s+/g, ' ').trim();

/** Reads a paragraph that names the author, alone or after a subtitle: how many blocks were read. */
function readByline(found: Findings, block: RootContent): 0 | 1 {
  const words = plainWords(block);
  const own = byline(words);
  const part = own === undefined ? partByline(words) : undefined;
  const author = block.type === 'paragraph' ? (own ?? part?.author) : undefined;
  const isNew = found.facts.author === undefined;
  if (author === undefined || !(isNew ? learn(found, 'author', author) : found.facts.author === author)) return 0;
  found.labels.push(...(part ? ['by', 'By'] : [withoutName(words, author)]));
  if (isNew) found.guesses.push(guessedAs(block, 'the author', 'byline under a title'));
  if (part && !learn(found, 'subtitle', part.words)) found.labels.push(part.words);
  return 1;
}

/** Reads a short line between a title and a byline. */
function readSubtitle(found: Findings, block: RootContent, next: RootContent | undefined): 0 | 1 {
  const words = block.type === 'paragraph' ? plainWords(block) : '';
  const isAbove = next?.type === 'paragraph' && byline(plainWords(next)) !== undefined;
  const isShort = words !== '' && words.length <= 80 && !/[.,;:!?…]["”’»]?$/.test(words);
  const { title, author } = found.facts;
  if (!isAbove || !isShort || title === undefined || author !== undefined) return 0;
  if (!learn(found, 'subtitle', words)) return 0;
  found.guesses.push(guessedAs(block, 'the subtitle', 'short line under a title'));
  return 1;
}

/** Reads a block with a label, and the one after it where that is what the label speaks of. */
function readLabel(found: Findings, block: RootContent, next: RootContent | undefined): 0 | 1 | 2 {
  const label = labelOf(block);
  const guess = (taken: string) => void found.guesses.push(guessedAs(block, taken, 'label and colon'));
  if (label?.kind || label?.key === 'description') {
    const { kind = 'summary', rest, text } = label;
    guess(kind === 'notes' ? 'the author’s notes before the story' : `the ${kind}`);
    const following = !rest && next && !labelOf(next) && next.type !== 'heading' ? next : undefined;
    const body = [rest ?? following].flatMap((each) => each ?? []);
    if (kind === 'summary')
      learn(found, 'description', text.replace(/\s+/g, ' ').trim() || body.map((each) => blockWords(each)).join(' '));
    found.parts.push({ kind: kind === 'notes' ? 'preface' : kind, blocks: [headed(label.label), ...body] });
    return following ? 2 : 1;
  }
  if (!label?.key || !label.rest) return 0;
  if (label.key !== 'other' && learn(found, label.key, label.text))
    found.labels.push(label.label, ...(label.key === 'lang' ? [label.text] : []));
  else found.others.push(block);
  guess(label.key === 'other' ? 'a fact about the story' : `the ${label.key}`);
  return 1;
}

/** Reads a block that says the title again. */
function readTitle({ facts, labels }: Findings, block: RootContent): 0 | 1 {
  const words = plainWords(block);
  if (bare(words) === '' || bare(words) !== bare(facts.title ?? '')) return 0;
  labels.push(words);
  return 1;
}

/** Notes after the end mark, or an author’s notes in the last quarter. */
function splitBack(blocks: readonly RootContent[]) {
  const mark = blocks.findLastIndex((block) => block.type === 'paragraph' && isEndMark(blockWords(block)));
  const marked = blocks.map(
    (block, at): RootContent =>
      at === mark && block.type === 'paragraph'
        ? { ...block, children: [{ type: 'text', value: blockWords(block).trim() }] } // without its looks
        : block,
  );
  const hasMark = mark >= 0 && mark >= blocks.length / 2 - 1;
  const from = hasMark ? mark + 1 : Math.floor(blocks.length * 0.75);
  const opens = (block: RootContent): boolean => {
    const label = labelOf(block);
    return label?.kind !== undefined && (hasMark || isAuthorsNote(label.label));
  };
  const lastHeading = blocks.findLastIndex(({ type }) => type === 'heading');
  const notes = blocks.findIndex((block, at) => at >= from && at > lastHeading && opens(block));
  if (notes === -1) return { story: marked, back: [] };
  const back: { kind: PagePart['kind']; blocks: RootContent[]; guess: readonly RootContent[] }[] = [];
  for (const block of blocks.slice(notes)) {
    const label = opens(block) ? labelOf(block) : undefined;
    if (label?.kind)
      back.push({
        kind: label.kind,
        blocks: [headed(label.label), ...(label.rest ? [label.rest] : [])],
        guess: [guessedAs(block, label.kind === 'notes' ? 'the author’s notes' : `the ${label.kind}`, 'label alone')],
      });
    else back.at(-1)?.blocks.push(block);
  }
  return { story: marked.slice(0, notes), back };
}

/** An author’s notes in a chapter as a quotation under their label; a rule that parted them from the story has done its work. */
function notesSetOff(blocks: readonly RootContent[]): readonly RootContent[] {
  const isNote = (block: RootContent | undefined): boolean => {
    const label = block?.type === 'paragraph' ? labelOf(block) : undefined;
    return label?.kind === 'notes' && isAuthorsNote(label.label);
  };
  return blocks.flatMap((block, at): readonly RootContent[] => {
    const afterNote = blocks[at - 2]?.type === 'heading' && isNote(blocks[at - 1]);
    if (block.type === 'thematicBreak' && afterNote) return [];
    const label = isNote(block) ? labelOf(block) : undefined;
    if (!label) return [block];
    const strong: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${label.label}:` }] };
    const rest: PhrasingContent[] = label.rest ? [{ type: 'text', value: ' ' }, ...label.rest.children] : [];
    return [{ type: 'blockquote', children: [{ type: 'paragraph', children: [strong, ...rest] }] }];
  });
}

/** “Rating: T”, “Pairing: A/B” in the lines of one paragraph, as paragraphs. */
function labelledLines(block: RootContent): readonly RootContent[] {
  if (block.type !== 'paragraph' || !block.children.some(({ type }) => type === 'break')) return [block];
  const lines: PhrasingContent[][] = [[]];
  for (const each of block.children) {
    if (each.type === 'break') lines.push([]);
    else lines.at(-1)?.push(each);
  }
  const paragraphs = lines.map((children): RootContent => ({ type: 'paragraph', children }));
  return paragraphs.every((each) => labelOf(each)) ? paragraphs : [block];
}

const headed = (words: string): Heading => ({ type: 'heading', depth: 1, children: [{ type: 'text', value: words }] });
