/**
 * An EPUB that Fleuron made, back to its manuscript. In: its package and files. Out: an imported book that builds to the
 * same bytes. What the press adds (cover, title page, contents, numbers of notes) it will add again.
 */
import type { FootnoteDefinition, RootContent } from 'mdast';
import { coverAlt, drawnCoverHref } from '../../book/cover-alt.ts';
import { labelsFor } from '../../book/labels.ts';
import { type SectionKind, traitsOf } from '../../book/sections.ts';
import { slugs } from '../../book/slugs.ts';
import { sourceListPath } from '../../book/source-list.ts';
import { blocksOf } from '../html/blocks.ts';
import { printMarkdown } from '../html/print-markdown.ts';
import type { Reading } from '../html/reading.ts';
import { classesOf, findElement, findElements, type HtmlElement, parsePage, typesOf } from '../html/tree.ts';
import { visibleText } from '../html/visible.ts';
import type { Fact, Facts, ImportedBook, ImportedSection } from '../imported.ts';
import { factsOf } from './facts.ts';
import { designFacts, isGenerated, kindOf, roleOnTitlePage } from './generated-pages.ts';
import { type Package, pathFrom, textOf } from './package.ts';
import { setPieceOf } from './set-pieces.ts';
import { typefaceFacts } from './typeface.ts';
import { undress } from './undress.ts';
import type { Files } from './unzip.ts';

/** Whether a package has the marks of our own press. */
export function isFleurons({ items, path }: Package): boolean {
  const hrefs = ['nav', 'ncx', 'style', 'modern-style'].map((id) => items.get(id)?.href);
  return path === 'OEBPS/content.opf' && hrefs.join(' ') === 'toc.xhtml toc.ncx style.css modern.css';
}

interface Sheet {
  readonly href: string;
  readonly section: HtmlElement;
  readonly id: string;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
}

/** Takes the book apart. */
export function takeApart(pack: Package, files: Files): ImportedBook {
  const sheets = pack.spine.flatMap((item): readonly Sheet[] => {
    const { body, lang, dir } = parsePage(textOf(files.get(item.path) ?? new Uint8Array()));
    const section = findElement(body, ({ name }) => name === 'section');
    return section
      ? [{ href: item.href, section: undress(section), id: section.attributes.get('id') ?? item.id, lang, dir }]
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
  const facts = factsOf(pack, (name) => roleOnTitlePage(name, titlePage?.section, String(bookLang ?? 'en')));
  const alt = coverPage && findElement(coverPage.section, ({ name }) => name === 'img')?.attributes.get('alt');
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
      'draw-cover': hasCover ? undefined : false,
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
    .map((fact: Fact) =>
      typeof fact === 'string'
        ? { name: fact, role: 'author' }
        : (fact as { readonly name?: string; readonly role?: string }),
    );
  return named.flatMap(({ name, role = 'author' }) => (name !== undefined && role === 'author' ? [name] : []));
}

const baseOf = (id: string): string => id.replace(/-\d+-continued$/, '');

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

/** Bound id → what a link in the manuscript says. */
function anchorsOf(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const slugsOf = new Map<string, ReturnType<typeof slugs>>();
  for (const { id, section } of sheets) {
    const base = baseOf(id);
    const slug = slugsOf.get(base) ?? slugs();
    slugsOf.set(base, slug);
    anchors.set(base, `${base}.md`);
    for (const element of findElements(section, ({ attributes }) => attributes.has('id'))) {
      const bound = element.attributes.get('id') ?? '';
      const isHeading = /^h\d$/.test(element.name) && (bound === `${base}-title` || bound.startsWith(`${base}-h-`));
      if (isHeading) {
        const words = visibleText(element.children, (each) => typesOf(each).includes('noteref'));
        anchors.set(bound, `${base}.md#${slug(words.replace(/\s+/g, ' ').trim()).typed}`);
      } else if (bound.startsWith(`${base}-`) && !anchors.has(bound))
        anchors.set(bound, `${base}.md#${bound.slice(base.length + 1)}`);
    }
  }
  return anchors;
}

function readingOf(
  id: string,
  ownFiles: readonly string[],
  byFile: ReadonlyMap<string, string>,
  anchors: ReadonlyMap<string, string>,
  src: Reading['src'],
): Reading {
  const href = (address: string): string | undefined => {
    if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
    const [file = '', fragment] = address.split('#', 2);
    const target = fragment === undefined ? `${byFile.get(file) ?? ''}.md` : anchors.get(fragment);
    if (target === undefined || target === '.md') return address;
    return target.startsWith(`${id}.md#`) && (file === '' || ownFiles.includes(file))
      ? target.slice(id.length + 3)
      : target;
  };
  const reading: Reading = {
    exact: true,
    href,
    src,
    keep: ({ attributes }) =>
      [...attributes].flatMap(([name, value]): readonly (readonly [string, string])[] => {
        if (name.startsWith('xmlns') || (name === 'xml:lang' && attributes.get('lang') === value)) return [];
        if (name === 'id') return [[name, value.startsWith(`${id}-`) ? value.slice(id.length + 1) : value]];
        if (name === 'href') return [[name, href(value) ?? value]];
        if (name === 'src') return [[name, src(value) ?? value]];
        return [[name, value]];
      }),
    block: (element) => {
      if (classesOf(element).includes('scene-break')) return [{ type: 'thematicBreak' }];
      const setPiece = setPieceOf(element, reading);
      if (setPiece) return [setPiece];
      if (element.name === 'section' && classesOf(element).includes('footnotes'))
        return element.children.flatMap((child): readonly RootContent[] =>
          child.type === 'element' ? [noteOf(child, id, reading)] : [],
        );
      return undefined;
    },
    phrase: (element) => {
      if (!typesOf(element).includes('noteref')) return undefined;
      const label = (element.attributes.get('href') ?? '').split('-note-').at(-1) ?? '';
      return [{ type: 'footnoteReference', identifier: label, label }];
    },
  };
  return reading;
}

function noteOf(aside: HtmlElement, section: string, reading: Reading): FootnoteDefinition {
  const label = (aside.attributes.get('id') ?? '').slice(`${section}-note-`.length);
  const children = blocksOf(aside.children, {
    ...reading,
    phrase: (element) => (typesOf(element).includes('doc-backlink') ? [] : reading.phrase?.(element)),
  });
  return { type: 'footnoteDefinition', identifier: label, label, children: children as FootnoteDefinition['children'] };
}

/** Where a chapter has no heading of its own, others in it stand too deep to divide it. */
function settled(blocks: readonly RootContent[], kind: SectionKind): readonly RootContent[] {
  const opens = blocks[0]?.type === 'heading' && blocks[0].depth === 1;
  if (opens || (kind !== 'chapter' && kind !== 'part')) return blocks;
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: Math.min(6, block.depth + 1) as 6 } : block,
  );
}
