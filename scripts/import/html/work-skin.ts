/**
 * What authors show by classes and styles of their own where a site lets them: chats, text messages, letters, words that appear when
 * a reader points at others. In: style sheets, then elements. Out: the sheets’ meaning; set pieces, and notes.
 */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { DirectiveName } from '../../book/directives.ts';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import { blocksOf } from './blocks.ts';
import type { HtmlReader } from './html-reader.ts';
import { findElement } from './parse-page.ts';
import { phrasesOf } from './phrasing.ts';
import { linesOf, setPiece } from './set-piece.ts';
import { isInline, wordsOf } from './visible.ts';

export interface WorkSkin {
  /** Classes of what is hidden, of what shows itself when pointed at, and of what stands on the side of whoever holds the telephone. */
  readonly hidden: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
}

/** Reads the sheets of a page. */
export function workSkin(sheets: readonly string[]): WorkSkin {
  const [hidden, shown, mine] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const rule of sheets
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .split('}')) {
    const [selectors = '', style = ''] = rule.split('{').slice(-2);
    for (const selector of selectors.split(',')) {
      const name = /\.([\w-]+)(?::[\w-]+)*\s*$/.exec(selector)?.[1];
      if (name === undefined) continue;
      const isState = /:(?:hover|focus|active|target|checked)\b/.test(selector);
      if (!isState && /display\s*:\s*none|visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?![.\d])/i.test(style))
        hidden.add(name);
      if (
        isState &&
        /display\s*:\s*(?!none)\w|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.\d)|font-size\s*:\s*[1-9.]/i.test(
          style,
        )
      )
        shown.add(name);
      if (
        /(?:float|text-align)\s*:\s*right|margin-left\s*:\s*auto|(?:align-self|justify-content)\s*:\s*(?:flex-)?end/i.test(
          style,
        )
      )
        mine.add(name);
    }
  }
  return { hidden, shown, mine };
}

const called = (element: Element, pattern: RegExp): boolean => classesOf(element).some((name) => pattern.test(name));

const texts =
  /^(?:i?phone|i-?messages?|i?message-?(?:s|body|box|thread)|texts|texting|text-?(?:box|messages?|thread|convo|conversation)|sms|whats-?app)$/i;
const chats =
  /^(?:chat(?:-?(?:box|log|room|window|container))?|discord(?:-\w+)?|group-?chat|irc|slack|dms?|convo|conversation)$/i;
const papers: readonly (readonly [DirectiveName, RegExp])[] = [
  ['letter', /^(?:letter|stationery)$/i],
  ['handwritten', /^hand-?writ(?:ing|ten)$/i],
  ['email', /^e-?mails?$/i],
  ['newspaper', /^(?:newspaper(?:-?article)?|clipping)$/i],
  ['telegram', /^telegram$/i],
];
const ownSide = /^(?:b?reply|me|mine|self|sent|right|outgoing|from-?me)$/i;
const names = /^(?:name|sender|speaker|user(?:-?name)?|nick(?:-?name)?|author)$/i;
const notices = /^(?:head(?:er|ing)?|contact|title|notice|system|date|time|time-?stamp)$/i;
const tips = /^(?:tool-?tip-?text|hover-?text|hover-?translation|translation|tip)$/i;

const isMessages = (element: Element): boolean =>
  !isInline(element) && (called(element, texts) || called(element, chats));

/** The text with what is hidden in it marked: labels of messages are read as words, all else as notes. */
export function skinned(text: Element, skin: WorkSkin): Element {
  const note = (words: readonly ElementContent[]): Element =>
    // Spaces, for the words of a note touch none of those beside it.
    elementOf('span', { dataNote: true }, [{ type: 'text', value: ' ' }, ...words, { type: 'text', value: ' ' }]);
  const dressed = (node: ElementContent, inMessages: boolean): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    const within = inMessages || isMessages(node);
    const children = node.children.flatMap((child) => dressed(child, within));
    const isHidden = classesOf(node).some((name) => skin.hidden.has(name));
    const isShown = classesOf(node).some((name) => skin.shown.has(name)) && isHidden;
    if (isInline(node) && (isShown || (called(node, tips) && !within))) return [note(children)];
    const title = attributeOf(node, 'title')?.trim() ?? '';
    const isTip =
      ['span', 'abbr', 'a'].includes(node.tagName) && attributeOf(node, 'href') === undefined && /\p{L}/u.test(title);
    const { className, title: _, ...rest } = node.properties;
    const own: Element = { ...node, properties: isHidden && within ? rest : node.properties, children };
    return isTip && title !== wordsOf(node) ? [own, note([{ type: 'text', value: title }])] : [own];
  };
  const [made = text] = dressed(text, false);
  return made.type === 'element' ? made : text;
}

/** Whether an element is a note that `skinned` made. */
export const isHiddenNote = (element: Element): boolean => element.properties['dataNote'] === true;

/** The set piece that an element is by its class; undefined for any other. */
export function skinPiece(element: Element, reader: HtmlReader, skin: WorkSkin): readonly RootContent[] | undefined {
  if (isMessages(element)) return messagesOf(element, reader, skin);
  const [name] = (!isInline(element) && papers.find(([, pattern]) => called(element, pattern))) || [];
  if (name === undefined) return undefined;
  const blocks = blocksOf(element.children, reader);
  return blocks.length > 1 && blocks.every(({ type }) => type === 'paragraph') ? [setPiece(name, blocks)] : undefined;
}

/** A message, or a line between messages; and the classes of the elements around it. */
interface Unit {
  readonly nodes: ElementContent[];
  readonly classes: readonly string[];
}

/** Messages whose senders are named; undefined where few of them are. */
function messagesOf(element: Element, reader: HtmlReader, skin: WorkSkin): readonly RootContent[] | undefined {
  const lines: PhrasingContent[][] = [];
  const senders: { readonly name: string; readonly isMine: boolean }[] = [];
  let waiting = '';
  for (const { nodes, classes } of unitsOf(element)) {
    const phrases = phrasesOf(nodes, reader).map(
      (each): PhrasingContent => (each.type === 'break' ? { type: 'text', value: ' ' } : each),
    );
    const words = textOf({ type: 'paragraph', children: phrases }).trim();
    if (words === '') continue;
    if (classes.some((name) => names.test(name))) {
      waiting = words.replace(/\s*:$/, '');
      continue;
    }
    if (classes.some((name) => notices.test(name))) {
      lines.push([{ type: 'emphasis', children: phrases }]);
      continue;
    }
    const message = withSender(phrases, nodes, waiting);
    const isMine = classes.some((name) => skin.mine.has(name) || ownSide.test(name));
    if (message.sender !== undefined) senders.push({ name: message.sender, isMine });
    lines.push(message.phrases);
    waiting = '';
  }
  if (waiting !== '' || senders.length < 2 || senders.length * 3 < lines.length) return undefined;
  const me = senders.find(({ isMine }) => isMine)?.name;
  const kind = called(element, texts) ? 'texts' : 'chat';
  return [setPiece(kind, [linesOf(lines.map((phrases) => ({ phrases })))], me === undefined ? {} : { me })];
}

/** A message that opens with its sender and a colon, by a name that stood above it, or by the one that it opens with. */
function withSender(phrases: readonly PhrasingContent[], nodes: readonly ElementContent[], waiting: string) {
  if (waiting !== '')
    return { sender: waiting, phrases: [{ type: 'text' as const, value: `${waiting}: ` }, ...phrases] };
  const words = textOf({ type: 'paragraph', children: [...phrases] }).trim();
  const lead = nameBefore(nodes);
  const [first, ...rest] = phrases;
  if (first && lead !== undefined && !/^\s*:/.test(words.slice(lead.length)))
    return { sender: lead, phrases: trimmedAfter(first, rest) };
  return { sender: lead ?? /^([^\s:.!?;…“”"][^:\n.!?;…“”"]{0,38}?)\s*:(?=\s)/.exec(words)?.[1], phrases: [...phrases] };
}

/** A name, a colon, and the words behind it. */
function trimmedAfter(name: PhrasingContent, words: readonly PhrasingContent[]): PhrasingContent[] {
  const [next, ...rest] = words;
  const after = next?.type === 'text' ? [{ ...next, value: next.value.trimStart() }, ...rest] : words;
  return [name, { type: 'text', value: ': ' }, ...after];
}

/** The name that a message opens with, in an element of its own. */
function nameBefore(nodes: readonly ElementContent[]): string | undefined {
  const first = nodes.find((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''));
  const isName = first?.type === 'element' && (called(first, names) || /^(?:b|strong)$/.test(first.tagName));
  const words = isName ? wordsOf(first).replace(/\s*:$/, '') : '';
  return words !== '' && words.length <= 40 && nodes.length > 1 ? words : undefined;
}

/** Blocks, lines that a break parts, and spans that have a side of their own. */
function unitsOf(element: Element): readonly Unit[] {
  const units: Unit[] = [];
  let open: ElementContent[] | undefined;
  const visit = (node: ElementContent, classes: readonly string[]): void => {
    const isPart =
      node.type === 'element' &&
      (!isInline(node) ||
        findElement(node, ({ tagName }) => tagName === 'br') !== undefined ||
        called(node, /^(?:text|reply|[bg]reply|bubble|message|msg|sent|received|header|contact)$/i));
    if (node.type === 'element' && node.tagName === 'br') open = undefined;
    else if (isPart) {
      open = undefined;
      for (const child of node.children) visit(child, [...classes, ...classesOf(node)]);
      open = undefined;
    } else if (open) open.push(node);
    else if (node.type === 'element' || (node.type === 'text' && node.value.trim() !== '')) {
      open = [node];
      units.push({ nodes: open, classes });
    }
  };
  for (const child of element.children) visit(child, []);
  return units;
}
