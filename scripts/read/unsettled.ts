/**
 * What waits to be settled after an update: `:::theirs` holds what the new import has where the folder has something else. In: a file’s tree.
 * Out: the tree without it, and a problem at each, with both readings.
 */
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { theirsName } from '../book/directives.ts';
import { quoteParting } from '../book/parting.ts';
import { type Outcome, type Problem, placeOf, problem } from '../report/problem.ts';

/** Takes them out. */
export function leaveOutUnsettled(tree: Root, path: string): Outcome<Root> {
  const problems: Problem[] = [];
  const children = tree.children.filter((block, at) => {
    if (block.type !== 'containerDirective' || block.attributes?.['class'] !== theirsName) return true;
    const [here, there] = quoteParting(wordsOf(tree.children[at - 1]), wordsOf(block));
    problems.push(
      problem(
        'update-unsettled',
        placeOf(path, block),
        `You changed this passage, and so did the new file. The book has yours: ${here}. It leaves out the other: ${there}.`,
        `Keep what you want of the two. Then delete the lines “:::${theirsName}” and “:::”.`,
      ),
    );
    return false;
  });
  return { value: problems.length > 0 ? { ...tree, children } : tree, problems };
}

const wordsOf = (block: RootContent | undefined): string => (block ? textOf(block) : '');
