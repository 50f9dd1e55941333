/**
 * An EPUB that Fleuron made, back to its manuscript. In: its package and files. Out: an imported book that builds to the
 * same bytes. What the press adds (cover, title page, contents, numbers of notes) it will add again.
 */
import type { RootContent } from 'mdast';
import { labelsFor } from '../../book/labels.ts';
import { type ContributorRole, contributorRoles } from '../../book/metadata.ts';
import { type SectionKind, sectionKinds, traitsOf } from '../../book/sections.ts';
import { sourceListPath } from '../../book/source-list.ts';
import { blocksOf } from '../html/blocks.ts';
import { printMarkdown } from '../html/print-markdown.ts';
import { classesOf, findElement, findElements, type HtmlElement, parsePage, typesOf } from '../html/tree.ts';
import { visibleText } from '../html/visible.ts';
import type { ImportedBook, ImportedSection } from '../imported.ts';
import type { Files } from '../unzip.ts';
import { aboutFacts, isAboutPage } from './about-page.ts';
import { factsOf } from './facts.ts';
import { anchorsOf, baseOf, type Sheet } from './fleuron-anchors.ts';
import { readingOf } from './fleuron-reading.ts';
import { type Package, pathFrom, textOf } from './package.ts';

/** Whether a package has the marks of our own press. */
export function isFleurons({ items, path }: Package): boolean {
  const hrefs = ['nav', 'ncx', 'style', 'modern-style'].map((id) => items.get(id)?.href);
  return path === 'OEBPS/content.opf' && hrefs.join(' ') === 'toc.xhtml toc.ncx style.css modern.css';
}

/** Takes the book apart. */
export function takeApart(pack: Package, files: Files): ImportedBook {
  const sheets = pack.spine.flatMap((item): readonly Sheet[] => {
    const { body, lang, dir } = parsePage(textOf(files.get(item.path) ?? new Uint8Array()));
    const section = findElement(body, ({ name }) => name === 'section');
    return section ? [{ href: item.href, section, id: section.attributes.get('id') ?? item.id, lang, dir }] : [];
  });
  const own = sheets.filter(({ section }) => !isGenerated(section));
  const pictures = new Map<string, Uint8Array>();
  const cover = [...pack.items.values()].find(({ properties }) => properties.includes('cover-image'));
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
  const byFile = new Map(own.map(({ href, id }) => [href, baseOf(id)]));
  const anchors = anchorsOf(own);
  const bookLang = factsOf(pack)['lang'];
  const bookDir = pack.root.attributes.get('dir');
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
  const titlePage = sheets.find(({ section }) => isGenerated(section) && section.attributes.get('id') === 'title-page');
  const coverPage = sheets.find(({ section }) => isGenerated(section) && section.attributes.get('id') === 'cover');
  const about = sheets.find(({ section }) => isAboutPage(section));
  const told = factsOf(pack, (name) => roleOnTitlePage(name, titlePage?.section, String(bookLang ?? 'en')));
  const facts = { ...told, ...(about && aboutFacts(about.section, String(bookLang ?? 'en'))) };
  const alt = coverPage && findElement(coverPage.section, ({ name }) => name === 'img')?.attributes.get('alt');
  const usual = `${labelsFor(String(bookLang ?? 'en')).coverOf} ${String(facts['title'])}`;
  return {
    facts: { ...facts, dir: bookDir === 'rtl' ? 'rtl' : undefined, 'cover-alt': alt === usual ? undefined : alt },
    sections,
    pictures,
    madeFrom: list && textOf(list),
    visible: own.map(({ section }) => visibleText([section], isAdded)),
  };
}

function kindOf(section: HtmlElement): SectionKind {
  return sectionKinds.find((kind) => classesOf(section)[0] === kind) ?? 'chapter';
}

/** Pages that the press prints itself have no `header`, and marks of their own. */
function isGenerated(section: HtmlElement): boolean {
  const id = section.attributes.get('id');
  if (isAboutPage(section)) return true;
  if (id === 'title-page') return findElement(section, (each) => classesOf(each).includes('book-title')) !== undefined;
  if (id === 'cover') return findElement(section, (each) => typesOf(each).includes('doc-cover')) !== undefined;
  const heading = findElement(section, ({ name }) => name === 'h1');
  return id === 'contents' && heading !== undefined && section.children.includes(heading);
}

/** A title that only the contents show. */
function titleOf(section: HtmlElement): string | undefined {
  const label = section.attributes.get('aria-label');
  return label === traitsOf(kindOf(section)).label ? undefined : label;
}

/** What the press puts in: numbers of notes, the ways back, marks between scenes, boxes of tasks. */
function isAdded(element: HtmlElement): boolean {
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

/** The title page tells `beta` from `editor`, which share a MARC code. */
function roleOnTitlePage(name: string, page: HtmlElement | undefined, lang: string): ContributorRole | undefined {
  const { roles } = labelsFor(lang);
  const lines = page ? findElements(page, (each) => classesOf(each).includes('book-contributor')) : [];
  for (const line of lines) {
    const label = findElement(line, (each) => classesOf(each).includes('book-role'));
    if (
      !label ||
      visibleText(
        line.children.filter((child) => child !== label),
        () => false,
      ).trim() !== name
    )
      continue;
    const words = visibleText(label.children, () => false);
    const found = Object.keys(contributorRoles).find((role) => roles[role as keyof typeof roles] === words);
    if (found) return found as ContributorRole;
  }
  return undefined;
}
