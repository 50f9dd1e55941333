/**
 * Takes back tags that are an author’s own words: `<sigh>`, `<Mary> Hello`, `</rant>`. A book has no element of such a name, and would lose
 * the word. In: a file’s tree, edited in place. Out: the nodes that are text now.
 */
import type { Html, Nodes, Parents, Root, Text } from 'mdast';
import { elementNames } from '../../book/html-elements.ts';
import { walk } from '../../book/walk.ts';
import { ofBlocks } from './extend-tree.ts';

const tag = /^<(\/?)([a-z][a-z0-9]*)>/i;

/** Puts text in the place of tags that have neither an element’s name, nor attributes, nor a partner. */
export function revertFalseTags(tree: Root): readonly Html[] {
  const opened = new Set<string>();
  const closed = new Set<string>();
  const found: { readonly node: Html; readonly parent: Parents; readonly isEnd: boolean; readonly name: string }[] = [];
  walk<Nodes>(tree, (node, parent) => {
    if (node.type !== 'html') return;
    for (const [, slash, name = ''] of node.value.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi))
      (slash ? closed : opened).add(name.toLowerCase());
    const [typed = '', slash, name = ''] = tag.exec(node.value) ?? [];
    if (typed === '' || elementNames.has(name.toLowerCase()) || node.value.includes('<', 1)) return;
    found.push({ node, parent, isEnd: slash !== '', name: name.toLowerCase() });
  });
  const words = found.filter(({ isEnd, name }) => !(isEnd ? opened : closed).has(name));
  for (const { node, parent } of words) {
    const text: Text = { type: 'text', value: node.value, position: node.position };
    const put: Nodes = ofBlocks.has(parent.type)
      ? { type: 'paragraph', children: [text], position: node.position }
      : text;
    const children = parent.children as Nodes[];
    children[children.indexOf(node)] = put;
  }
  return words.map(({ node }) => node);
}
