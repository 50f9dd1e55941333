/**
 * Counts what the parser does, and stops it where a text would keep it busy for longer than any book needs.
 * In: the length of a text. Out: an extension for micromark that changes nothing but throws past the limit, and the
 * reading of that error. The same text always stops at the same mark.
 */
import { blockQuote, codeText, labelEnd, list } from 'micromark-core-commonmark';
import type {
  Code,
  Construct,
  ConstructRecord,
  Effects,
  Event,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import { type Excess, type Quota, quotaError, stepsPerCharacter } from './quota.ts';
import { linearEmphasis } from './syntax/emphasis.ts';

/** What a step is worth: reading one character. The rest was measured against that. */
const costs = { enter: 24, attempt: 12, label: 3, lazy: 2 } as const;

/** Makes extensions that count, for one text, and throw an Error whose cause is an Excess; `flanking` says which marks of emphasis open and close. */
export function costLimit(length: number, quota: Quota, flanking?: Construct): CostLimit {
  const tallies = new WeakMap<Effects, Map<number, Tally>>();
  const free = stepsPerCharacter * length;
  let steps = 0;
  let tokens = 0;
  let context: TokenizeContext | undefined;
  let block: Map<number, Tally> = new Map();
  let current: Tally = { mark: 0, count: 0, steps: 0 };

  const work: Work = {
    step(cost) {
      steps += cost;
      current.steps += cost;
      if (steps <= free) return;
      quota.steps -= steps - free;
      steps = free;
      if (quota.steps < 0) stop('steps');
    },
    token(count) {
      tokens += count;
      if (tokens > quota.limits.marks) stop('marks');
    },
  };
  const stop = (of: Excess['of']): never => {
    const { line = 1, column = 1, offset = 0 } = context?.now() ?? {};
    const worst = [...block.values()].reduce((most, each) => (each.steps > most.steps ? each : most), current);
    const excess: Excess = {
      point: { line, column, offset },
      mark: String.fromCharCode(worst.mark),
      count: worst.count,
      of,
    };
    throw quotaError(excess);
  };

  /**
   * Counts from now on all that a tokenizer does. What a block of text has so far is moved and looked through each time
   * a mark in it is settled: `settling` is the part of a step that costs for each token there, as a power of two.
   * Each of a container's tokens brings some in it.
   */
  const count = (self: TokenizeContext, effects: Effects, code: Code, settling?: number, tokensEach = 1): void => {
    context = self;
    const known = tallies.get(effects);
    block = known ?? new Map();
    if (!known) {
      tallies.set(effects, block);
      countWork(effects, work, tokensEach);
    }
    const mark = code ?? 0;
    current = block.get(mark) ?? { mark, count: 0, steps: 0 };
    block.set(mark, current);
    current.count++;
    if (settling !== undefined) work.step(self.events.length >> settling);
  };
  /** Never a construct of its own; it is asked first. */
  const counter = (settling?: number, tokensEach?: number): Construct => ({
    tokenize(effects, _ok, nok) {
      return (code) => {
        count(this, effects, code, settling, tokensEach);
        return nok(code);
      };
    },
  });
  const counting = (construct: Construct, settling?: number): Construct => ({
    ...construct,
    tokenize(effects, ok, nok) {
      let start: State | undefined;
      return (code) => {
        count(this, effects, code, settling);
        start ??= construct.tokenize.call(this, effects, ok, nok);
        return start(code);
      };
    },
  });
  const mayFail = counter(5);
  const staysToken = counter(7);
  const inFlow = counter();
  const inContainer = counter(undefined, 3);
  /** Asked where a bracket closed nothing: with notes about, micromark then looks back over the whole block. */
  const lookingBack: Construct = {
    add: 'after',
    tokenize(_effects, _ok, nok) {
      if (this.parser.gfmFootnotes)
        work.step(this.events.length + this.now().offset - (this.events[0]?.[1].start.offset ?? 0));
      return nok;
    },
  };
  const meteredLabelEnd: Construct = {
    ...labelEnd,
    name: 'meteredLabelEnd',
    resolveTo(events, self) {
      work.step(costs.label * (events.length - openLabel(events)));
      return labelEnd.resolveTo?.(events, self) ?? events;
    },
  };
  /** Where a lazy line (CommonMark §5.1) goes on with its paragraph, micromark goes through all such lines. */
  const container = (construct: Construct): Construct => ({
    ...construct,
    ...(construct.continuation && { continuation: continuing(construct.continuation) }),
  });
  let lazyLines = 0;
  const continuing = (continuation: Construct): Construct => ({
    ...continuation,
    tokenize(effects, ok, nok) {
      if (this.parser.lazy[this.now().line - 1]) work.step(costs.lazy * ++lazyLines);
      return continuation.tokenize.call(this, effects, ok, nok);
    },
  });
  const emphasis = linearEmphasis(work.step, flanking);
  const at = (marks: string, ...constructs: Construct[]) =>
    Object.fromEntries([...marks].map((each) => [each.charCodeAt(0), constructs]));
  const first: Extension = {
    document: {
      ...at('*+-0123456789', inContainer, container(list)),
      ...at('>', inContainer, container(blockQuote)),
      ...at('[', inContainer),
    },
    flow: at('<`~#=-_*', inFlow),
    contentInitial: at('[', inFlow),
    text: {
      ...at('[', staysToken),
      ...at('!<', mayFail),
      ...at('`', codeText.previous ? { ...mayFail, previous: codeText.previous } : mayFail), // a run is tried from its start only
      ...at('*_', staysToken, emphasis),
      ...at(']', counter(4), meteredLabelEnd, lookingBack),
    },
    insideSpan: { null: [emphasis] },
    disable: { null: ['labelEnd', 'attention'] },
  };
  /** The same extension; its marks in text and its containers are counted as the parser's own. */
  const around = (extension: Extension): Extension => ({
    ...extension,
    ...(extension.text && { text: eachOf(extension.text, (each) => counting(each)) }),
    ...(extension.document && { document: eachOf(extension.document, (each) => counting(container(each))) }),
  });
  return { first, around };
}

interface CostLimit {
  /** To be put before all other extensions. */
  readonly first: Extension;
  /** To be put around every other one. */
  readonly around: (extension: Extension) => Extension;
}

function eachOf(constructs: ConstructRecord, change: (construct: Construct) => Construct): ConstructRecord {
  return Object.fromEntries(Object.entries(constructs).map(([code, each]) => [code, [each ?? []].flat().map(change)]));
}

/** How often a mark came up in a block, and what was done from there to the next mark. */
interface Tally {
  readonly mark: number;
  count: number;
  steps: number;
}

interface Work {
  readonly step: (cost: number) => void;
  readonly token: (count: number) => void;
}

/** Makes a tokenizer's own functions count. */
function countWork(effects: Effects, { step, token }: Work, tokensEach: number): void {
  const { consume, enter, attempt, check, interrupt } = effects;
  effects.consume = (code) => {
    step(1);
    consume(code);
  };
  effects.enter = (type, fields) => {
    step(costs.enter);
    token(tokensEach);
    return enter(type, fields);
  };
  const counted =
    (original: Effects['attempt']): Effects['attempt'] =>
    (construct, ok, nok) => {
      step(costs.attempt);
      return original(construct, ok, nok);
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
