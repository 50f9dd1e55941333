/** HTML as a small tree of our own. In: text. Out: elements and text. parse5 reads no entities but HTML's own and opens nothing: XXE is impossible. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Line and column in the source, from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

export interface HtmlText {
  readonly type: 'text';
  readonly value: string;
  readonly at?: At | undefined;
}

export interface HtmlElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
  readonly at?: At | undefined;
}

export type HtmlNode = HtmlText | HtmlElement;

/** Elements whose content nobody reads. */
const silent: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed audio video canvas head link meta title'.split(' '),
);

export interface Page {
  readonly title: string;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  /** Who wrote it, as its head says. */
  readonly author: string | undefined;
  readonly body: HtmlElement;
}

/** Parses a page, HTML or XHTML. */
export function parsePage(text: string): Page {
  // What XHTML closes at once, HTML would leave open over all that follows.
  const grown: { readonly end: number; readonly by: number }[] = [];
  const html = text.replace(
    /<(a|abbr|b|cite|code|div|em|i|li|p|script|section|span|strong|style|td|th|title)((?:\s[^<>]*)?)\/>/gi,
    (whole: string, name: string, rest: string, at: number) => {
      grown.push({ end: at + whole.length, by: name.length + 2 });
      return `<${name}${rest}></${name}>`;
    },
  );
  const atOf = locator(text, grown);
  const nodes = parse(html, { sourceCodeLocationInfo: true }).childNodes;
  const root = nodes.find((node): node is DefaultTreeAdapterTypes.Element => node.nodeName === 'html');
  const children = root?.childNodes ?? [];
  const named = (list: readonly DefaultTreeAdapterTypes.ChildNode[], name: string) =>
    list.find((node): node is DefaultTreeAdapterTypes.Element => node.nodeName === name);
  const head = named(children, 'head')?.childNodes ?? [];
  const title = named(head, 'title')?.childNodes ?? [];
  const metas = head.flatMap((node) => (node.nodeName === 'meta' ? [attributesOf(node as never)] : []));
  const body = named(children, 'body');
  const attributes = root ? attributesOf(root) : new Map<string, string>();
  return {
    title: title
      .map((node) => ('value' in node ? node.value : ''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    lang: attributes.get('lang') ?? attributes.get('xml:lang'),
    dir: attributes.get('dir'),
    author:
      metas
        .find((meta) => meta.get('name')?.toLowerCase() === 'author')
        ?.get('content')
        ?.trim() || undefined,
    body: {
      type: 'element',
      name: 'body',
      attributes: body ? attributesOf(body) : new Map(),
      children: body ? childrenOf(body.childNodes, atOf) : [],
    },
  };
}

function childrenOf(
  nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
  atOf: (offset: number | undefined) => At | undefined,
): readonly HtmlNode[] {
  const children = nodes.flatMap((node): readonly HtmlNode[] => {
    const at = atOf(node.sourceCodeLocation?.startOffset);
    if (node.nodeName === '#text')
      return [{ type: 'text', value: (node as DefaultTreeAdapterTypes.TextNode).value, at }];
    if (!('tagName' in node) || silent.has(node.tagName)) return [];
    const attributes = attributesOf(node);
    const inside = childrenOf(node.childNodes, atOf);
    if (attributes.get('class') === 'koboSpan') return inside;
    return [{ type: 'element', name: node.tagName, attributes, children: inside, at }];
  });
  return nodes.some(isKoboSpan) ? joined(children) : children;
}

/** A kepub has each sentence in a span, which says nothing of the text. */
function isKoboSpan(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  return 'tagName' in node && node.attrs.some(({ name, value }) => name === 'class' && value === 'koboSpan');
}

/** Texts that stand side by side as one. */
function joined(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const made: HtmlNode[] = [];
  let words: HtmlText[] = [];
  const settle = () => {
    if (words.length > 0)
      made.push({ type: 'text', value: words.map(({ value }) => value).join(''), at: words[0]?.at });
    words = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') words.push(node);
    else {
      settle();
      made.push(node);
    }
  }
  settle();
  return made;
}

/** Finds line and column of an offset in a text that has grown at some places; asked in ascending order it takes linear time. */
function locator(text: string, grown: readonly { readonly end: number; readonly by: number }[]) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const ends: number[] = [];
  const totals: number[] = [];
  let total = 0;
  for (const { end, by } of grown) {
    ends.push(end + total);
    total += by;
    totals.push(total);
  }
  return (offset: number | undefined): At | undefined => {
    if (offset === undefined) return undefined;
    const own = offset - (totals[lastUpTo(ends, offset)] ?? 0);
    const line = lastUpTo(starts, own);
    return { line: line + 1, column: own - (starts[line] ?? 0) + 1 };
  };
}

/** The index of the last of some ascending numbers that is no greater; -1 where there is none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function attributesOf({ attrs }: DefaultTreeAdapterTypes.Element): ReadonlyMap<string, string> {
  return new Map(attrs.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]));
}

/** The words of `class`. */
export function classesOf({ attributes }: HtmlElement): readonly string[] {
  return attributes.get('class')?.split(/\s+/).filter(Boolean) ?? [];
}

/** The words of `epub:type` and `role`. */
export function typesOf({ attributes }: HtmlElement): readonly string[] {
  return `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`.split(/\s+/).filter(Boolean);
}

/** The first element below that passes, in document order. */
export function findElement(node: HtmlNode, passes: (element: HtmlElement) => boolean): HtmlElement | undefined {
  if (node.type === 'text') return undefined;
  if (passes(node)) return node;
  for (const child of node.children) {
    const found = findElement(child, passes);
    if (found) return found;
  }
  return undefined;
}

/** All elements below that pass, in document order, those inside one another too. */
export function findElements(node: HtmlNode, passes: (element: HtmlElement) => boolean): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const visit = (each: HtmlNode): void => {
    if (each.type === 'text') return;
    if (passes(each)) found.push(each);
    for (const child of each.children) visit(child);
  };
  visit(node);
  return found;
}

/** What a link to an element says: its id, or the name of an old anchor. */
export const idOf = ({ name, attributes }: HtmlElement): string | undefined =>
  attributes.get('id') || (name === 'a' ? attributes.get('name') : undefined) || undefined;
