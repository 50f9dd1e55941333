/**
 * In: Markdown text. Out: mdast with positions. Refuses to know what the tree is for.
 * CommonMark with footnotes, tables, strikethrough, task lists; bare addresses only on request. One tilde is no strikethrough: `~fin~` ends a story.
 */
import type { Root } from 'mdast';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { literalMarks } from './literal-marks.ts';
import { meter } from './meter.ts';
import { thin } from './plain-paragraphs.ts';

/**
 * A function from Markdown to mdast; plug-ins, if any, have run when it answers. A dense text is read under a meter,
 * whose error excessOf understands.
 */
export type Parse = (text: string, dense?: boolean) => Promise<Root>;

/** An extension costs time on every line, so a text gets only those whose marks it holds. */
const extensions = [
  { mark: '[^', syntax: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  { mark: '|', syntax: gfmTable, tree: gfmTableFromMarkdown },
  { mark: '~~', syntax: () => gfmStrikethrough({ singleTilde: false }), tree: gfmStrikethroughFromMarkdown },
  { mark: '[ ]', syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { mark: '[x]', syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { mark: '[X]', syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
] as const;

/** Makes a parser. `autolinks` recognises bare web addresses, at twice the cost. */
export function createParser({
  autolinks,
  plugins,
}: {
  readonly autolinks: boolean;
  readonly plugins: PluggableList;
}): Parse {
  return async (text, dense = false) => {
    const used = extensions.filter(
      ({ mark }, at) =>
        text.includes(mark) &&
        !extensions.slice(0, at).some((each) => each.tree === extensions[at]?.tree && text.includes(each.mark)),
    );
    const processor = unified()
      .use(remarkParse)
      .data({
        micromarkExtensions: [
          ...used.map(({ syntax }) => syntax()),
          ...(autolinks ? [gfmAutolinkLiteral()] : []),
          ...(dense ? [meter(text.length)] : []),
        ],
        fromMarkdownExtensions: [
          ...used.map(({ tree }) => tree()),
          literalMarks(),
          ...(autolinks ? [gfmAutolinkLiteralFromMarkdown()] : []),
        ],
      })
      .use(plugins);
    // A plug-in may give any character a meaning, and so may a bare address; the meter tells places in the whole text.
    const thinned = plugins.length || autolinks || dense ? undefined : thin(text);
    if (thinned) {
      const tree = processor.parse(thinned.text);
      if (thinned.restore(tree)) return tree;
    }
    const tree = processor.parse(text);
    return plugins.length ? ((await processor.run(tree)) as Root) : tree;
  };
}
