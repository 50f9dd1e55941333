/** The pages of somebody else’s EPUB as sections. In: pages, and what the book says of them. Out: drafts in reading order, notes and pictures. */
import type { Element } from 'hast';
import type { Heading, RootContent } from 'mdast';
import { addressIn, pathIn } from '../../book/epub-addresses.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy, type SectionKind, traitsOf } from '../../book/sections.ts';
import { wordList } from '../../book/word-list.ts';
import { blockWords } from '../html/block-words.ts';
import { blocksOf } from '../html/blocks.ts';
import { findNotes, type Notes, type PageAt, type PageNotes } from '../html/find-notes.ts';
import { foreignReader } from '../html/foreign-reader.ts';
import { guessedAs } from '../html/guesses.ts';
import { findElement } from '../html/parse-page.ts';
import { type ChapterPiece, partChapters } from '../html/part-chapters.ts';
import { headedOnce } from '../html/repeated-heading.ts';
import { linkTargets } from '../html/resolve-links.ts';
import type { Files } from '../unzip.ts';
import type { Contents } from './contents.ts';
import { goingOn, goOnWith, type HeadingPlaces, headingPlaces, levelOf } from './cut-pages.ts';
import type { Draft } from './draft.ts';
import { imprintOf, isImprint, withImprint } from './imprint-pages.ts';
import { textOf } from './package.ts';
import { kindOf, normalizeHeading, plain, same } from './page-heading.ts';
import { typesIn } from './pages.ts';
import {
  namesAuthor,
  saysRights,
  type TitlePage,
  takeByline,
  titleAbove,
  titleLines,
  titlePage,
  titleRun,
} from './title-page.ts';

export interface DraftedSections {
  readonly drafts: readonly Draft[];
  /** The draft that each page went to. */
  readonly homes: ReadonlyMap<string, Draft>;
  readonly notes: Notes;
  readonly pageNotes: PageNotes;
  /** Words that say no more than a key of `book.yaml`. */
  readonly said: readonly string[];
}

/** The style sheets of a book, those in its pages, too. */
export const sheetsOf = (files: Files, pages: readonly PageAt[]): readonly string[] => [
  ...[...files].filter(([name]) => /\.css$/i.test(name)).map(([, bytes]) => textOf(bytes)),
  ...new Set(pages.flatMap((page) => page.styles ?? [])),
];

/** Reads pages; one without a heading and without a line in the contents goes on with the one before. `path` is the book’s own. */
export function draftSections(
  pages: readonly PageAt[],
  {
    styles,
    contents: { titles, lines, parents, groups },
    path,
    facts,
  }: {
    /** What style sheets say of each class. */
    readonly styles: ReadonlyMap<string, string>;
    readonly contents: Contents;
    readonly path: string;
    /** Those of the book. */
    readonly facts: Facts;
  },
): DraftedSections {
  const pageNotes = findNotes(pages, resolve);
  const targets = linkTargets(pages, resolve, pageNotes, () => false);
  const notes: Notes = new Map();
  const drafts: Draft[] = [];
  const said: string[] = [];
  const homes = new Map<string, Draft>();
  const listed = new Set(lines.flatMap((line) => [plain(line), plain(line).split(' ')[0]]));
  const isListed = (heading: Heading): boolean => listed.has(plain(blockWords(heading)));
  const places = headingPlaces(pages);
  const blocksOn = ({ path: own, body }: PageAt): RootContent[] =>
    blocksOf(
      body.children,
      foreignReader({
        pageNotes,
        notes,
        path: own,
        targets,
        resolve: (href) => resolve(href, own) ?? pathIn(own, href),
        styleOf: (name) => styles.get(name),
        shown: `${path}/${own}`,
        langs: [facts.lang ?? []].flat(),
        skips: () => false,
      }),
    );
  /** The level of the heading that opened the last draft. */
  let open: number | undefined;
  for (const [place, page] of pages.entries()) {
    const { path: own, body, address } = page;
    const all = blocksOn(page);
    const opening = {
      ...{ own, body, isFirst: drafts.length === 0, next: pages[place + 1] },
      isFront: drafts.length < mostFront && drafts.every(isBeforeStory),
    };
    const over = withoutTitle(all, opening, titles, facts);
    said.push(...over.said);
    addFront(drafts, over.front ?? []);
    const cut = withoutGoingOn(over, drafts, open, places);
    const whole = cut.blocks;
    if (cut.home) {
      homes.set(own, cut.home);
      continue;
    }
    const called = cut.goesOn ? noLines : { title: titles.get(own), parts: groups.get(own) ?? [] };
    const above = linesAbove(whole, called.title);
    goOn(drafts, above);
    const group = partsOver(whole.slice(above.length), called.parts);
    said.push(...group.said);
    drafts.push(...group.parts);
    const once = headedOnce(normalizeHeading(group.blocks, called.title));
    said.push(...once.said);
    const [piece, ...others] = piecesOf(once.blocks, isListed, places, facts);
    const blocks = [...piece.blocks];
    const [first] = blocks;
    const isNameless = first?.type !== 'heading' && !titles.has(own);
    const at = { body, isFront: opening.isFront && titles.size > 0, isLast: place > pages.length - 4 };
    const home = isNameless ? placeNameless(drafts, blocks, at, facts) : undefined;
    if (home) {
      homes.set(own, home);
      continue;
    }
    const later = others.map((piece) => laterDraft(piece, lines, said));
    open = levelOf(later.at(-1)?.blocks[0], group.blocks, open);
    const front = later.length > 0 ? frontOf({ ...opening, blocks, later }, titles, facts) : undefined;
    if (front) {
      said.push(...front.said);
      homes.set(own, addFront(drafts, front.blocks, later));
      continue;
    }
    const title = first?.type === 'heading' ? undefined : titles.get(own);
    const kind = piece.kind ?? kindAt(body, blocks, title, parents.has(own));
    const draft: Draft = { kind, title, address, blocks: guessedKind(blocks, kind) };
    said.push(...takeByline(draft.blocks, facts));
    takePlate(draft, drafts, homes);
    homes.set(own, draft);
    if (blocks.length > 0) drafts.push(draft);
    drafts.push(...later);
  }
  const imprinted = withImprint(drafts, facts, (draft, by) => {
    for (const [page, home] of homes) if (home === draft) homes.set(page, by);
  });
  return { drafts: imprinted, homes, notes, pageNotes, said };
}

/** The chapters of a page; the title of the book over the first of them is one piece. */
function piecesOf(
  blocks: readonly RootContent[],
  isListed: (heading: Heading) => boolean,
  { first, below }: HeadingPlaces,
  facts: Facts,
): readonly [ChapterPiece, ...ChapterPiece[]] {
  const at = blocks.findIndex(({ type }, index) => index > 0 && type === 'heading');
  const next = blocks[at];
  const count = next?.type === 'heading' ? (first.get(next.depth) ?? 0) + (below.get(next.depth) ?? 0) : 0;
  const isTitled = count > 2 && titleAbove(blocks.slice(0, at), facts) !== undefined;
  const pieces = partChapters(isTitled ? blocks.slice(at) : blocks, isListed);
  const [piece = { blocks: [] }, ...others] = isTitled ? [{ blocks: blocks.slice(0, at) }, ...pieces] : pieces;
  return [piece, ...others];
}

/** Of a page that begins within a chapter the contents name no beginning. */
const noLines = { title: undefined, parts: [] } as const;

/** A page without what goes on with the last draft; the draft that it went to whole, as a title page does. */
function withoutGoingOn(
  { blocks, isAlone }: { readonly blocks: RootContent[]; readonly isAlone: boolean },
  drafts: Draft[],
  open: number | undefined,
  places: HeadingPlaces,
): { readonly blocks: RootContent[]; readonly goesOn: boolean; readonly home?: Draft } {
  if (isAlone) return { blocks, goesOn: false, home: addFront(drafts, blocks) };
  const last = drafts.at(-1);
  const further = goingOn(blocks, open, places);
  if (!last || open === undefined || further.length === 0) return { blocks, goesOn: false };
  goOnWith(last.blocks, further, open);
  const rest = blocks.slice(further.length);
  return { blocks: rest, goesOn: true, ...(rest.length === 0 && { home: last }) };
}

/** The parts that begin with a page, which the contents alone name or its first headings; and the page without those. */
function partsOver(
  blocks: readonly RootContent[],
  names: readonly string[],
): { readonly parts: readonly Draft[]; readonly blocks: readonly RootContent[]; readonly said: readonly string[] } {
  const said: string[] = [];
  let rest = blocks;
  const parts = names.flatMap((name): readonly Draft[] => {
    const [first, second] = rest;
    const isHeaded = first?.type === 'heading' && same(blockWords(first), name);
    if (isHeaded && second?.type !== 'heading') return []; // its only heading
    if (isHeaded) rest = rest.slice(1);
    else said.push(name);
    const heading: Heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: name }] };
    const made = isHeaded ? { ...first, depth: 1 as const } : guessedAs(heading, 'the part', 'words of the contents');
    return [{ kind: 'part', title: undefined, blocks: [made] }];
  });
  return { parts, blocks: rest, said };
}

interface PagePlace {
  readonly body: Element;
  readonly isFront: boolean;
  readonly isLast: boolean;
}

/**
 * Where a page without a name goes: on with the one before, or apart from it if it is a short one before the story, or speaks of the file after
 * it. Undefined for the first of a story.
 */
function placeNameless(
  drafts: Draft[],
  blocks: RootContent[],
  { body, isFront, isLast }: PagePlace,
  facts: Facts,
): Draft | undefined {
  const last = drafts.at(-1);
  const page: Draft = { kind: 'chapter', title: undefined, blocks };
  const goesOn = last?.blocks[0]?.type === 'heading' || (last?.kind === 'chapter' && !isFew(last.blocks));
  const kind = kindOf(body, '');
  const apart: Draft | undefined =
    last && (isLast || isFront) && isImprint(page, facts)
      ? imprintOf(page, isFront ? 'copyright' : 'colophon')
      : isFront && isBeforeStory(page) && !goesOn
        ? { ...page, kind: kind === 'chapter' ? 'preamble' : kind }
        : undefined;
  if (apart) drafts.push(apart);
  else last?.blocks.push(...blocks);
  return apart ?? last;
}

/** Adds a page without a name before the story, if anything is on it, and the chapters below it; the first of them. */
function addFront(drafts: Draft[], blocks: RootContent[], later: readonly Draft[] = []): Draft {
  const draft: Draft = { kind: 'preamble', title: undefined, blocks };
  const made = blocks.length > 0 ? [draft, ...later] : later;
  drafts.push(...made);
  return made[0] ?? draft;
}

/** What a page is; a heading with little below it, over lines of the contents, is a part’s. */
function kindAt(
  body: Element,
  blocks: readonly RootContent[],
  title: string | undefined,
  isOverPages: boolean,
): SectionKind {
  const [first] = blocks;
  const kind = kindOf(body, (first?.type === 'heading' ? blockWords(first) : title) ?? '');
  return kind === 'chapter' && isOverPages && isFew(blocks) ? 'part' : kind;
}

/** More words than these below a heading are a chapter’s, though the contents have lines below it. */
const isFew = (blocks: readonly RootContent[]): boolean => wordsIn(blocks) < 100;

const wordsIn = (blocks: readonly RootContent[]): number => wordList(blocks.map(blockWords).join(' ')).length;

/** A title page, or the first page without the lines that say the title, which go before it; whether nothing else stands on it. */
function withoutTitle(
  blocks: RootContent[],
  opening: PageOpening,
  titles: Contents['titles'],
  facts: Facts,
): TitlePage & { readonly isAlone: boolean; readonly front?: RootContent[] } {
  const isClosed = opensAnew(opening.next, titles);
  const run = opening.isFirst ? titleRun(blocks, facts) : undefined;
  if (run?.rest.length === 0) return { ...run, isAlone: true };
  if (run && !(isClosed && isFew(blocks))) return { ...run, blocks: run.rest, front: run.blocks, isAlone: false };
  const over = opening.isFirst ? titleLines(blocks, facts) : undefined;
  const [head] = over?.blocks ?? [];
  // “Third edition”, a heading though it be, opens no chapter where the next page has one.
  const isLine = isClosed && over?.blocks.length === 1 && numberedHeading(head ? blockWords(head) : '') === undefined;
  const isAlone = over !== undefined && (isLine || head?.type !== 'heading');
  if (over && isLine && head?.type === 'heading')
    return { said: over.said, blocks: [{ type: 'paragraph', children: head.children }], isAlone };
  if (over && (!isAlone || isClosed)) return { ...over, isAlone };
  const whole = frontOf({ ...opening, blocks, later: [] }, titles, facts);
  return whole ? { ...whole, isAlone: true } : { blocks, said: [], isAlone: false };
}

/** Lines that go on with the page before; above all pages a page of their own. */
function goOn(drafts: Draft[], above: readonly RootContent[]): void {
  const blocks = above.filter(({ type }) => type !== 'thematicBreak');
  const last = drafts.at(-1);
  if (last) last.blocks.push(...blocks);
  else if (blocks.length > 0) drafts.push({ kind: 'preamble', title: undefined, blocks });
}

interface PageOpening {
  readonly own: string;
  readonly body: Element;
  readonly isFirst: boolean;
  /** Whether no page before it tells the story. */
  readonly isFront: boolean;
  readonly next: PageAt | undefined;
}

interface Opening extends PageOpening {
  readonly blocks: readonly RootContent[];
  /** The chapters below it, on the same page. */
  readonly later: readonly Draft[];
}

/** The title page, or the title above the first chapter; undefined for any other page. */
function frontOf(
  { blocks, later, own, body, isFirst, isFront, next }: Opening,
  titles: Contents['titles'],
  facts: Facts,
): TitlePage | undefined {
  const title = titles.get(own);
  const isCalled =
    isFront &&
    (/(?:^|\/)(?:cover|title|titul)[-_ ]?(?:page)?\d*\.\w+$/i.test(own) ||
      titlePageNames.test(title ?? '') ||
      typesIn(body).some((type) => type === 'titlepage' || type === 'halftitlepage'));
  const isNamed = title !== undefined && !same(title, String(facts.title ?? ''));
  const mayBe = isFirst
    ? saysRights(blocks) || opensAnew(next, titles)
    : isFront && !isNamed && namesAuthor(blocks, facts);
  return (
    (isCalled || mayBe ? titlePage(blocks, facts, isCalled) : undefined) ??
    (later.length > 0 ? titleAbove(blocks, facts) : undefined)
  );
}

/** What contents call a title page. */
const titlePageNames =
  /^(?:(?:half[ -]?)?title(?: page)?|titel(?:seite|blatt|ei|sida|side|pagina|blad)|schmutztitel|p[áa]gina (?:de )?(?:t[íi]tulo|titular)|portad(?:a|illa)|folha de rosto|(?:page de )?(?:faux[ -])?titre|frontespizio|strona tytułowa|titulní (?:strana|list)|титул(?:ьный лист)?|扉[页頁]?|[书書]名[页頁]|표제지)$/iu;

/** So many pages may stand before the story. */
const mostFront = 12;

/** Whether a page before the story, or one of a few words, stands there. */
const isBeforeStory = ({ kind, blocks }: Draft): boolean =>
  traitsOf(kind).matter === 'frontmatter' || (kind === 'chapter' && wordsIn(blocks) < 300);

/** What stands in a page above the heading that the contents name first: it goes on with the page before. */
function linesAbove(blocks: readonly RootContent[], title: string | undefined): readonly RootContent[] {
  const at = blocks.findIndex(({ type }) => type === 'heading');
  const heading = blocks[at];
  return at > 0 && title !== undefined && heading && same(blockWords(heading), title) ? blocks.slice(0, at) : [];
}

/** Whether a page does not go on with the one before. */
const opensAnew = (page: PageAt | undefined, titles: Contents['titles']): boolean =>
  page !== undefined &&
  (titles.has(page.path) || findElement(page.body, ({ tagName }) => /^h[1-6]$/.test(tagName)) !== undefined);

/** The blocks, and a guess where the words of their heading tell what they are. */
function guessedKind([first, ...rest]: readonly RootContent[], kind: SectionKind): RootContent[] {
  if (!first) return [];
  const isGuess =
    first.type === 'heading' && first.data?.guess === undefined && kindNamedBy(blockWords(first)) === kind;
  return [isGuess ? guessedAs(first, `the ${kind}`, 'words of a heading') : first, ...rest];
}

/** A plate before a chapter, which the contents call by the chapter’s name, stands below its heading. */
function takePlate(draft: Draft, drafts: Draft[], homes: Map<string, Draft>): void {
  const plate = drafts.at(-1);
  const first = draft.blocks.findIndex(({ type }) => type !== 'heading');
  const at = first === -1 ? draft.blocks.length : first;
  const heading = draft.blocks[0];
  if (!plate?.title || at === 0 || !heading || !same(plate.title, blockWords(heading))) return;
  drafts.pop();
  draft.blocks.splice(at, 0, ...plate.blocks);
  for (const [page, home] of homes) if (home === plate) homes.set(page, draft);
}

/** A chapter that is not the first of its page. */
function laterDraft({ blocks, kind }: ChapterPiece, lines: readonly string[], said: string[]): Draft {
  const once = headedOnce(normalizeHeading(blocks, titleOver(blocks, lines)));
  said.push(...once.said);
  const named = once.blocks;
  const own = kind ?? kindNamedBy(named[0] ? blockWords(named[0]) : '') ?? 'chapter';
  return { kind: own, title: undefined, blocks: guessedKind(named, own) };
}

/** The line of the contents that two headings in a row are. */
function titleOver([first, second]: readonly RootContent[], lines: readonly string[]): string | undefined {
  if (first?.type !== 'heading' || second?.type !== 'heading') return undefined;
  return lines.find((line) => same(line, `${blockWords(first)} ${blockWords(second)}`));
}

/** The place inside the book that a link leads to. */
const resolve = (href: string, from: string): string | undefined =>
  href.includes('#') ? addressIn(from, href) : undefined;
