/**
 * An EPUB of another press becomes clean Markdown. In: its package and files. Out: chapters, notes, pictures, facts.
 * Left out: its contents, cover and title page where they say no more than our own will.
 */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { attributeOf } from '../../html/hast-nodes.ts';
import type { Outcome, Place } from '../../report/problem.ts';
import { blockWords } from '../html/block-words.ts';
import { missingPictures } from '../html/collect-pictures.ts';
import type { PageAt } from '../html/find-notes.ts';
import { isBreak } from '../html/find-story.ts';
import { guessesIn, guessHint } from '../html/guesses.ts';
import { findElement, parsePage } from '../html/parse-page.ts';
import { printSections } from '../html/print-sections.ts';
import { raised } from '../html/split-blocks.ts';
import { pictureWords, visibleText } from '../html/visible.ts';
import type { ImportedBook } from '../imported.ts';
import { elementsIn } from '../read-xml.ts';
import type { Files } from '../unzip.ts';
import { readContents } from './contents.ts';
import { draftSections } from './draft-sections.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { packageFacts } from './package-facts.ts';
import { pagesToKeep, subtitleOn } from './pages.ts';

/** Converts the book. */
export function importForeignEpub(pack: Package, files: Files, path: string): Outcome<ImportedBook> {
  const { titles, nav } = readContents(pack, files);
  const all = pack.spine
    .filter(({ mediaType }) => /html|xml/.test(mediaType))
    .map(
      (item): PageAt => ({ path: item.path, body: parsePage(textOf(files.get(item.path) ?? new Uint8Array())).body }),
    );
  const told = packageFacts(pack);
  const facts = { ...told, subtitle: told.subtitle ?? subtitleOn(all) };
  const { pages, problems } = pagesToKeep(all, facts, nav, path);
  const { drafts, homes, notes, pageNotes, pictures, missing } = draftSections(pages, { files, titles, path });
  const emptied = drafts.filter(({ blocks }) => notes.size > 0 && isNotesHeading(blocks));
  const kept = new Map(
    drafts.flatMap((draft) =>
      emptied.includes(draft) ? [] : [[draft, { ...draft, blocks: raised(draft.blocks) }] as const],
    ),
  );
  const { sections, repeated } = printSections([...kept.values()], notes, (page) => {
    const home = homes.get(page);
    return home && kept.get(home);
  });
  const visible = pages.map(({ body }) =>
    visibleText([body], (each) => pageNotes.isBacklink(each) || pageNotes.noteOf(each) !== undefined || isBreak(each)),
  );
  return {
    value: {
      facts,
      sections,
      pictures: new Map([...pictures, ...coverIn(pack, files)]),
      visible,
      aside: [
        ...pages.flatMap(({ body }) => pictureWords([body])),
        ...emptied.flatMap(({ blocks }) => blocks.map(blockWords)),
        ...repeated.map(blockWords),
      ],
    },
    problems: [
      ...drafts.flatMap(({ blocks }) => guessesIn(blocks, path)),
      ...pageNotes.guesses.map(({ path: page, link, guess }) => guessHint(guess, placeOn(path, page, link))),
      ...missingPictures(missing, (address) => pictureOn(path, pages, address)),
      ...problems,
    ],
  };
}

/** A place in a page of the book: `book.epub/OEBPS/ch1.xhtml`. */
function placeOn(path: string, page: string, element: Element | undefined): Place {
  return { path: `${path}/${page}`, ...(element?.position && { start: element.position.start }) };
}

/** The first page that shows a picture. */
function pictureOn(path: string, pages: readonly PageAt[], address: string): Place {
  for (const page of pages) {
    const shows = (each: Element) =>
      each.tagName === 'img' && pathFrom(page.path, attributeOf(each, 'src') ?? '') === address;
    const found = findElement(page.body, shows);
    if (found) return placeOn(path, page.path, found);
  }
  return { path };
}

/** A heading that is left alone when its notes have gone to their places. */
const isNotesHeading = ([first, ...rest]: readonly RootContent[]): boolean =>
  first?.type === 'heading' && rest.length === 0 && /^(?:(?:foot|end)\s?)?notes$/i.test(blockWords(first).trim());

/** The cover picture as EPUB 3 or EPUB 2 names it, by its path in the manuscript. */
function coverIn({ items, metadata }: Package, files: Files): ReadonlyMap<string, Uint8Array> {
  const byProperty = [...items.values()].find(({ properties }) => properties.includes('cover-image'));
  const named = elementsIn(metadata).find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover');
  const byName = items.get(named?.attributes['content'] ?? '');
  const path = (byProperty ?? (byName?.mediaType.startsWith('image/') ? byName : undefined))?.path ?? '';
  const bytes = files.get(path);
  const ending = /\.(jpe?g|png|gif|svg|webp|avif)$/i.exec(path)?.[1]?.toLowerCase();
  return new Map(bytes && ending !== undefined ? [[`cover.${ending}`, bytes]] : []);
}
