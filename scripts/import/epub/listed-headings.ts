/**
 * Headings that only the contents know: they lead to a place in a page, at or below which a paragraph says the words of their line, as
 * programs leave it that make books of other formats. In: a page’s body, and those places. Out: the body, such paragraphs as headings.
 */
import type { Element, ElementContent } from 'hast';
import { findElements, idOf } from '../html/parse-page.ts';
import { isInline, shortText } from '../html/visible.ts';
import type { Place } from './contents.ts';
import { plain } from './page-heading.ts';

/** Makes them; the same body where it has none. */
export function withListedHeadings(body: Element, places: readonly Place[]): Element {
  if (places.length === 0) return body;
  const passed = new Set<string>();
  const open = new Map([...places].reverse().map(({ id, title }) => [folded(title), id]));
  const titles = new Map(places.map(({ id, title }) => [id, folded(title)]));
  const visit = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const isBlock = node.children.every((each) => each.type !== 'element' || isInline(each));
    for (const each of isBlock ? [node, ...findElements(node, () => true)] : [node]) {
      const id = idOf(each);
      if (id === undefined) continue;
      passed.add(id);
      if (isHeading(node) && open.get(titles.get(id) ?? '') === id) open.delete(titles.get(id) ?? '');
    }
    if (!isBlock) return { ...node, children: node.children.map(visit) };
    const words = folded(shortText(node, longest) ?? '');
    if (!passed.has(open.get(words) ?? '')) return node;
    open.delete(words);
    return node.tagName === 'p' || node.tagName === 'div' ? { ...node, tagName: 'h2' } : node;
  };
  return { ...body, children: body.children.map(visit) };
}

const longest = 200;

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

const folded = (words: string): string => plain(words).toLowerCase();
