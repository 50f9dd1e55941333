/** A story that stands in a `pre`, as its author typed it. In: the element. Out: its text with a `br` at the end of each line; undefined for code, or a table of figures. */
import type { Element, ElementContent } from 'hast';
import { changedNodes, elementOf } from '../../html/hast-nodes.ts';
import { findElement } from './parse-page.ts';
import { visibleText } from './visible.ts';

/** Fewer words than these may be a drawing, or a letter whose lines are meant. */
const least = 150;

export function typedProse(pre: Element): readonly ElementContent[] | undefined {
  const text = visibleText(pre.children, () => false);
  const signs = text.replace(/\s+/g, '');
  const letters = signs.match(/[\p{L}\p{M}\p{N}.,;:!?'"’“”«»—–-]/gu)?.length ?? 0;
  const paragraphs = text.split(/\n\s*\n/).length;
  const isProse = signs.length > least * 4 && letters > signs.length * 0.97 && paragraphs > 3;
  if (!isProse || findElement(pre, ({ tagName }) => tagName === 'code')) return undefined;
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const isWrapped = rows.filter((row) => row.length > 90).length === 0 && rows.length > paragraphs * 2;
  return linesOf(pre.children, isWrapped);
}

/** Wrapped lines go on; all others end where they were typed to end. */
const linesOf = (nodes: readonly ElementContent[], isWrapped: boolean): ElementContent[] =>
  changedNodes([...nodes], (node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: linesOf(node.children, isWrapped) }];
    if (node.type !== 'text') return [node];
    const value = isWrapped ? node.value.replace(/(?<!\n[ \t]*)\n(?![ \t]*\n)/g, ' ') : node.value;
    const lines = value.replace(/\n(?:[ \t]*\n)+/g, '\n\n').split('\n');
    return lines.flatMap((line, at): ElementContent[] => [
      ...(at > 0 ? [elementOf('br', {}, [])] : []),
      ...(line === '' ? [] : [{ ...node, value: line }]),
    ]);
  }) as ElementContent[];
