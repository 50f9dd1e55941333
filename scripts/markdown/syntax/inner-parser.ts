/** What a construct needs that parses text for itself: cells of tables are no run of lines that the parser could go through. */
import type { Root } from 'mdast';
import type { Extension, ParseContext } from 'micromark-util-types';

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
