/** What a page says of its story beside the story. In: a page, and the part that is the story. Out: title and author. */
import { isFurniture } from './find-story.ts';
import { findElements, type HtmlElement, type HtmlNode, type Page } from './tree.ts';
import { wordsOf } from './visible.ts';

/** The page’s title without its site: words that the page itself shows where it can, else what stands before “ | ”. */
export function titleOf({ title, body }: Page, root: HtmlElement): string | undefined {
  let best = '';
  for (const element of findElements(body, ({ name }) => /^(?:h[1-6]|b|strong|a)$/.test(name))) {
    const words = wordsOf(element);
    if (words.length > best.length && words.length > 2 && title.startsWith(words) && !isWithin(root, element))
      best = words;
  }
  return best || title.replace(/ \| [^|]*$/, '').trim() || undefined;
}

/** The link that says who wrote it. */
export const authorAt = (root: HtmlElement): HtmlElement | undefined =>
  findElements(root, ({ attributes }) => attributes.get('rel') === 'author')[0];

/** Who wrote it: a link that says so, a line of the head, or a link after “By:” outside of menus. */
export function authorOf({ author, body }: Page, root: HtmlElement): string | undefined {
  const linked = authorAt(root);
  return (linked && wordsOf(linked)) || author || linkAfterBy(body);
}

function linkAfterBy(element: HtmlElement): string | undefined {
  let before = '';
  for (const child of element.children) {
    if (child.type === 'element' && isFurniture(child)) continue;
    if (child.type === 'element' && child.name === 'a' && /\bby:?\s*$/i.test(before))
      return wordsOf(child) || undefined;
    const found = child.type === 'element' ? linkAfterBy(child) : undefined;
    if (found !== undefined) return found;
    before = child.type === 'text' ? child.value : wordsOf(child).slice(-20);
  }
  return undefined;
}

const isWithin = (outer: HtmlNode, inner: HtmlElement): boolean =>
  outer === inner || (outer.type === 'element' && outer.children.some((child) => isWithin(child, inner)));
