/** Finds what nests too deep to be printed, before anything walks it by recursion, and what is more than a book can hold. */
import type { Nodes, Root } from 'mdast';
import { printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';
import type { Quota } from './quota.ts';

/** A problem at the first node that lies deeper than the limit, or that is one too many for the book. */
export function findTooDeep(tree: Root, path: string, quota: Quota): Problem | undefined {
  const { limits } = quota;
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > limits.nesting)
      return problem(
        'nesting-too-deep',
        placeOf(path, node),
        `More than ${limits.nesting} quotations, lists or emphases stand in one another.`,
        raiseLimit('nesting', limits),
      );
    if (--quota.nodes < 0)
      return problem(
        'book-too-large',
        placeOf(path, node),
        `The book has more than ${printLimit('nodes', limits.nodes)} paragraphs, emphases, links and texts between them.`,
        `Part it into several books. ${raiseLimit('nodes', limits)}`,
      );
    if (!('children' in node)) continue;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]; // the first is to be taken next
      if (child) open.push({ node: child, depth: depth + 1 });
    }
  }
  return undefined;
}
