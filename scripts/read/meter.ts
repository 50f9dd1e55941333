/**
 * Counts what the parser does, and stops it where a text would keep it busy for longer than any book needs.
 * In: the length of a text. Out: an extension for micromark that changes nothing but throws past the limit, and the
 * reading of that error. Refuses to know: clocks; the same text always stops at the same mark.
 */
import { codeText, labelEnd } from 'micromark-core-commonmark';
import type { Construct, Effects, Event, Extension, TokenizeContext } from 'micromark-util-types';
import type { Point } from '../report/problem.ts';
import { pairedAttention } from './attention.ts';

/** A mark at which the parser had done more than the limit. */
export interface Excess {
  readonly point: Point;
  /** The mark, and how many of it the block has up to there. */
  readonly mark: string;
  readonly count: number;
  /** In steps: a character read, or as much work as that. */
  readonly limit: number;
}

/**
 * Steps that a text may take: some seconds' worth for tangles, and for the reading itself several times what the
 * densest real text takes (a step lasts some 20 ns, an ordinary character takes some 10).
 */
export const budget = { base: 100_000_000, perCharacter: 40 } as const;

/** What a step is worth: reading one character. The rest was measured against that. */
const costs = { enter: 24, attempt: 12, label: 3 } as const;

/** Makes an extension that counts, for one text, and throws an Error whose cause is an Excess. */
export function meter(length: number, { base, perCharacter }: typeof budget | Budget = budget): Extension {
  const limit = base + perCharacter * length;
  const tallies = new WeakMap<Effects, Map<number, number>>();
  let steps = 0;
  let context: TokenizeContext | undefined;
  let tally: Map<number, number> | undefined;
  let mark = 0;

  const spend = (cost: number): void => {
    steps += cost;
    if (steps > limit) stop();
  };
  const stop = (): never => {
    const { line = 1, column = 1, offset = 0 } = context?.now() ?? {};
    const excess: Excess = {
      point: { line, column, offset },
      mark: String.fromCharCode(mark),
      count: tally?.get(mark) ?? 0,
      limit,
    };
    throw new Error('The text is too dense to be read.', { cause: excess });
  };

  /** Never a construct of its own; it is asked first, and counts from then on all that its tokenizer does. */
  const counter: Construct = {
    tokenize(effects, _ok, nok) {
      return (code) => {
        context = this;
        mark = code ?? 0;
        tally = tallies.get(effects);
        if (!tally) {
          tally = new Map();
          tallies.set(effects, tally);
          countWork(effects, spend);
          indexDefinitions(this);
        }
        tally.set(mark, (tally.get(mark) ?? 0) + 1);
        // What a block has so far is moved each time something is put into its middle.
        spend(this.events.length >> 5);
        // With notes about, each bracket that closes nothing is looked back from, as far as the block's start.
        if (mark === 0x5d && this.parser.gfmFootnotes) spend(this.events.length >> 2);
        return nok(code);
      };
    },
  };
  const meteredLabelEnd: Construct = {
    ...labelEnd,
    name: 'meteredLabelEnd',
    resolveTo(events, self) {
      spend(costs.label * (events.length - openLabel(events)));
      return labelEnd.resolveTo?.(events, self) ?? events;
    },
  };
  const emphasis = pairedAttention(spend);
  const at = (marks: string, ...constructs: Construct[]) =>
    Object.fromEntries([...marks].map((each) => [each.charCodeAt(0), constructs]));
  return {
    document: at('>*+-0123456789[', counter),
    flow: at('<`~#=-_*', counter),
    contentInitial: at('[', counter),
    text: {
      ...at('[!<', counter),
      ...at('`', codeText.previous ? { ...counter, previous: codeText.previous } : counter), // a run is tried from its start only
      ...at('*_', counter, emphasis),
      ...at(']', counter, meteredLabelEnd),
    },
    insideSpan: { null: [emphasis] },
    disable: { null: ['labelEnd', 'attention'] },
  };
}

export interface Budget {
  readonly base: number;
  readonly perCharacter: number;
}

/** What a meter said when it stopped the parser; undefined for any other error. */
export function excessOf(error: unknown): Excess | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'limit' in cause ? (cause as Excess) : undefined;
}

/** Makes a tokenizer's own functions count. */
function countWork(effects: Effects, spend: (cost: number) => void): void {
  const { consume, enter, attempt, check, interrupt } = effects;
  effects.consume = (code) => {
    spend(1);
    consume(code);
  };
  effects.enter = (type, fields) => {
    spend(costs.enter);
    return enter(type, fields);
  };
  const counted =
    (work: Effects['attempt']): Effects['attempt'] =>
    (construct, ok, nok) => {
      spend(costs.attempt);
      return work(construct, ok, nok);
    };
  effects.attempt = counted(attempt);
  effects.check = counted(check);
  effects.interrupt = counted(interrupt);
}

/** Where the label opens that ends here, as labelEnd finds it. */
function openLabel(events: readonly Event[]): number {
  for (let at = events.length - 1; at >= 0; at--) {
    const [kind, token] = events[at] ?? [];
    if (kind === 'enter' && (token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced)
      return at;
  }
  return 0;
}

/** The parser looks through its list of definitions at each bracket; from now on it asks an index instead. */
function indexDefinitions({ parser }: TokenizeContext): void {
  for (const list of [parser.defined, parser.gfmFootnotes]) {
    if (!list || Object.hasOwn(list, 'includes')) continue;
    const index = new Set<string>();
    let indexed = 0;
    list.includes = (name) => {
      for (; indexed < list.length; indexed++) index.add(list[indexed] ?? '');
      return index.has(name);
    };
  }
}
