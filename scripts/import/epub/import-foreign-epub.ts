/**
 * An EPUB of another press becomes clean Markdown. In: its package and files. Out: chapters, notes, pictures, facts.
 * Left out: its contents, cover and title page where they say no more than our own will.
 */
import type { Element } from 'hast';
import type { FootnoteDefinition, RootContent } from 'mdast';
import { kindNamedBy, type SectionKind } from '../../book/sections.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import type { Outcome, Place } from '../../report/problem.ts';
import { blockWords } from '../html/block-words.ts';
import { blocksOf } from '../html/blocks.ts';
import { isBreak } from '../html/find-story.ts';
import { genericReading } from '../html/generic.ts';
import { guessesIn, guessHint, takenAs } from '../html/guesses.ts';
import { linkTargets, settleLinks } from '../html/links.ts';
import { findNotes, type Notes, type PageAt } from '../html/notes.ts';
import { findElement, parsePage } from '../html/parse-page.ts';
import { collectPictures, missingPictures } from '../html/pictures.ts';
import { printMarkdown } from '../html/print-markdown.ts';
import { raised, withNotes } from '../html/split-blocks.ts';
import { pictureWords, visibleText } from '../html/visible.ts';
import { type ImportedBook, type ImportedSection, stemNamer } from '../imported.ts';
import { elementsIn } from '../read-xml.ts';
import type { Files } from '../unzip.ts';
import { readContents } from './contents.ts';
import { kindOf, settleHeading } from './heading.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { packageFacts } from './package-facts.ts';
import { pagesToKeep, subtitleOn } from './pages.ts';
import { classStyles } from './styles.ts';

interface Draft {
  kind: SectionKind;
  readonly title: string | undefined;
  readonly blocks: RootContent[];
}

/** Converts the book. */
export function convertBook(pack: Package, files: Files, path: string): Outcome<ImportedBook> {
  const told = packageFacts(pack);
  const { titles, nav } = readContents(pack, files);
  const styles = classStyles([...files].filter(([name]) => /\.css$/i.test(name)).map(([, bytes]) => textOf(bytes)));
  const all = pack.spine
    .filter(({ mediaType }) => /html|xml/.test(mediaType))
    .map(
      (item): PageAt => ({ path: item.path, body: parsePage(textOf(files.get(item.path) ?? new Uint8Array())).body }),
    );
  const facts = { ...told, subtitle: told['subtitle'] ?? subtitleOn(all) };
  const { pages, problems } = pagesToKeep(all, facts, nav, path);
  const resolve = (href: string, from: string): string | undefined => {
    const target = pathFrom(from, href);
    const fragment = /#(.+)$/s.exec(href)?.[1];
    return target !== undefined && fragment !== undefined ? `${target}#${fragment}` : undefined;
  };
  const pageNotes = findNotes(pages, resolve);
  const targets = linkTargets(pages, resolve, pageNotes, () => false);
  const notes: Notes = new Map();
  let from = '';
  const { pictures, src, missing } = collectPictures((address) => {
    const inside = files.has(address) ? address : pathFrom(from, address);
    return inside === undefined ? undefined : files.get(inside);
  });
  const drafts: Draft[] = [];
  const homes = new Map<string, Draft>();
  for (const page of pages) {
    from = page.path;
    const reading = genericReading({
      pageNotes,
      notes,
      path: page.path,
      targets,
      resolve: (href) => resolve(href, page.path) ?? pathFrom(page.path, href),
      src: (address) => {
        const inside = pathFrom(page.path, address);
        return inside === undefined ? undefined : src(inside);
      },
      styleOf: (name) => styles.get(name),
      shown: `${path}/${page.path}`,
      skips: () => false,
    });
    const blocks = settleHeading(blocksOf(page.body.children, reading), titles.get(page.path));
    const last = drafts.at(-1);
    const opens = blocks[0]?.type === 'heading' || titles.has(page.path) || !last;
    if (!opens && last) {
      last.blocks.push(...blocks);
      homes.set(page.path, last);
      continue;
    }
    const [first] = blocks;
    const heading = first?.type === 'heading' ? blockWords(first) : undefined;
    const title = heading === undefined ? titles.get(page.path) : undefined;
    const kind = kindOf(page.body, heading ?? title ?? '');
    const isGuess = first?.type === 'heading' && first.data?.guess === undefined && kindNamedBy(heading ?? '') === kind;
    const own = isGuess ? [takenAs(first, `the ${kind}`, 'words of a heading'), ...blocks.slice(1)] : blocks;
    const draft: Draft = { kind, title, blocks: [...own] };
    homes.set(page.path, draft);
    if (blocks.length > 0) drafts.push(draft);
  }
  const emptied = drafts.filter(({ blocks }) => notes.size > 0 && isNotesHeading(blocks));
  const copies = { spent: new Map(), repeated: [] as FootnoteDefinition[] };
  const stem = stemNamer();
  const named = drafts.filter((draft) => !emptied.includes(draft)).map((draft) => ({ draft, stem: stem(draft.kind) }));
  const stemOf = new Map(named.map((each) => [each.draft, each.stem]));
  const addressOf = (path: string): string | undefined => {
    const home = homes.get(path);
    const found = home && stemOf.get(home);
    return found === undefined ? undefined : `${found}.md`;
  };
  const placed = named.map(({ draft, stem: own }, at) => {
    const blocks = [...withNotes(raised(draft.blocks), notes, copies)];
    if (at === named.length - 1) for (const { children } of notes.values()) blocks.push(...children);
    return { stem: own, blocks };
  });
  const settled = settleLinks(placed, addressOf);
  const sections = named.map(
    ({ draft, stem: own }, at): ImportedSection => ({
      kind: draft.kind,
      stem: own,
      facts: { title: draft.title },
      text: printMarkdown(settled[at] ?? []),
    }),
  );
  const visible = pages.map(({ body }) =>
    visibleText([body], (each) => pageNotes.isBacklink(each) || pageNotes.noteOf(each) !== undefined || isBreak(each)),
  );
  const shown = new Map(pictures);
  const cover = coverOf(pack);
  const bytes = cover === undefined ? undefined : files.get(cover);
  if (cover !== undefined && bytes && /\.(?:jpe?g|png|gif|svg|webp|avif)$/i.test(cover))
    shown.set(`cover.${cover.split('.').at(-1)?.toLowerCase()}`, bytes);
  return {
    value: {
      facts,
      sections,
      pictures: shown,
      visible,
      aside: [
        ...pages.flatMap(({ body }) => pictureWords([body])),
        ...emptied.flatMap(({ blocks }) => blocks.map(blockWords)),
        ...copies.repeated.map(blockWords),
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

/** The cover picture as EPUB 3 or EPUB 2 names it. */
function coverOf({ items, metadata }: Package): string | undefined {
  const all = [...items.values()];
  const byProperty = all.find(({ properties }) => properties.includes('cover-image'));
  const named = elementsIn(metadata).find(({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover');
  const byName = items.get(named?.attributes['content'] ?? '');
  return (byProperty ?? (byName?.mediaType.startsWith('image/') ? byName : undefined))?.path;
}
