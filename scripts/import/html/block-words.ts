/** The words of mdast nodes as a reader sees them. In: a node. Out: text, without raw HTML’s tags, a blank for the end of a line. */
import type { Nodes } from 'mdast';

export function blockWords(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(blockWords).join('');
  if ('alt' in node) return node.alt ?? '';
  return 'value' in node && node.type !== 'html' ? node.value : '';
}
