/**
 * An EPUB that Fleuron made, back to its manuscript. In: its package and files. Out: an imported book that builds to the
 * same bytes. What the press adds (cover, title page, contents, numbers of notes) it will add again.
 */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { coverAlt, drawnCoverHref } from '../../book/cover-alt.ts';
import { labelsFor } from '../../book/labels.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { type SectionKind, traitsOf } from '../../book/sections.ts';
import { sourceListPath } from '../../book/source-list.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { blocksOf } from '../html/blocks.ts';
import { findElement, parsePage, typesOf } from '../html/parse-page.ts';
import { printMarkdown } from '../html/print-markdown.ts';
import { visibleText } from '../html/visible.ts';
import type { ImportedBook, ImportedSection } from '../imported.ts';
import type { Files } from '../unzip.ts';
import { aboutFacts, isAboutPage } from './about-page.ts';
import { designFacts, isGenerated, kindOf, roleOnTitlePage } from './generated-pages.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { packageFacts } from './package-facts.ts';
import { anchorsOf, baseOf, type Sheet } from './round-trip-anchors.ts';
import { readingOf } from './round-trip-options.ts';
import { undress } from './strip-generated-markup.ts';
import { typefaceFacts } from './typeface.ts';

/** Whether a package has the marks of our own press. */
export function isFleurons({ items, path }: Package): boolean {
  const hrefs = ['nav', 'ncx', 'style', 'modern-style'].map((id) => items.get(id)?.href);
  return path === 'OEBPS/content.opf' && hrefs.join(' ') === 'toc.xhtml toc.ncx style.css modern.css';
}

/** Takes the book apart. */
export function takeApart(pack: Package, files: Files): ImportedBook {
  const sheets = pack.spine.flatMap((item): readonly Sheet[] => {
    const { body, lang, dir } = parsePage(textOf(files.get(item.path) ?? new Uint8Array()));
    const section = findElement(body, ({ tagName }) => tagName === 'section');
    return section
      ? [{ href: item.href, section: undress(section), id: attributeOf(section, 'id') ?? item.id, lang, dir }]
      : [];
  });
  const own = sheets.filter(({ section }) => !isGenerated(section));
  const pictures = new Map<string, Uint8Array>();
  const shown = [...pack.items.values()].find(({ properties }) => properties.includes('cover-image'));
  const isDrawn = shown?.href === drawnCoverHref;
  const cover = isDrawn ? undefined : shown; // the press will draw the other again
  const coverPath = cover && `cover.${cover.href.split('.').at(-1)}`;
  const picturePath = (src: string): string | undefined => {
    const path = pathFrom(pack.path, src);
    const bytes = path === undefined ? undefined : files.get(path);
    if (path === undefined || !bytes) return undefined;
    const name = path === cover?.path && coverPath !== undefined ? coverPath : `pictures/${path.split('/').at(-1)}`;
    pictures.set(name, bytes);
    return name;
  };
  if (cover) picturePath(cover.href);
  const ornament = pack.items.get('ornament');
  const ornamentPath = ornament && picturePath(ornament.href);
  const byFile = new Map(own.map(({ href, id }) => [href, baseOf(id)]));
  const anchors = anchorsOf(own);
  const bookLang = packageFacts(pack)['lang'];
  const bookDir = pack.root.attributes['dir'];
  const sections: ImportedSection[] = [];
  for (const first of own.filter(({ section }) => !classesOf(section).includes('continued'))) {
    const id = first.id;
    const parts = own.filter((each) => baseOf(each.id) === id);
    const reading = readingOf(
      id,
      parts.map(({ href }) => href),
      byFile,
      anchors,
      picturePath,
    );
    const nodes = parts.flatMap(({ section }) => section.children);
    sections.push({
      kind: kindOf(first.section),
      stem: id,
      text: printMarkdown(settled(blocksOf(nodes, reading), kindOf(first.section))),
      facts: {
        title: titleOf(first.section),
        lang: first.lang === bookLang ? undefined : first.lang,
        dir: first.dir === bookDir ? undefined : first.dir,
      },
    });
  }
  const list = files.get(sourceListPath);
  const titlePage = sheets.find(({ section }) => isGenerated(section) && attributeOf(section, 'id') === 'title-page');
  const coverPage = sheets.find(({ section }) => isGenerated(section) && attributeOf(section, 'id') === 'cover');
  const about = sheets.find(({ section }) => isAboutPage(section));
  const told = packageFacts(pack, (name) => roleOnTitlePage(name, titlePage?.section, String(bookLang ?? 'en')));
  const facts = { ...told, ...(about && aboutFacts(about.section, String(bookLang ?? 'en'))) };
  const image = coverPage && findElement(coverPage.section, ({ tagName }) => tagName === 'img');
  const alt = image && attributeOf(image, 'alt');
  const drawnFor = { title: String(facts['title']), authors: authorsOf(facts), isDrawn };
  const usual = coverAlt(drawnFor, labelsFor(String(bookLang ?? 'en')));
  const hasCover = shown !== undefined || own.some(({ section }) => kindOf(section) === 'cover');
  return {
    facts: {
      ...facts,
      ...designFacts(
        pack,
        sheets.some(({ section }) => kindOf(section) === 'colophon'),
        ornamentPath,
      ),
      dir: bookDir === 'rtl' ? 'rtl' : undefined,
      'cover-alt': alt === usual ? undefined : alt,
      'draw-cover': hasCover ? undefined : 'no',
      ...typefaceFacts(pack, files),
    },
    sections,
    pictures,
    madeFrom: list && textOf(list),
    visible: own.map(({ section }) => visibleText([section], isAdded)),
  };
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
function settled(blocks: readonly RootContent[], kind: SectionKind): readonly RootContent[] {
  const opens = blocks[0]?.type === 'heading' && blocks[0].depth === 1;
  if (opens || (kind !== 'chapter' && kind !== 'part')) return blocks;
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: Math.min(6, block.depth + 1) as 6 } : block,
  );
}
