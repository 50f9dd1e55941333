/**
 * A list of contents that a page has of itself or of its book, which the book makes anew: links to places below, under a heading that says
 * “Contents”. In: the story’s part of a page, and which links lead into the story. Out: the elements that are the list.
 */
import type { Element } from 'hast';
import { isStoryWord } from '../../book/story-words.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { findElements } from './parse-page.ts';
import { shortText, wordsOf } from './visible.ts';

export function contentsLists(root: Element, leadsIn = (href: string) => /^#./.test(href)): ReadonlySet<Element> {
  const linksIn = (element: Element): number => linksOf(element, leadsIn);
  const found = new Set<Element>();
  for (const parent of [
    root,
    ...findElements(root, ({ tagName }) => /^(?:div|section|article|main|blockquote)$/.test(tagName)),
  ]) {
    const children = parent.children.filter((each): each is Element => each.type === 'element');
    const at = children.findIndex(isContentsHeading);
    if (at === -1) continue;
    const rest = children.slice(at + 1);
    // The names of parts may stand between the links of their chapters.
    const end = rest.findIndex((each) => linksIn(each) === 0 && shortText(each, 80) === undefined);
    const short = rest.slice(0, end === -1 ? rest.length : end);
    const gap = short.findIndex((each) => linksIn(each) === 0 && shortText(each, 20)?.trim() !== '');
    const last = short.findLastIndex((each) => linksIn(each) > 2);
    const list = short.slice(0, Math.max(gap === -1 ? short.length : gap, last + 1));
    if (list.reduce((sum, each) => sum + linksIn(each), 0) < 3) continue;
    for (const each of [children[at], ...list]) if (each) found.add(each);
  }
  return found;
}

/** Lines of nothing but one link to the same place, over and over: the way back to the contents. */
export function waysBack(root: Element): readonly Element[] {
  const lines = new Map<string, Element[]>();
  for (const line of findElements(root, ({ tagName }) => /^(?:p|div|span|small)$/.test(tagName))) {
    const words = shortText(line, 30)?.trim() ?? '';
    const [link, another] = words === '' ? [] : findElements(line, ({ tagName }) => tagName === 'a');
    const href = (link && !another && wordsOf(link).trim() === words && attributeOf(link, 'href')) || '';
    if (!/^#./.test(href)) continue;
    const same = lines.get(href);
    if (same) same.push(line);
    else lines.set(href, [line]);
  }
  return [...lines.values()].flatMap((each) => (each.length > 2 ? each : []));
}

/** Whether an element says “Contents”. */
export const isContentsHeading = (element: Element): boolean =>
  (/^(?:h[1-6]|p|div|center)$/.test(element.tagName) ||
    (element.tagName === 'a' && attributeOf(element, 'href') === undefined)) && // around a heading, as FanFicFare has it
  element.children.length < 8 &&
  isStoryWord(
    (shortText(element, 60) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.:]+$/, ''),
    'contents',
  );

/** Links into the story; none where an element says more than they do. */
function linksOf(element: Element, leadsIn: (href: string) => boolean): number {
  if (/^h[1-6]$/.test(element.tagName)) return 0;
  const links = findElements(element, (each) => each.tagName === 'a' && leadsIn(attributeOf(each, 'href') ?? ''));
  return wordsOf(element).length > 120 * Math.max(1, links.length) ? 0 : links.length;
}
