/**
 * Blocks that are known by their lines: tables, verse, displayed formulas. In: a text. Out: its lines without the marks of quotations, and a
 * construct that takes as many lines as were found to belong together: so none begins what does not end, and none is read twice.
 */
import type { Code, Construct, State, Token } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    runLine: 'runLine';
  }
}

/** A line, without the marks of the quotations that it stands in. */
export interface BareLine {
  readonly text: string;
  /** Of how many quotations. */
  readonly quotes: number;
}

const quotation = /^(?:[ \t]*>)+ ?/;

/** The lines of a text; the first is at 0. */
export function bareLines(text: string): readonly BareLine[] {
  return text.split(/\r\n|\n|\r/).map((line) => {
    const first = line.charCodeAt(0);
    const lead = first === 0x3e || first === 0x20 ? (quotation.exec(line)?.[0] ?? '') : '';
    return { text: line.slice(lead.length), quotes: lead === '' ? 0 : lead.split('>').length - 1 };
  });
}

/** For each line (from 1) that a run begins at, its last. `endOf` says, of lines of one quotation, which comes after a run. */
export function findRuns(
  text: string,
  endOf: (lines: readonly string[], at: number) => number | undefined,
): ReadonlyMap<number, number> {
  const lines = bareLines(text);
  const bare = lines.map((line) => line.text);
  const runs = new Map<number, number>();
  for (let at = 0; at < lines.length; at++) {
    const end = endOf(bare, at);
    const quotes = lines[at]?.quotes;
    if (end === undefined || lines.slice(at, end).some((line) => line.quotes !== quotes)) continue;
    runs.set(at + 1, end);
    at = end - 1;
  }
  return runs;
}

/** A construct for the flow of blocks: where a run begins, all its lines. A line that a quotation has lost ends it. */
export function runConstruct(name: Token['type'], runs: ReadonlyMap<number, number>): Construct {
  return {
    name,
    concrete: true,
    tokenize(effects, ok, nok) {
      const { now, parser } = this;
      let last = 0;
      const line: State = (code) => {
        if (isLineEnd(code)) {
          effects.exit('runLine');
          return code === null || now().line >= last ? end(code) : lineEnd(code);
        }
        effects.consume(code);
        return line;
      };
      const end = (code: Code): State | undefined => {
        effects.exit(name);
        return ok(code);
      };
      const lineEnd: State = (code) => {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return nextLine;
      };
      const nextLine: State = (code) => {
        if (code === null || parser.lazy[now().line]) return end(code);
        if (isLineEnd(code)) return now().line >= last ? end(code) : lineEnd(code);
        effects.enter('runLine');
        return line(code);
      };
      return (code) => {
        last = runs.get(now().line) ?? 0;
        if (last === 0 || isLineEnd(code)) return nok(code);
        effects.enter(name);
        return nextLine(code);
      };
    },
  };
}

const isLineEnd = (code: Code): boolean => code === null || (code < -2 && code > -6);
