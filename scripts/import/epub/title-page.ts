/**
 * The title page of a foreign book that says more than the press's own: whose licence it has, who published it. In: the blocks of a page, and the facts of
 * the book. Out: what it says besides, as lines without a heading, and the words that are facts.
 */
import type { RootContent } from 'mdast';
import { bare, byline } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy } from '../../book/sections.ts';
import { wordList } from '../../book/word-list.ts';
import { blockWords } from '../html/block-words.ts';
import { same } from './page-heading.ts';
import { isSmallWord, knownWords } from './pages.ts';

export interface TitlePage {
  readonly blocks: RootContent[];
  /** Words that say no more than a key of `book.yaml`. */
  readonly said: readonly string[];
}

const most = 60;

/** So many where it says who has the rights in the book. */
const mostWithRights = 250;

const rights =
  /©|\bISBN\b|copyright|rights reserved|rechte vorbehalten|droits r[ée]serv|derechos reservados|direitos reservados|diritti riservati|права защищены|الحقوق محفوظة|版权所有|版權所有/iu;

/** Whether a page says who has the rights in the book, as no chapter does. */
export const saysRights = (blocks: readonly RootContent[]): boolean => rights.test(blocks.map(blockWords).join(' '));

/** Whether blocks name all who wrote the book, at least by their last names where that will do. */
export function namesAuthor(blocks: readonly RootContent[], facts: Facts, isLastEnough = false): boolean {
  const words = new Set(wordList(blocks.map(blockWords).join(' ').toLowerCase()));
  const names = namesIn(facts).flatMap((name) => wordList(name.toLowerCase()).slice(isLastEnough ? -1 : 0));
  return names.length > 0 && names.every((name) => words.has(name));
}

const namesIn = ({ author, authors }: Facts): readonly string[] =>
  [author ?? [], authors ?? []].flat().map((each) => (typeof each === 'string' ? each : each.name));

/** Reads it; undefined for any other page. `isCalled` where its name says so. */
export function titlePage(blocks: readonly RootContent[], facts: Facts, isCalled: boolean): TitlePage | undefined {
  const first = blocks.find(({ type }) => type === 'heading');
  const isTitled = first !== undefined && isTitle(first, facts);
  const size = wordList(blocks.map(blockWords).join(' ')).length;
  if (size > (isTitled && saysRights(blocks) ? mostWithRights : most) || !(isTitled || isCalled)) return undefined;
  return withoutFacts(blocks, facts);
}

/** What it says besides the facts. */
function withoutFacts(blocks: readonly RootContent[], facts: Facts): TitlePage {
  const known = new Set([...knownWords(facts)].map((each) => each.toLowerCase()));
  const said: string[] = [];
  const kept = blocks.flatMap((block): readonly RootContent[] => {
    const own = blockWords(block);
    const isFact =
      own.trim() !== '' && wordList(own).every((word) => known.has(word.toLowerCase()) || isSmallWord(word));
    const isSaid = isFact || (block.type === 'heading' && isTitle(block, facts));
    if (isSaid) said.push(own);
    if (isSaid || block.type === 'thematicBreak') return [];
    return block.type === 'heading' ? [{ type: 'paragraph', children: block.children }] : [block];
  });
  return { blocks: kept, said };
}

/**
 * What stands above the first chapter, or above a few lines, and says no more than the facts: the title in one line or several, “by”, a name. In: the
 * blocks of the first page. Undefined where it does not say the whole title.
 */
export function titleLines(blocks: readonly RootContent[], facts: Facts): TitlePage | undefined {
  const { title, subtitle, author, authors, date } = facts;
  const known = new Set([...knownWords({ title, subtitle, author, authors, date })].map((each) => each.toLowerCase()));
  const isBy = (block: RootContent | undefined): boolean =>
    block !== undefined && isSmallWord(blockWords(block).trim());
  const says = (block: RootContent, at: number): boolean => {
    const own = wordList(blockWords(block).toLowerCase());
    const of = own.filter((word) => known.has(word) || isSmallWord(word)).length;
    return own.length > 0 && (of === own.length || (isBy(blocks[at - 1]) && of * 2 > own.length && own.length < 8));
  };
  const end = blocks.findIndex((block, at) => block.type !== 'thematicBreak' && !says(block, at));
  const taken = blocks.slice(0, end === -1 ? blocks.length : end);
  const words = new Set(taken.flatMap((each) => wordList(blockWords(each).toLowerCase())));
  const all = wordList(String(title ?? '').toLowerCase());
  const rest = blocks.slice(taken.length);
  const isOver = taken.length > 1 && all.length > 0 && all.every((word) => words.has(word));
  const isShort = wordList(rest.map(blockWords).join(' ')).length < mostWithRights;
  const hasHeading = rest.some(({ type }) => type === 'heading');
  return isOver && (rest[0]?.type === 'heading' || (isShort && !hasHeading))
    ? { blocks: rest.filter(({ type }, at) => at > 0 || type !== 'thematicBreak'), said: taken.map(blockWords) }
    : undefined;
}

/** A title page that stands over other words of its page. */
export interface TitleRun extends TitlePage {
  /** What stands below it. */
  readonly rest: RootContent[];
}

/**
 * The headings of a title page, which open no chapters: “The Old Mill”, “by”, “Ann Example”, “Translated by Bob Example”, “1923”. In: the blocks of the
 * first page. Undefined where fewer than two say the title and the author, or where they say nothing else.
 */
export function titleRun(blocks: readonly RootContent[], facts: Facts): TitleRun | undefined {
  const over = blocks.findIndex((block) => {
    if (block.type === 'thematicBreak' || isPicture(block)) return false;
    return block.type !== 'heading' || numberedHeading(blockWords(block)) !== undefined || isKind(block);
  });
  const end = over === -1 ? blocks.length : over;
  // Right above text stands its own heading.
  const isOwn = blocks[end]?.type !== 'heading' && blocks[end - 1]?.type === 'heading' && end < blocks.length;
  const run = blocks.slice(0, isOwn ? end - 1 : end);
  const headings = run.filter(({ type }) => type === 'heading');
  const size = wordList(run.map(blockWords).join(' ')).length;
  if (headings.length < 2 || size > mostWithRights) return undefined;
  const isTitled = headings.some((heading) => isTitle(heading, facts) || saysTitle(heading, facts));
  if (!isTitled || !namesAuthor(run, facts, true)) return undefined;
  // A dedication and a motto below it are above the first heading of the story; no heading at all, and they are the story.
  const rest = blocks.slice(run.length);
  const lines = rest.slice(
    0,
    Math.max(
      0,
      rest.findIndex(({ type }) => type === 'heading'),
    ),
  );
  const isStory = wordList(lines.map(blockWords).join(' ')).length > mostWithRights;
  if (isStory && rest.filter(({ type }) => type === 'heading').length > 1) return undefined;
  const below = isStory ? [] : lines;
  const { blocks: front, said } = withoutFacts(run, facts);
  return { blocks: [...front, ...below], said, rest: rest.slice(below.length) };
}

/** Whether a heading has two long words, and none that the title does not have. */
function saysTitle(heading: RootContent, { title = '' }: Facts): boolean {
  const known = new Set(bare(title).split(' '));
  const long = bare(blockWords(heading))
    .split(' ')
    .filter((word) => word.length > 3);
  return long.length > 1 && long.every((word) => known.has(word));
}

const isPicture = (block: RootContent): boolean =>
  block.type === 'paragraph' && block.children.every(({ type }) => type === 'image');

const isKind = (block: RootContent): boolean => kindNamedBy(blockWords(block)) !== undefined;

/** The title of the book over the first chapter of its page, alone or with lines of a title page, a dedication. */
export function titleAbove(blocks: readonly RootContent[], facts: Facts): TitlePage | undefined {
  const [first] = blocks;
  const isAbove = first?.type === 'heading' && isTitle(first, facts);
  return isAbove && wordList(blocks.map(blockWords).join(' ')).length < mostWithRights
    ? withoutFacts(blocks, facts)
    : undefined;
}

/** Whether a heading says the title of the book, though it be as “D R A C U L A”. */
export function isTitle(heading: RootContent, facts: Facts): boolean {
  const { title = '' } = facts;
  const words = bare(blockWords(heading));
  const spaced = /^\p{L}(?: \p{L}){2,}$/u.test(words) ? bare(title).replace(/ /g, '') : undefined;
  return words === bare(title) || words.replace(/ /g, '') === spaced || saysByline(words, bare(title), facts);
}

/** Whether words are a title, “by”, and a name, or the name and the title. */
function saysByline(words: string, title: string, facts: Facts): boolean {
  const name = title !== '' && words.startsWith(`${title} `) ? byline(words.slice(title.length).trim()) : undefined;
  return namesIn(facts).some(
    (each) => (name !== undefined && bare(each) === bare(name)) || words === `${bare(each)} ${title}`,
  );
}

/** Takes out the author’s name right below the title, which the title page has; its words. */
export function takeByline(blocks: RootContent[], facts: Facts): readonly string[] {
  const names = namesIn(facts);
  const [heading, below] = blocks;
  const words = below?.type === 'paragraph' ? blockWords(below).trim() : '';
  const isTitled = heading?.type === 'heading' && isTitle(heading, facts);
  if (!isTitled || !names.some((name) => same(byline(words) ?? words, name))) return [];
  blocks.splice(1, 1);
  return [words];
}
