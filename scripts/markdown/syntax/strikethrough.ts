/**
 * Strikethrough of two tildes (GFM §6.5), paired in time that grows with its marks, where the extension of micromark moves all
 * later events at each pair. In: a block's events. Out: the events that the extension makes of them.
 */
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Construct, Event, Extension, Resolver, Token, TokenizeContext } from 'micromark-util-types';

const tilde = 126;
const unpaired = 'strikethroughSequenceTemporary';

/** Takes the place of the extension, with `singleTilde: false`. */
export function strikethroughSyntax(): Extension {
  const { text, attentionMarkers } = gfmStrikethrough({ singleTilde: false });
  const [original] = [text?.[tilde] ?? []].flat();
  if (!original) return {};
  const linear: Construct = { ...original, resolveAll: resolvePairs };
  return { text: { [tilde]: linear }, insideSpan: { null: [linear] }, ...(attentionMarkers && { attentionMarkers }) };
}

const resolvePairs: Resolver = (events, context) => {
  const pairs = pairMarks(events);
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
      const group = groupOf(begun.opener, token, level, context);
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
function pairMarks(events: readonly Event[]) {
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

function groupOf(opener: Token, closer: Token, inside: Event[], context: TokenizeContext) {
  opener.type = 'strikethroughSequence';
  closer.type = 'strikethroughSequence';
  const group: Token = { type: 'strikethrough', start: { ...opener.start }, end: { ...closer.end } };
  const text: Token = { type: 'strikethroughText', start: { ...opener.end }, end: { ...closer.start } };
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
