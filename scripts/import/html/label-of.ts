/** A paragraph that opens with a label: “**A/N:** Thanks.” In: a block. Out: the label, and the paragraph without it. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { type Header, headerOf } from '../../book/header-lines.ts';
import { blockWords } from './block-words.ts';

export interface Labelled extends Header {
  /** What follows the label; undefined where it stands alone. */
  readonly rest: Paragraph | undefined;
}

/** The label of a paragraph, or of a quotation’s only one. */
export function labelOf(block: RootContent): Labelled | undefined {
  const [only, ...others] = block.type === 'blockquote' ? block.children : [];
  if (only && others.length === 0) return labelOf(only);
  if (block.type !== 'paragraph' || !block.children.every(isWords)) return undefined;
  const words = blockWords(block);
  const header = headerOf(words.split('\n')[0] ?? '');
  if (!header) return undefined;
  const start = words.indexOf(header.label) + header.label.length;
  const sign = /^\s*(?::|[-–—]\s)?\s*/.exec(words.slice(start))?.[0] ?? '';
  const children = after(block.children, start + sign.length).nodes;
  const isEmpty = blockWords({ type: 'paragraph', children }).trim() === '';
  return { ...header, rest: isEmpty ? undefined : { type: 'paragraph', children } };
}

const isWords = ({ type }: PhrasingContent): boolean => type !== 'footnoteReference' && type !== 'image';

/** The nodes without their first letters; emphasis that is emptied goes too. */
function after(
  nodes: readonly PhrasingContent[],
  letters: number,
): { readonly nodes: PhrasingContent[]; readonly left: number } {
  const kept: PhrasingContent[] = [];
  let left = letters;
  for (const node of nodes) {
    const length = blockWords(node).length;
    if (left === 0) kept.push(node);
    else if (node.type === 'text') {
      const value = node.value.slice(left);
      left -= Math.min(left, length);
      if (value.trimStart() !== '') kept.push({ ...node, value: value.trimStart() });
    } else if ('children' in node) {
      const inner = after(node.children, left);
      left = inner.left;
      if (inner.nodes.length > 0) kept.push({ ...node, children: inner.nodes } as PhrasingContent);
    } else if (node.type !== 'break') kept.push(node);
  }
  return { nodes: kept[0]?.type === 'break' ? kept.slice(1) : kept, left };
}
