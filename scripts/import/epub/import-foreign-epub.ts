/**
 * An EPUB of another press becomes clean Markdown. In: its package and files. Out: chapters, notes, pictures, facts.
 * Left out: its contents, cover and title page where they say no more than our own will.
 */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { equalBytes } from '../../book/bytes.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { elementsIn } from '../../html/read-xml.ts';
import { guessed, type Outcome, type Place, type Problem, problem } from '../../report/problem.ts';
import { confidences, guessHint } from '../confidence.ts';
import { blockWords } from '../html/block-words.ts';
import { collectPictures, missingPictures, readPicture } from '../html/collect-pictures.ts';
import type { PageAt } from '../html/find-notes.ts';
import { isBreak } from '../html/find-story.ts';
import { guessesIn } from '../html/guesses.ts';
import { importHtml } from '../html/import-html.ts';
import { withPageMarks } from '../html/page-marks.ts';
import { parsePage } from '../html/parse-page.ts';
import { directionOf } from '../html/phrasing.ts';
import { printSections } from '../html/print-sections.ts';
import { mediaLeftOut, placed, settlePictures } from '../html/settle-pictures.ts';
import { raised } from '../html/split-blocks.ts';
import { pictureWords, visibleText } from '../html/visible.ts';
import type { ImportedBook } from '../imported.ts';
import type { Files } from '../unzip.ts';
import { archiveEpub } from './archive-epub.ts';
import { readContents } from './contents.ts';
import { type Draft, draftSections } from './draft-sections.ts';
import { fanFicFarePages } from './fanficfare.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { itemSources, packageFacts } from './package-facts.ts';
import { pagesToKeep, picturesOn, subtitleOn } from './pages.ts';

/** Converts the book. */
export function importForeignEpub(pack: Package, files: Files, path: string): Outcome<ImportedBook> {
  const contents = readContents(pack, files);
  const { pages: numbers, nav } = contents;
  const addresses = itemSources(pack);
  const all = pack.spine
    .filter(({ mediaType }) => /html|xml/.test(mediaType))
    .map(({ path: own, id }): PageAt => {
      const { body, styles, address } = parsePage(textOf(files.get(own) ?? new Uint8Array()));
      const marked = withPageMarks(body, (id) => numbers.get(id === undefined ? own : `${own}#${id}`));
      return { path: own, body: marked, styles, address: address ?? addresses.get(id) };
    });
  const told = packageFacts(pack);
  const archive = archiveEpub(all.map(({ body }) => body));
  if (archive) return withPackage(importHtml({ path, text: '', page: archive, beside: besideFirst(all, files) }), told);
  const program = fanFicFarePages(all);
  const own = all.filter((page) => !program.added.includes(page));
  const facts = { ...told, ...program.facts, subtitle: told.subtitle ?? subtitleOn(own) };
  const cover = coverPath(pack, files, program.added);
  const isCover = (address: string, page: string): boolean => {
    const bytes = files.get(pathFrom(page, address) ?? '');
    const known = files.get(cover);
    return bytes !== undefined && known !== undefined && (bytes === known || equalBytes(bytes, known));
  };
  const { pages: found, problems } = pagesToKeep(own, { facts, nav, path, isCover });
  const { pictures, src } = collectPictures((address) => files.get(address) ?? readPicture(address, () => undefined));
  const { pages, missing, media } = settlePages(found, path, src);
  const { drafts: story, homes, notes, pageNotes } = draftSections(pages, { files, contents, path });
  const about: readonly Draft[] = program.others
    ? [{ kind: 'colophon', title: undefined, blocks: [program.others] }]
    : [];
  const drafts = [...story, ...about];
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
    dir: pages.map(({ body }) => directionOf(body, '')).find((dir) => dir === 'rtl'),
  });
  const visible = pages.map(({ body }) =>
    visibleText([body], (each) => pageNotes.isBacklink(each) || pageNotes.noteOf(each) !== undefined || isBreak(each)),
  );
  return {
    value: {
      facts,
      sections,
      pictures: new Map([
        ...pictures,
        ...coverIn(
          files,
          coverPath(
            pack,
            files,
            all.filter((page) => !found.includes(page)),
          ),
        ),
      ]),
      visible: [...visible, ...program.words],
      aside: [
        ...pages.flatMap(({ body }) => pictureWords([body])),
        ...emptied.flatMap(({ blocks }) => blocks.map(blockWords)),
        ...repeated.map(blockWords),
        ...pageNotes.labels,
      ],
    },
    problems: [
      ...blocks.flatMap((each) => guessesIn(each, path)),
      ...pageNotes.guesses.map(({ path: page, link, guess }) => guessHint(guess, placeOn(path, page, link))),
      ...missingPictures(missing),
      ...media,
      ...problems,
      ...program.added.map((page) => addedHint(placeOn(path, page.path, page.body))),
    ],
  };
}

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
      (address) => src(pathFrom(page.path, address) ?? address),
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
    files.get(pathFrom(first?.path ?? '', address) ?? '');

/** The path of the cover picture as EPUB 3 or EPUB 2 names it, or as a front page that was left out shows it; empty where there is none. */
function coverPath({ items, metadata }: Package, files: Files, leftOut: readonly PageAt[]): string {
  const byProperty = [...items.values()].find(({ properties }) => properties.includes('cover-image'));
  const named = elementsIn(metadata).find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover');
  const byName = items.get(named?.attributes['content'] ?? '');
  const shown = leftOut.flatMap(({ path, body }) => picturesOn(body).flatMap((each) => pathFrom(path, each) ?? []));
  return (
    (byProperty ?? (byName?.mediaType.startsWith('image/') ? byName : undefined))?.path ??
    shown.find((each) => files.has(each) && !leftOut.some((page) => page.path === each)) ??
    ''
  );
}

/** The cover picture by its path in the manuscript. */
function coverIn(files: Files, path: string): ReadonlyMap<string, Uint8Array> {
  const bytes = files.get(path);
  const ending = /\.(jpe?g|png|gif|svg|webp|avif)$/i.exec(path)?.[1]?.toLowerCase();
  return new Map(bytes && ending !== undefined ? [[`cover.${ending}`, bytes]] : []);
}
