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
  const long = rows.filter((row) => row.length > 90).length;
  if (long > rows.length * 0.05) return linesOf(pre.children, '\n\n'); // each line is a paragraph
  return linesOf(pre.children, rows.length > paragraphs * 2 ? ' ' : '\n');
}

/** What the end of a line stands for; an empty line always parts paragraphs. */
const linesOf = (nodes: readonly ElementContent[], end: ' ' | '\n' | '\n\n'): ElementContent[] =>
  changedNodes([...nodes], (node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: linesOf(node.children, end) }];
    if (node.type !== 'text') return [node];
    const lines = node.value
      .split(/\n(?:[ \t]*\n)+/)
      .map((part) => part.replaceAll('\n', end))
      .join('\n\n')
      .split('\n');
    return lines.flatMap((line, at): ElementContent[] => [
      ...(at > 0 ? [elementOf('br', {}, [])] : []),
      ...(line === '' ? [] : [{ ...node, value: line }]),
    ]);
  });
