/** What a book's own contents call its pages. In: nav or NCX. Out: titles by archive path, the first that names each page; its list of printed pages. */
import type { Element } from 'hast';
import { pathIn } from '../../book/epub-addresses.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { elementsIn, elementsNamed, ownText, readXml } from '../../html/read-xml.ts';
import { findElement, findElements, parsePage, typesOf } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';
import type { Files } from '../unzip.ts';
import { type Package, textOf } from './package.ts';

export interface Contents {
  readonly titles: ReadonlyMap<string, string>;
  /** Titles of places within a page: their ids, in order, by its path. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** Pages whose line has lines of other pages below it, where there are several such. */
  readonly parents: ReadonlySet<string>;
  /** Lines that have no page of their own, outermost first, by the page of the first line below them: parts, the works of an omnibus. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** All titles, also those of places within a page. */
  readonly lines: readonly string[];
  /** The numbers of printed pages by their addresses. */
  readonly pages: ReadonlyMap<string, string>;
  /** Path of the navigation document. */
  readonly nav: string | undefined;
}

/** A place within a page that the contents lead to. */
export interface Place {
  readonly id: string;
  readonly title: string;
}

/** A line of the contents, with those below it; its address in the archive, if it leads anywhere. */
interface Line {
  readonly words: string;
  readonly page: string | undefined;
  readonly id: string | undefined;
  readonly below: readonly Line[];
}

/** Reads EPUB 3's nav, else EPUB 2's NCX. */
export function readContents({ items }: Package, files: Files): Contents {
  const all = [...items.values()];
  const nav = all.find(({ properties }) => properties.includes('nav'));
  const ncx = all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  const page = nav && files.get(nav.path);
  const { lines, numbers } =
    nav && page
      ? navLines(parsePage(textOf(page)).body, nav.path)
      : ncx
        ? ncxLines(readXml(textOf(files.get(ncx.path) ?? new Uint8Array())), ncx.path)
        : { lines: [], numbers: [] };
  const pages = new Map<string, string>();
  for (const { words, page: path, id } of numbers) {
    const address = path === undefined || id === undefined ? path : `${path}#${id}`;
    if (address !== undefined && words !== '' && words.length <= longestNumber && !pages.has(address))
      pages.set(address, words);
  }
  return { ...linesOf(lines), pages, nav: nav?.path };
}

/** What lines say of pages. */
function linesOf(all: readonly Line[]): Omit<Contents, 'pages' | 'nav'> {
  const titles = new Map<string, string>();
  const places = new Map<string, Place[]>();
  const parents = new Set<string>();
  const groups = new Map<string, string[]>();
  const lines: string[] = [];
  const visit = (line: Line): void => {
    const { words, page, id, below } = line;
    lines.push(words);
    const first = below.map(firstPage).find((each) => each !== undefined);
    const isOver = below.some((each) => each.page !== undefined && each.page !== page);
    const isGroup = isOver && first !== undefined && opens(page, first, titles);
    if (isGroup) groups.set(first, [...(groups.get(first) ?? []), words]);
    else if (isOver && page !== undefined) parents.add(page);
    if (page !== undefined && words !== '') {
      if (!isGroup && !titles.has(page)) titles.set(page, words);
      const known = places.get(page);
      const place = id === undefined || isGroup ? [] : [{ id, title: words }];
      if (known) known.push(...place);
      else if (place.length > 0) places.set(page, place);
    }
    below.forEach(visit);
  };
  all.forEach(visit);
  // One alone is the title of the book over its chapters.
  const isOne = parents.size + groups.size < 2;
  return { titles, places, parents: isOne ? new Set() : parents, groups: isOne ? new Map() : groups, lines };
}

/** Whether a line over a page stands at its beginning: it leads nowhere, or there before any other line. */
const opens = (page: string | undefined, first: string, titles: ReadonlyMap<string, string>): boolean =>
  page === undefined || (page === first && !titles.has(page));

/** The page that a line, or the first below it, leads to. */
function firstPage({ page, below }: Line): string | undefined {
  return page ?? below.map(firstPage).find((each) => each !== undefined);
}

const lineOf = (from: string, href: string | undefined, words: string, below: readonly Line[]): Line => ({
  words: oneLine(words),
  page: href === undefined ? undefined : pathIn(from, href),
  id: href?.split('#')[1],
  below,
});

/** The lines of a navigation document, and of its list of pages (EPUB 3.3 §5.4). */
function navLines(body: Element, path: string): { readonly lines: readonly Line[]; readonly numbers: readonly Line[] } {
  const navs = findElements(body, ({ tagName }) => tagName === 'nav');
  const of = (type: string) => navs.find((each) => typesOf(each).includes(type));
  const lineAt = (link: Element, below: readonly Line[]): Line =>
    lineOf(
      path,
      attributeOf(link, 'href'),
      visibleText(link.children, () => false),
      below,
    );
  const linesIn = (element: Element): readonly Line[] =>
    childrenOf(element).flatMap((each): readonly Line[] => {
      if (each.tagName === 'a') return [lineAt(each, [])];
      if (each.tagName !== 'li') return linesIn(each);
      const lists = findElements(each, ({ tagName }) => tagName === 'ol' || tagName === 'ul').slice(0, 1);
      const below = lists.flatMap(linesIn);
      const own = childrenOf(each).find((child) => !lists.includes(child));
      const link = own && (own.tagName === 'a' ? own : findElement(own, ({ tagName }) => tagName === 'a'));
      const label = link ?? own;
      return label ? [lineAt(label, below)] : below;
    });
  const list = of('page-list');
  return { lines: linesIn(of('toc') ?? body), numbers: list ? linesIn(list) : [] };
}

const childrenOf = ({ children }: Element): readonly Element[] =>
  children.filter((each): each is Element => each.type === 'element');

/** The lines of an NCX, and of its list of pages. */
function ncxLines(
  root: XmlElement | undefined,
  path: string,
): { readonly lines: readonly Line[]; readonly numbers: readonly Line[] } {
  const lineAt = (point: XmlElement): Line => {
    const label = elementsIn(point).find(({ name }) => name === 'navLabel');
    const [words] = label ? elementsNamed(label, 'text') : [];
    const src = elementsIn(point).find(({ name }) => name === 'content')?.attributes['src'];
    return lineOf(path, src, words ? ownText(words) : '', pointsIn(point));
  };
  const pointsIn = (element: XmlElement): readonly Line[] =>
    elementsIn(element)
      .filter(({ name }) => name === 'navPoint')
      .map(lineAt);
  const named = (name: string) => (root ? elementsNamed(root, name) : []);
  return { lines: named('navMap').flatMap(pointsIn), numbers: named('pageTarget').map(lineAt) };
}

/** More signs than these, as of a note that a program took for a page, are no number. */
const longestNumber = 12;

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
