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
  const texts = new Map<Nodes, Nodes>(
    words.map(({ node, parent }) => {
      const { value, position } = node;
      const text: Text = { type: 'text', value, position };
      return [node, ofBlocks.has(parent.type) ? { type: 'paragraph', children: [text], position } : text];
    }),
  );
  for (const parent of new Set(words.map((each) => each.parent)))
    Object.assign(parent, { children: (parent.children as Nodes[]).map((child) => texts.get(child) ?? child) });
  return words.map(({ node }) => node);
}
