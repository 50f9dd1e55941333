/**
 * What stands in the story's own part of a page, and is none of the story: teasers of other articles, a bar of buttons, the way back to a list of
 * chapters. In: the part. Out: the elements.
 */
import type { Element } from 'hast';
import { attributeOf } from '../../html/hast-nodes.ts';
import { leadsOut, type Weight, weigh } from './find-story.ts';
import { findElements } from './parse-page.ts';
import { isInline, shortText } from './visible.ts';

/** Finds them; `body` is the whole page, which shows whether it is one of many of its site. */
export function besideStory(root: Element, body: Element): ReadonlySet<Element> {
  const weights = new Map<Element, Weight>();
  const whole = weigh(root, false, weights);
  if (whole.prose < leastStory) return new Set();
  const { children } = innermost(root);
  const found = new Set<Element>([...edgeLinks(children), ...edgeLinks([...children].reverse())]);
  const isOfSite = findElements(body, leadsOut).length > manyLinks;
  const visit = (element: Element): void => {
    for (const child of element.children) {
      const weight = child.type === 'element' ? weights.get(child) : undefined;
      if (child.type !== 'element' || !weight || isInline(child)) continue;
      if (isControls(weight) || (isOfSite && isTeaser(child, weight))) found.add(child);
      else visit(child);
    }
  };
  visit(root);
  return found;
}

/** Letters of prose without which a page may be all links. */
const leastStory = 600;

/** More links than an author types into a page of a story. */
const manyLinks = 20;

/** Labels of buttons. */
const isControls = ({ controls, letters, prose }: Weight): boolean => controls > 1 && letters < 40 && prose === 0;

/** Several links that have most of the words; or one that has nearly all, as “Read also:” stands before. */
function isTeaser({ tagName }: Element, { links, linked, letters, prose }: Weight): boolean {
  if (/^(?:h[1-6]|pre|table|tbody|tr|t[dh])$/.test(tagName) || prose > 0) return false;
  return (links > 2 && linked * 2 > letters) || (links > 0 && letters >= 25 && linked > letters * 0.85);
}

/** The only element of an element, and so on: what a story stands in. */
function innermost(element: Element): Element {
  const children = element.children.filter(
    (each) => each.type === 'element' || (each.type === 'text' && each.value.trim() !== ''),
  );
  const [only] = children;
  return children.length === 1 && only?.type === 'element' && !isInline(only) ? innermost(only) : element;
}

/** Links to other pages of the same folder, before any text or after it: “Back”, “Next chapter”. */
function edgeLinks(nodes: readonly Element['children'][number][]): readonly Element[] {
  const found: Element[] = [];
  for (const node of nodes) {
    if (node.type === 'text' ? node.value.trim() === '' : node.type !== 'element') continue;
    if (node.type !== 'element') return found;
    if (/^(?:br|hr|button)$/.test(node.tagName) || shortText(node, 60)?.trim() === '') continue;
    if (!isWayBack(node)) return found;
    found.push(node);
  }
  return found;
}

const isWayBack = (element: Element): boolean => {
  const href = element.tagName === 'a' ? (attributeOf(element, 'href') ?? '') : '';
  return /^(?!\w+:|\/\/|#)[^#]+$/.test(href) && (shortText(element, 60)?.trim() ?? '') !== '';
};
