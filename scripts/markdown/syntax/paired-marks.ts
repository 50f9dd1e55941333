/**
 * Text between two pairs of marks: `~~strikethrough~~` (GFM §6.5), `==highlight==`. They pair in time that grows with their number, where
 * micromark's extension for strikethrough moves all later events at each pair. In: a block's events. Out: the events that extension would make.
 */
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { classifyCharacter } from 'micromark-util-classify-character';
import type {
  Code,
  Construct,
  Effects,
  Event,
  Extension,
  Resolver,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';

type Pair = 'strikethrough' | 'highlight';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    strikethrough: 'strikethrough';
    strikethroughSequence: 'strikethroughSequence';
    strikethroughSequenceTemporary: 'strikethroughSequenceTemporary';
    strikethroughText: 'strikethroughText';
    highlight: 'highlight';
    highlightSequence: 'highlightSequence';
    highlightSequenceTemporary: 'highlightSequenceTemporary';
    highlightText: 'highlightText';
  }
}

/** Strikethrough by two tildes, no more and no less. */
export const strikethroughSyntax = (): Extension => pairSyntax(126, 'strikethrough');
/** Highlighted text by two equals signs, as in Obsidian. */
export const highlightSyntax = (): Extension => pairSyntax(61, 'highlight');

export const highlightFromMarkdown = (): TreeExtension => ({
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({ type: 'highlight', children: [] }, token);
    },
  },
  exit: {
    highlight(token) {
      this.exit(token);
    },
  },
});

function pairSyntax(mark: number, type: Pair): Extension {
  const construct: Construct = { name: type, tokenize: tokenizer(mark, type), resolveAll: resolver(type) };
  return { text: { [mark]: construct }, insideSpan: { null: [construct] }, attentionMarkers: { null: [mark] } };
}

/** A run of just two marks opens before what is no space, and closes behind it (CommonMark §6.2, flanking). */
function tokenizer(mark: number, type: Pair): Construct['tokenize'] {
  return function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const { previous, events } = this;
    let size = 0;
    const more = (code: Code): State | undefined => {
      if (code === mark) {
        if (size > 1) return nok(code);
        effects.consume(code);
        size++;
        return more;
      }
      if (size < 2) return nok(code);
      const token = effects.exit(`${type}SequenceTemporary`);
      const [before, after] = [classifyCharacter(previous), classifyCharacter(code)];
      token._open = !after || (after === 2 && Boolean(before));
      token._close = !before || (before === 2 && Boolean(after));
      return ok(code);
    };
    return (code) => {
      if (previous === mark && events.at(-1)?.[1].type !== 'characterEscape') return nok(code);
      effects.enter(`${type}SequenceTemporary`);
      return more(code);
    };
  };
}

const resolver =
  (type: Pair): Resolver =>
  (events, context) => {
    const unpaired = `${type}SequenceTemporary` as const;
    const pairs = pairMarks(events, unpaired);
    /** What comes after the first event of each group; until all are resolved that event stands for it. */
    const groups = new Map<Token, readonly Event[]>();
    const open: { readonly opener: Token; readonly outer: Event[] }[] = [];
    let level: Event[] = [];
    for (let at = 0; at < events.length; at++) {
      const event = events[at];
      if (!event) continue;
      const [kind, token] = event;
      if (pairs.openers.has(token)) {
        open.push({ opener: token, outer: level });
        level = [];
        at++; // its exit follows at once
      } else if (pairs.closers.has(token)) {
        const begun = open.pop();
        if (!begun) continue;
        const group = groupOf(type, begun.opener, token, level, context);
        level = begun.outer;
        level.push(group.first);
        groups.set(group.first[1], group.rest);
        at++;
      } else {
        if (kind === 'enter' && token.type === unpaired) token.type = 'data';
        level.push(event);
      }
    }
    if (groups.size === 0) return events;
    events.length = 0; // micromark holds on to the array
    for (const event of expanded(level, groups)) events.push(event);
    return events;
  };

/** A closing mark takes the last opening one before it that is free. */
function pairMarks(events: readonly Event[], unpaired: string) {
  const openers = new Set<Token>();
  const closers = new Set<Token>();
  const free: Token[] = [];
  for (const [kind, token] of events) {
    if (kind !== 'enter' || token.type !== unpaired) continue;
    const opener = token._close ? free.pop() : undefined;
    if (opener) {
      openers.add(opener);
      closers.add(token);
    } else if (token._open) free.push(token);
  }
  return { openers, closers };
}

function groupOf(type: Pair, opener: Token, closer: Token, inside: Event[], context: TokenizeContext) {
  opener.type = `${type}Sequence`;
  closer.type = `${type}Sequence`;
  const group: Token = { type, start: { ...opener.start }, end: { ...closer.end } };
  const text: Token = { type: `${type}Text`, start: { ...opener.end }, end: { ...closer.start } };
  const first: Event = ['enter', group, context];
  const rest: Event[] = [
    ['enter', opener, context],
    ['exit', opener, context],
    ['enter', text, context],
  ];
  for (const event of resolvedInside(inside, context)) rest.push(event);
  rest.push(['exit', text, context], ['enter', closer, context], ['exit', closer, context], ['exit', group, context]);
  return { first, rest };
}

function resolvedInside(inside: Event[], context: TokenizeContext): Event[] {
  const resolvers = new Set((context.parser.constructs.insideSpan.null ?? []).map(({ resolveAll }) => resolveAll));
  let events = inside;
  for (const resolve of resolvers) events = resolve?.(events, context) ?? events;
  return events;
}

/** The events of a level and of all groups in it. */
function* expanded(level: readonly Event[], groups: ReadonlyMap<Token, readonly Event[]>): Iterable<Event> {
  const stack = [level.values()];
  for (let last = stack.at(-1); last; last = stack.at(-1)) {
    const next = last.next();
    if (next.done) stack.pop();
    else {
      yield next.value;
      const rest = next.value[0] === 'enter' ? groups.get(next.value[1]) : undefined;
      if (rest) stack.push(rest.values());
    }
  }
}
