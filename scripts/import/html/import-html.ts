/** A saved web page becomes an imported book. In: its text, and what lies beside it. Out: chapters, notes, pictures. */
import type { Element } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { byline, withoutName } from '../../book/header-lines.ts';
import { type Facts, isLanguageTag } from '../../book/metadata-schema.ts';
import { classesOf, elementOf } from '../../html/hast-nodes.ts';
import { type Outcome, type Place, type Problem, problem } from '../../report/problem.ts';
import { kindOfChapter } from '../chapter-headings.ts';
import { guessHint } from '../confidence.ts';
import type { ImportedBook } from '../imported.ts';
import { besideStory } from './beside-story.ts';
import { blockWords } from './block-words.ts';
import { blocksOf } from './blocks.ts';
import { classStyles } from './class-styles.ts';
import { collectPictures, missingPictures, readPicture } from './collect-pictures.ts';
import { findNotes, type Notes } from './find-notes.ts';
import { isBreak, isFurniture, isPostMeta, leftOut, storyOf, titleLines } from './find-story.ts';
import { foreignReader } from './foreign-reader.ts';
import { guessedAs, guessesIn } from './guesses.ts';
import { gutenbergPage } from './gutenberg-page.ts';
import { contentsLists, waysBack } from './page-contents.ts';
import { authorAt, authorOf, storyTitle, titleOf } from './page-facts.ts';
import { pageLinks } from './page-links.ts';
import { withPageMarks } from './page-marks.ts';
import { type Page, parsePage } from './parse-page.ts';
import { partChapters } from './part-chapters.ts';
import { directionOf } from './phrasing.ts';
import { printSections, type SectionDraft } from './print-sections.ts';
import { headedOnce, withoutNotesHeadings } from './repeated-heading.ts';
import { withIdsApart } from './repeated-ids.ts';
import { linkTargets } from './resolve-links.ts';
import { mediaLeftOut, placed, settlePictures } from './settle-pictures.ts';
import type { SitePage } from './site-page.ts';
import { siteBody, siteParts } from './site-story.ts';
import { chaptersOf, type PagePart } from './split-blocks.ts';
import { type StoryParts, storyParts } from './story-parts.ts';
import { sitePage } from './story-sites.ts';
import { pictureWords, visibleLines, wordsOf } from './visible.ts';
import { skinned, workSkin } from './work-skin.ts';

export interface HtmlSource {
  readonly path: string;
  readonly text: string;
  /** Reads a file that lies beside it, by its relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** Whether the text is the file’s own, so that its lines can be named; a Word document’s page is not. */
  readonly hasLines?: boolean | undefined;
  /** The names of the pages that are imported with it. */
  readonly together?: ReadonlySet<string> | undefined;
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
export function importHtml({
  path,
  text,
  beside: fileBeside,
  hasLines = true,
  together,
  page: parsed,
}: HtmlSource): Outcome<ImportedBook> {
  const read = parsed ?? parsePage(text);
  const marked = withPageMarks(withIdsApart(read.body), () => undefined);
  const gutenberg = /START OF (?:THE|THIS) PROJECT/i.test(text) ? gutenbergPage(marked) : undefined;
  const licence = gutenberg ? [elementOf('div', {}, [...gutenberg.licence])] : [];
  const told = gutenberg?.facts ?? {};
  const site = gutenberg ? undefined : withAddress(sitePage(marked, read.title), read.address);
  const ofSite = site ? siteBody(site) : marked;
  const body = gutenberg ? { ...gutenberg.body, children: [...gutenberg.body.children, ...licence] } : ofSite;
  const skin = site?.skinned ? workSkin(read.styles) : undefined;
  const whole = { ...read, body: skin ? skinned(body, skin) : body };
  const rootOf = (body: Element): Element => (gutenberg || site || !hasLines ? body : storyOf(body));
  const { pictures, src } = collectPictures((address) => readPicture(address, fileBeside));
  const found = rootOf(whole.body);
  const settled = settlePictures(whole.body, found, src, isFurniture);
  const page = { ...whole, body: settled.body };
  const root = page.body === whole.body ? found : rootOf(page.body);
  const titles = site ? new Map<Element, string>() : titleLines(root);
  const styles = classStyles(read.styles);
  const asides = new WeakMap<Element, boolean>(); // asked for each element again and again
  const isAside = (element: Element): boolean => {
    const known = asides.get(element) ?? isAsideAnew(element);
    asides.set(element, known);
    return known;
  };
  const contents = site ? [] : [...contentsLists(root)];
  const left = new Set<Element>([...contents, ...besideIn(root, page.body, { site, hasLines })]);
  const around = site ? marked : page.body;
  const isAsideAnew = (element: Element): boolean =>
    isFurniture(element) ||
    (!site && !gutenberg && isPostMeta(element)) ||
    left.has(element) ||
    classesOf(element).some((name) => /display\s*:\s*none/i.test(styles.get(name) ?? ''));
  const skips = (element: Element): boolean => isAside(element) || titles.has(element);
  const pages = [{ path: '', body: page.body }];
  const resolve = (href: string) => (href.startsWith('#') ? href : undefined);
  const pageNotes = findNotes(pages, resolve);
  const notes: Notes = new Map();
  const targets = linkTargets(pages, resolve, pageNotes, skips);
  const others = pageLinks(together);
  const reader = foreignReader({
    ...{ pageNotes, notes, path: '', targets, skips },
    resolve: (href) => resolve(href) ?? others.resolve(href),
    styleOf: (name) => styles.get(name),
    skin,
    shown: hasLines ? path : undefined,
    langs: [langOf(read) ?? []].flat(),
  });
  const inPlace = (each: Problem): Problem => (hasLines || !each.place ? each : { ...each, place: { path } });
  const placeOf = (element: Element | undefined): Place =>
    hasLines && element?.position ? { path, start: element.position.start } : { path };
  const typed = site ? [] : blocksOf(gutenberg ? root.children.slice(0, -1) : root.children, reader);
  const { blocks, said: overNotes } = notes.size > 0 ? withoutNotesHeadings(typed) : { blocks: typed, said: [] };
  const last: readonly PagePart[] = gutenberg
    ? [{ kind: 'colophon', blocks: blocksOf(root.children.slice(-1), reader) }]
    : [];
  const { facts, parts, labels, guesses } = site
    ? {
        facts: { ...site.facts, lang: site.facts.lang ?? langOf(page) },
        ...siteParts(root, reader, site.facts),
        guesses: [],
      }
    : articlePage(
        page,
        root,
        titles,
        storyParts(blocks, { ...knownOf(page, root, titles), ...told }, gutenberg ? 600 : undefined),
        placeOf,
      );
  const twice: string[] = [...overNotes];
  const drafts = [...parts, ...last]
    .flatMap((part): readonly PagePart[] =>
      part.divides ? chaptersOf(part.blocks).flatMap((piece) => partChapters(piece)) : [part],
    )
    .map(({ blocks, kind, title, address }): SectionDraft => {
      const { blocks: own, said } = headedOnce(blocks);
      twice.push(...said);
      const [first, ...rest] = own;
      const its = kind ?? kindOfChapter(first?.type === 'heading' ? textOf(first) : '');
      const isGuess = first && kind === undefined && its !== 'chapter';
      return {
        kind: its,
        title,
        address,
        blocks: isGuess ? [guessedAs(first, `the ${its}`, 'words of a heading'), ...rest] : own,
      };
    });
  const printed = printSections(drafts, notes, { otherFile: others.resolve, dir: directionOf(page.body, '') });
  const unseen = (each: Element): boolean =>
    skips(each) ||
    pageNotes.isBacklink(each) ||
    (pageNotes.noteOf(each) !== undefined && !pageNotes.isWords(each)) ||
    isBreak(each);
  return {
    value: {
      facts,
      pageTitle: read.title,
      likelyLang: langOf(page),
      sections: printed.sections,
      pictures,
      visible: visibleLines([root], unseen),
      aside: [
        ...[...pictureWords([root]), ...labels, ...twice, ...printed.repeated.map(blockWords), ...pageNotes.labels],
        ...contentsIn(contents, hasLines),
      ],
    },
    problems: [
      ...guesses,
      ...printed.blocks.flatMap((each) => guessesIn(each, path)),
      ...pageNotes.guesses.map(({ link, guess }) => guessHint(guess, placeOf(link))),
      ...missingPictures(placed(settled.missing, placeOf)),
      ...mediaLeftOut(settled.media, placeOf),
      ...others.leftOut(path),
      ...(hasLines ? leftOut(around, root, isAside, path) : contentsLeftOut(contents, path)),
    ].map(inPlace),
  };
}

/** No menu stands beside the words of a document. */
const besideIn = (
  root: Element,
  body: Element,
  { site, hasLines }: { readonly site: SitePage | undefined; readonly hasLines: boolean },
): readonly Element[] => (site || !hasLines ? [] : [...waysBack(root), ...besideStory(root, body)]);

const contentsLeftOut = ([first]: readonly Element[], path: string): readonly Problem[] =>
  first ? [problem('import-left-out', { path }, 'Left out: a list of contents; the press makes one')] : [];

/** The words of lists that a document has of its contents: all its words are counted before it is read. */
const contentsIn = (contents: readonly Element[], isPage: boolean): readonly string[] =>
  isPage ? [] : contents.map(wordsOf);

/** The page of one chapter is where that came from. */
const withAddress = (site: SitePage | undefined, address: string | undefined): SitePage | undefined =>
  site?.chapters.length === 1 ? { ...site, chapters: site.chapters.map((each) => ({ address, ...each })) } : site;

/** What a page marks as its title, subtitle and author. */
function knownOf(page: Page, root: Element, titles: ReadonlyMap<Element, string>) {
  const words = (key: string): string | undefined => {
    const found = [...titles].find(([, each]) => each === key)?.[0];
    return (found && wordsOf(found)) || undefined;
  };
  const author = words('author');
  return {
    title: words('title') ?? storyTitle(page.title, root),
    subtitle: words('subtitle'),
    author: author === undefined ? authorOf(page, root) : nameIn(author),
  };
}

/** “Ann Lee” of “by Ann Lee”. */
const nameIn = (words: string): string => byline(words) ?? words;

/** English is what pages say whose makers say nothing: the words are asked, too. */
const surely = (lang: string | undefined): string | undefined => (/^en\b/i.test(lang ?? '') ? undefined : lang);

const langOf = ({ lang }: Page): string | undefined => (lang !== undefined && isLanguageTag(lang) ? lang : undefined);

function articlePage(
  page: Page,
  root: Element,
  titles: ReadonlyMap<Element, string>,
  { facts: told, parts, labels, guesses }: StoryParts,
  placeOf: (element: Element | undefined) => Place,
): PageStory {
  const authors = [...titles].flatMap(([element, key]) => (key === 'author' ? [wordsOf(element)] : []));
  const names = authors.map(nameIn);
  const { author, ...facts } = { ...told, title: told.title ?? titleOf(page, root) };
  const said = 'attribute or style that says so';
  const marked = [...titles].map(([element, key]) =>
    guessHint(
      {
        taken: `the ${key}`,
        words: wordsOf(element),
        way: classesOf(element).includes('by-looks') ? 'place and size of a line' : said,
      },
      placeOf(element),
    ),
  );
  const title = told.title === undefined || told.title === storyTitle(page.title, root) ? facts.title : undefined;
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
      ...(names.length > 1 ? { authors: names } : { author }),
      ...facts,
      lang: facts.lang ?? surely(langOf(page)),
    },
    parts,
    labels: [...labels, ...authors.map((words, at) => withoutName(words, names[at] ?? ''))],
    guesses: [...marked, ...beside, ...guessesIn(guesses, placeOf(undefined).path)],
  };
}
