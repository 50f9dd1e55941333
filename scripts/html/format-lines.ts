/**
 * Lays a page's elements out in lines. In: hast. Out: the same with a line break where a block begins and ends, and nothing
 * but text and elements: texts that stand side by side are one. White space that no reader sees is left out.
 */
import type { Element, ElementContent, RootContent, Text } from 'hast';
import { containerElements, foreignElements, lineElements } from '../book/html-elements.ts';

/** Nodes in lines. What is not changed is shared with what was given. */
export function formatLines(nodes: readonly RootContent[]): readonly ElementContent[] {
  let isLineStart = true;

  const formatAll = (children: readonly RootContent[], inForeign: boolean, isContainer: boolean): ElementContent[] => {
    const made: ElementContent[] = [];
    for (const child of children) {
      if (child.type === 'text') {
        if (child.value === '' || (isContainer && child.value.trim() === '')) continue;
        addText(made, child);
        isLineStart = false;
      } else if (child.type === 'element') {
        const isLine = !inForeign && lineElements.has(child.tagName);
        if (isLine) breakLine(made);
        made.push(formatElement(child, inForeign));
        if (isLine && containerElements.has(child.tagName)) breakLine(made);
      }
    }
    return made;
  };
  const formatElement = (element: Element, inForeign: boolean): Element => {
    isLineStart = false;
    const isForeign = inForeign || foreignElements.has(element.tagName);
    const isContainer = !isForeign && containerElements.has(element.tagName);
    const children = formatAll(element.children, isForeign, isContainer);
    if (isContainer) breakLine(children);
    isLineStart = false;
    const isSame =
      children.length === element.children.length && children.every((each, at) => each === element.children[at]);
    return isSame ? element : { ...element, children };
  };
  const breakLine = (siblings: ElementContent[]) => {
    if (!isLineStart) addText(siblings, { type: 'text', value: '\n' });
    isLineStart = true;
  };
  return formatAll(nodes, false, true);
}

function addText(siblings: ElementContent[], text: Text): void {
  const last = siblings.at(-1);
  if (last?.type === 'text') siblings[siblings.length - 1] = { ...text, ...last, value: last.value + text.value };
  else siblings.push(text);
}
