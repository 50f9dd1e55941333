/** In: a Markdown file. Out: its metadata block, and its text in blocks, each with the blank lines behind it; joined they are the text. */
import { parseInChunks } from '../markdown/chunks.ts';
import { createParser } from '../markdown/parse.ts';
import { splitMetadata } from '../metadata/metadata-block.ts';

/** With its fences, and the blank lines behind them; empty where there is none. */
export function metadataOf(text: string): string {
  const { block } = splitMetadata(text, '');
  return block === undefined ? '' : (/^---[\s\S]*?\n(?:---|\.\.\.)[ \t]*\n*/.exec(text)?.[0] ?? text);
}

/** Cuts a text without a metadata block: at its paragraphs, lists, set pieces, fences, notes. */
export async function blocksOf(text: string): Promise<readonly string[]> {
  const parse = createParser({ autolinks: false, plugins: [] });
  const { value: tree } = await parseInChunks(text, async (chunk, labels) => ({
    value: await parse(chunk, { labels }),
    problems: [],
  }));
  const starts = tree.children.flatMap(({ position }) => {
    const offset = position?.start.offset;
    return offset === undefined ? [] : text.lastIndexOf('\n', offset - 1) + 1;
  });
  // What stands before the first block belongs to it; two blocks on a line are one.
  const cuts = [...new Set([0, ...starts.slice(1), text.length])];
  return cuts.slice(1).map((end, at) => text.slice(cuts[at], end));
}
