/**
 * An EPUB of another press becomes clean Markdown. In: its package and files. Out: chapters, notes, pictures, facts.
 * Left out: its contents, cover and title page where they say no more than our own will.
 */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { attributeOf } from '../../html/hast-nodes.ts';
import { elementsIn } from '../../html/read-xml.ts';
import type { Outcome, Place, Problem } from '../../report/problem.ts';
import { guessHint } from '../confidence.ts';
import { blockWords } from '../html/block-words.ts';
import { collectPictures, missingPictures, readPicture } from '../html/collect-pictures.ts';
import type { PageAt } from '../html/find-notes.ts';
import { isBreak } from '../html/find-story.ts';
import { guessesIn } from '../html/guesses.ts';
import { withPageMarks } from '../html/page-marks.ts';
import { findElements, parsePage } from '../html/parse-page.ts';
import { directionOf } from '../html/phrasing.ts';
import { printSections } from '../html/print-sections.ts';
import { mediaLeftOut, placed, settlePictures } from '../html/settle-pictures.ts';
import { raised } from '../html/split-blocks.ts';
import { pictureWords, visibleText } from '../html/visible.ts';
import type { ImportedBook } from '../imported.ts';
import type { Files } from '../unzip.ts';
import { readContents } from './contents.ts';
import { draftSections } from './draft-sections.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { packageFacts } from './package-facts.ts';
import { pagesToKeep, subtitleOn } from './pages.ts';

/** Converts the book. */
export function importForeignEpub(pack: Package, files: Files, path: string): Outcome<ImportedBook> {
  const { titles, pages: numbers, nav } = readContents(pack, files);
  const all = pack.spine
    .filter(({ mediaType }) => /html|xml/.test(mediaType))
    .map(({ path: own }): PageAt => {
      const { body, styles } = parsePage(textOf(files.get(own) ?? new Uint8Array()));
      const marked = withPageMarks(body, (id) => numbers.get(id === undefined ? own : `${own}#${id}`));
      return { path: own, body: marked, styles };
    });
  const told = packageFacts(pack);
  const facts = { ...told, subtitle: told.subtitle ?? subtitleOn(all) };
  const { pages: found, problems } = pagesToKeep(all, facts, nav, path);
  const { pictures, src } = collectPictures((address) => files.get(address) ?? readPicture(address, () => undefined));
  const { pages, missing, media } = settlePages(found, path, src);
  const { drafts, homes, notes, pageNotes } = draftSections(pages, { files, titles, path });
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
          pack,
          files,
          all.filter((page) => !found.includes(page)),
        ),
      ]),
      visible,
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

/** The cover picture as EPUB 3 or EPUB 2 names it, or as a front page that was left out shows it, by its path in the manuscript. */
function coverIn(
  { items, metadata }: Package,
  files: Files,
  leftOut: readonly PageAt[],
): ReadonlyMap<string, Uint8Array> {
  const byProperty = [...items.values()].find(({ properties }) => properties.includes('cover-image'));
  const named = elementsIn(metadata).find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover');
  const byName = items.get(named?.attributes['content'] ?? '');
  const shown = leftOut.flatMap(({ path, body }) =>
    ['src', 'xlink:href', 'href'].flatMap((name) =>
      findElements(body, ({ tagName }) => tagName === 'img' || tagName === 'image').flatMap(
        (each) => pathFrom(path, attributeOf(each, name) ?? '') ?? [],
      ),
    ),
  );
  const path =
    (byProperty ?? (byName?.mediaType.startsWith('image/') ? byName : undefined))?.path ??
    shown.find((each) => files.has(each) && !leftOut.some((page) => page.path === each)) ??
    '';
  const bytes = files.get(path);
  const ending = /\.(jpe?g|png|gif|svg|webp|avif)$/i.exec(path)?.[1]?.toLowerCase();
  return new Map(bytes && ending !== undefined ? [[`cover.${ending}`, bytes]] : []);
}
