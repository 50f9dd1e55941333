/**
 * In: Markdown text. Out: mdast with positions.
 * CommonMark with footnotes, tables, strikethrough, task lists, spans, set pieces; bare addresses only on request. One tilde is no strikethrough: `~fin~` ends a story.
 */
import type { Root } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { costLimit } from './cost-limit.ts';
import { extractPlain, parsePlain } from './fast-path.ts';
import { literalMarks } from './literal-marks.ts';
import type { ProseLines } from './prose/prose-lines.ts';
import { type Quota, withLineNumbers } from './quota.ts';
import { noLabels, type ReferenceLabels, withLabels } from './reference-labels.ts';
import { dataRuns } from './syntax/data-runs.ts';
import './syntax/linear-edits.ts';
import { definitionSyntax, definitionsFromMarkdown } from './syntax/definition-lists.ts';
import { emphasisSyntax, flankingOf } from './syntax/emphasis.ts';
import { divFromMarkdown, divSyntax } from './syntax/fenced-divs.ts';
import { type InnerParser, noBlocks } from './syntax/inner-parser.ts';
import { letteredQuote, letteredQuoteSyntax } from './syntax/lettered-quotes.ts';
import { lineBlockFromMarkdown, lineBlockSyntax } from './syntax/line-blocks.ts';
import { linkDefinitionSyntax } from './syntax/link-definitions.ts';
import { mathFromMarkdown, mathSyntax } from './syntax/math.ts';
import { highlightFromMarkdown, highlightSyntax, strikethroughSyntax } from './syntax/paired-marks.ts';
import { percentCommentFromMarkdown, percentCommentSyntax } from './syntax/percent-comments.ts';
import { proseSyntax } from './syntax/prose-syntax.ts';
import { rubyFromMarkdown, rubySyntax } from './syntax/ruby.ts';
import { setextSyntax } from './syntax/setext-heading.ts';
import { spanFromMarkdown, spanSyntax } from './syntax/spans.ts';
import { subSuperFromMarkdown, subSuperSyntax } from './syntax/sub-super.ts';
import { captionsFromMarkdown, tableFromMarkdown, tableSyntax } from './syntax/tables.ts';
import { typedSign, typedSignsFromMarkdown, typedSignsSyntax } from './syntax/typed-signs.ts';
import { htmlSyntax } from './syntax/unclosed-html.ts';

/** A function from Markdown to mdast; plug-ins, if any, have run when it answers. */
export type Parse = (text: string, circumstances?: ParseOptions) => Promise<Root>;

interface ParseOptions {
  /** With a quota a text is read under a meter, whose error excessOf understands. */
  readonly quota?: Quota | undefined;
  /** Of a chunk, the marks in the whole of its text (`marksIn`): they decide what has a meaning. */
  readonly marks?: ReadonlySet<string> | undefined;
  /** What other chunks define. */
  readonly labels?: ReferenceLabels | undefined;
  /** How lines of the file are read where prose means otherwise than CommonMark. */
  readonly prose?: ProseLines | undefined;
  /** Of a chunk, the number of its first line in the file. */
  readonly firstLine?: number | undefined;
}

interface Row {
  /** What must be in a text before the extension can find anything in it. */
  readonly mark: string;
  /** A closer look, where the mark alone says too little. */
  readonly pattern?: RegExp;
  readonly syntax: (text: string, inner: InnerParser) => Extension;
  readonly tree: (inner: InnerParser) => FromMarkdownExtension;
  /** Whether `markdown: commonmark` leaves it out: it gives characters a meaning that CommonMark and GFM do not. */
  readonly isForeign?: boolean;
}

const noSyntax = (): Extension => ({});

/** Notes; without what looks for `![^a]` at each bracket that closes nothing, back to the block's start, where a text has none. */
function footnoteSyntax(text: string): Extension {
  const syntax = gfmFootnote();
  return /!\[\s*\^/.test(text) ? syntax : { ...syntax, text: { ...syntax.text, 93: undefined } };
}

/** An extension costs time on every line, so a text gets only those whose marks it holds. */
const extensions: readonly Row[] = [
  { mark: '[^', syntax: footnoteSyntax, tree: gfmFootnoteFromMarkdown },
  { mark: '|', syntax: gfmTable, tree: gfmTableFromMarkdown },
  { mark: '~', syntax: subSuperSyntax, tree: subSuperFromMarkdown, isForeign: true },
  { mark: '^', syntax: subSuperSyntax, tree: subSuperFromMarkdown, isForeign: true },
  { mark: '==', syntax: highlightSyntax, tree: highlightFromMarkdown, isForeign: true },
  { mark: '> ', pattern: letteredQuote, syntax: letteredQuoteSyntax, tree: () => ({}), isForeign: true },
  { mark: '%%', syntax: percentCommentSyntax, tree: percentCommentFromMarkdown, isForeign: true },
  ...['`', '<<', '_'].map((mark) => ({
    mark,
    pattern: typedSign,
    syntax: typedSignsSyntax,
    tree: typedSignsFromMarkdown,
    isForeign: true,
  })),
  { mark: '~~', syntax: strikethroughSyntax, tree: gfmStrikethroughFromMarkdown },
  { mark: '[ ]', syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { mark: '[x]', syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { mark: '[X]', syntax: gfmTaskListItem, tree: gfmTaskListItemFromMarkdown },
  { mark: '$', syntax: mathSyntax, tree: mathFromMarkdown, isForeign: true },
  { mark: '\\(', syntax: mathSyntax, tree: mathFromMarkdown, isForeign: true },
  { mark: '\\[', syntax: mathSyntax, tree: mathFromMarkdown, isForeign: true },
  { mark: '+-', syntax: tableSyntax, tree: tableFromMarkdown, isForeign: true },
  { mark: '+:', syntax: tableSyntax, tree: tableFromMarkdown, isForeign: true },
  { mark: '+=', syntax: tableSyntax, tree: tableFromMarkdown, isForeign: true },
  { mark: '--  ', syntax: tableSyntax, tree: tableFromMarkdown, isForeign: true },
  { mark: '-- --', syntax: tableSyntax, tree: tableFromMarkdown, isForeign: true },
  { mark: '《', syntax: rubySyntax, tree: rubyFromMarkdown, isForeign: true },
  { mark: '{', syntax: rubySyntax, tree: rubyFromMarkdown, isForeign: true },
  { mark: '| ', syntax: lineBlockSyntax, tree: lineBlockFromMarkdown, isForeign: true },
  { mark: ': ', syntax: definitionSyntax, tree: definitionsFromMarkdown, isForeign: true },
  { mark: ':\t', syntax: definitionSyntax, tree: definitionsFromMarkdown, isForeign: true },
  { mark: '~ ', syntax: definitionSyntax, tree: definitionsFromMarkdown, isForeign: true },
  { mark: '~\t', syntax: definitionSyntax, tree: definitionsFromMarkdown, isForeign: true },
  { mark: 'able: ', syntax: noSyntax, tree: captionsFromMarkdown, isForeign: true },
  { mark: '\n: ', syntax: noSyntax, tree: captionsFromMarkdown, isForeign: true },
  { mark: '> : ', syntax: noSyntax, tree: captionsFromMarkdown, isForeign: true },
  { mark: '  : ', syntax: noSyntax, tree: captionsFromMarkdown, isForeign: true },
  { mark: ']:', syntax: () => linkDefinitionSyntax, tree: () => ({}), isForeign: true },
  { mark: ':span[', syntax: spanSyntax, tree: () => spanFromMarkdown() },
  { mark: ':::', syntax: divSyntax, tree: divFromMarkdown },
];

/** Tables in tables beyond this are text. */
const deepestTables = 3;

/** Which of the marks that need an extension a text holds. */
export function marksIn(text: string): ReadonlySet<string> {
  return new Set(
    extensions.flatMap(({ mark, pattern }) => (text.includes(mark) && (!pattern || pattern.test(text)) ? mark : [])),
  );
}

/**
 * Makes a parser. `autolinks` recognises bare web addresses, at twice the cost; `isPlain` is CommonMark with GFM and the press's own spans
 * and set pieces, and nothing that other tools have.
 */
export function createParser({
  autolinks,
  plugins,
  isPlain = false,
}: {
  readonly autolinks: boolean;
  readonly plugins: PluggableList;
  readonly isPlain?: boolean;
}): Parse {
  return async (text, { quota, marks = marksIn(text), labels = noLabels, prose, firstLine = 1 } = {}) => {
    const flanking = flankingOf(text, isPlain);
    const metered = quota && costLimit(text.length, quota, flanking);
    const around = metered?.around ?? ((extension: Extension) => extension);
    const isProse = prose && prose.breaks.size + prose.words.size > 0;
    const same = (line: number): number => line;
    let lineOf = same;
    /** What is defined around a text that is parsed for itself. */
    const known = { links: new Set(labels.links), notes: new Set(labels.notes) };
    const inner = (depth: number): InnerParser => ({
      outer: undefined,
      parse(cell, isInline) {
        for (const label of this.outer?.defined ?? []) known.links.add(label);
        for (const label of this.outer?.gfmFootnotes ?? []) known.notes.add(label);
        const own = new Set(depth < deepestTables ? [...marks].filter((mark) => cell.includes(mark)) : []);
        return parsePlain(cell) ?? processorFor(cell, own, depth + 1, isInline).parse(cell);
      },
    });
    const processorFor = (part: string, own: ReadonlySet<string>, depth: number, isInline: boolean) => {
      const used = extensions.filter(
        ({ mark, isForeign = false }, at) =>
          own.has(mark) &&
          !(isPlain && isForeign) &&
          !extensions.slice(0, at).some((each) => each.tree === extensions[at]?.tree && own.has(each.mark)),
      );
      const parser = inner(depth);
      return unified()
        .use(remarkParse)
        .data({
          // Of two constructs for one mark, the one that comes later here is tried first.
          micromarkExtensions: [
            setextSyntax,
            ...(depth === 0 && isProse ? [proseSyntax(prose, (line) => lineOf(line) + firstLine - 1)] : []),
            metered?.first ?? emphasisSyntax(flanking),
            ...used.map(({ syntax }) => around(syntax(part, parser))),
            ...(autolinks ? [around(gfmAutolinkLiteral())] : []),
            ...(metered || depth > 0 ? [withLabels(known)] : []),
            ...(metered ? [dataRuns, htmlSyntax] : []),
            ...(isInline ? [noBlocks] : []),
          ],
          fromMarkdownExtensions: [
            ...used.map(({ tree }) => tree(parser)),
            literalMarks(),
            ...(autolinks ? [gfmAutolinkLiteralFromMarkdown()] : []),
          ],
        })
        .use(plugins);
    };
    // A plug-in may give any character a meaning, and so may a bare address; set pieces are known by their lines.
    const thinned =
      plugins.length || autolinks || marks.has(':::') || marks.has('> ')
        ? undefined
        : extractPlain(text, prose && ((line) => prose.breaks.has(line + firstLine - 1)));
    lineOf = thinned?.lineOf ?? same;
    if (thinned) {
      const tree = withLineNumbers(thinned.lineOf, () =>
        processorFor(thinned.text, marks, 0, false).parse(thinned.text),
      );
      if (thinned.restore(tree)) return tree;
      lineOf = same;
    }
    const processor = processorFor(text, marks, 0, false);
    const tree = processor.parse(text);
    return plugins.length ? ((await processor.run(tree)) as Root) : tree;
  };
}
