/** mdast as the Markdown an author would type. In: blocks. Out: text that the press parses back to the same blocks. */
import type { RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';

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
      handlers: { text: printText },
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

/**
 * Most texts hold nothing that any pattern of mdast-util-to-markdown calls unsafe; to try them all, text by text, took a
 * third of an import. Where a line begins, or after a bracket, such a text opens with a letter or a quotation mark.
 */
const printText: Handle = (node, parent, state, info) => {
  const value: unknown = node.value;
  const isPlain =
    typeof value === 'string' &&
    !/[\t\r\n*<>[\]\\_`|~#]|&(?:[#A-Za-z]|$)|!$/.test(value) &&
    (/^[\p{L}“”‘’"'…—–]/u.test(value) || !/[\r\n\]]$/.test(info.before)) &&
    !(value.endsWith(' ') && /^[\r\n]/.test(info.after));
  return isPlain ? value : defaultHandlers.text(node, parent, state, info);
};
