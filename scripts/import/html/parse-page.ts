/** A page as hast. In: text. Out: elements and text with their places. parse5 reads no entities but HTML's own and opens nothing: XXE is impossible. */
import type { Element, ElementContent, Properties, Text } from 'hast';
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  parse,
  type TreeAdapter,
} from 'parse5';
import type { Point, Position } from 'unist';
import { propertyName } from '../../html/attribute-names.ts';
import { attributeOf, elementsIn } from '../../html/hast-nodes.ts';

/** Elements that nobody reads. */
const silent: ReadonlySet<string> = new Set('script style template noscript head link meta'.split(' '));

/** Elements that play or load something; what is in them is for those who cannot have it. */
const playing: ReadonlySet<string> = new Set('iframe embed audio video canvas'.split(' '));

export interface Page {
  readonly title: string;
  /** The same for those who share it, most often without the name of the site. */
  readonly sharedTitle?: string | undefined;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  /** Who wrote it, as its head says. */
  readonly author: string | undefined;
  /** Where it came from, as its head or the browser that saved it says. */
  readonly address: string | undefined;
  /** What its style elements say. */
  readonly styles: readonly string[];
  readonly body: Element;
}

/** What editors put where no title was typed. */
const noTitle =
  /^(?:page title|title(?: of (?:the|your) (?:page|document))?|untitled(?: (?:document|page))?|document|new (?:page|document)|home ?page|index|my (?:web ?)?(?:page|site)|web ?page|t[íi]tulo(?: d[ae] (?:la )?p[áa]gina)?|documento(?: sin t[íi]tulo)?|titre(?: de la page)?|document sans (?:nom|titre)|titel|unbenanntes dokument|无标题文档|無題)$/i;

/** Parses a page, HTML or XHTML. */
export function parsePage(text: string): Page {
  // What XHTML closes at once, HTML would leave open over all that follows.
  const grown: { readonly end: number; readonly by: number }[] = [];
  const closed = text.replace(
    /<(a|abbr|b|cite|code|div|em|i|li|p|script|section|span|strong|style|td|th|title)((?:\s[^<>]*)?)\/>/gi,
    (whole: string, name: string, rest: string, at: number) => {
      grown.push({ end: at + whole.length, by: name.length + 2 });
      return `<${name}${rest}></${name}>`;
    },
  );
  const source = { text: closed, pointAt: locator(text, grown) };
  const nodes = parse(closed, { sourceCodeLocationInfo: true, treeAdapter }).childNodes;
  const root = nodes.find((node): node is DefaultTreeAdapterTypes.Element => node.nodeName === 'html');
  const children = root?.childNodes ?? [];
  const named = (list: readonly DefaultTreeAdapterTypes.ChildNode[], name: string) =>
    list.find((node): node is DefaultTreeAdapterTypes.Element => node.nodeName === name);
  const head = named(children, 'head')?.childNodes ?? [];
  const title = named(head, 'title')?.childNodes ?? [];
  const propertiesIn = (name: string) =>
    head.flatMap((node) => ('tagName' in node && node.tagName === name ? [propertiesOf(node)] : []));
  const metas = propertiesIn('meta');
  const canonical = propertiesIn('link').find(({ rel }) => [rel].flat().includes('canonical'))?.href;
  const body = named(children, 'body');
  const hasSheets = /<style/i.test(closed.slice(body?.sourceCodeLocation?.startOffset));

  const { lang, xmlLang, dir } = root ? propertiesOf(root) : {};
  return {
    title: title
      .map((node) => ('value' in node ? node.value : ''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(noTitle, ''),
    sharedTitle: wordOf(metas.find(({ property }) => property === 'og:title')?.['content'])
      ?.replace(/\s+/g, ' ')
      .trim(),
    lang: wordOf(lang ?? xmlLang),
    dir: wordOf(dir),
    author: wordOf(metas.find(({ name }) => /^author$/i.test(String(name)))?.['content'])?.trim() || undefined,
    address: addressOf(
      metas.find(({ name }) => name === 'chapterurl')?.['content'], // FanFicFare’s
      canonical,
      /^[^<]*<!(?:doctype[^>]*>\s*<!)?--\s*saved from url=\(\d+\)(\S+)/i.exec(text.slice(0, 1_000))?.[1],
    ),
    styles: [...head.flatMap(sheetOf), ...(hasSheets && body ? sheetsIn(body) : [])],
    body: {
      type: 'element',
      tagName: 'body',
      properties: { ...(dir !== undefined && { dir }), ...(body && propertiesOf(body)) },
      children: body ? childrenOf(body.childNodes, source) : [],
    },
  };
}

/** The first that is an address of the web, without a place in the page. */
const addressOf = (...given: readonly Properties[string][]): string | undefined =>
  given
    .map((each) =>
      String(each ?? '')
        .replace(/^\/\/(?=\w)/, 'https://')
        .replace(/#.*$/, ''),
    )
    .find((each) => /^https?:\/\/[^\s"'<>]+$/.test(each));

const sheetOf = (node: DefaultTreeAdapterTypes.ChildNode): readonly string[] =>
  node.nodeName === 'style' && 'childNodes' in node
    ? [node.childNodes.map((each) => ('value' in each ? each.value : '')).join('')]
    : [];

/** Style elements in the body: archives put an author’s there. */
const sheetsIn = (node: DefaultTreeAdapterTypes.Element): readonly string[] =>
  node.childNodes.flatMap((child) =>
    child.nodeName === 'style' ? sheetOf(child) : 'tagName' in child ? sheetsIn(child) : [],
  );

const wordOf = (value: Properties[string]): string | undefined => (typeof value === 'string' ? value : undefined);

/** parse5’s own tree, without the ends of elements, which nobody asks for. */
const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  updateNodeSourceCodeLocation: (node, { endOffset }) => {
    if (isText(node) && node.sourceCodeLocation && endOffset !== undefined)
      node.sourceCodeLocation.endOffset = endOffset;
  },
};

const isText = (node: DefaultTreeAdapterTypes.Node): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text';

/** What was parsed, and the lines of its file. */
interface Source {
  readonly text: string;
  readonly pointAt: PointAt;
}

type PointAt = (offset: number) => Point;

/** The value of a text. parse5 puts it together letter by letter; a piece of the source that is the same takes less time and memory. */
function textOf({ value, sourceCodeLocation: at }: DefaultTreeAdapterTypes.TextNode, { text }: Source): string {
  const typed = at ? text.slice(at.startOffset, at.endOffset) : '';
  return typed.length === value.length && !/[<&\r\0]/.test(typed) ? typed : value;
}

function childrenOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], source: Source): ElementContent[] {
  const children = nodes.flatMap((node): ElementContent[] => {
    if (isText(node)) return [{ type: 'text', value: textOf(node, source) }];
    if (!('tagName' in node) || silent.has(node.tagName)) return [];
    if (node.tagName === 'title' && node.namespaceURI === html.NS.HTML) return [];
    const inside = playing.has(node.tagName) ? [] : childrenOf(node.childNodes, source);
    if (isKoboSpan(node)) return inside;
    const { tagName } = node;
    const [only, ...more] = inside;
    const isInitial = only?.type === 'text' && more.length === 0 && only.value.length < 6 && hasClass(node, initials);
    if (isInitial) only.value = only.value.trim(); // the word goes on behind it
    // Hints name where an element starts; more of its place would fill half of the tree’s memory.
    const start = node.sourceCodeLocation ? source.pointAt(node.sourceCodeLocation.startOffset) : undefined;
    const position: Position | undefined = start && { start, end: start };
    return [
      { type: 'element', tagName, properties: propertiesOf(node), children: inside, ...(position && { position }) },
    ];
  });
  return nodes.some(isKoboSpan) ? mergeInline(children) : children;
}

/** Classes of large first letters. */
const initials = /^(?:drop-?caps?|initial|lettrine)$/i;

const hasClass = (node: DefaultTreeAdapterTypes.Element, pattern: RegExp): boolean =>
  node.attrs.some(({ name, value }) => name === 'class' && value.split(/\s+/).some((each) => pattern.test(each)));

/** A kepub has each sentence in a span, which says nothing of the text. */
function isKoboSpan(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  return 'tagName' in node && node.attrs.some(({ name, value }) => name === 'class' && value === 'koboSpan');
}

/** Texts that stand side by side as one. */
function mergeInline(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let words: Text[] = [];
  const flush = () => {
    const [first] = words;
    if (first) made.push({ ...first, value: words.map(({ value }) => value).join('') });
    words = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') words.push(node);
    else {
      flush();
      made.push(node);
    }
  }
  flush();
  return made;
}

/** Finds line and column of an offset in a text that has grown at some places; asked in ascending order it takes linear time. */
function locator(text: string, grown: readonly { readonly end: number; readonly by: number }[]): PointAt {
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
  return (offset: number): Point => {
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

function propertiesOf({ attrs }: DefaultTreeAdapterTypes.Element): Properties {
  const properties: Properties = {};
  for (const { name, prefix, value } of attrs) {
    if (name === 'class') properties['className'] = value.split(/\s+/).filter(Boolean);
    else properties[propertyName(prefix ? `${prefix}:${name}` : name)] = value;
  }
  return properties;
}

/** The words of `epub:type` and `role`. */
export function typesOf(element: Element): readonly string[] {
  const { epubType, role } = element.properties;
  if (epubType === undefined && role === undefined) return []; // as most
  return ['epub:type', 'role'].flatMap((name) => attributeOf(element, name)?.split(/\s+/).filter(Boolean) ?? []);
}

/** The elements of large trees: those of a whole page are asked for a dozen of times. */
const known = new WeakMap<ElementContent, readonly Element[]>();

function allIn(node: ElementContent): readonly Element[] {
  const before = known.get(node);
  if (before) return before;
  const all = elementsIn([node]);
  if (all.length > 1000) known.set(node, all);
  return all;
}

/** The first element below that passes, in document order. */
export function findElement(node: ElementContent, passes: (element: Element) => boolean): Element | undefined {
  const all = known.get(node);
  if (all) return all.find(passes);
  if (node.type !== 'element') return undefined;
  if (passes(node)) return node;
  for (const child of node.children) {
    const found = findElement(child, passes);
    if (found) return found;
  }
  return undefined;
}

/** All elements below that pass, in document order, those inside one another too. */
export const findElements = (node: ElementContent, passes: (element: Element) => boolean): readonly Element[] =>
  allIn(node).filter(passes);

/** What a link to an element says: its id, or the name of an old anchor. */
export const idOf = (element: Element): string | undefined =>
  attributeOf(element, 'id') || (element.tagName === 'a' ? attributeOf(element, 'name') : undefined) || undefined;
