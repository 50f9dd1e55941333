/**
 * What stands in the story's own part of a page, and is none of the story: teasers of other articles, a bar of buttons, the way back to a list of
 * chapters. In: the part. Out: the elements.
 */
import type { Element } from 'hast';
import { attributeOf } from '../../html/hast-nodes.ts';
import { isControl, isFurniture, leadsOut, type Weight, weigh } from './find-story.ts';
import { findElement, findElements } from './parse-page.ts';
import { isInline, shortText } from './visible.ts';

/** Finds them; `body` is the whole page, which shows whether it is one of many of its site. */
export function besideStory(root: Element, body: Element): ReadonlySet<Element> {
  const links = findElements(body, leadsOut).length;
  if (links === 0 && !findElement(root, isControl)) return new Set();
  const weights = new Map<Element, Weight>();
  if (weigh(root, false, weights).prose < leastStory) return new Set();
  const found = new Set<Element>([...edgeLinks(root, weights, 'first'), ...edgeLinks(root, weights, 'last')]);
  const isOfSite = links > manyLinks;
  const visit = (element: Element): void => {
    const elements = element.children.filter((each): each is Element => each.type === 'element');
    elements.forEach((child, at) => {
      const weight = weights.get(child);
      if (!weight || isInline(child)) return;
      if (isControls(weight) || (isOfSite && isTeaser(child, weight))) found.add(child);
      else visit(child);
      // A heading that has nothing else below it goes with it.
      const [next, after] = [elements[at + 1], elements[at + 2]];
      const below = next && isOfSite && isHeading(child) ? weights.get(next) : undefined;
      if (next && below && below.links > 2 && isTeaser(next, below) && (!after || isHeading(after))) found.add(child);
    });
  };
  visit(root);
  return found;
}

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

/** Letters of prose without which a page may be all links. */
const leastStory = 600;

/** More links than an author types into a page of a story. */
const manyLinks = 20;

/** Labels of buttons. */
const isControls = ({ controls, letters, prose }: Weight): boolean => controls > 1 && letters < 40 && prose === 0;

/** Several links that have most of the words; or one that has nearly all, with no more than “Read also:” before it. */
function isTeaser({ tagName }: Element, { links, linked, letters, prose }: Weight): boolean {
  if (/^(?:h[1-6]|pre|table|tbody|tr|t[dh])$/.test(tagName) || prose > 0) return false;
  return (links > 2 && linked * 2 > letters) || (links > 0 && letters >= 25 && linked > letters * 0.7);
}

/** Links to other pages of the same folder, and counts of them, before any text or after it: “Back”, “2 / 17 Next chapter”. */
function edgeLinks(
  { children }: Element,
  weights: ReadonlyMap<Element, Weight>,
  side: 'first' | 'last',
): readonly Element[] {
  const found: Element[] = [];
  for (const node of side === 'first' ? children : [...children].reverse()) {
    if (node.type === 'text' ? node.value.trim() === '' : node.type !== 'element') continue;
    if (node.type !== 'element') return found;
    if (/^(?:br|hr)$/.test(node.tagName) || isFurniture(node) || shortText(node, 60)?.trim() === '') continue;
    if (isWayOn(node, weights.get(node)) || isCount(node)) found.push(node);
    else return isInline(node) ? found : [...found, ...edgeLinks(node, weights, side)];
  }
  return found;
}

/** “Chapter 3 of 17”, “3 / 17”; “← Back” that leads nowhere, as below a first chapter. */
function isCount(element: Element): boolean {
  const words = shortText(element, 30)?.trim() ?? '';
  const isDead = findElement(element, (each) => attributeOf(each, 'href') === '#') !== undefined;
  return (
    (isDead && /^[←‹«<]|[→›»>]$/.test(words)) ||
    /^(?:\p{L}{2,12}\s)?\d+\s*(?:\/|of|von|de|sur|di|van|z|из)\s*\d+$/u.test(words)
  );
}

/** Links that lead to files beside the page have most of the words. */
function isWayOn(element: Element, weight: Weight | undefined): boolean {
  if (!weight || weight.links === 0 || weight.letters > 60 || weight.linked * 2 < weight.letters) return false;
  return findElements(element, leadsOut).every((each) => /^(?!\w+:|\/\/)/.test(attributeOf(each, 'href') ?? ''));
}
