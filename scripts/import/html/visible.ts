/** The text that a reader of a page sees. In: nodes. Out: text, a space at the edge of each block. Knows nothing of Markdown: it is the other witness. */
import type { Element, ElementContent } from 'hast';
import { foreignElements, inlineElements } from '../../book/html-elements.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { texOf } from './mathml-tex.ts';

export const isInline = ({ tagName }: Element): boolean =>
  inlineElements.has(tagName) || foreignElements.has(tagName) || ['img', 'br', 'input'].includes(tagName);

/** The alternative texts of all pictures; the words of formulas, and of what TeX says in their place; numbers that lists begin with. */
export function pictureWords(nodes: readonly ElementContent[]): readonly string[] {
  const words: string[] = [];
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return;
    if (node.tagName === 'math')
      words.push(
        visibleText([node], () => false),
        texOf(node) ?? '',
        attributeOf(node, 'alttext') ?? '',
      );
    else {
      const said = attributeOf(node, node.tagName === 'ol' ? 'start' : 'alt');
      if (said) words.push(said);
      node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return words;
}

/** Text of nodes, without the elements that `skips` names: no more than the first `most` signs. */
export function visibleText(
  nodes: readonly ElementContent[],
  skips: (element: Element) => boolean,
  most = Number.POSITIVE_INFINITY,
): string {
  const parts: string[] = [];
  let length = 0;
  const visit = (node: ElementContent): void => {
    if (length >= most) return;
    if (node.type === 'text') {
      parts.push(node.value);
      length += node.value.length;
    } else if (node.type === 'element') {
      const edge = inlineElements.has(node.tagName) ? '' : ' ';
      parts.push(edge);
      if (!skips(node)) for (const child of node.children) visit(child);
      parts.push(edge);
    }
  };
  for (const node of nodes) visit(node);
  return parts.join('').slice(0, most);
}

/** The same, line by line, as far as it has words: text between the edges of blocks, its white space as a page shows it. */
export function visibleLines(
  nodes: readonly ElementContent[],
  skips: (element: Element) => boolean,
): readonly string[] {
  const lines: string[] = [];
  let parts: string[] = [];
  const end = (): void => {
    const line = parts
      .join('')
      .replace(/[\t\n\f\r][ \t\n\f\r]*| {2,}/g, ' ')
      .trim();
    if (line !== '') lines.push(line);
    parts = [];
  };
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'element') {
      const isLine = !inlineElements.has(node.tagName);
      if (isLine) end();
      if (!skips(node)) node.children.forEach(visit);
      if (isLine) end();
    }
  };
  nodes.forEach(visit);
  end();
  return lines;
}

/** The text of an element that has no more letters than so many; undefined for a longer one, which is not read to its end. */
export function shortText({ children }: Element, most: number): string | undefined {
  let text = '';
  const visit = (node: ElementContent): boolean => {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') {
      const edge = inlineElements.has(node.tagName) ? '' : ' ';
      text += edge;
      if (!node.children.every(visit)) return false;
      text += edge;
    }
    return text.length <= most;
  };
  return children.every(visit) ? text : undefined;
}

/** The words of an element on one line. */
export const wordsOf = (element: Element): string =>
  visibleText(element.children, () => false)
    .replace(/\s+/g, ' ')
    .trim();
