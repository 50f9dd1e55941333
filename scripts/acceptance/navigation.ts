/** The table of contents of an EPUB: its entries, how deep they nest, and an NCX made of them (OPF 2.0.1 §2.4.1). */
import { printXml, type XmlElement, xmlElement } from '../book/xml-element.ts';
import type { EpubParts, XmlPart } from './epub-parts.ts';
import { type ScannedElement, unescaped, wordsBetween } from './scan-xml.ts';

export interface Entry {
  readonly label: string;
  /** As the navigation document writes it. */
  readonly href: string;
  /** From 1. */
  readonly depth: number;
}

/** The navigation document of EPUB 3, where there is one. */
export const navigationOf = ({ items, pages }: EpubParts): XmlPart | undefined => {
  const path = items.find(({ properties }) => properties.includes('nav'))?.path;
  return pages.find((page) => page.path === path);
};

/** The entries of its table of contents, in order. */
export function entriesOf({ text, elements }: XmlPart): readonly Entry[] {
  const contents = elements.find(
    ({ name, attributes }) => name === 'nav' && (attributes['epub:type'] ?? '').split(/\s+/).includes('toc'),
  );
  if (!contents) return [];
  return elements.flatMap((element): readonly Entry[] => {
    const { name, attributes, start, end, close } = element;
    if (name !== 'a' || start < contents.end || start > contents.close) return [];
    const label = unescaped(wordsBetween(text.slice(end, close))).trim();
    return [{ label, href: attributes['href'] ?? '', depth: Math.min(deepest, Math.max(1, depthOf(element))) }];
  });
}

/** No contents nest deeper on purpose. */
const deepest = 20;

function depthOf(element: ScannedElement): number {
  let depth = 0;
  for (let at = element.parent; at; at = at.parent) if (at.name === 'ol') depth++;
  return depth;
}

/** An NCX with these entries, whose addresses are those of a document in the same folder. */
export function printNcx(entries: readonly Entry[], identifier: string, title: string): string {
  const meta = (name: string, content: string) => xmlElement('meta', { name, content }, []);
  const text = (words: string) => xmlElement('text', {}, [words]);
  const orders = new Map<string, number>();
  let count = 0;
  const pointsFrom = (at: number, depth: number): { readonly points: readonly XmlElement[]; readonly next: number } => {
    const points: XmlElement[] = [];
    let next = at;
    for (let entry = entries[next]; entry && entry.depth >= depth; entry = entries[next]) {
      // One target has one place in the order (RSC-005 of EPUBCheck).
      const order = orders.get(entry.href) ?? orders.size + 1;
      orders.set(entry.href, order);
      const id = `point-${++count}`;
      const inner = pointsFrom(next + 1, entry.depth + 1);
      const label = xmlElement('navLabel', {}, [text(entry.label)]);
      const content = xmlElement('content', { src: entry.href }, []);
      points.push(xmlElement('navPoint', { id, playOrder: String(order) }, [label, content, ...inner.points]));
      next = inner.next;
    }
    return { points, next };
  };
  const depth = String(entries.reduce((most, each) => Math.max(most, each.depth), 1));
  const head = [
    meta('dtb:uid', identifier),
    meta('dtb:depth', depth),
    meta('dtb:totalPageCount', '0'),
    meta('dtb:maxPageNumber', '0'),
  ];
  const ncx = xmlElement('ncx', { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1' }, [
    xmlElement('head', {}, head),
    xmlElement('docTitle', {}, [text(title)]),
    xmlElement('navMap', {}, pointsFrom(0, 1).points),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printXml(ncx)}\n`;
}
