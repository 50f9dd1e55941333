/**
 * Set pieces: `:::verse`, a line that ends in `:::`, and what stands between. In: a text. Out: where its set pieces are,
 * what is odd about their fences, and the syntax for the parser. A fence without its fellow stays the text that it was,
 * so none can swallow a chapter; set pieces hold no others, so none can be nested to death.
 */
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { directiveNames, isDirectiveName } from '../../book/directives.ts';
import { nearest } from '../../report/nearest.ts';
import { type Problem, problem } from '../../report/problem.ts';

const colon = 58;

interface Fence {
  readonly name: string;
  /** Its line, from 1, and the offset that it begins at. */
  readonly line: number;
  readonly start: number;
  /** Whether it seems to stand in code, where the parser sees none. */
  readonly inCode: boolean;
}

interface SetPiece extends Fence {
  /** Where the fence at its end ends. */
  readonly end: number;
}

interface Fences {
  readonly pieces: readonly SetPiece[];
  /** Fences without a fellow. */
  readonly open: readonly Fence[];
  /** Fences with a name that is none of ours, as typed. */
  readonly strange: readonly Fence[];
}

const fence = /^(:{3,})([ \t]*[a-z][\w-]*)?(?:\[[^\n\]]*\])?(?:\{[^\n{}]*\})?[ \t]*$/;
const codeFence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
const longestFence = 400;

/** Finds the set pieces of a text. */
export function findDirectives(text: string): Fences {
  const pieces: SetPiece[] = [];
  const open: Fence[] = [];
  if (!text.includes(':::')) return { pieces, open, strange: [] };
  let begun: (Fence & { readonly size: number }) | undefined;
  let code: string | undefined;
  for (let start = 0, line = 1; start < text.length; line++) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = text.charCodeAt(start);
    const isMark = first === colon || first === 0x60 || first === 0x7e || first === 0x20;
    const typed = isMark && end - start <= longestFence ? text.slice(start, end) : '';
    if (first === colon) {
      const [, marks = '', name] = fence.exec(typed) ?? [];
      if (name !== undefined) {
        if (begun) open.push(begun);
        begun = { name, line, start, inCode: code !== undefined, size: marks.length };
      } else if (begun && marks.length >= begun.size) {
        pieces.push({ ...begun, end });
        begun = undefined;
      }
    } else if (typed) {
      const [, ticks, tildes] = codeFence.exec(typed) ?? [];
      const mark = ticks ?? tildes;
      if (mark !== undefined) code = code === undefined ? mark : mark.startsWith(code) ? undefined : code;
    }
    start = end + 1;
  }
  if (begun) open.push(begun);
  const isOurs = ({ name }: Fence) => isDirectiveName(name);
  return {
    pieces: pieces.filter(isOurs),
    open: open.filter((each) => isOurs(each) && !each.inCode),
    strange: [...pieces, ...open].filter((each) => !isOurs(each) && !each.inCode),
  };
}

/** What an author should know of a text's fences: one without its fellow, or with a name that is nearly one of ours. */
export function fenceProblems(text: string, path: string): readonly Problem[] {
  const { open, strange } = findDirectives(text);
  const at = (line: number) => ({ path, start: { line, column: 1 } });
  const unclosed = open.map(({ name, line }) =>
    problem(
      'set-piece-open',
      at(line),
      `Unexpected “:::${name}” without its end, expected a line “:::” below it`,
      'Its lines are printed as they are.',
    ),
  );
  const misnamed = strange.slice(0, mostGuesses).flatMap(({ name, line }): readonly Problem[] => {
    const guess = isDirectiveName(name.trim()) ? name.trim() : nearest(name.trim(), directiveNames);
    return guess === undefined
      ? []
      : [
          problem(
            'set-piece-unknown',
            at(line),
            `Unexpected “:::${name}”, expected one of ${directiveNames.join(', ')}, right behind the colons`,
            `Did you mean “:::${guess}”?`,
          ),
        ];
  });
  return [...unclosed, ...misnamed];
}

/** A text in another dialect of Markdown has thousands; the first will do. */
const mostGuesses = 20;

/** The syntax of a text's set pieces. */
export function fenceSyntax(text: string): Extension {
  const lines = new Set(findDirectives(text).pieces.map(({ line }) => line));
  const found = directive().flow?.[colon];
  const container = (Array.isArray(found) ? found : [found]).find((each): each is Construct => each?.concrete === true);
  if (!container || lines.size === 0) return {};
  return { flow: { [colon]: { ...container, tokenize: narrowed(container, lines) } } };
}

/** The tree's side of it. */
export const fenceFromMarkdown = () => directiveFromMarkdown();

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
  const { pieces } = findDirectives(text);
  let kept = '';
  let done = 0;
  for (const { name, start, end, inCode } of pieces) {
    if (name !== 'verse' || inCode) continue;
    const verse = text
      .slice(start, end)
      .replace(/^[ \t]+(?=\S)/gm, (spaces) => spaces.replaceAll(' ', '\u00A0').replaceAll('\t', '\u2003'));
    kept += text.slice(done, start) + verse;
    done = end;
  }
  return done === 0 ? text : kept + text.slice(done);
}
