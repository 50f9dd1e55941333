/**
 * Parses CSS with css-tree into its plain nodes (CSS Syntax Level 3).
 * In: CSS as anyone may write it. Out: a tree, whose places are those of the CSS. What is no CSS is a `Raw` node.
 */
import type { AtrulePlain, CssNodePlain, RulePlain } from 'css-tree';
import convertor from 'css-tree/convertor';
import parse from 'css-tree/parser';
import { tokenize, tokenTypes } from 'css-tree/tokenizer';

export interface ParsedCss {
  /** The CSS, with spaces for brackets that close nothing, and for what is nested too deep. */
  readonly text: string;
  /** Rules of a style sheet, or declarations of a `style` attribute. */
  readonly nodes: readonly CssNodePlain[];
}

/** What is wrong with brackets and comments: one that nothing closes, one that closes nothing, the first that nests too deep. */
interface BracketFault {
  readonly kind: 'unclosed' | 'stray' | 'tooDeep';
  /** An offset in the CSS. */
  readonly at: number;
}

export interface ParsedSheet extends ParsedCss {
  /** In the order of their places. */
  readonly faults: readonly BracketFault[];
}

/** No sheet nests brackets this deep on purpose; a recursive parser must not follow further. */
const deepest = 64;

/** Parses a style sheet; what is not closed ends with it. */
export function parseStyleSheet(css: string): ParsedSheet {
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

function parsed(css: string, context: 'stylesheet' | 'declarationList'): ParsedSheet {
  // A string that nothing closes ends at the end of a sheet as if it were closed, but not at the end of a line.
  const balanced = balance(`${css}\n`);
  // The parser’s own option for plain lists (`list: false`) fails at white space.
  const tree = convertor.toPlainObject(parse(balanced.text, { context, positions: true, parseCustomProperty: true }));
  return { ...balanced, nodes: 'children' in tree && Array.isArray(tree.children) ? tree.children : [] };
}

const closerOf: ReadonlyMap<number, number> = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
]);

const closers: ReadonlySet<number> = new Set(closerOf.values());

/**
 * CSS with spaces for what is nested too deep, and for brackets that close nothing, at which css-tree 3.2.1 may loop for ever (it
 * reads an entry of its token buffer that the text parsed before has left there). Places stay what they are.
 */
function balance(css: string): Omit<ParsedSheet, 'nodes'> {
  const parts: string[] = [];
  const open: { readonly closer: number; readonly at: number }[] = [];
  const faults: BracketFault[] = [];
  let unclosed: number | undefined;
  let tooDeep: number | undefined;
  tokenize(css, (type, start, end) => {
    const token = css.slice(start, end);
    const isStray = open.length === 0 && closers.has(type);
    if (isStray) faults.push({ kind: 'stray', at: start });
    if (type === open.at(-1)?.closer) open.pop();
    if (open.length >= deepest) tooDeep ??= start;
    parts.push(isStray || open.length >= deepest ? token.replace(/[^\n]/g, ' ') : token);
    const closer = closerOf.get(type);
    if (closer !== undefined) open.push({ closer, at: start });
    if (type === tokenTypes.Comment && !(token.length > 3 && token.endsWith('*/'))) unclosed = start;
  });
  unclosed = open[0]?.at ?? unclosed;
  if (unclosed !== undefined) faults.push({ kind: 'unclosed', at: unclosed });
  if (tooDeep !== undefined) faults.push({ kind: 'tooDeep', at: tooDeep });
  return { text: parts.join(''), faults: faults.sort((one, other) => one.at - other.at) };
}
