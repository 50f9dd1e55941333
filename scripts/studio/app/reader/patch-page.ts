/**
 * Changes a page that is shown into the next build’s, where its words alone are others: no frame is loaded, and what stays is not laid
 * out anew. In: the page, and the markup of its entry in the build that it shows and in the next. Out: whether it is the next one’s now.
 */
import { isElement } from './places.ts';

/** Children of an element of the page that others take the place of, and what stands behind them. */
interface Change {
  readonly parent: Element;
  readonly old: readonly ChildNode[];
  readonly next: readonly ChildNode[];
  readonly behind: ChildNode | null;
}

/**
 * What needs an address that the reader gives, or could act: a page with other such elements is loaded anew, and so is one with
 * another element that is led to, as a note is.
 */
const notWords =
  'base, embed, form, iframe, link, meta, object, script, style, svg, [id], [src], [srcset], [poster], [data], [style], [*|href]:not(a)';

/** Changes nothing where the page must be loaded anew. */
export function patchPage(page: Document, before: Document, after: Document): boolean {
  if (after.querySelector('parsererror') || !isSameAround(before, after)) return false;
  const change = changeIn(page.body, before.body, after.body);
  if (!change) return false;
  const { parent, old, next, behind } = change;
  if (parent === page.body || isLedTo(parent) || next.some(isMoreThanWords)) return false;
  const [text, ...others] = next;
  const [oldText] = old;
  if (old.length === 1 && others.length === 0 && isText(text) && isText(oldText)) oldText.data = text.data;
  else {
    for (const node of next) parent.insertBefore(page.importNode(node, true), behind);
    for (const node of old) node.remove();
  }
  return true;
}

/** Whether two documents differ only below their bodies. */
function isSameAround(one: Document, other: Document): boolean {
  const isSameTag = (name: 'documentElement' | 'body'): boolean =>
    one[name].cloneNode(false).isEqualNode(other[name].cloneNode(false));
  return isSameTag('documentElement') && isSameTag('body') && one.head.isEqualNode(other.head);
}

/** The innermost element with other children; undefined where the page is not what its entry was. */
function changeIn(page: Element, before: Element, after: Element): Change | undefined {
  const from = [...before.childNodes];
  const to = [...after.childNodes];
  const shown = [...page.childNodes];
  if (shown.length !== from.length) return undefined;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start]?.isEqualNode(to[start] ?? null)) start++;
  let end = 0;
  while (end < most - start && from.at(-1 - end)?.isEqualNode(to.at(-1 - end) ?? null)) end++;
  const [one, other, inPage] = [from[start], to[start], shown[start]];
  const isOne = from.length === to.length && start + end === from.length - 1;
  if (isOne && isElement(one) && isElement(other) && isElement(inPage))
    if (one.cloneNode(false).isEqualNode(other.cloneNode(false))) return changeIn(inPage, one, other);
  const old = shown.slice(start, shown.length - end);
  return { parent: page, old, next: to.slice(start, to.length - end), behind: shown[shown.length - end] ?? null };
}

/** Whether a link of the page leads to an element around a place: a note pops up as the reader has loaded it. */
const isLedTo = (element: Element): boolean =>
  [...element.ownerDocument.querySelectorAll('a[href*="#"]')].some((link) => {
    const id = decodeURIComponent(link.getAttribute('href')?.replace(/^[^#]*#/, '') ?? '');
    return id !== '' && element.closest(`#${CSS.escape(id)}`) !== null;
  });

const isMoreThanWords = (node: Node): boolean =>
  isElement(node) && (node.matches(notWords) || node.querySelector(notWords) !== null);

const isText = (node: Node | undefined): node is Text => node?.nodeType === 3;
