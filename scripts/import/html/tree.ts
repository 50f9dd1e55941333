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
  const title = named(named(children, 'head')?.childNodes ?? [], 'title')?.childNodes ?? [];
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
    body: {
      type: 'element',
      name: 'body',
      attributes: body ? attributesOf(body) : new Map(),
      children: body ? childrenOf(body.childNodes) : [],
    },
  };
}

function childrenOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): readonly HtmlNode[] {
  const children = nodes.flatMap((node): readonly HtmlNode[] => {
    if (node.nodeName === '#text') return [{ type: 'text', value: (node as DefaultTreeAdapterTypes.TextNode).value }];
    if (!('tagName' in node) || silent.has(node.tagName)) return [];
    const attributes = attributesOf(node);
    if (attributes.get('class') === 'koboSpan') return childrenOf(node.childNodes);
    return [{ type: 'element', name: node.tagName, attributes, children: childrenOf(node.childNodes) }];
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
  let words: string[] = [];
  const settle = () => {
    if (words.length > 0) made.push({ type: 'text', value: words.join('') });
    words = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') words.push(node.value);
    else {
      settle();
      made.push(node);
    }
  }
  settle();
  return made;
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
  if (node.type === 'text') return [];
  return [...(passes(node) ? [node] : []), ...node.children.flatMap((child) => findElements(child, passes))];
}
