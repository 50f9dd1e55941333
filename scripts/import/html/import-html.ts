/** A saved web page becomes an imported book. In: its text, and what lies beside it. Out: chapters, notes, pictures. */
import type { Element } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Facts, isLanguageTag } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import type { Outcome, Place, Problem } from '../../report/problem.ts';
import { kindOfChapter } from '../chapter-headings.ts';
import { type Guess, guessHint } from '../confidence.ts';
import type { ImportedBook } from '../imported.ts';
import { archivePage } from './archive-page.ts';
import { blockWords } from './block-words.ts';
import { blocksOf } from './blocks.ts';
import { classStyles } from './class-styles.ts';
import { collectPictures, missingPictures, readPicture } from './collect-pictures.ts';
import { findNotes, type Notes } from './find-notes.ts';
import { isBreak, isFurniture, leftOut, storyOf, titleLines } from './find-story.ts';
import { foreignReader } from './foreign-reader.ts';
import { guessedAs, guessesIn } from './guesses.ts';
import { gutenbergPage } from './gutenberg-page.ts';
import { authorAt, authorOf, titleOf } from './page-facts.ts';
import { withPageMarks } from './page-marks.ts';
import { findElement, type Page, parsePage } from './parse-page.ts';
import { partChapters } from './part-chapters.ts';
import { printSections, type SectionDraft } from './print-sections.ts';
import { linkTargets } from './resolve-links.ts';
import { mediaLeftOut, placed, settlePictures } from './settle-pictures.ts';
import { siteBody, siteParts } from './site-story.ts';
import { chaptersOf, type PagePart } from './split-blocks.ts';
import { type StoryParts, storyParts } from './story-parts.ts';
import { sitePage } from './story-sites.ts';
import { pictureWords, visibleText, wordsOf } from './visible.ts';

export interface HtmlSource {
  readonly path: string;
  readonly text: string;
  /** Reads a file that lies beside it, by its relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** Whether the text is the file’s own, so that its lines can be named; a Word document’s page is not. */
  readonly hasLines?: boolean | undefined;
  /** The page, where it was parsed already. */
  readonly page?: Page | undefined;
}

interface PageStory {
  readonly facts: Facts;
  readonly parts: readonly PagePart[];
  /** Words that say no more than a key of `book.yaml`. */
  readonly labels: readonly string[];
  readonly guesses: readonly Problem[];
}

/** Imports a page: an archive's own download, or an article. */
export function importHtml({ path, text, beside, hasLines = true, page: parsed }: HtmlSource): Outcome<ImportedBook> {
  const read = parsed ?? parsePage(text);
  const marked = withPageMarks(read.body, () => undefined);
  const gutenberg = gutenbergPage(marked);
  const licence = gutenberg ? [elementOf('div', {}, [...gutenberg.licence])] : [];
  const told = gutenberg?.facts ?? {};
  const site = gutenberg ? undefined : sitePage(marked, read.title);
  const body = gutenberg
    ? { ...gutenberg.body, children: [...gutenberg.body.children, ...licence] }
    : site
      ? siteBody(site)
      : marked;
  const whole = { ...read, body };
  const archived = isArchivePage(whole.body);
  const rootOf = (body: Element): Element => (archived || gutenberg || site ? body : storyOf(body));
  const { pictures, src } = collectPictures((address) => readPicture(address, beside));
  const settled = settlePictures(whole.body, rootOf(whole.body), src, isFurniture);
  const page = { ...whole, body: settled.body };
  const root = rootOf(page.body);
  const titles = archived || site ? new Map<Element, string>() : titleLines(root);
  const styles = classStyles(read.styles);
  const isAside = (element: Element): boolean =>
    isFurniture(element) ||
    classesOf(element).some((name) => /display\s*:\s*none/i.test(styles.get(name) ?? '')) ||
    (archived && classesOf(element).includes('endnote-link'));
  const skips = (element: Element): boolean => isAside(element) || titles.has(element);
  const pages = [{ path: '', body: page.body }];
  const resolve = (href: string) => (href.startsWith('#') ? href : undefined);
  const pageNotes = findNotes(pages, resolve);
  const notes: Notes = new Map();
  const targets = linkTargets(pages, resolve, pageNotes, skips);
  const reader = foreignReader({
    ...{ pageNotes, notes, path: '', targets, resolve, skips },
    styleOf: (name) => styles.get(name),
    shown: hasLines ? path : undefined,
  });
  const placeOf = (element: Element | undefined): Place =>
    hasLines && element?.position ? { path, start: element.position.start } : { path };
  const blocks = archived || site ? [] : blocksOf(gutenberg ? root.children.slice(0, -1) : root.children, reader);
  const last: readonly PagePart[] = gutenberg
    ? [{ kind: 'colophon', blocks: blocksOf(root.children.slice(-1), reader) }]
    : [];
  const { facts, parts, labels, guesses } = archived
    ? { ...archivePage(page.body, reader), guesses: [archiveGuess(page.body, placeOf)] }
    : site
      ? {
          facts: { ...site.facts, lang: site.facts.lang ?? langOf(page) },
          ...siteParts(root, reader, site.facts),
          guesses: [],
        }
      : articlePage(page, root, titles, storyParts(blocks, { ...knownOf(page, root, titles), ...told }), placeOf);
  const drafts = [...parts, ...last]
    .flatMap((part): readonly PagePart[] =>
      part.divides ? chaptersOf(part.blocks).flatMap((piece) => partChapters(piece)) : [part],
    )
    .map(({ blocks: own, kind, title }): SectionDraft => {
      const [first, ...rest] = own;
      const its = kind ?? kindOfChapter(first?.type === 'heading' ? textOf(first) : '');
      const isGuess = first && kind === undefined && its !== 'chapter';
      return {
        kind: its,
        title,
        blocks: isGuess ? [guessedAs(first, `the ${its}`, 'words of a heading'), ...rest] : own,
      };
    });
  const printed = printSections(drafts, notes);
  const unseen = (each: Element): boolean =>
    skips(each) || pageNotes.isBacklink(each) || pageNotes.noteOf(each) !== undefined || isBreak(each);
  return {
    value: {
      facts,
      sections: printed.sections,
      pictures,
      visible: [visibleText([root], unseen)],
      aside: [...pictureWords([root]), ...labels, ...printed.repeated.map(blockWords), ...pageNotes.labels],
    },
    problems: [
      ...guesses,
      ...printed.blocks.flatMap((each) => guessesIn(each, path)),
      ...pageNotes.guesses.map(({ link, guess }) => guessHint(guess, placeOf(link))),
      ...missingPictures(placed(settled.missing, placeOf)),
      ...mediaLeftOut(settled.media, placeOf),
      ...leftOut(site ? marked : page.body, root, isAside, path),
    ].map((each) => (hasLines || !each.place ? each : { ...each, place: { path } })),
  };
}

function archiveGuess(body: Element, placeOf: (element: Element | undefined) => Place): Problem {
  const preface = findElement(body, (each) => attributeOf(each, 'id') === 'preface');
  const guess: Guess = {
    taken: 'the preface of an archive’s download',
    words: 'id="preface"',
    way: 'attribute or style that says so',
  };
  return guessHint(guess, placeOf(preface));
}

const isArchivePage = (body: Element): boolean =>
  ['preface', 'chapters'].every((id) => findElement(body, (each) => attributeOf(each, 'id') === id) !== undefined);

/** What a page marks as its title, subtitle and author. */
function knownOf(page: Page, root: Element, titles: ReadonlyMap<Element, string>) {
  const words = (key: string): string | undefined => {
    const found = [...titles].find(([, each]) => each === key)?.[0];
    return (found && wordsOf(found)) || undefined;
  };
  return { title: words('title'), subtitle: words('subtitle'), author: words('author') ?? authorOf(page, root) };
}

const langOf = ({ lang }: Page): string | undefined => (lang !== undefined && isLanguageTag(lang) ? lang : undefined);

function articlePage(
  page: Page,
  root: Element,
  titles: ReadonlyMap<Element, string>,
  { facts: told, parts, labels, guesses }: StoryParts,
  placeOf: (element: Element | undefined) => Place,
): PageStory {
  const authors = [...titles].flatMap(([element, key]) => (key === 'author' ? [wordsOf(element)] : []));
  const { author, ...facts } = { ...told, title: told.title ?? titleOf(page, root) };
  const said = 'attribute or style that says so';
  const marked = [...titles].map(([element, key]) =>
    guessHint({ taken: `the ${key}`, words: wordsOf(element), way: said }, placeOf(element)),
  );
  const title = told.title === undefined ? facts.title : undefined;
  const byHead = authors.length === 0 && author !== undefined && author === authorOf(page, root) ? author : undefined;
  const beside = [
    ...(typeof title === 'string'
      ? [guessHint({ taken: 'the title', words: title, way: 'title of the page' }, placeOf(undefined))]
      : []),
    ...(typeof byHead === 'string'
      ? [guessHint({ taken: 'the author', words: byHead, way: said }, placeOf(authorAt(root)))]
      : []),
  ];
  return {
    facts: {
      ...(authors.length > 1 ? { authors } : { author }),
      ...facts,
      lang: facts.lang ?? langOf(page),
    },
    parts,
    labels,
    guesses: [...marked, ...beside, ...guessesIn(guesses, placeOf(undefined).path)],
  };
}
