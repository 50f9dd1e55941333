/**
 * Blocks that are known by their lines: tables, verse, displayed formulas. In: a text. Out: its lines without the marks of quotations, and a
 * construct that takes as many lines as were found to belong together: so none begins what does not end, and none is read twice.
 */
import type { Code, Construct, State } from 'micromark-util-types';
import type { InnerParser } from './inner-parser.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    drawnTableLine: 'drawnTableLine';
    lineBlockLine: 'lineBlockLine';
    mathBlockLine: 'mathBlockLine';
  }
}

/** A line, without the marks of the quotations that it stands in. */
interface BareLine {
  readonly text: string;
  /** Of how many quotations. */
  readonly quotes: number;
  /** How many characters were taken away. */
  readonly lead: number;
}

const quotation = /^(?:[ \t]*>)+ ?/;
/** What marks an item of a list, before the first line of a block: white space, to those who read the block. */
const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)]) +(?=[|+$\\])/;

export function bareLines(text: string): readonly BareLine[] {
  return text.split(/\r\n|\n|\r/).map((line) => {
    const first = line.charCodeAt(0);
    const lead = first === 0x3e || first === 0x20 ? (quotation.exec(line)?.[0] ?? '') : '';
    const words = line.slice(lead.length).replace(bullet, (mark) => ' '.repeat(mark.length));
    return { text: words, quotes: lead === '' ? 0 : lead.split('>').length - 1, lead: lead.length };
  });
}

/** Lines that belong together. */
export interface LineRun {
  /** Its last line. */
  readonly last: number;
  /** The column of the character that stands furthest at the front: four columns further in than all else, it is code. */
  readonly column: number;
}

/** The runs of a text by their first lines (from 1). `endOf` says, of lines of one quotation, which comes after a run. */
export function findRuns(
  text: string,
  endOf: (lines: readonly string[], at: number) => number | undefined,
): ReadonlyMap<number, LineRun> {
  const lines = bareLines(text);
  const bare = lines.map((line) => line.text);
  const runs = new Map<number, LineRun>();
  for (let at = 0; at < lines.length; at++) {
    const end = endOf(bare, at);
    const run = lines.slice(at, end ?? at);
    if (end === undefined || run.some(({ quotes }) => quotes !== run[0]?.quotes)) continue;
    const columns = run.flatMap(({ text: words, lead }) =>
      words.trim() === '' ? [] : [lead + words.search(/\S/) + 1],
    );
    runs.set(at + 1, { last: end, column: columns.reduce((least, each) => Math.min(least, each)) });
    at = end - 1;
  }
  return runs;
}

/** A construct for the flow of blocks: where a run begins, all its lines. A line that a quotation has lost ends it. `inner` is told who asks. */
export function runConstruct(
  name: 'drawnTable' | 'lineBlock' | 'mathBlock',
  runs: ReadonlyMap<number, LineRun>,
  inner?: InnerParser,
): Construct {
  const each = `${name}Line` as const;
  return {
    name,
    concrete: true,
    tokenize(effects, ok, nok) {
      const { now, parser } = this;
      let last = 0;
      const line: State = (code) => {
        if (isLineEnd(code)) {
          effects.exit(each);
          return nextLine(code);
        }
        effects.consume(code);
        return line;
      };
      const end = (code: Code): State | undefined => {
        effects.exit(name);
        return ok(code);
      };
      const nextLine: State = (code) =>
        code === null || now().line >= last ? end(code) : effects.attempt(inSameContainer, startOfLine, end)(code);
      const startOfLine: State = (code) => {
        if (isLineEnd(code)) return nextLine(code);
        effects.enter(each);
        return line(code);
      };
      return (code) => {
        const run = runs.get(now().line);
        if (!run || run.column - now().column > 3 || isLineEnd(code)) return nok(code);
        last = run.last;
        if (inner) inner.outer ??= parser;
        effects.enter(name);
        effects.enter(each);
        return line(code);
      };
    },
  };
}

/** A line’s end, if the line below stands in the same quotation, item or note. Else it belongs to what is around the block. */
const inSameContainer: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const { now, parser } = this;
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (parser.lazy[now().line] ? nok(next) : ok(next));
    };
  },
};

const isLineEnd = (code: Code): boolean => code === null || (code < -2 && code > -6);
