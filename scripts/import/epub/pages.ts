/** Which pages of another's book say something of their own. In: pages, and what its package says. Out: those to keep, a hint for each left out. */

import type { Element } from 'hast';
import { bare, byline } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { allWords, folded } from '../../book/story-words.ts';
import { wordList } from '../../book/word-list.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { guessed, type Problem, problem } from '../../report/problem.ts';
import { confidences, type WayOfGuessing } from '../confidence.ts';
import type { PageAt } from '../html/find-notes.ts';
import { isContentsHeading } from '../html/page-contents.ts';
import { findElement, findElements, typesOf } from '../html/parse-page.ts';
import { shortText, visibleText, wordsOf } from '../html/visible.ts';

export interface PagesKept {
  readonly pages: readonly PageAt[];
  readonly problems: readonly Problem[];
}

export interface KnownOfPages {
  readonly facts: Facts;
  readonly nav: string | undefined;
  /** What its contents call each page. */
  readonly titles: ReadonlyMap<string, string>;
  /** The book’s own path. */
  readonly path: string;
  /** Whether a picture is the cover, by its address and the page that it stands on. */
  readonly isCover: (address: string, page: string) => boolean;
}

/** Leaves out the pages of contents, and covers and title pages where they say no more than our own will. */
export function pagesToKeep(all: readonly PageAt[], { facts, nav, titles, path, isCover }: KnownOfPages): PagesKept {
  const problems: Problem[] = [];
  const known = knownWords(facts);
  const leftOut = (page: string, way: WayOfGuessing, what: string) => {
    const place = { path: `${path}/${page}`, start: { line: 1, column: 1 } };
    problems.push(guessed(confidences[way], problem('import-left-out', place, `Left out: ${what}`)));
  };
  const broken = brokenContents(all, titles);
  const headings = headingWords(all, titles);
  const pages = all.filter((page) => {
    // A title page is short: no list is made of a chapter’s words.
    const text = visibleText([page.body], () => false);
    const words = wordList(text.slice(0, longestList));
    const types = typesIn(page.body);
    const isContents = page.path === nav || types.includes('toc');
    const isLine = broken.has(page);
    const isLinks =
      !isContents &&
      text.length < longestList &&
      isListOfLinks(page.body, words.length) &&
      !saysMore(linksIn(page.body), headings);
    const saysNoMore = words.length < 60 && words.every((word) => known.has(word) || isSmallWord(word));
    const shown = picturesOn(page.body);
    const [picture] = shown;
    // The cover alone, or the only picture of the first page.
    const isCoverPage =
      words.length < 3 &&
      shown.length === 1 &&
      (isCover(picture ?? '', page.path) || (words.length === 0 && page === all[0]));
    const isFront =
      isCoverPage || (saysNoMore && (words.length > 0 || /cover|title/i.test(page.path) || types.includes('cover')));
    if (isContents && words.length > 0)
      leftOut(page.path, 'attribute or style that says so', `the page of contents “${page.path}”; the press makes one`);
    else if (isLinks || isLine)
      leftOut(page.path, 'words of the contents', `the page of contents “${page.path}”; the press makes one`);
    else if (isFront && words.length > 0)
      leftOut(
        page.path,
        'words that say no more than the title',
        `the title page “${page.path}”; its words are in book.yaml`,
      );
    return !isContents && !isLinks && !isLine && !isFront;
  });
  return { pages, problems };
}

/** A page of more signs is no list, whatever stands on it. */
const longestList = 40_000;

/** A list of the contents that a program broke at each line: a run of pages of few words, each called as a later one that has more. */
function brokenContents(all: readonly PageAt[], titles: ReadonlyMap<string, string>): ReadonlySet<PageAt> {
  const few = new Set(all.filter(({ path, body }) => titles.has(path) && shortText(body, 150) !== undefined));
  const last = new Map(all.flatMap((page, at) => (few.has(page) ? [] : [[titles.get(page.path) ?? '', at] as const])));
  const found = new Set<PageAt>();
  let run: PageAt[] = [];
  for (const [at, page] of all.entries()) {
    const isLine = few.has(page) && (last.get(titles.get(page.path) ?? '') ?? -1) > at;
    if (!isLine) run = [];
    else run.push(page);
    if (run.length === leastLines) for (const each of run) found.add(each);
    else if (run.length > leastLines) found.add(page);
  }
  return found;
}

const leastLines = 3;

/** The words of all facts. */
export const knownWords = (facts: Facts): ReadonlySet<string> =>
  new Set(wordList(JSON.stringify(facts).replace(/[{}[\]",:]/g, ' ')));

export const isSmallWord = (word: string): boolean => /^cover$/i.test(word) || allWords('by').has(folded(word));

/** The addresses of the pictures on a page. */
export const picturesOn = (body: Element): readonly string[] =>
  findElements(body, ({ tagName }) => tagName === 'img' || tagName === 'image').map(
    (each) => ['src', 'xlink:href', 'href'].flatMap((name) => attributeOf(each, name) ?? [])[0] ?? '',
  );

/** Whether a page is little more than links to others, below its heading: a list of the contents that no attribute calls one. */
function isListOfLinks(body: Element, all: number): boolean {
  const links = linksIn(body);
  const heading = findElement(body, isContentsHeading);
  const words = all - (heading ? wordList(wordsOf(heading)).length : 0);
  const linked = links.reduce((sum, each) => sum + wordList(wordsOf(each)).length, 0);
  return links.length > 2 && linked > words * 0.7;
}

/** Links to pages. */
export const linksIn = (body: Element): readonly Element[] =>
  findElements(body, (each) => each.tagName === 'a' && /^[^#:]+(?:#|$)/.test(attributeOf(each, 'href') ?? ''));

/** The words of all headings, and of the contents; read when they are asked for. */
export function headingWords(pages: readonly PageAt[], titles: ReadonlyMap<string, string>): HeadingWords {
  let words: ReadonlySet<string> | undefined;
  const read = (): ReadonlySet<string> => {
    const headings = pages.flatMap(({ body }) =>
      findElements(body, ({ tagName }) => /^h[1-6]$/.test(tagName)).map(wordsOf),
    );
    return new Set(wordList([...headings, ...titles.values()].join(' ').toLowerCase()));
  };
  return () => {
    words ??= read();
    return words;
  };
}

type HeadingWords = () => ReadonlySet<string>;

/** Whether links of a list say more than the headings that they lead to, as summaries of chapters do. */
export function saysMore(links: readonly Element[], headings: HeadingWords): boolean {
  const words = wordList(links.map(wordsOf).join(' ').toLowerCase());
  const most = links.length * 4;
  return words.length > most && words.filter((word) => !headings().has(word)).length > most;
}

/** The subtitle that a title page shows and a package does not tell. */
export function subtitleOn(pages: readonly PageAt[]): string | undefined {
  const [front] = pages.filter(({ body }) => typesIn(body).includes('titlepage'));
  const line = front && findElement(front.body, (each) => classesOf(each).includes('subtitle'));
  return (line && wordsOf(line)) || undefined;
}

/** Who wrote the book, by the line below its title on one of the first pages, where no key says it. */
export function authorBelow(pages: readonly PageAt[], title: string): string | undefined {
  const lines = pages
    .slice(0, 3)
    .flatMap(({ body }) => findElements(body, ({ tagName }) => /^(?:p|h[1-6])$/.test(tagName)).slice(0, 8))
    .map(wordsOf)
    .filter((words) => words !== '');
  const at = lines.findIndex((words) => bare(words) === bare(title));
  return at === -1 ? undefined : byline(lines[at + 1] ?? '');
}

/** What the first two elements that say so say a page is. */
export function typesIn(body: Element): readonly string[] {
  const [first, second] = findElements(
    body,
    (each) => attributeOf(each, 'epub:type') !== undefined || attributeOf(each, 'role') !== undefined,
  );
  return [...(first ? typesOf(first) : []), ...(second ? typesOf(second) : [])];
}
