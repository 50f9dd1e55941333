/**
 * Changes a page that is shown into the next build’s, where its words alone are others: no frame is loaded, and what stays is not laid
 * out anew. In: the page, and the markup of its entry in the build that it shows and in the next. Out: whether it is the next one’s now.
 */
import { isParagraphId } from '../../../book/paragraph-id.ts';
import { isElement } from './places.ts';

/** Children of an element of the page that others take the place of, and what stands behind them. */
interface Change {
  readonly parent: Element;
  readonly old: readonly ChildNode[];
  readonly next: readonly ChildNode[];
  readonly behind: ChildNode | null;
  /** Blocks around them, whose ids are made of their words, with the ids that they have now. */
  readonly named: readonly (readonly [block: Element, id: string])[];
}

/**
 * What needs an address that the reader gives, or could act: a page with other such elements is loaded anew, and so is one with
 * another element that is led to, as a note is. Nothing leads to an id that is made of words.
 */
const notWords =
  'base, embed, form, iframe, link, meta, object, script, style, svg, [id]:not([id^="_"]), [src], [srcset], [poster], [data], [style], [*|href]:not(a)';

/** Changes nothing where the page must be loaded anew. */
export function patchPage(page: Document, before: Document, after: Document): boolean {
  if (after.querySelector('parsererror') || !isSameAround(before, after)) return false;
  const change = changeIn(page.body, before.body, after.body);
  if (!change) return false;
  const { parent, old, next, behind, named } = change;
  if (parent === page.body || isLedTo(parent) || next.some(isMoreThanWords)) return false;
  const [text, ...others] = next;
  const [oldText] = old;
  if (old.length === 1 && others.length === 0 && isText(text) && isText(oldText)) oldText.data = text.data;
  else {
    for (const node of next) parent.insertBefore(page.importNode(node, true), behind);
    for (const node of old) node.remove();
  }
  for (const [block, id] of named) block.id = id;
  return true;
}

/** Whether two documents differ only below their bodies. */
function isSameAround(one: Document, other: Document): boolean {
  const isSame = (name: 'documentElement' | 'body'): boolean => isSameTag(one[name], other[name]);
  return isSame('documentElement') && isSame('body') && one.head.isEqualNode(other.head);
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
  if (isOne && isElement(one) && isElement(other) && isElement(inPage) && isSameTag(one, other)) {
    const change = changeIn(inPage, one, other);
    const isNamed = change && isParagraphId(other.id);
    return isNamed ? { ...change, named: [...change.named, [inPage, other.id]] } : change;
  }
  const old = shown.slice(start, shown.length - end);
  return {
    parent: page,
    old,
    next: to.slice(start, to.length - end),
    behind: shown[shown.length - end] ?? null,
    named: [],
  };
}

/** Whether two elements are alike but for their children, and for ids that are made of words. */
const isSameTag = (one: Element, other: Element): boolean => bare(one).isEqualNode(bare(other));

function bare(element: Element): Node {
  const copy = element.cloneNode(false);
  if (isElement(copy) && isParagraphId(copy.id)) copy.removeAttribute('id');
  return copy;
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
