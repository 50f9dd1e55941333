/**
 * Addresses of places, as reading programs keep them. In: a book and one of its words. Out: an address; and with another version of the book the word
 * to which it leads, or none.
 */
import { fromRange, parse, toElement, toRange } from 'foliate-js/epubcfi.js';
import { type DomNode, nodesBelow, type OpenBook, type Range, type Word, wordAt } from './open-book.ts';

export interface AddressForm {
  readonly name: string;
  readonly make: (word: Word, book: OpenBook) => string;
  /** The first and the last word that it means. */
  readonly resolve: (address: string, book: OpenBook) => readonly [number, number] | undefined;
}

const one = (at: number): readonly [number, number] | undefined => (at === -1 ? undefined : [at, at]);

/** EPUB CFI 1.1, as epubcfi.js writes it: the step in the package, then those in the page. */
function makeCfi({ page, node, offset }: Word, { opf }: OpenBook): string {
  const itemref = itemrefs(opf)[page];
  const assertion = itemref?.id ? `[${itemref.id}]` : '';
  const inside = fromRange({
    startContainer: node,
    startOffset: offset,
    endContainer: node,
    endOffset: offset,
    collapsed: true,
  });
  return `epubcfi(/6/${(page + 1) * 2}${assertion}!${/^epubcfi\((.*)\)$/.exec(inside)?.[1]})`;
}

const itemrefs = (opf: OpenBook['opf']): readonly DomNode[] =>
  opf.documentElement ? [...nodesBelow(opf.documentElement)].filter(({ nodeName }) => nodeName === 'itemref') : [];

/** As foliate-js 1.0.1 resolves: `EPUB.resolveCFI` passes over the assertion in the package, `CFI.toRange` knows that of the last step. */
function resolveInFoliate(cfi: string, book: OpenBook): readonly [number, number] | undefined {
  const [top = [], ...parts] = parse(cfi);
  for (const part of top) part.id = null;
  const itemref = toElement<DomNode>(book.opf, top);
  const page = itemrefs(book.opf).indexOf(itemref);
  const { dom } = book.pages[page] ?? {};
  if (!dom) return undefined;
  try {
    const { node, offset = 0 } = toRange(dom, parts) as Range;
    return node && one(wordAt({ page, node, offset }, book));
  } catch {
    return undefined; // it asks a node that is not there for its children
  }
}

/** By the specification: an assertion that names an element corrects the steps before it (EPUB CFI 1.1, “Path Resolution”). */
function resolveByIds(cfi: string, book: OpenBook): readonly [number, number] | undefined {
  const [top = [], inside = []] = parse(cfi);
  const last = top.at(-1);
  const named = itemrefs(book.opf).findIndex(({ id }) => id !== '' && id === last?.id);
  const page = named === -1 ? (last?.index ?? 0) / 2 - 1 : named;
  const { dom } = book.pages[page] ?? {};
  let node = dom?.documentElement;
  if (!dom || !node) return undefined;
  for (const { index, id, offset = 0 } of inside) {
    const asserted = id ? dom.getElementById(id) : null;
    if (asserted) node = asserted;
    else if (index % 2 === 0) {
      const child: DomNode | undefined = node.childNodes.filter(({ nodeType }) => nodeType === 1)[index / 2 - 1];
      if (!child) return one(wordAt({ page, node, offset: 0 }, book));
      node = child;
    } else return one(wordAt({ page, ...textAt(node, index, offset) }, book));
  }
  return one(wordAt({ page, node, offset: 0 }, book));
}

/** The text between elements that an odd step means. */
function textAt(parent: DomNode, index: number, offset: number): { readonly node: DomNode; readonly offset: number } {
  let elements = 0;
  let left = offset;
  for (const child of parent.childNodes) {
    if (child.nodeType === 1) elements += 1;
    else if (elements * 2 + 1 === index) {
      if (left <= child.nodeValue.length) return { node: child, offset: left };
      left -= child.nodeValue.length;
    }
  }
  return { node: parent, offset: 0 };
}

/** KOReader’s: `/body/DocFragment[3]/body/section/p[4]/text().12`; a number only where there are several of a name. */
function makeXPointer({ page, node, offset }: Word): string {
  const steps: string[] = [];
  for (let at: DomNode | undefined = node; at?.parentNode; at = at.parentNode) {
    const alike: readonly DomNode[] = at.parentNode.childNodes.filter(({ nodeName }) => nodeName === at?.nodeName);
    const name: string = at.nodeType === 3 ? 'text()' : at.nodeName;
    steps.unshift(alike.length > 1 ? `${name}[${alike.indexOf(at) + 1}]` : name);
  }
  return `/body/DocFragment[${page + 1}]/${steps.join('/')}.${offset}`;
}

function resolveXPointer(pointer: string, book: OpenBook): readonly [number, number] | undefined {
  const [, fragment = '', path = '', offset = ''] = /^\/body\/DocFragment\[(\d+)\]\/(.*)\.(\d+)$/.exec(pointer) ?? [];
  const page = Number(fragment) - 1;
  let node = book.pages[page]?.dom.documentElement;
  for (const step of path.split('/')) {
    const [, name = '', number = '1'] = /^([\w:-]+|text\(\))(?:\[(\d+)\])?$/.exec(step) ?? [];
    const wanted = name === 'text()' ? '#text' : name;
    node = node?.childNodes.filter(({ nodeName }) => nodeName === wanted)[Number(number) - 1];
  }
  return node && one(wordAt({ page, node, offset: Number(offset) }, book));
}

/** A page, and the span of a sentence in it. Both books are kepubs. */
function makeKobo({ page, node }: Word, { pages }: OpenBook): string {
  let at: DomNode | undefined = node;
  while (at && at.attributes['class'] !== 'koboSpan') at = at.parentNode;
  return `${pages[page]?.href}#${at?.id}`;
}

function resolveKobo(address: string, book: OpenBook): readonly [number, number] | undefined {
  const [href, id = ''] = address.split('#');
  const page = book.pages.findIndex((each) => each.href === href);
  const node = book.pages[page]?.dom.getElementById(id);
  if (!node) return undefined;
  const inside = new Set(nodesBelow(node));
  const words = book.pages[page]?.words.filter((word) => inside.has(word.node)) ?? [];
  const [first, last] = [words[0], words.at(-1)];
  return first && last && [first.at, last.at];
}

const around = 6;

/** A Readium locator: the page, how far into it, and the text with what stands around it. */
function makeLocator({ page, at }: Word, book: OpenBook): string {
  const { href, words = [] } = book.pages[page] ?? {};
  const own = at - (words[0]?.at ?? 0);
  const text = (from: number, to: number) => words.slice(Math.max(0, from), to).map(({ word }) => word);
  return JSON.stringify({
    href,
    progression: own / words.length,
    before: text(own - around, own),
    highlight: text(own, own + 4),
    after: text(own + 4, own + 4 + around),
  });
}

function resolveLocator(locator: string, book: OpenBook): readonly [number, number] | undefined {
  const { href, progression, before, highlight, after } = JSON.parse(locator);
  const { words = [] } = book.pages.find((each) => each.href === href) ?? {};
  const isAt = (wanted: readonly string[], from: number) =>
    wanted.map((word, step) => words[from + step]?.word === word);
  const count = (wanted: readonly string[], from: number) => isAt(wanted, from).filter(Boolean).length;
  let best = { at: Math.floor(progression * words.length), score: -1 };
  for (const at of words.keys()) {
    if (words[at]?.word !== highlight[0] || isAt(highlight, at).includes(false)) continue;
    const score = count(before, at - before.length) + count(after, at + highlight.length);
    if (score > best.score) best = { at, score };
  }
  return one(words[best.at]?.at ?? -1);
}

export const forms: readonly AddressForm[] = [
  { name: 'kobo.P.S', make: makeKobo, resolve: resolveKobo },
  { name: 'Readium', make: makeLocator, resolve: resolveLocator },
  { name: 'CFI, ids', make: makeCfi, resolve: resolveByIds },
  { name: 'CFI, foliate-js', make: makeCfi, resolve: resolveInFoliate },
  { name: 'KOReader', make: makeXPointer, resolve: resolveXPointer },
];
