/**
 * Pairs marks of emphasis in time that grows with their number, where micromark's own pairing grows with its square.
 * In: a block's events. Out: the events that micromark would make of them, and no others (test/read/attention.test.ts
 * compares the two). A block with strikethrough that is yet to be paired is left to micromark.
 */
import { attention } from 'micromark-core-commonmark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import type { Construct, Event, Extension, Point, Token, TokenizeContext } from 'micromark-util-types';

/** A run of `*` or `_`: what is left of it shrinks from the left as it closes, from the right as it opens. */
interface Run {
  readonly token: Token;
  readonly marker: string;
  length: number;
  /** What the pairs put before the rest of this run, and after it. */
  readonly closings: Event[];
  readonly openings: Event[][];
}

/** Marks beside letters or punctuation of Chinese, Japanese, Korean, which CommonMark's rule of flanking (§6.2) is not made for. */
const besideCjk = /[*_][\u1100-\u11FF\u2E80-\uFFEF]|[\u1100-\u11FF\u2E80-\uFFEF][*_]/;

/** `**これは「太字」**です`: what opens and closes where no spaces are (https://github.com/tats-u/markdown-cjk-friendly). */
const friendly: Construct = { ...attention, ...[cjkFriendlyExtension().text?.[42] ?? []].flat()[0] };

/** Which marks of a text may open and close emphasis; `isPlain` is CommonMark's rule everywhere. */
export const flankingOf = (text: string, isPlain: boolean): Construct =>
  !isPlain && besideCjk.test(text) ? friendly : attention;

/** Emphasis where nothing is counted; nothing where micromark's own reading is right. */
export function emphasisSyntax(flanking: Construct): Extension {
  if (flanking === attention) return {};
  const construct = linearEmphasis(() => {}, flanking);
  return {
    text: { 42: construct, 95: construct },
    insideSpan: { null: [construct] },
    disable: { null: ['attention'] },
  };
}

/** Emphasis as a construct. `onWork` is told how much work there is: the runs to pair, or their product with the events. */
export function linearEmphasis(onWork: (work: number) => void, flanking: Construct = attention): Construct {
  return {
    ...flanking,
    name: 'pairedAttention',
    resolveAll(events, context) {
      const starts: number[] = [];
      let other = false;
      for (const [at, [kind, { type }]] of events.entries()) {
        if (kind !== 'enter') continue;
        if (type === 'attentionSequence') starts.push(at);
        else if (type.endsWith('SequenceTemporary')) other = true;
      }
      if (starts.length === 0) return events;
      if (other) {
        onWork(starts.length * events.length);
        return attention.resolveAll?.(events, context) ?? events;
      }
      const paired = pairRuns(events, starts, context, onWork);
      events.length = paired.length; // micromark holds on to the array
      for (const [at, event] of paired.entries()) events[at] = event;
      return events;
    },
  };
}

function pairRuns(
  events: readonly Event[],
  starts: readonly number[],
  context: TokenizeContext,
  onWork: (work: number) => void,
): Event[] {
  const runs = new Map<number, Run>();
  for (const at of starts) {
    const token = events[at]?.[1];
    if (!token) continue;
    const length = token.end.offset - token.start.offset;
    runs.set(at, { token, marker: context.sliceSerialize(token).charAt(0), length, closings: [], openings: [] });
  }
  pairAll([...runs.values()], context, onWork);
  const paired: Event[] = [];
  for (let at = 0; at < events.length; at++) {
    const event = events[at];
    const run = runs.get(at);
    if (!run) {
      if (event) paired.push(event);
      continue;
    }
    at++; // its exit follows at once
    for (const each of run.closings) paired.push(each);
    if (run.length > 0) {
      run.token.type = 'data';
      paired.push(['enter', run.token, context], ['exit', run.token, context]);
    }
    for (const each of run.openings.reverse()) paired.push(...each);
  }
  return paired;
}

/**
 * CommonMark's “process emphasis” (§6.2 and its appendix), with micromark's reading of it: the rule of three counts what
 * is left of the runs, and what lies between a pair is gone through once more. `floors` remembers, for each kind of
 * closer, below which run it found no opener.
 */
function pairAll(runs: readonly Run[], context: TokenizeContext, onWork: (work: number) => void): void {
  onWork(runs.length);
  const left: Run[] = [];
  const floors = new Map<string, number>();
  for (const run of runs) {
    while (run.token._close && run.length > 0) {
      const at = openerOf(run, left, floors);
      const opener = left[at];
      if (!opener) break;
      pair(opener, run, context);
      const between = left.splice(at + 1);
      if (between.length > 0) pairAll(between, context, onWork);
      if (opener.length === 0) left.pop();
      // What is left of the opener may pair where it did not before.
      for (const [each, low] of floors) if (low > at) floors.set(each, at);
    }
    if (run.length > 0) left.push(run);
  }
}

/** Where the opener stands that a run closes; -1 where there is none, which is remembered. */
function openerOf(run: Run, left: readonly Run[], floors: Map<string, number>): number {
  const kind = `${run.marker}${run.token._open ? 1 : 0}${run.length % 3}`;
  const floor = floors.get(kind) ?? 0;
  for (let at = left.length - 1; at >= floor; at--) if (pairs(left[at], run)) return at;
  floors.set(kind, left.length);
  return -1;
}

function pairs(opener: Run | undefined, closer: Run): boolean {
  if (!opener?.token._open || opener.marker !== closer.marker) return false;
  const ofThree =
    (opener.token._close || closer.token._open) && closer.length % 3 && !((opener.length + closer.length) % 3);
  return !ofThree;
}

/** Takes one or two marks from each of two runs and notes the events of the emphasis between. */
function pair(opener: Run, closer: Run, context: TokenizeContext): void {
  const strong = opener.length > 1 && closer.length > 1;
  const used = strong ? 2 : 1;
  const opening = sequence(strong, moved(opener.token.end, -used), { ...opener.token.end });
  const closing = sequence(strong, { ...closer.token.start }, moved(closer.token.start, used));
  const text: Token = {
    type: strong ? 'strongText' : 'emphasisText',
    start: { ...opening.end },
    end: { ...closing.start },
  };
  const group: Token = { type: strong ? 'strong' : 'emphasis', start: { ...opening.start }, end: { ...closing.end } };
  opener.token.end = { ...opening.start };
  closer.token.start = { ...closing.end };
  opener.length -= used;
  closer.length -= used;
  opener.openings.push([
    ['enter', group, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ['enter', text, context],
  ]);
  closer.closings.push(
    ['exit', text, context],
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', group, context],
  );
}

const sequence = (strong: boolean, start: Point, end: Point): Token => ({
  type: strong ? 'strongSequence' : 'emphasisSequence',
  start,
  end,
});

function moved(point: Point, by: number): Point {
  return {
    ...point,
    column: point.column + by,
    offset: point.offset + by,
    _bufferIndex: point._bufferIndex + by,
  };
}
