/** One block of Markdown as hast, by the handlers of its section. */
import type { ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';

/** What a block becomes: mostly one element. */
export function printBlock(state: State, block: RootContent): ElementContent[] {
  const made = state.one(block as Parameters<State['one']>[0], undefined);
  return (made === undefined ? [] : Array.isArray(made) ? made : [made]) as ElementContent[];
}
