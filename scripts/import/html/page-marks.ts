/**
 * Where the pages of a printed book begin. In: a page’s body, and what the book’s list of pages calls its places. Out: the same, an
 * empty span in the place of each number (EPUB 3.3 §7.4.4, DPUB-ARIA 1.1 doc-pagebreak): numbers are no words, whoever reads the body.
 */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { attributeOf, changedNodes, classesOf, elementOf } from '../../html/hast-nodes.ts';
import { idOf, typesOf } from './parse-page.ts';
import { isInline, wordsOf } from './visible.ts';

/** `label` gives the number that the list of pages has for an id; for none, that of the body’s own start. */
export function withPageMarks(body: Element, label: (id?: string) => string | undefined): Element {
  const labelOf = (id?: string): string | undefined => {
    const said = label(id);
    return said === undefined ? undefined : numberOf(said) || said.replace(/[{}[\]]/g, '').trim() || undefined;
  };
  const visit = (node: ElementContent): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    const id = idOf(node);
    const listed = id === undefined ? undefined : labelOf(id);
    const number = numberIn(node, listed);
    if (number !== undefined) return [markOf(number, node)];
    const children = changedNodes(node.children, visit);
    if (listed === undefined) return [children === node.children ? node : { ...node, children }];
    const mark = markOf(listed);
    return isInline(node) ? [mark, { ...node, children }] : [{ ...node, children: [mark, ...children] }];
  };
  const start = labelOf();
  return { ...body, children: [...(start === undefined ? [] : [markOf(start)]), ...body.children.flatMap(visit)] };
}

/** The mark in Markdown. */
export function pageMarkOf(element: Element): PhrasingContent | undefined {
  const title = element.tagName === 'span' && element.children.length === 0 ? attributeOf(element, 'title') : undefined;
  return title !== undefined && isCalled(element) ? pageMark(title) : undefined;
}

/** The span that begins a page, with an id where it is known by one. */
export const pageMark = (title: string, id?: string): PhrasingContent => ({
  type: 'textDirective',
  name: 'span',
  attributes: { ...(id !== undefined && { id }), class: 'pagebreak', title },
  children: [],
});

const markOf = (number: string, { properties: { id } }: Pick<Element, 'properties'> = { properties: {} }): Element =>
  elementOf('span', { epubType: 'pagebreak', title: number, ...(id !== undefined && { id }) }, []);

const isCalled = (element: Element): boolean =>
  typesOf(element).some((type) => type === 'pagebreak' || type === 'doc-pagebreak');

/** The number that an element is there to show; undefined for one that says more. */
function numberIn(element: Element, listed: string | undefined): string | undefined {
  const isNamed = classesOf(element).some((name) => /^page-?(?:num|number|no)s?$/i.test(name)); // Project Gutenberg’s way, and that of converters
  if (!isNamed && listed === undefined && !isCalled(element)) return undefined;
  const shown = numberOf(wordsOf(element));
  if (shown === undefined) return undefined;
  const told = ['aria-label', 'title'].map((name) => numberOf(attributeOf(element, name) ?? ''));
  const number = [listed, ...told, shown, /(\d+|[ivxlc]+)$/i.exec(idOf(element) ?? '')?.[1]].find(Boolean);
  if (isCalled(element)) return number;
  if (listed !== undefined) return shown === '' || shown === numberOf(listed) ? listed : undefined;
  return number;
}

/** “[Pg 12]”, “p. xii”, “12”; empty for no word, undefined for other words. */
function numberOf(words: string): string | undefined {
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (plain === '') return '';
  return /^(?:(?:page|pg|p|seite|s) ?)?(\d{1,5}[a-z]?|[ivxlcdm]{1,12})$/i.exec(plain)?.[1];
}
