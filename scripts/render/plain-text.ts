/** The words of a heading, for contents and ids. */
import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Section } from '../book/book.ts';

/** What a section is called, by its heading or by its metadata. */
export const titleOf = ({ heading, title }: Section): string | undefined =>
  (heading && plainText(heading.children)) || title;

/** A heading's words without the numbers of its notes. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  return textOf(
    nodes
      .filter((node) => node.type !== 'footnoteReference')
      .map((node): PhrasingContent => (isBreak(node) ? { type: 'text', value: ' ' } : node)),
    { includeImageAlt: true, includeHtml: false },
  )
    .replace(/\s+/g, ' ')
    .trim();
}

export function isBreak(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && /^<br[\s/>]/i.test(node.value));
}
