/** What stands between `:::` lines, made by importers. In: lines of phrasing content. Out: mdast that prints as an author types it. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { DirectiveName } from '../../book/directives.ts';

export const setPiece = (
  name: DirectiveName | '',
  children: readonly RootContent[],
  attributes: ContainerDirective['attributes'] = {},
): ContainerDirective => ({
  type: 'containerDirective',
  name,
  attributes,
  children: children as ContainerDirective['children'],
});

/** A line, and how many steps it is set in. */
export interface SetLine {
  readonly phrases: readonly PhrasingContent[];
  readonly steps?: number | undefined;
}

/** Lines that stay lines. */
export const linesOf = (lines: readonly SetLine[]): Paragraph => ({
  type: 'paragraph',
  children: lines.flatMap(({ phrases, steps = 0 }, at): readonly PhrasingContent[] => {
    const lead = `${at > 0 ? '\n' : ''}${'\u00A0\u00A0'.repeat(steps)}`;
    return lead === '' ? phrases : [{ type: 'text', value: lead }, ...phrases];
  }),
});
