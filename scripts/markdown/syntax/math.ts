/**
 * Formulas in TeX: `$a^2$`, `$$…$$`, `\(…\)`, `\[…\]`, by pandoc’s rule: no blank inside either dollar, no digit behind the last. So
 * `$5 and $10` is none, nor are words without any sign of TeX between two prices. In: a text. Out: nodes with TeX; what it means others know.
 */
import type { CompileContext, Token, Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { findRuns, runConstruct } from './line-runs.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathBlock: 'mathBlock';
    mathText: 'mathText';
    mathTextData: 'mathTextData';
  }
}

declare module 'mdast' {
  /** A formula in a line of text, or on lines of its own. */
  interface InlineMath extends Literal {
    type: 'inlineMath';
    display: boolean;
    /** As the author typed it, with its marks. */
    typed: string;
  }
  interface MathBlock extends Literal {
    type: 'math';
    typed: string;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface BlockContentMap {
    math: MathBlock;
  }
  interface RootContentMap {
    inlineMath: InlineMath;
    math: MathBlock;
  }
}

const dollar = 36;
const backslash = 92;

/** Each pair of marks; the longer of two that begin alike stands first. */
const pairs = [
  { open: '$$', close: '$$', display: true },
  { open: '$', close: '$', display: false },
  { open: '\\(', close: '\\)', display: false },
  { open: '\\[', close: '\\]', display: true },
] as const;
type Pair = (typeof pairs)[number];

const texSign = () => /\\[A-Za-z]|(?<![\p{L}\p{N}])[\p{L}\p{N}][\^_]|[)}][\^_]|[={}+]/u;
const words = () => /\s\p{L}{2,}|\p{L}{2,}\s/u;

/** Whether what stands between two marks is a formula, and not prices or escaped brackets. */
function isFormula({ open }: Pair, tex: string): boolean {
  if (tex.trim() === '') return false;
  if (open.startsWith('$')) return texSign().test(tex) || /[\\^_]/.test(tex) || !words().test(tex);
  return texSign().test(tex) || (open === '\\(' && /^[abdf-oqs-z]$/i.test(tex.trim()));
}

/** The syntax of a text’s formulas. */
export function mathSyntax(text: string): Extension {
  const block = runConstruct('mathBlock', findRuns(text, blockEnds()));
  /** Marks that nothing closes any more, by the text that was looked through to its end. */
  const unclosed = new WeakMap<TokenizeContext, Set<string>>();
  const constructs = (mark: string) => pairs.filter(({ open }) => open.startsWith(mark)).map(inText);
  const inText = (pair: Pair): Construct => ({
    name: 'mathText',
    tokenize(effects, ok, nok) {
      const known = unclosed.get(this) ?? new Set<string>();
      unclosed.set(this, known);
      const start = formula(pair, known, effects, ok, nok);
      return (code) =>
        known.has(pair.open) || (pair.open === '$' && this.previous === dollar) ? nok(code) : start(code);
    },
  });
  return {
    flow: { [dollar]: block, [backslash]: block },
    text: { [dollar]: constructs('$'), [backslash]: constructs('\\') },
  };
}

/** Finds where a formula ends that begins on a line and has others below it; no line of it is blank, and nothing stands behind it. */
function blockEnds(): (lines: readonly string[], at: number) => number | undefined {
  /** By closing mark, the lines that were looked through last: many may begin a formula that only the last of them could end. */
  const looked = new Map<string, { readonly from: number; readonly end: number }>();
  const endFrom = (lines: readonly string[], from: number, close: string): number => {
    const known = looked.get(close);
    if (known && from >= known.from && from <= known.end) return known.end;
    let end = from;
    while (end < lines.length && (lines[end] ?? '').trim() !== '' && !lines[end]?.includes(close)) end++;
    looked.set(close, { from, end });
    return end;
  };
  return (lines, at) => endOfBlock(lines, at, endFrom);
}

function endOfBlock(
  lines: readonly string[],
  at: number,
  endFrom: (lines: readonly string[], from: number, close: string) => number,
): number | undefined {
  const first = /^[ \t]*(\$\$|\\\[)/.exec(lines[at] ?? '');
  if (!first) return undefined;
  const close = first[1] === '$$' ? '$$' : '\\]';
  if ((lines[at] ?? '').slice(first[0].length).includes(close)) return undefined;
  const end = endFrom(lines, at + 1, close);
  const last = lines[end] ?? '';
  const found = last.indexOf(close);
  return found >= 0 && last.slice(found + 2).trim() === '' ? end + 1 : undefined;
}

function formula(pair: Pair, unclosed: Set<string>, effects: Effects, ok: State, nok: State): State {
  const { open, close } = pair;
  /** Only added to while marks are looked for: each look at it would copy it. */
  let tex = '';
  let previous: Code = null;
  let beforeClose: Code = null;
  let isEscaped = false;
  let at = 0;
  let closing = 0;
  const opening: State = (code) => {
    if (code !== open.charCodeAt(at)) return nok(code);
    effects.consume(code);
    at++;
    return at < open.length ? opening : start;
  };
  const start: State = (code) => {
    if (open === '$' && (isBlank(code) || code === dollar)) return nok(code);
    return between(code);
  };
  const between: State = (code) => {
    if (code === null) {
      unclosed.add(open);
      return nok(code);
    }
    if (isLineEnd(code)) {
      tex += '\n';
      isEscaped = false;
      previous = code;
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    effects.enter('mathTextData');
    return data(code);
  };
  const data: State = (code) => {
    if (code === null || isLineEnd(code)) {
      effects.exit('mathTextData');
      return between(code);
    }
    // Formulas hold no formulas: a second mark is a bracket that was escaped.
    if (previous === backslash && open.startsWith('\\') && code === open.charCodeAt(1)) return nok(code);
    if (code === close.charCodeAt(closing) && (closing > 0 || !isEscaped)) closing++;
    else closing = code === close.charCodeAt(0) && !isEscaped ? 1 : 0;
    if (closing === 1) beforeClose = previous;
    tex += String.fromCharCode(Math.max(code, 32));
    isEscaped = code === backslash && !isEscaped;
    previous = code;
    effects.consume(code);
    if (closing < close.length) return data;
    effects.exit('mathTextData');
    return closed;
  };
  const closed: State = (code) => {
    if (open === '$' && isSpace(beforeClose)) return nok(code);
    if (open === '$' && isDigit(code)) {
      closing = 0;
      return between(code);
    }
    if (!isFormula(pair, tex.slice(0, -close.length))) return nok(code);
    effects.exit('mathText');
    return ok(code);
  };
  return (code) => {
    effects.enter('mathText');
    return opening(code);
  };
}

const isLineEnd = (code: Code): boolean => code !== null && code < -2;
const isBlank = (code: Code): boolean => code === null || code < 0 || code === 32;
const isSpace = (code: Code): boolean => code !== null && (code < 0 || /\s/.test(String.fromCharCode(code)));
const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;

/** The tree’s side of it. */
export function mathFromMarkdown(): TreeExtension {
  return {
    enter: {
      mathText(token) {
        const typed = this.sliceSerialize(token);
        const { open, close, display } = pairs.find((each) => typed.startsWith(each.open)) ?? pairs[1];
        const value = typed.slice(open.length, -close.length).trim();
        this.enter({ type: 'inlineMath', value, display, typed }, token);
      },
      mathBlock: enterBlock,
    },
    exit: {
      mathText(token) {
        this.exit(token);
      },
      mathBlock: exitBlock,
    },
  };
}

function enterBlock(this: CompileContext, token: Token): void {
  const typed = this.sliceSerialize(token).trim();
  this.enter({ type: 'math', value: typed.slice(2, -2).trim(), typed }, token);
}

/** A formula whose note or item ends before it is none: its lines are a paragraph. */
function exitBlock(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1);
  this.exit(token);
  if (node?.type !== 'math' || isWhole(node.typed)) return;
  const { typed, position } = node;
  Object.assign(node, { type: 'paragraph', children: [{ type: 'text', value: typed, position }] });
}

const isWhole = (typed: string): boolean =>
  pairs.some(
    ({ open, close, display }) => display && typed.length >= 4 && typed.startsWith(open) && typed.endsWith(close),
  );
