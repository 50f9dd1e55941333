/** What a book's own contents call its pages. In: nav or NCX. Out: titles by archive path, the first that names each page. */
import { attributeOf } from '../../html/hast-nodes.ts';
import { findElement, findElements, parsePage, typesOf } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';
import { elementsIn, elementsNamed, ownText, readXml } from '../read-xml.ts';
import type { Files } from '../unzip.ts';
import { type Package, pathFrom, textOf } from './package.ts';

export interface Contents {
  readonly titles: ReadonlyMap<string, string>;
  /** Path of the navigation document. */
  readonly nav: string | undefined;
}

/** Reads EPUB 3's nav, else EPUB 2's NCX. */
export function readContents({ items }: Package, files: Files): Contents {
  const titles = new Map<string, string>();
  const add = (path: string | undefined, title: string) => {
    const words = title.replace(/\s+/g, ' ').trim();
    if (path !== undefined && words && !titles.has(path)) titles.set(path, words);
  };
  const all = [...items.values()];
  const nav = all.find(({ properties }) => properties.includes('nav'));
  const ncx = all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml');
  const page = nav && files.get(nav.path);
  if (nav && page) {
    const { body } = parsePage(textOf(page));
    const toc = findElement(body, (each) => each.tagName === 'nav' && typesOf(each).includes('toc')) ?? body;
    for (const link of findElements(toc, ({ tagName }) => tagName === 'a'))
      add(
        pathFrom(nav.path, attributeOf(link, 'href') ?? ''),
        visibleText(link.children, () => false),
      );
  } else if (ncx) {
    const root = readXml(textOf(files.get(ncx.path) ?? new Uint8Array()));
    for (const point of root ? elementsNamed(root, 'navPoint') : []) {
      const content = elementsIn(point).find(({ name }) => name === 'content');
      const label = elementsIn(point).find(({ name }) => name === 'navLabel');
      add(
        pathFrom(ncx.path, content?.attributes['src'] ?? ''),
        label ? elementsNamed(label, 'text').slice(0, 1).map(ownText).join() : '',
      );
    }
  }
  return { titles, nav: nav?.path };
}
