/** What a book's own contents call its pages. In: nav or NCX. Out: titles by archive path, the first that names each page; its list of printed pages. */
import type { Element } from 'hast';
import { addressIn, pathIn } from '../../book/epub-addresses.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { elementsIn, elementsNamed, ownText, readXml } from '../../html/read-xml.ts';
import { findElements, parsePage, typesOf } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';
import type { Files } from '../unzip.ts';
import { type Package, textOf } from './package.ts';

export interface Contents {
  readonly titles: ReadonlyMap<string, string>;
  /** Titles of places within a page: their ids, in order, by its path. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** Pages whose line has lines of other pages below it, where there are several such. */
  readonly parents: ReadonlySet<string>;
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

/** Reads EPUB 3's nav, else EPUB 2's NCX. */
export function readContents({ items }: Package, files: Files): Contents {
  const titles = new Map<string, string>();
  const pages = new Map<string, string>();
  const add = (list: Map<string, string>, address: string | undefined, title: string) => {
    const words = oneLine(title);
    if (address !== undefined && words && !list.has(address)) list.set(address, words);
  };
  const addPage = (from: string, href: string, words: string) => {
    if (oneLine(words).length <= longestNumber) add(pages, addressIn(from, href), words);
  };
  const lines: string[] = [];
  const places = new Map<string, Place[]>();
  const parents = new Set<string>();
  const addParent = (from: string, href: string, below: readonly string[]) => {
    const page = pathIn(from, href);
    if (page !== undefined && below.some((each) => pathIn(from, each) !== page)) parents.add(page);
  };
  const addTitle = (from: string, href: string, words: string) => {
    lines.push(words);
    const page = pathIn(from, href);
    add(titles, page, words);
    const [, id] = href.split('#');
    if (page === undefined || id === undefined) return;
    const known = places.get(page);
    const place = { id, title: words };
    if (known) known.push(place);
    else places.set(page, [place]);
  };
  const all = [...items.values()];
  const nav = all.find(({ properties }) => properties.includes('nav'));
  const ncx = all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  const page = nav && files.get(nav.path);
  if (nav && page) {
    const { body } = parsePage(textOf(page));
    const navs = findElements(body, ({ tagName }) => tagName === 'nav');
    const of = (type: string) => navs.find((each) => typesOf(each).includes(type));
    const linksOf = (list: Element | undefined) =>
      (list ? findElements(list, ({ tagName }) => tagName === 'a') : []).map((link) => ({
        href: attributeOf(link, 'href') ?? '',
        words: visibleText(link.children, () => false),
      }));
    const toc = of('toc') ?? body;
    for (const { href, words } of linksOf(toc)) addTitle(nav.path, href, words);
    for (const item of findElements(toc, ({ tagName }) => tagName === 'li')) {
      const links = findElements(item, ({ tagName }) => tagName === 'a');
      const [first, ...below] = links.map((link) => attributeOf(link, 'href') ?? '');
      if (first !== undefined) addParent(nav.path, first, below);
    }
    for (const { href, words } of linksOf(of('page-list'))) addPage(nav.path, href, words);
  } else if (ncx) {
    const root = readXml(textOf(files.get(ncx.path) ?? new Uint8Array()));
    const hrefOf = (point: XmlElement) =>
      elementsIn(point).find(({ name: own }) => own === 'content')?.attributes['src'] ?? '';
    const pointsOf = (name: string) =>
      (root ? elementsNamed(root, name) : []).map((point) => ({
        href: hrefOf(point),
        words: elementsIn(point)
          .filter(({ name: own }) => own === 'navLabel')
          .flatMap((label) => elementsNamed(label, 'text').slice(0, 1).map(ownText))
          .slice(0, 1)
          .join(),
      }));
    for (const { href, words } of pointsOf('navPoint')) addTitle(ncx.path, href, words);
    for (const point of root ? elementsNamed(root, 'navPoint') : [])
      addParent(ncx.path, hrefOf(point), elementsNamed(point, 'navPoint').map(hrefOf));
    for (const { href, words } of pointsOf('pageTarget')) addPage(ncx.path, href, words);
  }
  // One alone is the title of the book over its chapters.
  return { titles, places, parents: parents.size > 1 ? parents : new Set(), lines, pages, nav: nav?.path };
}

/** More signs than these, as of a note that a program took for a page, are no number. */
const longestNumber = 12;

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
