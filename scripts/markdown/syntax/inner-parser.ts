/** What a construct needs that parses text for itself: cells of tables are no run of lines that the parser could go through. */
import type { Nodes, Root } from 'mdast';
import type { Extension, ParseContext } from 'micromark-util-types';
import type { Point } from 'unist';
import { walk } from '../../book/walk.ts';

export interface InnerParser {
  /** The parser of the text around, whose definitions and notes are known inside. */
  outer: ParseContext | undefined;
  /** Parses a text; as one paragraph, where it holds no blocks. */
  readonly parse: (text: string, isInline: boolean) => Root;
}

/** An extension by which nothing is a block but a paragraph (CommonMark §4, §5; GFM). */
export const noBlocks: Extension = {
  disable: {
    null: [
      ...[
        'blockQuote',
        'codeFenced',
        'codeIndented',
        'definition',
        'headingAtx',
        'htmlFlow',
        'list',
        'setextUnderline',
      ],
      ...[
        'linearSetextUnderline',
        'linkDefinition',
        'thematicBreak',
        'table',
        'gfmFootnoteDefinition',
        'tasklistCheck',
        'definitionList',
        'lineBlock',
      ],
    ],
  },
};

/** A piece of a line of the author’s. */
export interface TypedLine {
  readonly text: string;
  readonly start: Point;
}

/** Parses lines that are pieces of the author’s; the nodes are at the author’s places. */
export function parseStretches(lines: readonly TypedLine[], inner: InnerParser, isInline: boolean): Root {
  const tree = inner.parse(lines.map(({ text }) => text).join('\n'), isInline);
  walk<Nodes>(tree, ({ position }) => {
    if (!position) return;
    for (const point of [position.start, position.end]) {
      const { line, column, offset } = moved(lines[point.line - 1]?.start, point.column - 1);
      Object.assign(point, { line, column, offset });
    }
  });
  return tree;
}

/** A point further on in its line. */
export const moved = ({ line, column, offset = 0 }: Point = { line: 1, column: 1, offset: 0 }, by: number) => ({
  line,
  column: column + by,
  offset: offset + by,
});
