/** The text that a reader of a page sees. In: nodes. Out: text, a space at the edge of each block. Knows nothing of Markdown: it is the other witness. */
import { inlineElements } from '../../book/html-elements.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

export const isInline = ({ name }: HtmlElement): boolean =>
  inlineElements.has(name) || name === 'img' || name === 'br' || name === 'svg' || name === 'math' || name === 'input';

/** The alternative texts of all pictures. */
export function pictureWords(nodes: readonly HtmlNode[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] =>
    node.type === 'text' ? [] : [node.attributes.get('alt') ?? '', ...pictureWords(node.children)],
  );
}

/** Text of nodes, without the elements that `skips` names. */
export function visibleText(nodes: readonly HtmlNode[], skips: (element: HtmlElement) => boolean): string {
  const parts: string[] = [];
  const visit = (node: HtmlNode): void => {
    if (node.type === 'text') parts.push(node.value);
    else if (!skips(node)) {
      if (!inlineElements.has(node.name)) parts.push(' ');
      for (const child of node.children) visit(child);
      if (!inlineElements.has(node.name)) parts.push(' ');
    }
  };
  for (const node of nodes) visit(node);
  return parts.join('');
}

/** The words of an element on one line. */
export const wordsOf = (element: HtmlElement): string =>
  visibleText(element.children, () => false)
    .replace(/\s+/g, ' ')
    .trim();
