/**
 * The press's typesetting as the bench drives it: in one process, without start-up and command line.
 * In: Markdown as typed. Out: Markdown as set, and how close a call each quotation mark was. Refuses to know: what is right.
 */
import type { Root } from 'mdast';
import type { Typography } from '../../scripts/book/house-styles.ts';
import { createParser } from '../../scripts/markdown/parse.ts';
import { sourceOffsets } from '../../scripts/markdown/source-map.ts';
import { createPassageTypesetter } from '../../scripts/typeset/apply-rules.ts';
import { collectPassages, type Passage } from '../../scripts/typeset/text/passages.ts';
import { typesetMarkdown } from '../../scripts/typeset/typeset-markdown.ts';

/** A quotation mark of the source, and by how much the chosen reading is better than the one that prints another glyph. */
export interface Call {
  readonly offset: number;
  readonly margin: number;
}

const typography: Typography = { style: 'chicago', elisions: [], rules: {} };

/** Parses as `fleuron typeset` does. */
export const parse = createParser({ autolinks: false, plugins: [] });

export { likelihoodOfError } from '../../scripts/typeset/queries/doubts.ts';

/** A mark that is told as doubtful; those of a group are settled by one answer. */
export interface Told {
  readonly offset: number;
  readonly group: string;
}

/** Sets English text as `fleuron typeset` does; also gives the marks that it tells as doubtful. */
export function typeset(
  source: string,
  tree: Root,
  asked: Pick<Typography, 'quotes'> = {},
): { readonly text: string; readonly told: readonly Told[] } {
  const { text, problems } = typesetMarkdown(source, tree, {
    path: 'novel.md',
    lang: 'en',
    typography: { ...typography, ...asked },
  });
  const told = problems.flatMap(({ rule, place, choices }): readonly Told[] => {
    const offset = place?.start?.offset;
    if (rule !== 'typography-doubt' || offset === undefined) return [];
    return [{ offset, group: choices?.find(({ elision }) => elision !== undefined)?.elision ?? `at ${offset}` }];
  });
  return { text, told };
}

/** The margin of every quotation mark of a source. */
export function callsOf(source: string, tree: Root): readonly Call[] {
  const passages: Passage[] = [];
  collectPassages(tree, 'en', passages);
  const compose = createPassageTypesetter(passages, typography);
  return passages.flatMap((passage, i): readonly Call[] => {
    const { read } = compose(passage, passages[i + 1]?.text);
    if (!read) return [];
    const offsets = sourceOffsetsOf(source, passage);
    const margins = read.reached.margins();
    return read.marks.flatMap(({ at }, k) => {
      const offset = offsets(at);
      const margin = margins[k];
      return offset === undefined || margin === undefined ? [] : [{ offset, margin }];
    });
  });
}

function sourceOffsetsOf(source: string, { pieces }: Passage): (at: number) => number | undefined {
  const maps = pieces.map(({ node, start }) => ({ start, size: node.value.length, map: sourceOffsets(source, node) }));
  return (at) => {
    const piece = maps.find(({ start, size }) => at >= start && at < start + size);
    return piece?.map?.[at - piece.start];
  };
}
