/**
 * Headings that only the contents know: they lead to a place in a page, at or below which a paragraph says the words of their line, as
 * programs leave it that make books of other formats. In: a page’s body, and those places. Out: the body, such paragraphs as headings, and
 * headings where no paragraph says such words.
 */
import type { Element, ElementContent } from 'hast';
import { isStoryWord } from '../../book/story-words.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { findElements, idOf } from '../html/parse-page.ts';
import { isInline, shortText, wordsOf } from '../html/visible.ts';
import type { Place } from './contents.ts';
import { plain } from './page-heading.ts';

export interface ListedHeadings {
  readonly body: Element;
  /** The headings whose words only the contents say. */
  readonly made: readonly Element[];
}

/** Makes them; the same body where it has none. `pageTitle` is what the contents call the page, which needs no heading. */
export function withListedHeadings(body: Element, places: readonly Place[], pageTitle?: string): ListedHeadings {
  if (places.length === 0) return { body, made: [] };
  const passed = new Set<string>();
  const open = new Map<string, string[]>();
  for (const { id, title } of places) open.set(folded(title), [...(open.get(folded(title)) ?? []), id]);
  const titles = new Map([...places].reverse().map(({ id, title }) => [id, folded(title)]));
  const close = (words: string, id: string | undefined): void => {
    open.set(words, open.get(words)?.filter((each) => each !== id) ?? []);
  };
  const visit = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const isBlock = isLine(node);
    for (const each of isBlock ? [node, ...findElements(node, () => true)] : [node]) {
      const id = idOf(each);
      if (id === undefined) continue;
      passed.add(id);
      if (isHeading(node)) close(titles.get(id) ?? '', id);
    }
    if (!isBlock) return { ...node, children: node.children.map(visit) };
    const words = folded(shortText(node, longest) ?? '');
    const found = open.get(words)?.find((id) => passed.has(id));
    if (found === undefined) return node;
    close(words, found);
    return node.tagName === 'p' || node.tagName === 'div' ? { ...node, tagName: 'h2' } : node;
  };
  const found = { ...body, children: body.children.map(visit) };
  const left = places.filter(
    ({ id, title }) =>
      open.get(folded(title))?.includes(id) &&
      title !== pageTitle &&
      /\p{L}{2}/u.test(title) && // not the number of a note
      !isStoryWord(title, 'contents') &&
      places.filter((each) => each.id === id).length === 1, // a printed page's, of which many lines are
  );
  return left.length === 0 ? { body: found, made: [] } : withMade(found, left);
}

/** Headings before the lines that places without one lead to; above a shorter line that says the same in other words, as “B” over “Be (B)”. */
function withMade(body: Element, left: readonly Place[]): ListedHeadings {
  const titles = new Map(left.map(({ id, title }) => [id, title]));
  const made: Element[] = [];
  let waiting: string | undefined;
  const headingOver = (around: readonly Element[]): readonly Element[] => {
    const words = waiting;
    waiting = undefined;
    if (words === undefined || around.some(isHeading)) return [];
    const heading = elementOf('h2', {}, [{ type: 'text', value: words }]);
    made.push(heading);
    return [heading];
  };
  const inside = (parent: Element): Element => {
    const children: ElementContent[] = [];
    const lines = parent.children.filter((each): each is Element => each.type === 'element' && hasWords(each));
    const places = new Map(lines.map((line, at) => [line, at]));
    const visit = (node: Element): Element => {
      const at = places.get(node);
      waiting = isPicture(node) ? undefined : (titles.get(idOver(node) ?? '') ?? waiting);
      if (at === undefined) return node;
      if (isContainer(node) && !isLine(node)) return inside(node);
      const headings = headingOver(lines.slice(Math.max(0, at - 1), at + 3));
      const above = lines[at - 1];
      const isSaid = above !== undefined && headings.some((heading) => saysOf(above, wordsOf(heading)));
      children.splice(isSaid ? children.lastIndexOf(above) : children.length, 0, ...headings);
      return node;
    };
    for (const node of parent.children) {
      const visited = node.type === 'element' ? visit(node) : node;
      children.push(visited);
    }
    return { ...parent, children };
  };
  return { body: inside(body), made };
}

/** The id of what stands below it; of a line, or of nothing, also one in it. */
const idOver = (node: Element): string | undefined => (isLine(node) || !hasWords(node) ? openingId(node) : idOf(node));

/** The id that an element has, or one in it before any word. */
function openingId(node: Element): string | undefined {
  const own = idOf(node);
  if (own !== undefined) return own;
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() !== '') return undefined;
    if (child.type !== 'element') continue;
    const id = openingId(child);
    if (id !== undefined || hasWords(child)) return id;
  }
  return undefined;
}

/** Whether all words of a line are words of a title. */
function saysOf(line: Element, title: string): boolean {
  const words = plain(shortText(line, 40) ?? '').toLowerCase();
  const known = new Set(folded(title).split(' '));
  return words !== '' && words.split(' ').every((word) => known.has(word));
}

const longest = 200;

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

const isLine = (node: Element): boolean => node.children.every((each) => each.type !== 'element' || isInline(each));

const hasWords = (node: Element): boolean => shortText(node, 40)?.trim() !== '';

const isContainer = ({ tagName }: Element): boolean => /^(?:div|section|article|main)$/.test(tagName);

const isPicture = (node: Element): boolean =>
  !hasWords(node) && findElements(node, ({ tagName }) => /^(?:img|svg)$/.test(tagName)).length > 0;

/** Words alone, without the numbers before them that a line of the contents or its heading may have. */
const folded = (words: string): string => {
  const all = plain(words).toLowerCase();
  return all.replace(/^(?:\d+ )+/, '');
};
