/**
 * Parses CSS with css-tree into its plain nodes (CSS Syntax Level 3).
 * In: CSS as anyone may write it. Out: a tree, and the text that the places in it count in. What is no CSS is a `Raw` node.
 */
import type { AtrulePlain, CssNodePlain, RulePlain } from 'css-tree';
import convertor from 'css-tree/convertor';
import parse from 'css-tree/parser';
import { tokenize, tokenTypes } from 'css-tree/tokenizer';

export interface ParsedCss {
  /** The CSS without comments, white space as single spaces. */
  readonly text: string;
  /** Rules of a style sheet, or declarations of a `style` attribute. */
  readonly nodes: readonly CssNodePlain[];
}

/** No sheet nests brackets this deep on purpose; a recursive parser must not follow further. */
const deepest = 64;

/** Parses a style sheet; what is not closed ends with it. */
export function parseStyleSheet(css: string): ParsedCss {
  return parsed(css, 'stylesheet');
}

/** Parses the declarations of a `style` attribute. */
export function parseInlineStyle(css: string): ParsedCss {
  return parsed(css, 'declarationList');
}

/** A rule with other nodes in its braces; nothing where there are none. */
export function withBlock(rule: RulePlain | AtrulePlain, children: readonly CssNodePlain[]): readonly CssNodePlain[] {
  return children.length > 0 ? [{ ...rule, block: { type: 'Block', children: [...children] } }] : [];
}

function parsed(css: string, context: 'stylesheet' | 'declarationList'): ParsedCss {
  const text = normalizeCss(css);
  // The parser’s own option for plain lists (`list: false`) fails at white space.
  const tree = convertor.toPlainObject(parse(text, { context, positions: true }));
  return { text, nodes: 'children' in tree && Array.isArray(tree.children) ? tree.children : [] };
}

const openers: ReadonlySet<number> = new Set([
  tokenTypes.Function,
  tokenTypes.LeftParenthesis,
  tokenTypes.LeftSquareBracket,
  tokenTypes.LeftCurlyBracket,
]);
const closers: ReadonlySet<number> = new Set([
  tokenTypes.RightParenthesis,
  tokenTypes.RightSquareBracket,
  tokenTypes.RightCurlyBracket,
]);

/** CSS with a space for each comment and each run of white space, and without what is nested too deep. */
function normalizeCss(css: string): string {
  const parts: string[] = [];
  let depth = 0;
  tokenize(css, (type, start, end) => {
    if (closers.has(type)) depth = Math.max(0, depth - 1);
    const isSpace = type === tokenTypes.WhiteSpace || type === tokenTypes.Comment;
    if (depth < deepest && !(isSpace && parts.at(-1) === ' ')) parts.push(isSpace ? ' ' : css.slice(start, end));
    if (openers.has(type)) depth += 1;
  });
  return parts.join('');
}
