/**
 * Raw HTML as tags and text, each with its place in the Markdown source.
 * In: a raw node. Out: its items in order.
 */
import type { ElementContent, Root, RootContent } from 'hast';
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import type { Position } from 'unist';
import { lookUp } from '../book/look-up.ts';
import type { Point } from '../report/problem.ts';

export type Node = RootContent | ElementContent;

/** A raw node, and what was lost from it: names, each with the place where it was met first. */
export interface Origin {
  readonly value: string;
  readonly position: Position | undefined;
  readonly lost: Map<string, Point | undefined>;
}

export interface Tag {
  readonly kind: 'start' | 'end';
  /** As written, in lower case. */
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly origin: Origin;
  readonly position: Position | undefined;
}

export type Item =
  | Tag
  | { readonly kind: 'text'; readonly value: string; readonly position: Position | undefined }
  | { readonly kind: 'node'; readonly node: Node };

declare module 'hast' {
  interface Data {
    /** It came from raw HTML, so what is missing is worth a warning, not an error. */
    fromHtml?: true;
    /** Other names by which links may know it: `<a name>`. */
    aliases?: readonly string[];
  }
}

/** Whether a node is raw HTML, as mdast-util-to-hast leaves it. */
export function isRaw(node: Node | Root): node is RawNode & Node {
  return (node as { readonly type: string }).type === 'raw';
}

interface RawNode {
  readonly type: 'raw';
  readonly value: string;
  readonly position?: Position | undefined;
}

/** Elements whose text is not HTML, and how the tokenizer reads it. */
const textual: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.RAWTEXT,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/** What XML 1.0 forbids (§2.2), for U+FFFD to stand in its place; line ends as XML reads them. */
function xmlText(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    );
}

/** Notes that something was lost, for one warning per raw node. */
export function recordLoss(origin: Origin, name: string, at: Position | undefined): void {
  if (!origin.lost.has(name)) origin.lost.set(name, at?.start ?? origin.position?.start);
}

/**
 * What opens at the start of a block and never closes would take the rest of the chapter with it (CommonMark §4.6):
 * it ends at the first blank line instead. Answers how much of the value goes, and its name.
 */
function unclosedMarkup(
  value: string,
  inline: boolean,
): { readonly length: number; readonly name: string } | undefined {
  const [, opener] = /^\s{0,3}<(script\b|style\b|!--|\?|!\[CDATA\[)/i.exec(value) ?? [];
  if (opener === undefined) return undefined;
  const blank = /\n[ \t]*\n/.exec(value);
  const toBlank = blank ? blank.index + blank[0].length : value.length;
  if (opener === '?') {
    const end = value.indexOf('?>');
    return end < 0 ? { length: toBlank, name: '<?' } : { length: end + 2, name: '' };
  }
  if (opener === '!--')
    return value.includes('-->') || /^\s*<!--?-?>/.test(value) ? undefined : { length: toBlank, name: '<!--' };
  if (opener.startsWith('!')) return undefined; // CDATA is text anyway
  // In a line of text a raw node is one tag, and what it opens is for its siblings to close.
  return inline || new RegExp(`</${opener}`, 'i').test(value)
    ? undefined
    : { length: toBlank, name: `<${opener.toLowerCase()}>` };
}

/** How HTML blocks begin (CommonMark §4.6): with one of these, or with a whole tag alone on its line. */
const known =
  /^\s*(?:<[!?]|<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$))/i;
const wholeTag =
  /^\s*(?:<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z0-9-]*\s*>)/i;

/** Whether a block is a line of text that the parser took for a tag: micromark lets `<img src=a"b">` pass. */
function isText(value: string): boolean {
  const [line = ''] = value.split('\n', 1);
  return /^\s*<\/?[a-z]/i.test(line) && line.length < 10_000 && !known.test(line) && !wholeTag.test(line);
}

/** The tags and text of a raw node, which stands in a line of text or as a block. */
export function tokenize(origin: Origin, inline: boolean): Item[] {
  const { value } = origin;
  const items: Item[] = [];
  const startOfLine = [0];
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) startOfLine.push(at + 1);
  const first = origin.position?.start;
  const point = (offset: number, line: number): Point | undefined => {
    if (!first) return undefined;
    const column = offset - (startOfLine[line] ?? 0);
    return line === 0
      ? {
          line: first.line,
          column: first.column + column,
          ...(first.offset !== undefined && { offset: first.offset + column }),
        }
      : { line: first.line + line, column: column + 1 };
  };
  const lineAt = (offset: number): number => {
    let low = 0;
    for (let high = startOfLine.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((startOfLine[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const between = (from: number, to: number): Position | undefined => {
    const start = point(from, lineAt(from));
    const end = point(to, lineAt(to));
    return start && end && ({ start, end } as Position);
  };

  if (!inline && isText(value)) return [{ kind: 'text', value: xmlText(value), position: origin.position }];
  const gone = unclosedMarkup(value, inline);
  const base = gone?.length ?? 0;
  if (gone?.name) recordLoss(origin, gone.name, between(0, base));
  const lower = new Map<string, number>(); // where the last end tag of a textual element stands
  const closes = (name: string, after: number): boolean => {
    let last = lower.get(name);
    if (last === undefined) {
      // Not toLowerCase, which changes the length of some text.
      last = value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).lastIndexOf(`</${name}`);
      lower.set(name, last);
    }
    return last >= after;
  };
  let end = 0;
  const span = (token: Token.Token): Position | undefined => {
    const { startOffset = 0, endOffset = 0 } = token.location ?? {};
    end = endOffset;
    return between(base + startOffset, base + endOffset);
  };
  const tag = (token: Token.TagToken, kind: Tag['kind']): Tag => ({
    kind,
    name: token.tagName,
    attributes: token.attrs,
    origin,
    position: span(token),
  });
  const text = (token: Token.CharacterToken): void => {
    items.push({ kind: 'text', value: xmlText(token.chars), position: span(token) });
  };
  const handler: TokenHandler = {
    onStartTag(token) {
      items.push(tag(token, 'start'));
      const mode = lookUp(textual, token.tagName);
      // What closes itself, as XML writes it, is empty: it can't swallow what follows.
      if (token.selfClosing) items.push(tag(token, 'end'));
      else if (token.tagName === 'plaintext') tokenizer.state = TokenizerMode.PLAINTEXT;
      else if (mode !== undefined && closes(token.tagName, base + end)) tokenizer.state = mode;
    },
    onEndTag(token) {
      items.push(tag(token, 'end'));
    },
    onCharacter: text,
    onWhitespaceCharacter: text,
    onNullCharacter: text,
    onComment: span,
    onDoctype: span,
    onEof() {},
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.inForeignNode = true; // reads CDATA sections as text
  tokenizer.write(value.slice(base), true);

  if (base + end < value.length) {
    // A tag that never closes: its words are all that can be kept.
    const position = between(base + end, value.length);
    recordLoss(origin, 'an unfinished tag', position);
    items.push({ kind: 'text', value: xmlText(value.slice(base + end)), position });
  }
  return items;
}
