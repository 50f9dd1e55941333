/**
 * An EPUB of another press becomes clean Markdown. In: its package and files. Out: chapters, notes, pictures, facts.
 * Left out: its contents, cover and title page where they say no more than our own will.
 */
import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { equalBytes } from '../../book/bytes.ts';
import { pathIn } from '../../book/epub-addresses.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { wordList } from '../../book/word-list.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { elementsIn } from '../../html/read-xml.ts';
import { isOtherScript } from '../../metadata/detect-language.ts';
import { guessed, type Outcome, type Place, type Problem, problem } from '../../report/problem.ts';
import { confidences, guessHint } from '../confidence.ts';
import { blockWords } from '../html/block-words.ts';
import { classStyles } from '../html/class-styles.ts';
import { collectPictures, missingPictures, pictureEnding, readPicture } from '../html/collect-pictures.ts';
import type { Notes, PageAt } from '../html/find-notes.ts';
import { isBreak } from '../html/find-story.ts';
import { guessesIn } from '../html/guesses.ts';
import { gutenbergPage } from '../html/gutenberg-page.ts';
import { importHtml } from '../html/import-html.ts';
import { contentsLists } from '../html/page-contents.ts';
import { withPageMarks } from '../html/page-marks.ts';
import { parsePage } from '../html/parse-page.ts';
import { type Direction, directionOf } from '../html/phrasing.ts';
import { printSections } from '../html/print-sections.ts';
import { mediaLeftOut, placed, settlePictures } from '../html/settle-pictures.ts';
import { raised } from '../html/split-blocks.ts';
import { pictureWords, visibleLines, visibleText, wordsOf } from '../html/visible.ts';
import type { ImportedBook } from '../imported.ts';
import type { Files } from '../unzip.ts';
import { archiveEpub } from './archive-epub.ts';
import { type Contents, type Place as ContentsPlace, readContents } from './contents.ts';
import type { Draft } from './draft.ts';
import { draftSections, sheetsOf } from './draft-sections.ts';
import { fanFicFarePages } from './fanficfare.ts';
import { withListedHeadings } from './listed-headings.ts';
import { type Package, textOf } from './package.ts';
import { itemSources, packageFacts } from './package-facts.ts';
import { pageDirection } from './page-direction.ts';
import { plain } from './page-heading.ts';
import {
  authorBelow,
  headingWords,
  linksIn,
  type PagesKept,
  pagesToKeep,
  picturesOn,
  saysMore,
  subtitleOn,
} from './pages.ts';
import { withoutUnseen } from './unseen-words.ts';

/** Converts the book. */
export function importForeignEpub(pack: Package, files: Files, path: string): Outcome<ImportedBook> {
  const read = readPages(pack, files, path);
  if ('archive' in read) return read.archive;
  // The pages' trees are gone by now: only what they became is held while it is printed.
  const { drafts, homes, notes, dir, facts, declaredLang, problems } = read;
  const emptied = drafts.filter(({ blocks }) => notes.size > 0 && isNotesHeading(blocks));
  const kept = new Map(
    drafts.flatMap((draft) =>
      emptied.includes(draft) ? [] : [[draft, { ...draft, blocks: raised(draft.blocks) }] as const],
    ),
  );
  const { sections, blocks, repeated } = printSections([...kept.values()], notes, {
    homeOf: (page) => {
      const home = homes.get(page);
      return home && kept.get(home);
    },
    dir,
  });
  // The programs that make EPUBs write “en” where nobody says anything.
  const likelyLang = typeof facts.lang === 'string' && /^en(?:-us)?$/i.test(facts.lang) ? facts.lang : declaredLang;
  return {
    value: {
      facts: likelyLang === undefined ? facts : { ...facts, lang: undefined },
      likelyLang,
      sections,
      pictures: read.pictures,
      visible: read.visible,
      aside: [...read.aside, ...emptied.flatMap((draft) => draft.blocks.map(blockWords)), ...repeated.map(blockWords)],
    },
    problems: [...blocks.flatMap((each) => guessesIn(each, path)), ...problems],
  };
}

/** What the pages of a book became. */
interface ReadPages {
  readonly facts: Facts;
  /** The language that the package names, if the pages are in letters of another. */
  readonly declaredLang: string | undefined;
  readonly drafts: readonly Draft[];
  readonly homes: ReadonlyMap<string, Draft>;
  readonly notes: Notes;
  readonly dir: Direction | undefined;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly visible: readonly string[];
  readonly aside: readonly string[];
  readonly problems: readonly Problem[];
}

function readPages(pack: Package, files: Files, path: string): ReadPages | { readonly archive: Outcome<ImportedBook> } {
  const contents = readContents(pack, files);
  const { pages: numbers, nav } = contents;
  const addresses = itemSources(pack);
  const gutenbergs = new Set<string>();
  const parsed = pack.spine
    .filter(({ mediaType }) => /html|xml/.test(mediaType))
    .map(({ path: own, id }): PageAt => {
      const text = textOf(files.get(own) ?? new Uint8Array());
      if (/(?:START|END) OF (?:THE|THIS) PROJECT/i.test(text)) gutenbergs.add(own);
      const { body, styles, address } = parsePage(text);
      return { path: own, body, styles, address: address ?? addresses.get(id) };
    });
  const looks = classStyles(sheetsOf(files, parsed));
  let [unseen, ornaments] = [0, 0];
  const all = parsed.map((page): PageAt => {
    const seen = withoutUnseen(page.body, (name) => looks.get(name));
    unseen += seen.unseen;
    ornaments += seen.ornaments;
    const body = withPageMarks(seen.body, (id) => numbers.get(id === undefined ? page.path : `${page.path}#${id}`));
    return { ...page, body };
  });
  const { declaredLang, ...told } = withoutOtherScript(packageFacts(pack), all);
  const archive = archiveEpub(all.map(({ body }) => body));
  if (archive) {
    const page = importHtml({ path, text: '', page: archive, beside: besideFirst(all, files) });
    return { archive: withPackage(page, told) };
  }
  const program = fanFicFarePages(all);
  const { pages: own, licence } = withoutLicence(
    all.filter((page) => !program.added.includes(page)),
    gutenbergs,
  );
  const dir = own.map(({ body }) => directionOf(body, '')).find((each) => each === 'rtl');
  const langs = [told.lang ?? []].flat();
  const direction = pageDirection(pack, { sheets: sheetsOf(files, own), langs, isRtl: dir !== undefined, path });
  const isSigned = [told.author ?? [], told.authors ?? []].flat().length > 0;
  const signed = isSigned ? undefined : authorBelow(own, told.title ?? '');
  const facts = {
    ...told,
    ...program.facts,
    ...(signed !== undefined && { author: signed }),
    subtitle: told.subtitle ?? subtitleOn(own),
    ...direction.value,
  };
  const cover = coverPath(pack, files, program.added);
  const isCover = (address: string, page: string): boolean => {
    const bytes = files.get(pathIn(page, address) ?? '');
    const known = files.get(cover);
    return bytes !== undefined && known !== undefined && (bytes === known || equalBytes(bytes, known));
  };
  const { pages: found, problems } = withoutContents(
    pagesToKeep(own, { facts, nav, titles: contents.titles, path, isCover }),
    contents.titles,
    path,
  );
  const { pictures, src } = collectPictures((address) => files.get(address) ?? readPicture(address, () => undefined));
  const listed: Problem[] = [];
  const headed = found.map((page): PageAt => {
    const { path: own } = page;
    const { body, made } = withListedHeadings(page.body, contents.places.get(own) ?? [], contents.titles.get(own));
    for (const heading of made) listed.push(listedHint(heading, { path: `${path}/${own}` }));
    return { ...page, body };
  });
  const { pages, missing, media } = settlePages([...headed, ...licence], path, src);
  const {
    drafts: story,
    homes,
    notes,
    pageNotes,
    said,
  } = draftSections(pages, {
    styles: looks,
    contents: licence.length === 0 ? contents : withoutLines(contents, licence, String(facts.title ?? '')),
    path,
    facts,
  });
  const about: readonly Draft[] = program.others
    ? [{ kind: 'colophon', title: undefined, blocks: [program.others] }]
    : [];
  const drafts = [...story, ...about];
  const visible = pages.flatMap(({ body }) =>
    visibleLines(
      [body],
      (each) =>
        pageNotes.isBacklink(each) ||
        (pageNotes.noteOf(each) !== undefined && !pageNotes.isWords(each)) ||
        isBreak(each),
    ),
  );
  const paths = new Set(found.map((page) => page.path));
  const front = all.filter((page) => !paths.has(page.path));
  const coverPicture = coverIn(files, coverPath(pack, files, front), path);
  return {
    ...{ facts: { ...facts, ...depthFact(contents, drafts) }, declaredLang, drafts, homes, notes, dir },
    pictures: new Map([...pictures, ...coverPicture.value]),
    visible: [...visible, ...program.words],
    aside: [...pages.flatMap(({ body }) => pictureWords([body])), ...said, ...pageNotes.labels],
    problems: [
      ...pageNotes.guesses.map(({ path: page, link, guess }) => guessHint(guess, placeOn(path, page, link))),
      ...(unseen > 0 ? [unseenHint(path, unseen)] : []),
      ...(ornaments > 0 ? [ornamentHint(path, ornaments)] : []),
      ...(pack.isUnordered ? [unorderedHint(path)] : []),
      ...missingPictures(missing),
      ...coverPicture.problems,
      ...media,
      ...problems,
      ...listed,
      ...direction.problems,
      ...(signed === undefined
        ? []
        : [guessHint({ taken: 'the author', words: signed, way: 'byline under a title' }, { path })]),
      ...program.added.map((page) => addedHint(placeOn(path, page.path, page.body))),
    ],
  };
}

/** Facts without a language whose letters the pages do not have, as programs write down that of their own menus. */
function withoutOtherScript(
  facts: Facts,
  pages: readonly PageAt[],
): Facts & { readonly declaredLang?: string | undefined } {
  const [first] = [facts.lang ?? []].flat();
  const texts = pages.map(({ body }) => visibleText([body], () => false, 2000));
  const isOther = first !== undefined && isOtherScript(first, texts);
  return isOther ? { ...facts, lang: undefined, declaredLang: first } : facts;
}

/** The book’s own contents name its pages alone: no heading within a page is a line of them, and none becomes one. */
function depthFact({ titles, places }: Contents, drafts: readonly Draft[]): Facts {
  const names = ({ title }: ContentsPlace, page: string) => titles.get(page) !== title;
  const isDeep = [...places].some(([page, within]) => within.some((place) => names(place, page)));
  const hasHeadings = drafts.some(({ blocks }) => blocks.slice(1).some(({ type }) => type === 'heading'));
  return titles.size > 2 && !isDeep && hasHeadings ? { 'toc-depth': '1' } : {};
}

/** The contents’ name for the page that Project Gutenberg’s words become. */
const licenceTitle = ['licence', 'Project Gutenberg'] as const;

/** The contents without lines that lead to words of the licence, whose page they name then. */
function withoutLines(contents: Contents, licence: readonly PageAt[], book: string): Contents {
  const said = plain(licence.map(({ body }) => visibleText([body], () => false)).join(' '));
  const isOfLicence = (title: string) =>
    wordList(title).length > 4 &&
    said.includes(plain(title)) &&
    plain(title).toLowerCase() !== plain(book).toLowerCase();
  const titles = [...contents.titles].flatMap(([page, title]) => {
    const others = (contents.places.get(page) ?? []).map((each) => each.title);
    const own = [title, ...others].find((each) => !isOfLicence(each));
    return own === undefined ? [] : [[page, own] as const];
  });
  return { ...contents, titles: new Map([...titles, licenceTitle]) };
}

/** Pages without what Project Gutenberg puts above and below a book; its words as a page at the end. */
function withoutLicence(
  all: readonly PageAt[],
  marked: ReadonlySet<string>,
): { readonly pages: PageAt[]; readonly licence: readonly PageAt[] } {
  const taken: Element[] = [];
  let isOver = false;
  const pages = all.flatMap((page): readonly PageAt[] => {
    const found = marked.has(page.path) ? gutenbergPage(page.body) : undefined;
    const isRest = isOver && /Project Gutenberg/.test(visibleText([page.body], () => false));
    isOver ||= found?.isEnd === true;
    if (isRest) taken.push(...page.body.children.filter((each): each is Element => each.type === 'element'));
    else if (found) taken.push(...found.licence);
    return isRest ? [] : [found ? { ...page, body: found.body } : page];
  });
  const [path] = licenceTitle;
  const body = elementOf('body', { epubType: 'colophon' }, taken);
  return { pages, licence: taken.length === 0 ? [] : [{ path, body }] };
}

/** Pages without the lists of contents that stand among other words on the first and last of them. */
function withoutContents({ pages, problems }: PagesKept, titles: Contents['titles'], path: string): PagesKept {
  const paths = new Set(pages.map((page) => page.path));
  const headings = headingWords(pages, titles);
  const hints: Problem[] = [];
  const kept = pages.map((page, at): PageAt => {
    const leadsIn = (href: string) => paths.has(href.startsWith('#') ? page.path : (pathIn(page.path, href) ?? ''));
    const mayHold = at < mostFront || at >= pages.length - mostBack;
    const [first, ...rest] = mayHold ? contentsLists(page.body, leadsIn) : [];
    if (!first || saysMore(rest.flatMap(linksIn), headings)) return page;
    const place = placeOn(path, page.path, first);
    hints.push(problem('import-left-out', place, 'Left out: the list of contents; the book has its own'));
    return { ...page, body: without(page.body, new Set([first, ...rest])) };
  });
  return { pages: kept, problems: [...problems, ...hints] };
}

/** So many pages may stand before the first chapter, and so many may follow where the last one begins. */
const mostFront = 6;
const mostBack = 2;

const without = (element: Element, left: ReadonlySet<ElementContent>): Element => ({
  ...element,
  children: element.children.flatMap((each) =>
    left.has(each) ? [] : [each.type === 'element' ? without(each, left) : each],
  ),
});

/** A place in a page of the book: `book.epub/OEBPS/ch1.xhtml`. */
function placeOn(path: string, page: string, element: Element | undefined): Place {
  return { path: `${path}/${page}`, ...(element?.position && { start: element.position.start }) };
}

/** Pages whose pictures are settled, by their path in the archive, and what there is to tell of them. */
function settlePages(pages: readonly PageAt[], path: string, src: (address: string) => string | undefined) {
  const missing = new Map<string, Place>();
  const media: Problem[] = [];
  const settled = pages.map((page): PageAt => {
    const { body, ...told } = settlePictures(
      page.body,
      page.body,
      (address) => src(pathIn(page.path, address) ?? address),
      () => false,
    );
    const place = (element: Element): Place => placeOn(path, page.path, element);
    for (const [address, at] of placed(told.missing, place)) if (!missing.has(address)) missing.set(address, at);
    media.push(...mediaLeftOut(told.media, place));
    return { ...page, body };
  });
  return { pages: settled, missing, media };
}

/** A heading that is left alone when its notes have gone to their places. */
const isNotesHeading = ([first, ...rest]: readonly RootContent[]): boolean =>
  first?.type === 'heading' && rest.length === 0 && /^(?:(?:foot|end)\s?)?notes$/i.test(blockWords(first).trim());

const unseenHint = (path: string, count: number): Problem =>
  problem('import-left-out', { path }, `Left out: words too small to be seen, as shops mark their copies: ${count}`);

const ornamentHint = (path: string, count: number): Problem =>
  problem(
    'import-left-out',
    { path },
    `Left out: letters that a typeface of symbols shows as ornaments: ${count}; scenes are parted where they stood`,
  );

const listedHint = (heading: Element, place: Place): Problem =>
  guessHint({ taken: 'a heading', words: wordsOf(heading), way: 'words of the contents' }, place);

const unorderedHint = (path: string): Problem =>
  guessHint(
    { taken: 'the order of the pages', words: 'the list of files in the book', way: 'order of a list' },
    { path },
  );

const addedHint = (place: Place): Problem =>
  guessed(
    confidences['attribute or style that says so'],
    problem('import-left-out', place, 'Left out: a page that FanFicFare added; its facts are in book.yaml'),
  );

/** What the page of an archive does not say of its book, its package does. */
function withPackage({ value, problems }: Outcome<ImportedBook>, told: Facts): Outcome<ImportedBook> {
  const said = Object.fromEntries(Object.entries(value.facts).filter(([, fact]) => fact !== undefined));
  const { authors, author, ...others } = told;
  const people = 'author' in said || 'authors' in said ? {} : { authors, author };
  return { value: { ...value, facts: { ...others, ...people, ...said } }, problems };
}

const besideFirst =
  ([first]: readonly PageAt[], files: Files) =>
  (address: string): Uint8Array | undefined =>
    files.get(pathIn(first?.path ?? '', address) ?? '');

/** The path of the cover picture as EPUB 3 or EPUB 2 names it, or as a front page that was left out shows it; empty where there is none. */
function coverPath({ items, metadata }: Package, files: Files, leftOut: readonly PageAt[]): string {
  const byProperty = [...items.values()].find(({ properties }) => properties.includes('cover-image'));
  const named = elementsIn(metadata).find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover');
  const byName = items.get(named?.attributes['content'] ?? '');
  const shown = leftOut.flatMap(({ path, body }) => picturesOn(body).flatMap((each) => pathIn(path, each) ?? []));
  return (
    (byProperty ?? (byName?.mediaType.startsWith('image/') ? byName : undefined))?.path ??
    shown.find((each) => files.has(each) && !leftOut.some((page) => page.path === each)) ??
    ''
  );
}

/** The cover picture by its path in the manuscript, and a warning where it is none. */
function coverIn(files: Files, cover: string, path: string): Outcome<ReadonlyMap<string, Uint8Array>> {
  const bytes = files.get(cover);
  const ending = bytes && pictureEnding(bytes);
  if (!bytes || ending !== undefined)
    return { value: new Map(bytes ? [[`cover.${ending}`, bytes]] : []), problems: [] };
  const reason = `The cover “${cover}” is empty or no picture, so the book gets a drawn one.`;
  const hint = 'Put your cover beside the text, as cover.jpg or cover.png.';
  return { value: new Map(), problems: [problem('picture-left-out', { path }, reason, hint)] };
}
