/**
 * The span around the first words of a chapter, which is on the way to all words of the paragraph: one that has the same words as before has
 * the span as it had it. In: the paragraph before, and now, edited in place.
 */
import type { Element, ElementContent } from 'hast';
import { classesOf, elementOf } from '../html/hast-nodes.ts';
import { type TextBlock, textBlocks, wordsOfBlock } from '../html/text-blocks.ts';

/** Its class where it opens nothing any more. */
const former = 'former-lead-in';

/** Takes the span away where there was none, and puts one where there was one. */
export function keepLeadIn(earlier: TextBlock, now: TextBlock): void {
  const [before, own] = [leadIn(earlier.element), leadIn(now.element)];
  if ((before === undefined) === (own === undefined) || wordsOfBlock(earlier) !== wordsOfBlock(now)) return;
  const { element } = now;
  element.children = before
    ? withSpan(element.children, textOf(before))
    : joined(element.children.flatMap((child) => (child === own ? own.children : [child])));
}

const leadIn = ({ children }: Element): Element | undefined =>
  children.find(
    (child): child is Element =>
      child.type === 'element' && classesOf(child).some((name) => name === 'lead-in' || name === former),
  );

const textOf = (element: Element): string =>
  textBlocks([elementOf('p', {}, [element])])
    .map(({ text }) => text)
    .join('');

/** Children whose first words stand in a span, if they are those. */
function withSpan(children: readonly ElementContent[], words: string): ElementContent[] {
  const inside: ElementContent[] = [];
  let left = words;
  for (const [at, child] of children.entries()) {
    const value = child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '';
    if (child.type === 'text' && value.startsWith(left)) {
      const rest = { ...child, value: value.slice(left.length) };
      const span = elementOf('span', { className: [former] }, [...inside, { ...child, value: left }]);
      return [span, ...(rest.value === '' ? [] : [rest]), ...children.slice(at + 1)];
    }
    if (!left.startsWith(value)) break;
    inside.push(child);
    left = left.slice(value.length);
    if (left === '') return [elementOf('span', { className: [former] }, inside), ...children.slice(at + 1)];
  }
  return [...children];
}

/** Texts side by side are one. */
function joined(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const child of children) {
    const last = made.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      made[made.length - 1] = { ...last, value: last.value + child.value };
    else made.push(child);
  }
  return made;
}
