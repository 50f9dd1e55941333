/** How list items look: paragraphs where the list is loose, a letter for a task's box. */
import type { ElementContent } from 'hast';
import type { List, ListItem } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { blockOf, patched, text } from './section-context.ts';

export const listItem: Handler = (state, node: ListItem, parent) => {
  const isLoose = node.spread || (parent?.type === 'list' && isLooseList(parent));
  const children = node.children
    .flatMap((child) => blockOf(state, child, node))
    .flatMap((made): ElementContent[] =>
      !isLoose && made.type === 'element' && made.tagName === 'p' ? made.children : [made],
    );
  if (typeof node.checked === 'boolean') {
    // A form control has no place in a book: the box is a letter, and says what it is.
    const box = elementOf('span', { className: ['task'] }, [text(node.checked ? '☑' : '☐')]);
    const first = children[0];
    if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(box, text(' '));
    else children.unshift(box, text(' '));
  }
  return patched(state, node, elementOf('li', {}, children));
};

/** Asked by each item of a list, so answered once. */
const loose = new WeakMap<List, boolean>();

function isLooseList(list: List): boolean {
  const known = loose.get(list) ?? (list.spread || list.children.some(({ spread }) => spread));
  loose.set(list, known);
  return known;
}
