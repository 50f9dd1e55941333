/**
 * Set pieces: `:::verse`, a line that ends in `:::`, and what stands between. In: a text. Out: where its set pieces are,
 * what is odd about their fences, and the syntax for the parser. A fence without its fellow stays the text that it was,
 * so none can swallow a chapter; set pieces hold no others, so none can be nested to death.
 */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { isSetPiece, setPieceNames } from '../book/set-pieces.ts';
import { nearest } from '../report/nearest.ts';
import { type Problem, problem } from '../report/problem.ts';

const colon = 58;

interface SetPiece {
  readonly name: string;
  /** The line of its first fence, from 1. */
  readonly line: number;
  /** Offsets: where its first fence begins, and where the last one ends. */
  readonly start: number;
  readonly end: number;
}

interface Fences {
  readonly pieces: readonly SetPiece[];
  /** Fences without a fellow. */
  readonly open: readonly { readonly name: string; readonly line: number }[];
}

const fence = /^(:{3,})[ \t]*([a-z][\w-]*)?(?:\[[^\n\]]*\])?(\{[^\n{}]*\})?[ \t]*$/;
const codeFence = /^ {0,3}(`{3,}|~{3,})/;

/** Finds the set pieces of a text. */
export function findSetPieces(text: string): Fences {
  const pieces: SetPiece[] = [];
  const open: { readonly name: string; readonly line: number }[] = [];
  if (!text.includes(':::')) return { pieces, open };
  let begun: (Omit<SetPiece, 'end'> & { readonly size: number }) | undefined;
  let code: string | undefined;
  for (let start = 0, line = 1; start < text.length; line++) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = text.charCodeAt(start);
    if (first === colon) {
      const [, marks = '', name] = fence.exec(text.slice(start, Math.min(end, start + 400)).trimEnd()) ?? [];
      if (marks && name === undefined && begun && marks.length >= begun.size && code === undefined) {
        pieces.push({ name: begun.name, line: begun.line, start: begun.start, end });
        begun = undefined;
      } else if (marks && name !== undefined && code === undefined) {
        if (begun) open.push(begun);
        begun = { name, line, start, size: marks.length };
      }
    } else if (first === 0x60 || first === 0x7e || first === 0x20) {
      const mark = codeFence.exec(text.slice(start, Math.min(end, start + 40)))?.[1];
      if (mark && !begun) code = code === undefined ? mark : mark.startsWith(code) ? undefined : code;
    }
    start = end + 1;
  }
  if (begun) open.push(begun);
  return { pieces: pieces.filter(({ name }) => isSetPiece(name)), open };
}

/** What an author should know of a text's fences: one without its fellow, or with a name that is nearly one of ours. */
export function fenceProblems(text: string, path: string): readonly Problem[] {
  if (!text.includes(':::')) return [];
  const { open } = findSetPieces(text);
  return open
    .flatMap(({ name, line }): readonly Problem[] => {
      const place = { path, start: { line, column: 1 } };
      if (isSetPiece(name))
        return [
          problem(
            'set-piece-open',
            place,
            `Unexpected “:::${name}” without its end, expected a line “:::” below it`,
            'Its lines are printed as they are.',
          ),
        ];
      return [];
    })
    .concat(unknownNames(text, path));
}

function unknownNames(text: string, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const match of text.matchAll(/^:::[ \t]*([a-z][\w-]{1,20})[^\n]{0,200}$/gm)) {
    const [, name = ''] = match;
    const guess = isSetPiece(name) ? undefined : nearest(name, setPieceNames);
    if (guess === undefined) continue;
    const line = text.slice(0, match.index).split('\n').length;
    problems.push(
      problem(
        'set-piece-unknown',
        { path, start: { line, column: 1 } },
        `Unexpected “:::${name}”, expected one of ${setPieceNames.join(', ')}`,
        `Did you mean “:::${guess}”?`,
      ),
    );
    if (problems.length >= 20) break;
  }
  return problems;
}

/** The syntax of a text's set pieces. */
export function setPieceSyntax(text: string): Extension {
  const lines = new Set(findSetPieces(text).pieces.map(({ line }) => line));
  const found = directive().flow?.[colon];
  const container = (Array.isArray(found) ? found : [found]).find((each): each is Construct => each?.concrete === true);
  if (!container || lines.size === 0) return {};
  return { flow: { [colon]: { ...container, tokenize: narrowed(container, lines) } } };
}

/** The tree's side of it. */
export const setPieceFromMarkdown = () => directiveFromMarkdown();

function narrowed(container: Construct, lines: ReadonlySet<number>): Construct['tokenize'] {
  return function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const start = container.tokenize.call(this, effects, ok, nok);
    return (code: Code) => (lines.has(this.now().line) ? start(code) : nok(code));
  };
}

/**
 * A text in which the spaces before lines of verse no longer are what Markdown drops, or takes for code: each has become
 * one that Markdown keeps. Every offset stays.
 */
export function keepVerseIndents(text: string): string {
  const { pieces } = findSetPieces(text);
  let kept = '';
  let done = 0;
  for (const { name, start, end } of pieces) {
    if (name !== 'verse') continue;
    const verse = text
      .slice(start, end)
      .replace(/^[ \t]+(?=\S)/gm, (spaces) => spaces.replaceAll(' ', '\u00A0').replaceAll('\t', '\u2003'));
    kept += text.slice(done, start) + verse;
    done = end;
  }
  return done === 0 ? text : kept + text.slice(done);
}
