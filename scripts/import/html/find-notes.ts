/** Finds notes in pages: what refers to one, what it says, and what leads back. In: pages. Out: tests and a map for the readers. */
import type { Element } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import type { Guess, WayOfGuessing } from '../confidence.ts';
import { findElement, findElements, idOf, typesOf } from './parse-page.ts';
import { visibleText, wordsOf } from './visible.ts';

export interface PageNotes {
  /** The address of the note that an element refers to: `chapter.xhtml#fn1`. */
  readonly noteOf: (element: Element) => string | undefined;
  /** The address of the note that an element is. */
  readonly bodyOf: (element: Element) => string | undefined;
  /** The number that refers to a note. */
  readonly labelOf: (address: string) => string;
  /** All those numbers, which notes may repeat. */
  readonly labels: readonly string[];
  readonly isBacklink: (element: Element) => boolean;
  /** Whether what refers to a note are words of the text, which it stands after. */
  readonly isWords: (element: Element) => boolean;
  /** Links that no attribute calls references, each with its page. */
  readonly guesses: readonly { readonly path: string; readonly link: Element; readonly guess: Guess }[];
}

/** A note taken from a page: `label` is its address until its section is known. */
export type Notes = Map<string, FootnoteDefinition>;

/** A page, and its path in the source. */
export interface PageAt {
  readonly path: string;
  readonly body: Element;
  /** What its own style elements say. */
  readonly styles?: readonly string[];
  /** Where it came from. */
  readonly address?: string | undefined;
}

const noteTypes = ['footnote', 'endnote', 'rearnote', 'note', 'doc-footnote', 'doc-endnote'];
const noteIds = /^_?(?:fn|ftn|edn|foot-?note|end-?note|note)[-_:.]?\d+(?:_\d+)?$/i;

/** Finds the notes of pages; `resolve` makes an address of a link in a page. */
export function findNotes(
  pages: readonly PageAt[],
  resolve: (href: string, from: string) => string | undefined,
): PageNotes {
  const { byAddress, parents, paths } = indexPages(pages);
  const isWithin = (inner: Element, passes: (outer: Element) => boolean): boolean => {
    for (let at: Element | undefined = inner; at; at = parents.get(at)) if (passes(at)) return true;
    return false;
  };
  const references = new Map<Element, string>();
  const bodies = new Map<Element, string>();
  const labels = new Map<string, string>();
  const backTo = new Set<string>();
  const told: { path: string; link: Element; way: WayOfGuessing }[] = [];
  for (const [link, path] of paths) {
    const href = attributeOf(link, 'href');
    const address = href === undefined ? undefined : resolve(href, path);
    const target = address === undefined ? undefined : byAddress.get(address);
    if (address === undefined || !target || isWithin(link, (outer) => outer === target)) continue;
    const id = idOf(link) ?? idBefore(link, parents);
    const own = id === undefined ? undefined : `${path}#${id}`;
    const isMutual = () =>
      isNumber(link) &&
      own !== undefined &&
      leadsBack(target, address.slice(0, address.indexOf('#')), own, resolve) &&
      !isWithin(link, (outer) => bodies.has(outer));
    const way = wayOfReference(link, address, target) ?? (isMutual() ? 'link and link back' : undefined);
    if (way === undefined) continue;
    if (way !== said) told.push({ path, link, way });
    references.set(link, address);
    bodies.set(target, address);
    if (!labels.has(address)) labels.set(address, isWords(link) ? '' : wordsOf(link));
    if (own !== undefined) backTo.add(own);
  }
  return {
    guesses: told.map(({ path, link, way }) => {
      const words = visibleText(link.children, () => false);
      return { path, link, guess: { taken: 'the number of a note', words, way } };
    }),
    noteOf: (element) => references.get(element) ?? references.get(raisedLink(element) ?? element),
    labels: [...labels.values()],
    labelOf: (address) => labels.get(address) ?? '',
    isWords,
    bodyOf: (element) => bodies.get(element),
    isBacklink: (element) =>
      element.tagName === 'a' &&
      !references.has(element) &&
      (isCalledBacklink(element) ||
        classesOf(element).some((name) => /^(?:footnote-?back|backlink|reversefootnote)/.test(name)) ||
        backTo.has(resolve(attributeOf(element, 'href') ?? '', paths.get(element) ?? '') ?? '')),
  };
}

/** The block that each address leads to, the parent of each element, and the page of each link. */
function indexPages(pages: readonly PageAt[]) {
  const byAddress = new Map<string, Element>();
  const parents = new Map<Element, Element>();
  const paths = new Map<Element, string>();
  for (const { path, body } of pages) {
    noteParents(body, parents);
    for (const element of findElements(body, (each) => idOf(each) !== undefined))
      byAddress.set(`${path}#${idOf(element)}`, blockAround(element, parents));
    for (const link of findElements(body, ({ tagName }) => tagName === 'a')) paths.set(link, path);
  }
  return { byAddress, parents, paths };
}

/** The id of an empty anchor right before a link, as older pages have it. */
function idBefore(link: Element, parents: ReadonlyMap<Element, Element>): string | undefined {
  const siblings = parents.get(link)?.children ?? [];
  const before = siblings[siblings.indexOf(link) - 1];
  return before?.type === 'element' && before.tagName === 'a' && before.children.length === 0
    ? idOf(before)
    : undefined;
}

const said = 'attribute or style that says so';

const isNumber = (link: Element): boolean =>
  /^[[(]?[\d*†‡§]{1,4}[\])]?\.?$/.test(visibleText(link.children, () => false).trim());

/** “fantasy”, which a note explains; not “[note 3]”, “iv”, “Anm.”. */
function isWords(element: Element): boolean {
  const words = wordsOf(element);
  return (
    /^\p{L}[\p{L}\p{M}’'-]{2,}(?:[\s,]+[\p{L}\p{M}’'-]+)*$/u.test(words) &&
    !/^(?:[ivxlc]+|(?:foot|end)?notes?|anm|nota|ref)$/i.test(words)
  );
}

const isCalledBacklink = (element: Element): boolean =>
  typesOf(element).some((type) => type === 'doc-backlink' || type === 'backlink');

/** The only thing in raised text, where that is an element. */
function raisedLink({ tagName, children }: Element): Element | undefined {
  const [only, ...more] = children.filter((child) => child.type === 'element' || child.value.trim() !== '');
  return tagName === 'sup' && more.length === 0 && only?.type === 'element' ? only : undefined;
}

/** How a link is known to lead to a note, if it is by itself. */
function wayOfReference(link: Element, address: string, target: Element): WayOfGuessing | undefined {
  if (isCalledBacklink(link)) return undefined;
  if (typesOf(link).some((type) => type === 'noteref' || type === 'doc-noteref')) return said;
  if (typesOf(target).some((type) => noteTypes.includes(type))) return said;
  const isNamed =
    noteIds.test(address.slice(address.indexOf('#') + 1)) && ['li', 'aside', 'p', 'div', 'dd'].includes(target.tagName);
  return isNamed ? 'link to a note' : undefined;
}

/** Whether a block is one that holds a link back to whoever refers to it. */
function leadsBack(
  block: Element,
  path: string,
  reference: string,
  resolve: (href: string, from: string) => string | undefined,
): boolean {
  return (
    ['p', 'li', 'div', 'dd', 'aside'].includes(block.tagName) &&
    findElement(
      block,
      (each) => each.tagName === 'a' && resolve(attributeOf(each, 'href') ?? '', path) === reference,
    ) !== undefined
  );
}

/** An id may sit on an anchor in the note’s first line; the note is the paragraph around it. */
function blockAround(element: Element, parents: ReadonlyMap<Element, Element>): Element {
  if (element.tagName !== 'a' && element.tagName !== 'span' && element.tagName !== 'sup') return element;
  for (let at = parents.get(element); at; at = parents.get(at))
    if (['p', 'li', 'aside', 'dd'].includes(at.tagName)) return boxOf(at, parents) ?? at;
  return element;
}

/** The box of a note of several paragraphs, from its first. */
function boxOf(paragraph: Element, parents: ReadonlyMap<Element, Element>): Element | undefined {
  const box = parents.get(paragraph);
  const isNote = box?.tagName === 'div' && classesOf(box).some((name) => /^(?:foot|end)?note$/i.test(name));
  return isNote && box.children.find(({ type }) => type === 'element') === paragraph ? box : undefined;
}

function noteParents(element: Element, parents: Map<Element, Element>): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    parents.set(child, element);
    noteParents(child, parents);
  }
}
