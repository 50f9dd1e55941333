/** mdast as the Markdown an author would type. In: blocks. Out: text that the press parses back to the same blocks. */
import type { RootContent } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, type Info, type State, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';

/** A set piece between its fences, which are all that the press reads of directives with content. */
const containerDirective = (node: ContainerDirective, _: unknown, state: State, info: Info): string => {
  const attributes = Object.entries(node.attributes ?? {}).map(
    ([name, value]) => `${name}="${(value ?? '').replaceAll('"', '&quot;')}"`,
  );
  const braces = attributes.length > 0 ? `{${attributes.join(' ')}}` : '';
  return `:::${node.name}${braces}\n${state.containerFlow(node as never, info)}\n:::`;
};

/** A span: the mark of a printed page, or words in small capitals. */
const textDirective = (node: TextDirective, _: unknown, state: State, info: Info): string => {
  const { id, class: name = '', title } = node.attributes ?? {};
  const braces = `{${id ? `#${id} ` : ''}.${name}${title === undefined ? '' : ` title="${title}"`}}`;
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  return `${info.before.endsWith('!') ? ':span' : ''}[${words}]${braces}`; // behind an exclamation mark brackets are a picture's
};

/** What needs care besides CommonMark's own marks. */
export const unsafe: readonly Unsafe[] = [
  // A span is `:span[` and nothing else: only that colon needs care, and those of a fence.
  { before: '[^\\w]', character: ':', after: 'span\\[' },
  { atBreak: true, character: ':', after: '[: \\t]' },
  // What other tools' Markdown gives a meaning, and so does the press's.
  { character: '{', inConstruct: 'phrasing' },
  { character: '$', after: '[^\\s$]', inConstruct: 'phrasing' },
  { character: '^', before: '\\S', after: '[^\\s^~]{1,41}\\^', inConstruct: 'phrasing' },
  { character: '=', after: '=', inConstruct: 'phrasing' },
  { character: '%', after: '%', inConstruct: 'phrasing' },
  { character: '>', before: '[ABDEIQTWX]', inConstruct: 'phrasing' },
  { atBreak: true, character: '-', after: '[>#]' },
];

/** Prints blocks. */
export function printMarkdown(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    {
      bullet: '*',
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
      handlers: { containerDirective, textDirective, text: printText },
      unsafe: [...unsafe],
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
    !/[\t\r\n*<>[\]\\_`|~#^={%$]|&(?:[#A-Za-z]|$)|!$/.test(value) &&
    (/^[\p{L}“”‘’"'…—–]/u.test(value) || !/[\r\n\]]$/.test(info.before)) &&
    !(value.endsWith(' ') && /^[\r\n]/.test(info.after));
  return isPlain ? value : defaultHandlers.text(node, parent, state, info);
};
