/**
 * Tells plug-ins that only change trees from those that change Markdown itself: a text can be parsed without the former.
 * In: plug-ins. Out: what they do to a tree.
 */
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';

/** What plug-ins do to a tree of Markdown; undefined where there are none, or one touches the parser, or fails at once. */
export function transformerOf(plugins: PluggableList): ((tree: Root) => Promise<Root>) | undefined {
  if (plugins.length === 0) return undefined;
  const micromarkExtensions: never[] = [];
  const fromMarkdownExtensions: never[] = [];
  let parser: unknown;
  try {
    const processor = unified()
      .data({ micromarkExtensions, fromMarkdownExtensions })
      .use(remarkParse)
      .use(function () {
        parser = this.parser;
      })
      .use(plugins)
      .freeze();
    const data = processor.data();
    const extensions = [...(data.micromarkExtensions ?? []), ...(data.fromMarkdownExtensions ?? [])];
    if (extensions.length > 0 || processor.parser !== parser) return undefined;
    return async (tree) => (await processor.run(tree)) as Root;
  } catch {
    return undefined; // the parser will meet it again, and say so
  }
}
