/** The typed lines of a paragraph. In: phrasing content. Out: one run a line; emphasis and links go on in the next. */
import type { PhrasingContent } from 'mdast';

/** Parts phrasing content at its line ends, soft or hard. */
export function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    const [first = [], ...more] = node.type === 'break' ? [[], []] : partsOf(node);
    lines.at(-1)?.push(...first);
    lines.push(...more);
  }
  return lines;
}

/** What of a node stands on each of its lines; nothing where that is empty. */
function partsOf(node: PhrasingContent): PhrasingContent[][] {
  if (node.type === 'text') return node.value.split('\n').map((value) => (value === '' ? [] : [{ ...node, value }]));
  if (!isHolder(node)) return [[node]];
  return linesOf(node.children).map((children) =>
    children.length > 0 ? [{ ...node, children } as PhrasingContent] : [],
  );
}

function isHolder(node: PhrasingContent): node is Extract<PhrasingContent, { children: PhrasingContent[] }> {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link';
}
