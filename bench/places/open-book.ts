/** An EPUB of any maker, opened as a reading program does. In: its bytes. Out: the pages of its spine as a DOM, as far as epubcfi.js asks for one, and its words. */
import { SaxesParser } from 'saxes';
import { usualLimits } from '../../scripts/book/limits.ts';
import { readZip } from '../../scripts/zip/read-zip.ts';

export interface DomNode {
  readonly nodeType: 1 | 3 | 9;
  readonly nodeName: string;
  nodeValue: string;
  readonly parentNode: DomNode | undefined;
  readonly ownerDocument: Dom;
  readonly childNodes: DomNode[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly id: string;
  getAttribute(name: string): string | undefined;
}

export interface Dom {
  documentElement: DomNode | undefined;
  getElementById(id: string): DomNode | null;
  createRange(): Range;
}

/** The start of a range is all that is asked for. */
export interface Range {
  node?: DomNode;
  offset?: number;
  setStart(node: DomNode, offset?: number): void;
  setStartBefore(node: DomNode): void;
  setStartAfter(node: DomNode): void;
  setEnd(): void;
  setEndBefore(): void;
  setEndAfter(): void;
}

/** Parses XML. */
export function parseDom(text: string): Dom {
  const ids = new Map<string, DomNode>();
  const dom: Dom = {
    documentElement: undefined,
    getElementById: (id) => ids.get(id) ?? null,
    createRange: () => {
      const range: Range = {
        setStart: (node, offset = 0) => Object.assign(range, { node, offset }),
        setStartBefore: (node) => Object.assign(range, { node, offset: 0 }),
        setStartAfter: (node) => Object.assign(range, { node, offset: Number.POSITIVE_INFINITY }),
        setEnd: () => {},
        setEndBefore: () => {},
        setEndAfter: () => {},
      };
      return range;
    },
  };
  const open: DomNode[] = [];
  const add = (nodeType: 1 | 3, nodeName: string, nodeValue: string, attributes: Readonly<Record<string, string>>) => {
    const parentNode = open.at(-1);
    const id = attributes['id'] ?? '';
    const getAttribute = (name: string) => attributes[name];
    const node = {
      nodeType,
      nodeName,
      nodeValue,
      parentNode,
      ownerDocument: dom,
      childNodes: [],
      attributes,
      id,
      getAttribute,
    };
    parentNode?.childNodes.push(node);
    if (id !== '' && !ids.has(id)) ids.set(id, node);
    return node;
  };
  const parser = new SaxesParser();
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    const node = add(1, name.replace(/^opf:/, ''), '', attributes);
    dom.documentElement ??= node;
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (value) => {
    if (open.length > 0) add(3, '#text', value, {});
  });
  parser.write(text).close();
  return dom;
}

/** A word of the book, and where it stands. */
export interface Word {
  readonly word: string;
  readonly at: number;
  readonly page: number;
  readonly node: DomNode;
  readonly offset: number;
}

export interface Page {
  readonly href: string;
  readonly text: string;
  readonly dom: Dom;
  /** The nodes of its body, in order. */
  readonly order: ReadonlyMap<DomNode, number>;
  readonly words: readonly Word[];
}

export interface OpenBook {
  readonly opf: Dom;
  readonly pages: readonly Page[];
  readonly words: readonly Word[];
  /** Where each word stands. */
  readonly index: ReadonlyMap<string, readonly number[]>;
}

/** All elements and texts below a node, in order. */
export function* nodesBelow(node: DomNode): Generator<DomNode> {
  for (const child of node.childNodes) {
    yield child;
    yield* nodesBelow(child);
  }
}

/** Opens a book; `change` makes other pages of its pages. */
export function openBook(bytes: Uint8Array, change = (text: string): string => text): OpenBook {
  const zip = readZip(bytes, usualLimits);
  if ('reason' in zip) throw new Error(zip.reason);
  const read = (path: string): string => {
    const found = zip.entries.find((entry) => entry.path === path)?.read();
    return found && 'bytes' in found ? new TextDecoder().decode(found.bytes) : '';
  };
  const path = /full-path="([^"]+)"/.exec(read('META-INF/container.xml'))?.[1] ?? '';
  const opf = parseDom(read(path));
  const all = opf.documentElement ? [...nodesBelow(opf.documentElement)] : [];
  const items = all.filter(({ nodeName }) => nodeName === 'item');
  const hrefs = new Map(items.map(({ id, attributes }) => [id, attributes['href'] ?? '']));
  const folder = path.replace(/[^/]*$/, '');
  const words: Word[] = [];
  const pages = all
    .filter(({ nodeName }) => nodeName === 'itemref')
    .map(({ attributes }, page): Page => {
      const href = hrefs.get(attributes['idref'] ?? '') ?? '';
      const text = change(read(folder + href));
      const dom = parseDom(text);
      const body = dom.documentElement?.childNodes.find(({ nodeName }) => nodeName === 'body');
      const nodes = body ? [...nodesBelow(body)] : [];
      const from = words.length;
      for (const node of nodes)
        if (node.nodeType === 3)
          for (const { 0: word, index: offset } of node.nodeValue.matchAll(/[\p{L}\p{N}]+/gu))
            words.push({ word: word.toLowerCase(), at: words.length, page, node, offset });
      return { href, text, dom, order: new Map(nodes.map((node, at) => [node, at])), words: words.slice(from) };
    });
  const index = new Map<string, number[]>();
  for (const { word, at } of words) {
    const known = index.get(word);
    if (known) known.push(at);
    else index.set(word, [at]);
  }
  return { opf, pages, words, index };
}

/** A text of Markdown without its references to notes. */
export const withoutNotes = (text: string): string => text.replace(/\[\^\w+\]/g, '');

/** Words of a text as they are compared. */
export const wordsIn = (text: string): readonly string[] =>
  withoutNotes(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where words stand in a row; numbers of notes between them are passed over. */
export function placesOf(
  wanted: readonly string[],
  { words, index }: OpenBook,
): readonly (readonly [number, number])[] {
  return (index.get(wanted[0] ?? '') ?? []).flatMap((from) => {
    let to = from;
    for (const [step, word] of wanted.entries()) {
      if (step > 0) to += 1;
      while (/^\d+$/.test(words[to]?.word ?? '') && words[to]?.word !== word) to += 1;
      if (words[to]?.word !== word) return [];
    }
    return [[from, to] as const];
  });
}

/** The first word at a point or behind it. */
export function wordAt(
  point: { readonly page: number; readonly node: DomNode; readonly offset: number },
  book: OpenBook,
): number {
  const { order, words = [] } = book.pages[point.page] ?? {};
  const from = order?.get(point.node) ?? -1;
  const found = words.find(({ node, offset }) => {
    const at = order?.get(node) ?? 0;
    return at > from || (at === from && offset >= point.offset);
  });
  return found?.at ?? -1;
}
