/**
 * The parser's side of what prose means otherwise: a line that is a scene break whatever marks it is of, and a line that begins no code.
 * In: lines by their number in the file. Out: an extension for micromark. Refuses to know: how they were found.
 */
import { content } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import type { ProseLines } from '../prose/prose-lines.ts';

const marks = [0x23, 0x2a, 0x2b, 0x2d, 0x3d, 0x7e]; // # * + - = ~
/** How micromark writes tabs, the columns behind them, and spaces. */
const white = [-2, -1, 0x20];
const isWhite = (code: Code): boolean => code !== null && white.includes(code);
/** Its codes of line ends are below those of white space. */
const isEnd = (code: Code): boolean => code === null || code < -2;

/** The syntax of a text; `lineOf` gives the number in the file of the parser's line. */
export function proseSyntax(
  { breaks, words }: Pick<ProseLines, 'breaks' | 'words'>,
  lineOf: (line: number) => number,
): Extension {
  const breakLine: Construct = {
    name: 'proseBreak',
    tokenize(effects, ok, nok) {
      const inside: State = (code) => {
        if (!isEnd(code)) {
          effects.consume(code);
          return inside;
        }
        effects.exit('thematicBreak');
        return ok(code);
      };
      return (code) => {
        if (!breaks.has(lineOf(this.now().line))) return nok(code);
        effects.enter('thematicBreak');
        return inside(code);
      };
    },
  };
  const wordLine: Construct = {
    name: 'proseWords',
    tokenize(effects, ok, nok) {
      const start = effects.attempt(content, ok, nok);
      const inside: State = (code) => {
        if (isWhite(code)) {
          effects.consume(code);
          return inside;
        }
        effects.exit('linePrefix');
        return start(code);
      };
      return (code) => {
        if (!words.has(lineOf(this.now().line)) || this.interrupt) return nok(code);
        if (!isWhite(code)) return start(code);
        effects.enter('linePrefix');
        return inside(code);
      };
    },
  };
  return {
    flow: {
      ...Object.fromEntries(marks.map((mark) => [mark, breakLine])),
      [0x7e]: [breakLine, wordLine],
      null: breakLine,
    },
    flowInitial: Object.fromEntries(white.map((mark) => [mark, wordLine])),
  };
}
