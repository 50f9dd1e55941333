/**
 * A title page made of headings alone: “THE”, “OLD MILL”, “by”, “ANN EXAMPLE”, and then a chapter’s. In: blocks. Out: one heading for the
 * title, what the others say, and the blocks below them.
 */
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { isName } from '../../book/header-lines.ts';
import { blockWords } from './block-words.ts';

export interface TitleHeadings {
  readonly title: Heading;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  /** How many blocks say so. */
  readonly taken: number;
}

/** Undefined where fewer than two headings follow one another, or where they say nothing but a title and its first chapter. */
export function titleHeadings(blocks: readonly RootContent[]): TitleHeadings | undefined {
  const end = blocks.findIndex((block) => block.type !== 'heading' && block.type !== 'thematicBreak');
  const run = blocks.slice(0, end).flatMap((block, at) => (block.type === 'heading' ? [{ heading: block, at }] : []));
  const opening = run.at(-1);
  const [first] = run;
  // The last of them stands above text: it is a chapter’s, unless all that comes before is its title.
  if (!first || !opening || run.length < 2) return undefined;
  const byName = nameAbove(run);
  if (byName) return byName;
  const above = run.slice(0, -1);
  const top = first.heading.depth;
  const by = run.findIndex(
    ({ heading }, at) => /^by\b/i.test(wordsOf(heading)) && at > 0 && (heading.depth > top || at === above.length - 1),
  );
  const byline = by === -1 ? undefined : run[by];
  const named = byline && /^by:?\s*(.*)$/is.exec(wordsOf(byline.heading))?.[1];
  const next = byline && named === '' ? run[by + 1] : undefined;
  const author = named || (next && wordsOf(next.heading));
  const last = next ?? byline;
  const titles = run.slice(0, byline ? by : above.length);
  const same = titles.filter(({ heading }) => heading.depth === top);
  if (!author && same.length < 2) return undefined;
  const below = titles.filter(({ heading }) => heading.depth > top);
  const isOne =
    !author && blocks.some((block, at) => at > opening.at && block.type === 'heading' && block.depth === top);
  if (isOne) return undefined; // parts and chapters of one level
  const children = same.flatMap(({ heading }, at): PhrasingContent[] => [
    ...(at > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
    ...heading.children,
  ]);
  return {
    title: { ...first.heading, children },
    subtitle: below.map(({ heading }) => wordsOf(heading)).join(' ') || undefined,
    author: author || undefined,
    taken: (last ?? titles.at(-1) ?? first).at + 1,
  };
}

interface Placed {
  readonly heading: Heading;
  readonly at: number;
}

/** A name in a smaller heading right above the title. */
function nameAbove([first, second]: readonly Placed[]): TitleHeadings | undefined {
  if (!first || !second || first.heading.depth <= second.heading.depth) return undefined;
  const author = wordsOf(first.heading);
  return isName(author) && author.includes(' ') ? { title: second.heading, author, taken: second.at + 1 } : undefined;
}

const wordsOf = (heading: Heading): string => blockWords(heading).replace(/\s+/g, ' ').trim();
