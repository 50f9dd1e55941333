/**
 * An EPUB that Fleuron made, back to its manuscript. In: its package and files. Out: an imported book that builds to the
 * same bytes. What the press adds (cover, title page, contents, numbers of notes) it will add again.
 */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { coverAlt, drawnAs } from '../../book/cover-alt.ts';
import { pathIn } from '../../book/epub-addresses.ts';
import { labelsFor } from '../../book/labels.ts';
import { type Facts, firstOf } from '../../book/metadata-schema.ts';
import { type SectionKind, sectionOfPage, traitsOf } from '../../book/sections.ts';
import { sourceListPath } from '../../book/source-list.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { sectionsOnPage } from '../../html/shared-pages.ts';
import { blocksOf } from '../html/blocks.ts';
import { findElement, parsePage, typesOf } from '../html/parse-page.ts';
import { printMarkdown } from '../html/print-markdown.ts';
import { pictureWords, visibleLines } from '../html/visible.ts';
import type { ImportedBook, ImportedSection } from '../imported.ts';
import type { Files } from '../unzip.ts';
import { aboutFacts, isAboutPage } from './about-page.ts';
import { addedStyle } from './added-style.ts';
import { designFacts, isGenerated, kindOf, roleOnTitlePage, typefaceFacts } from './generated-pages.ts';
import { headingPictures, withoutHeadingPicture } from './heading-pictures.ts';
import { isNotesPage, notesBySection, withNotes } from './notes-pages.ts';
import { type Item, type Package, textOf } from './package.ts';
import { packageFacts } from './package-facts.ts';
import { anchorsOf, type OwnPage } from './round-trip-anchors.ts';
import { roundTripReader } from './round-trip-reader.ts';
import { removedOf, stripGenerated } from './strip-generated-markup.ts';

/** Whether a package has the marks of our own press. */
export function isOwnEpub({ items, path }: Package): boolean {
  const hrefs = ['nav', 'ncx', 'style', 'modern-style'].map((id) => items.get(id)?.href);
  return path === 'OEBPS/content.opf' && hrefs.join(' ') === 'toc.xhtml toc.ncx style.css modern.css';
}

/** Takes the book apart. */
export function importOwnEpub(pack: Package, files: Files): ImportedBook {
  const pages = pack.spine.flatMap((item): readonly OwnPage[] => {
    const { body, lang, dir } = parsePage(textOf(files.get(item.path) ?? new Uint8Array()));
    return sectionsOnPage([body]).map((section, at) => {
      const id = attributeOf(section, 'id') ?? item.id;
      const removed = section.children.map(removedOf).find((days) => days !== undefined);
      const href = at === 0 ? item.href : `${item.href}#${id}`;
      return { href, section: stripGenerated(section), removed, id, lang, dir };
    });
  });
  const ofNotes = pages.filter(({ section }) => isNotesPage(section));
  const notes = notesBySection(ofNotes);
  const own = pages
    .filter(({ section }) => !isGenerated(section) && !isNotesPage(section))
    .map((page) => ({ ...page, section: withNotes(page, notes) }));
  const shown = [...pack.items.values()].find(({ properties }) => properties.includes('cover-image'));
  const drawn = shown && drawnAs(shown.href);
  const cover = drawn ? undefined : shown; // the press will draw the other again
  const { pictures, pathOf } = picturesIn(pack, files, cover);
  if (cover) pathOf(cover.href);
  const ornament = pack.items.get('ornament');
  const ornamentPath = ornament && pathOf(ornament.href);
  const lang = firstOf(packageFacts(pack).lang) ?? 'en';
  const dir = pack.root.attributes['dir'];
  const headings = headingPictures(own, pathOf);
  const sections = sectionsIn(own.map(withoutHeadingPicture), {
    lang,
    dir,
    pictureAt: pathOf,
    headingAt: headings.own,
  });
  const titlePage = generatedPage(pages, 'title-page');
  const about = pages.find(({ section }) => isAboutPage(section));
  const told = packageFacts(pack, (name) => roleOnTitlePage(name, titlePage?.section, lang));
  const facts = { ...told, ...(about && aboutFacts(about.section, lang)) };
  const colophon = pages.find(({ section }) => kindOf(section) === 'colophon')?.section;
  const added = addedStyle(pack, files, colophon);
  const hasCover = shown !== undefined || own.some(({ section }) => kindOf(section) === 'cover');
  const list = files.get(sourceListPath);
  return {
    facts: {
      ...facts,
      ...designFacts(pack, colophon !== undefined, ornamentPath),
      'heading-image': headings.ofBook,
      dir: dir === 'rtl' ? 'rtl' : undefined,
      'cover-alt': coverAltIn(generatedPage(pages, 'cover'), facts, lang, shown !== cover),
      'draw-cover': hasCover ? undefined : 'no',
      'cover-colours': drawn?.coverColours,
      'cover-composition': drawn?.coverComposition,
      ...typefaceFacts(pack, files),
      ...added.facts,
      notes:
        ofNotes.length === 0 ? undefined : ofNotes.some(({ id }) => sectionOfPage(id) === 'endnotes') ? 'book' : 'part',
    },
    sections,
    pictures: new Map([...pictures, ...added.files]),
    styleSheet: added.styleSheet,
    // Works come back as the pages of one manuscript, which is not what the book was made from.
    madeFrom: list && !pack.items.has('work-1') ? textOf(list) : undefined,
    visible: own.flatMap(({ section }) => visibleLines([section], isAdded)),
    aside: own.flatMap(({ section }) => pictureWords([section])),
  };
}

const generatedPage = (pages: readonly OwnPage[], id: string): OwnPage | undefined =>
  pages.find(({ section }) => isGenerated(section) && attributeOf(section, 'id') === id);

/** The pictures of a book, gathered as they are asked for by their address in it. */
function picturesIn(pack: Package, files: Files, cover: Item | undefined) {
  const pictures = new Map<string, Uint8Array>();
  const pathOf = (src: string): string | undefined => {
    const path = pathIn(pack.path, src);
    const bytes = path === undefined ? undefined : files.get(path);
    if (path === undefined || !bytes) return undefined;
    const name = path === cover?.path ? `cover.${path.split('.').at(-1)}` : `pictures/${path.split('/').at(-1)}`;
    pictures.set(name, bytes);
    return name;
  };
  return { pictures, pathOf };
}

interface OfBook {
  readonly lang: string;
  readonly dir: string | undefined;
  readonly pictureAt: (src: string) => string | undefined;
  /** What a section says of the picture above its heading, by its id. */
  readonly headingAt: ReadonlyMap<string, string>;
}

/** Sections, each of the pages that it was bound in. */
function sectionsIn(own: readonly OwnPage[], { lang, dir, pictureAt, headingAt }: OfBook): readonly ImportedSection[] {
  const byFile = new Map(own.map(({ href, id }) => [href, sectionOfPage(id)]));
  const anchors = anchorsOf(own);
  return own
    .filter(({ section }) => !classesOf(section).includes('continued'))
    .map((first): ImportedSection => {
      const parts = own.filter((each) => sectionOfPage(each.id) === first.id);
      const hrefs = parts.map(({ href }) => href);
      const reader = roundTripReader(first.id, hrefs, byFile, anchors, pictureAt);
      const nodes = parts.flatMap(({ section }) => section.children);
      const kind = kindOf(first.section);
      return {
        kind,
        stem: first.id,
        text: printMarkdown(lowerHeadings(blocksOf(nodes, reader), kind)),
        facts: {
          title: titleOf(first.section),
          lang: first.lang === lang ? undefined : first.lang,
          dir: first.dir === dir ? undefined : first.dir,
          removed: first.removed,
          'heading-image': headingAt.get(first.id),
        },
      };
    });
}

/** What an author said that the cover shows; the press’s own words are not said. */
function coverAltIn(page: OwnPage | undefined, facts: Facts, lang: string, isDrawn: boolean): string | undefined {
  const image = page && findElement(page.section, ({ tagName }) => tagName === 'img');
  const alt = image && attributeOf(image, 'alt');
  const usual = coverAlt({ title: String(facts.title), authors: authorsOf(facts), isDrawn }, labelsFor(lang));
  return alt === usual ? undefined : alt;
}

/** The names of authors, in the order of the book's own metadata. */
function authorsOf({ author, authors, contributors }: Facts): readonly string[] {
  const named = [author, authors, contributors]
    .flatMap((fact) => fact ?? [])
    .map((fact) => (typeof fact === 'string' ? { name: fact } : fact));
  return named.flatMap(({ name, role = 'author' }) => (role === 'author' ? [name] : []));
}

/** A title that only the contents show. */
function titleOf(section: Element): string | undefined {
  const label = attributeOf(section, 'aria-label');
  return label === traitsOf(kindOf(section)).label ? undefined : label;
}

/** What the press puts in: numbers of notes, the ways back, marks between scenes, boxes of tasks. */
function isAdded(element: Element): boolean {
  const types = typesOf(element);
  return (
    types.includes('noteref') ||
    types.includes('doc-backlink') ||
    classesOf(element).some((name) => name === 'scene-break' || name === 'task')
  );
}

/** Where a chapter has no heading of its own, others in it stand too deep to divide it. */
function lowerHeadings(blocks: readonly RootContent[], kind: SectionKind): readonly RootContent[] {
  const opens = blocks[0]?.type === 'heading' && blocks[0].depth === 1;
  if (opens || (kind !== 'chapter' && kind !== 'part')) return blocks;
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: Math.min(6, block.depth + 1) as 6 } : block,
  );
}
