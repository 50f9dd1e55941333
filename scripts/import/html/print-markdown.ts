/** mdast as the Markdown an author would type. In: blocks. Out: text that the press parses back to the same blocks. */
import type { RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Prints blocks. */
export function printMarkdown(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    {
      bullet: '-',
      emphasis: '*',
      rule: '*',
      ruleSpaces: true,
      fences: true,
      listItemIndent: 'one',
      resourceLink: false,
      extensions: [
        gfmFootnoteToMarkdown(),
        gfmStrikethroughToMarkdown(),
        gfmTableToMarkdown({ tablePipeAlign: false }),
        gfmTaskListItemToMarkdown(),
      ],
      // A span is `:span[` and nothing else: only that colon needs care.
      unsafe: [{ before: '[^\\w]', character: ':', after: 'span\\[' }],
    },
  );
}
