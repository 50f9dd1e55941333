/**
 * Takes back links that micromark finds where CommonMark has none: a title in parentheses holds no bare parenthesis (§6.3).
 * In: a file's tree, edited in place, and its text.
 */
import type { Link, Nodes, Parents, Root } from 'mdast';
import { walk } from '../../book/walk.ts';

/** Puts the typed characters in the place of links that are none. */
export function revertFalseLinks(tree: Root, source: string): void {
  if (!/\([^()\n]*\)\)/.test(source)) return;
  const found: { readonly link: Link; readonly parent: Parents; readonly tail: string }[] = [];
  walk<Nodes>(tree, (node, parent) => {
    if (node.type !== 'link' || !node.title?.includes('(')) return;
    const end = node.position?.end.offset;
    const from = node.children.at(-1)?.position?.end.offset ?? (node.position?.start.offset ?? 0) + 1;
    const tail = end === undefined ? '' : source.slice(from, end);
    if (/\)\s*\)$/.test(tail) && /(?<!\\)\(.*(?<!\\)\(.*(?<!\\)\(/s.test(tail))
      found.push({ link: node, parent, tail });
  });
  for (const { link, parent, tail } of found) {
    const children = parent.children as Nodes[];
    children.splice(children.indexOf(link), 1, { type: 'text', value: '[' }, ...(link.children as Nodes[]), {
      type: 'text',
      value: tail,
    });
  }
}
