/**
 * Sets a chat or text messages: each typed line is a message, `Name: words`, with a time of day before or behind the
 * name if there is one. In: its blocks. Out: hast, the name and the time marked, the side of each message by its sender.
 */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { blockOf } from './handlers/section-context.ts';
import { linesOf } from './split-lines.ts';

export interface ChatOptions {
  /** The sender whose messages stand on the other side. */
  readonly me: string | undefined;
  /** Where nobody says who that is: whether it is the second of two senders. */
  readonly taken: boolean;
}

/** A time of day: `12:03`, `[9.15 pm]`, `(12:03:59)`. */
const time = '[[(]?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[\\s\\u202F]?[ap]\\.?m\\.?)?[\\])]?';
/** A name, and where a colon ends it: no sentence, so without its marks. */
const leadPattern = new RegExp(
  `^(?:(${time})[\\s,–—-]*)?(?:([^\\s:.!?;…“”"][^:\\n.!?;…“”"]{0,38}?)(?:\\s*(${time}))?\\s*:(?=\\s|$))?`,
  'iu',
);

interface Line {
  readonly time?: string | undefined;
  readonly sender?: string | undefined;
  readonly notice: boolean;
  readonly content: readonly PhrasingContent[];
  /** Characters of `content` that the lead takes up, its time and name. */
  readonly parts: readonly { readonly kind: 'time' | 'speaker'; readonly from: number; readonly to: number }[];
}

/** Sets the messages of a chat; blocks that are no paragraphs stay what they are. */
export function setChat(state: State, blocks: readonly RootContent[], options: ChatOptions): ElementContent[] {
  const rows = blocks.map((block) =>
    block.type === 'paragraph' ? { block, lines: linesOf(block.children).map(readLine) } : block,
  );
  const senders = [
    ...new Set(rows.flatMap((row) => ('lines' in row ? row.lines.flatMap(({ sender }) => sender ?? []) : []))),
  ];
  const mine = options.me ?? (options.taken && senders.length === 2 ? senders[1] : undefined);
  let sender: string | undefined;
  return rows.flatMap((row) => {
    if (!('lines' in row)) return blockOf(state, row);
    return row.lines.flatMap((line): ElementContent[] => {
      if (line.content.length === 0) return [];
      sender = line.notice ? undefined : (line.sender ?? sender);
      const side = sender !== undefined && mine !== undefined && isSame(sender, mine) ? 'mine' : 'theirs';
      const made = paragraph(state, line, line.notice ? ['chat-notice'] : ['message', side]);
      if (row.block.position) made.position = row.block.position;
      return [made];
    });
  });
}

/** The typesetter has set the marks of a name in the text, and not those of the name in braces. */
function isSame(left: string, right: string): boolean {
  const letters = (name: string) => name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' ');
  return letters(left) === letters(right);
}

function readLine(content: readonly PhrasingContent[]): Line {
  const words = textOf({ type: 'paragraph', children: [...content] });
  const [only, ...others] = content;
  const notice = only?.type === 'emphasis' && others.length === 0;
  const match = notice ? null : leadPattern.exec(words);
  const [lead = '', early, sender, late] = match ?? [];
  const parts: Line['parts'][number][] = [];
  if (early !== undefined) parts.push({ kind: 'time', from: 0, to: early.length });
  if (sender !== undefined) {
    const from = lead.indexOf(sender, early?.length ?? 0);
    const until = late === undefined ? lead.length : from + sender.length;
    parts.push({ kind: 'speaker', from, to: until });
    if (late !== undefined)
      parts.push({ kind: 'time', from: lead.lastIndexOf(late), to: lead.lastIndexOf(late) + late.length });
  }
  return { time: early ?? late, sender: sender?.trim(), notice, content, parts };
}

function paragraph(state: State, { content, parts }: Line, className: string[]): Element {
  const children: ElementContent[] = [];
  let rest = [...content];
  let at = 0;
  const all = (nodes: readonly PhrasingContent[]) =>
    state.all({ type: 'paragraph', children: [...nodes] }) as ElementContent[];
  for (const { kind, from, to } of parts) {
    const [before, after] = cut(rest, from - at);
    const [own, left] = cut(after, to - from);
    children.push(...all(before), {
      type: 'element',
      tagName: 'span',
      properties: { className: [kind] },
      children: all(own),
    });
    rest = left;
    at = to;
  }
  children.push(...all(rest));
  return { type: 'element', tagName: 'p', properties: { className }, children };
}

/** Parts phrasing content behind so many characters of its text; emphasis is parted too. */
function cut(nodes: readonly PhrasingContent[], length: number): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  let left = length;
  for (const [at, node] of nodes.entries()) {
    const size = textOf(node).length;
    if (left <= 0) return [before, [...nodes.slice(at)]];
    if (size <= left) before.push(node);
    else if (node.type === 'text') {
      before.push({ ...node, value: node.value.slice(0, left) });
      return [before, [{ ...node, value: node.value.slice(left) }, ...nodes.slice(at + 1)]];
    } else if (node.type === 'strong' || node.type === 'emphasis') {
      const [first, second] = cut(node.children, left);
      return [
        [...before, { ...node, children: first }],
        [{ ...node, children: second }, ...nodes.slice(at + 1)],
      ];
    } else return [before, [...nodes.slice(at)]];
    left -= size;
  }
  return [before, []];
}
