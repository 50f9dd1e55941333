/** The typed lines of a paragraph. In: phrasing content. Out: one run a line; emphasis and links go on in the next. */
import type { PhrasingContent } from 'mdast';

/** Parts phrasing content at its line ends, soft or hard. */
export function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type === 'text') {
      const [first = '', ...more] = node.value.split('\n');
      if (first !== '') lines.at(-1)?.push({ ...node, value: first });
      for (const value of more) lines.push(value === '' ? [] : [{ ...node, value }]);
    } else if (isHolder(node)) {
      const [first = [], ...more] = linesOf(node.children);
      if (first.length > 0) lines.at(-1)?.push({ ...node, children: first } as PhrasingContent);
      for (const children of more) lines.push(children.length > 0 ? [{ ...node, children } as PhrasingContent] : []);
    } else lines.at(-1)?.push(node);
  }
  return lines;
}

function isHolder(node: PhrasingContent): node is Extract<PhrasingContent, { children: PhrasingContent[] }> {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link';
}
