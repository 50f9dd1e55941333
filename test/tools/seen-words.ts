/**
 * The words that a reader of Markdown sees, by a parser that is not ours: what a book must have.
 */
import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

/** The words of a Markdown text that match a pattern and are seen, in order of the text. */
export function seenWords(text: string, pattern: RegExp): readonly string[] {
  // A fence of a set piece is no text; to this parser it would be.
  const html = micromark(text.replace(/\r\n?/g, '\n').replace(/^:::.*$/gm, ''), {
    allowDangerousHtml: true,
    extensions: [gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem()],
    htmlExtensions: [gfmFootnoteHtml({ label: '↓' }), gfmStrikethroughHtml(), gfmTableHtml(), gfmTaskListItemHtml()],
  });
  const words: string[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node && /^(script|style|template|iframe|noembed|noframes|textarea|title)$/.test(node.tagName))
      return;
    if ('value' in node) words.push(...(node.value.match(pattern) ?? []));
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return words;
}
