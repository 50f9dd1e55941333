/**
 * What pandoc, Obsidian and others write with brackets, and mdast has as text: `^[a note]`, `[words]{.class lang=de}`, `[[Page|words]]`, `[p. 12]`,
 * `![pic|200](…)`, `![pic](… =200x80)`, and the attributes behind a picture, a link or code.
 * In: the children of a node. Out: other children in their place, the notes that were made, and the attributes that nothing here understands.
 */
import type { FootnoteDefinition, Image, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { type Attributes, attributesOf } from '../attribute-lists.ts';
import { applyAttributes } from './apply-attributes.ts';
import { isEscaped, type TextSlicer } from './slice-text.ts';

/** Whether a text may hold any of it. */
export const mayHoldBrackets = (source: string): boolean =>
  /[\])`]\{|\^\[|\[\[|\{i:|=\d*x\d*\)|\|[ \t]*\d/.test(source) || (source.includes('[') && pageInText.test(source));

/** The number of a printed page in brackets: “p.” or “page” in the languages of books, with a figure. */
const page = /\[(?:p|pg|pag|page|pp|s|seite|página|pagina|strona|стр|с)\.?[ \t\u00A0]?(\d{1,5}|[ivxlc]{1,9})\]/iy;
/** The number alone, or behind a word: “12” of “[p. 12]”. */
const pageNumber = /^\W*(?:\p{L}{1,7}\W+)?(\d{1,5}|[ivxlc]{1,9})\W*$/iu;
const pageInText = new RegExp(page.source, 'i');

interface BracketContext {
  readonly slicer: TextSlicer;
  /** Takes the definition of a note; gives the identifier to refer to it by. */
  readonly addNote: (definition: Omit<FootnoteDefinition, 'identifier'>) => string;
  /** Told of attributes that nothing is made of. */
  readonly onUnknown: (name: string, at: Position | undefined) => void;
  /** Told of what is left out of the book. */
  readonly onLeftOut: (what: string, at: Position | undefined) => void;
}

/** A place in the children: which of them, and the index in its value. */
interface Place {
  readonly child: number;
  readonly at: number;
}

/** A stretch of the children that becomes one node, or nothing. */
interface Found {
  readonly from: Place;
  /** Where what is inside begins and ends; a stretch without has its node already. */
  readonly inside?: { readonly from: Place; readonly to: Place };
  readonly to: Place;
  readonly make: (children: PhrasingContent[], position: Position | undefined) => PhrasingContent | undefined;
}

/** Reads the brackets among the phrasing that a node holds. */
export function readBrackets(parent: Parents, context: BracketContext): void {
  const children = parent.children as PhrasingContent[];
  for (const child of children) if (child.type === 'image') readImageSize(child);
  const found = children.some(({ type }) => type === 'text') ? findAll(children, context) : [];
  if (found.length > 0) parent.children = rebuilt(children, found, context.slicer) as typeof parent.children;
}

const list = /\{([^{}\n]{1,999})\}/y;
const wikilink = /(!?)\[\[([^[\]|#\n]{0,300})(#[^[\]|\n]{0,300})?(?:\|([^[\]\n]{0,500}))?\]\]/y;
const sizedPicture = /!\[([^[\]\n]{0,500})\]\(([^()\s]{1,500})[ \t]+=(\d{0,5})x(\d{0,5})\)/y;
const indexEntry = /\{i:[ \t]*(?:"[^"\n]{0,200}"|[^{}"\n]{1,200})\}/y;
const special = /\^\[|!?\[|\]|\{i:/g;
const takesAttributes = new Set(['image', 'link', 'linkReference', 'imageReference', 'inlineCode']);

/** A bracket that waits for its fellow. */
interface Opened {
  readonly from: Place;
  readonly isNote: boolean;
  readonly size: number;
}

function findAll(children: readonly PhrasingContent[], context: BracketContext): readonly Found[] {
  const found: Found[] = [];
  const open: Opened[] = [];
  children.forEach((node, child) => {
    if (node.type !== 'text') return;
    const before = children[child - 1];
    const attributes = before && takesAttributes.has(before.type) ? attributesAt(node, 0) : undefined;
    if (before && attributes) {
      applyAttributes(before, attributes.read, context.onUnknown);
      found.push({ from: { child, at: 0 }, to: { child, at: attributes.end }, make: () => undefined });
    }
    special.lastIndex = attributes?.end ?? 0;
    for (let match = special.exec(node.value); match; match = special.exec(node.value)) {
      const [mark] = match;
      const from = { child, at: match.index };
      if (isEscaped(node, from.at) || isEscaped(node, from.at + mark.length - 1)) {
        special.lastIndex = from.at + 1;
        continue;
      }
      const made = mark === ']' ? closedBy(node, from, open.pop(), context) : foundAt(node, from, mark, context);
      if (made) {
        found.push(made);
        special.lastIndex = made.to.at;
      } else if (mark !== ']' && mark !== '{i:') open.push({ from, isNote: mark === '^[', size: mark.length });
    }
  });
  return found.sort((a, b) => a.from.child - b.from.child || a.from.at - b.from.at);
}

/** What a mark begins that ends in the same text: an entry of an index, a link of a wiki, a picture with its size. */
function foundAt(node: Text, from: Place, mark: string, { onLeftOut }: BracketContext): Found | undefined {
  if (mark === '^[') return undefined;
  if (mark !== '{i:') {
    const whole = wholeAt(node, from.at);
    return whole && { from, to: { ...from, at: whole.end }, make: (_, position) => whole.make(position) };
  }
  indexEntry.lastIndex = from.at;
  if (!indexEntry.test(node.value)) return undefined;
  onLeftOut('entries of an index, “{i: …}”', node.position);
  return { from, to: { ...from, at: indexEntry.lastIndex }, make: () => undefined };
}

/** What a closing bracket ends: a note, or words with attributes behind them. */
function closedBy(
  node: Text,
  { child, at }: Place,
  begun: Opened | undefined,
  context: BracketContext,
): Found | undefined {
  if (!begun) return undefined;
  const { from, size, isNote } = begun;
  const behind = isNote ? undefined : attributesAt(node, at + 1);
  const number = behind || from.child !== child ? undefined : pageAt(node, from.at);
  if (number !== undefined) {
    // At the start of a paragraph the space behind it would be the paragraph's first.
    const space = child === 0 && from.at === 0 ? (/^\s*/.exec(node.value.slice(at + 1))?.[0].length ?? 0) : 0;
    const to = { child, at: at + 1 + space };
    const typed = context.slicer.slice(node, from.at, to.at);
    return { from, to, make: (_, position) => placed({ type: 'pageMark' as const, number, typed }, position) };
  }
  if (!isNote && !behind) return undefined;
  const make: Found['make'] = (content, position) =>
    behind ? spanOf(content, behind.read, position, context) : noteOf(content, position, context);
  const inside = { from: { child: from.child, at: from.at + size }, to: { child, at } };
  return { from, inside, to: { child, at: behind?.end ?? at + 1 }, make };
}

function attributesAt(node: Text, at: number): { readonly read: Attributes; readonly end: number } | undefined {
  if (node.value.charAt(at) !== '{' || isEscaped(node, at)) return undefined;
  list.lastIndex = at;
  const inside = list.exec(node.value)?.[1];
  const read = inside === undefined ? undefined : attributesOf(inside);
  return read && { read, end: list.lastIndex };
}

/** The number of the printed page that a bracket here marks. */
function pageAt({ value }: Text, at: number): string | undefined {
  page.lastIndex = at;
  return page.exec(value)?.[1];
}

/** A link of a wiki, or a picture with its size, that begins here. */
function wholeAt(
  node: Text,
  at: number,
): { readonly end: number; readonly make: (position: Position | undefined) => PhrasingContent } | undefined {
  const { value } = node;
  /** What a pattern finds here, if none of its brackets was escaped. */
  const bracketed = (pattern: RegExp): readonly (string | undefined)[] => {
    pattern.lastIndex = at;
    const found = pattern.exec(value) ?? [];
    const marks = [...(found[0] ?? '').matchAll(/[[\]()]/g)];
    return marks.some(({ index }) => isEscaped(node, at + index)) ? [] : found;
  };
  const [link, bang, name = '', rest = '', words] = bracketed(wikilink);
  if (link !== undefined && (name.trim() !== '' || rest !== '')) {
    const end = at + link.length;
    const typed = value.slice(at, end);
    const [target, heading] = [name.trim(), rest.slice(1).trim()];
    return {
      end,
      make: (position) => placed({ type: 'wikilink', isEmbed: bang === '!', target, heading, words, typed }, position),
    };
  }
  const [picture, alt, url = '', width = '', height = ''] = bracketed(sizedPicture);
  if (picture === undefined) return undefined;
  const image: Image = { type: 'image', url, alt, title: null };
  resize(image, width, height);
  return { end: at + picture.length, make: (position) => placed(image, position) };
}

function spanOf(
  children: PhrasingContent[],
  attributes: Attributes,
  position: Position | undefined,
  { onUnknown }: BracketContext,
): PhrasingContent {
  const { classes, pairs, id } = attributes;
  const number = classes.some((name) => name === 'page' || name === 'pagebreak')
    ? pageNumber.exec((pairs.get('title') ?? textOf(children)).slice(0, 40))?.[1]
    : undefined;
  if (number !== undefined) {
    const given = { class: 'pagebreak', title: number, ...(id !== undefined && { id }) };
    return placed({ type: 'textDirective', name: 'span', attributes: given, children: [] }, position);
  }
  const span: PhrasingContent = { type: 'textDirective', name: 'span', attributes: {}, children };
  applyAttributes(span, attributes, onUnknown);
  return placed(span, position);
}

function noteOf(
  children: PhrasingContent[],
  position: Position | undefined,
  { addNote }: BracketContext,
): PhrasingContent {
  const paragraph = placed({ type: 'paragraph' as const, children }, position);
  const identifier = addNote(placed({ type: 'footnoteDefinition' as const, children: [paragraph] }, position));
  return placed({ type: 'footnoteReference', identifier }, position);
}

const placed = <Node extends object>(node: Node, position: Position | undefined): Node =>
  position ? { ...node, position } : node;

/** `![words|200](…)` and `|200x80`, as Obsidian has them. */
function readImageSize(image: Image): void {
  const [whole, width = '', height = ''] = /\|[ \t]*(\d{1,5})(?:x(\d{1,5}))?[ \t]*$/.exec(image.alt ?? '') ?? [];
  if (whole === undefined) return;
  image.alt = (image.alt ?? '').slice(0, -whole.length);
  resize(image, width, height);
}

function resize(image: Image, width: string, height: string): void {
  const pairs = new Map([
    ...(width ? [['width', width] as const] : []),
    ...(height ? [['height', height] as const] : []),
  ]);
  applyAttributes(image, { id: undefined, classes: [], pairs }, () => {});
}

/** The children with a node in the place of each stretch; stretches are in order, and nest. */
function rebuilt(children: readonly PhrasingContent[], found: readonly Found[], slicer: TextSlicer): PhrasingContent[] {
  let next = 0;
  let here: Place = { child: 0, at: 0 };
  /** Adds what stands between here and a place. */
  const copyTo = (to: Place, out: PhrasingContent[]): void => {
    while (here.child < to.child || (here.child === to.child && here.at < to.at)) {
      const node = children[here.child];
      if (!node) return;
      const end = node.type !== 'text' ? 1 : here.child < to.child ? node.value.length : to.at;
      if (node.type !== 'text') out.push(node);
      else if (end > here.at) out.push(slicer.slice(node, here.at, end));
      here = here.child < to.child ? { child: here.child + 1, at: 0 } : { child: here.child, at: end };
    }
  };
  const build = (until: Place): PhrasingContent[] => {
    const out: PhrasingContent[] = [];
    for (let each = found[next]; each && isBefore(each.from, until); each = found[next]) {
      next++;
      copyTo(each.from, out);
      let content: PhrasingContent[] = [];
      if (each.inside) {
        here = each.inside.from;
        content = build(each.inside.to);
      }
      here = each.to;
      const made = each.make(content, spanned(children, each, slicer));
      if (made) out.push(made);
    }
    copyTo(until, out);
    return out;
  };
  return build({ child: children.length, at: 0 });
}

const isBefore = (one: Place, other: Place): boolean =>
  one.child < other.child || (one.child === other.child && one.at < other.at);

function spanned(children: readonly Nodes[], { from, to }: Found, { pointOf }: TextSlicer): Position | undefined {
  const [first, last] = [children[from.child], children[to.child]];
  if (first?.type !== 'text' || last?.type !== 'text') return undefined;
  const [start, end] = [pointOf(first, from.at), pointOf(last, to.at)];
  return start && end && { start, end };
}
