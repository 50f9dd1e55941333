/** HTML as a small tree of our own. In: text. Out: elements and text. parse5 reads no entities but HTML's own and opens nothing: XXE is impossible. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface HtmlText {
  readonly type: 'text';
  readonly value: string;
}

export interface HtmlElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
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
  const html = text.replace(
    /<(a|abbr|b|cite|code|div|em|i|li|p|script|section|span|strong|style|td|th|title)((?:\s[^<>]*)?)\/>/gi,
    '<$1$2></$1>',
  );
  const nodes = parse(html).childNodes;
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
      children: body ? childrenOf(body.childNodes) : [],
    },
  };
}

function childrenOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): readonly HtmlNode[] {
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.nodeName === '#text') return [{ type: 'text', value: (node as DefaultTreeAdapterTypes.TextNode).value }];
    if (!('tagName' in node) || silent.has(node.tagName)) return [];
    return [
      { type: 'element', name: node.tagName, attributes: attributesOf(node), children: childrenOf(node.childNodes) },
    ];
  });
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
