/**
 * Reads the lines of a set piece's paragraphs by the habits of those who type them, and makes paragraphs of them: names, times and labels marked, the
 * side of each message by its sender. In: a paragraph. Out: hast, each line at the author's.
 */
import type { Element, ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { modelOf } from '../html/content-model.ts';
import { elementOf } from '../html/hast-nodes.ts';
import { childrenOf } from './handlers/section-context.ts';
import { type Habit, type LineRule, type Mark, marks } from './line-habits.ts';
import { type TypedLine, typedLines } from './split-lines.ts';

interface Span {
  readonly mark: Mark;
  readonly from: number;
  readonly to: number;
}

/** A line with what it was taken for. */
export interface ReadLine extends TypedLine {
  /** Undefined of a line that goes on with the one above. */
  readonly className: string | undefined;
  readonly speaker: string | undefined;
  /** How many steps it is set in: two spaces each, four at most. */
  readonly steps: number;
  /** Characters of its text, in order. */
  readonly spans: readonly Span[];
}

/** Reads the lines of a paragraph. */
export function readLines(paragraph: Paragraph, { rules, rest, keepsLines }: Habit): readonly ReadLine[] {
  if (keepsLines) return [];
  const read: ReadLine[] = [];
  for (const line of typedLines(paragraph)) {
    if (line.content.length === 0) continue;
    const { spaces, content } = takeIndent(line.content.map(asTyped));
    const steps = Math.min(4, Math.ceil(spaces / 2));
    read.push({ ...readLine({ ...line, content }, rules, rest, read.at(-1)?.className), steps });
  }
  return read;
}

/** The spaces that a line begins with, in its emphasis too, and the line without them. */
export function takeIndent([first, ...others]: readonly PhrasingContent[]): {
  readonly spaces: number;
  readonly content: PhrasingContent[];
} {
  if (first?.type === 'text') {
    const typed = /^[\u00A0\u2003]*/.exec(first.value)?.[0] ?? '';
    const spaces = [...typed].reduce((sum, each) => sum + (each === '\u2003' ? 4 : 1), 0);
    return { spaces, content: [{ ...first, value: first.value.slice(typed.length) }, ...others] };
  }
  if (first?.type !== 'emphasis' && first?.type !== 'strong')
    return { spaces: 0, content: first ? [first, ...others] : [] };
  const { spaces, content } = takeIndent(first.children);
  return { spaces, content: [{ ...first, children: content }, ...others] };
}

/** What Markdown takes for HTML or a link, and people type around names and addresses: `<ann>`, `<ann@example.org>`. */
function asTyped(node: PhrasingContent): PhrasingContent {
  const { position } = node;
  const own = (value: string): PhrasingContent => ({ type: 'text', value, ...(position && { position }) });
  if (node.type === 'html') {
    const [, tag] = /^<([^\s<>/]{1,40})>$/.exec(node.value) ?? [];
    return tag === undefined || modelOf(tag.toLowerCase()) ? node : own(node.value);
  }
  const address = node.type === 'link' && node.url.startsWith('mailto:') ? textOf(node) : undefined;
  return address !== undefined && node.type === 'link' && node.url === `mailto:${address}` ? own(`<${address}>`) : node;
}

function readLine(
  line: TypedLine,
  rules: readonly LineRule[],
  rest: string | undefined,
  before: string | undefined,
): Omit<ReadLine, 'steps'> {
  const [first, ...others] = line.content;
  const words = textOf({ type: 'paragraph', children: [...line.content] });
  const isItalic = first?.type === 'emphasis' && others.every((each) => textOf(each).trim() === '');
  const bold = first?.type === 'strong' ? textOf(first).length : 0;
  for (const { pattern, className, goesOn, inBold } of rules) {
    if ((goesOn && before !== className) || (inBold && bold === 0)) continue;
    if (pattern === 'italic') {
      if (isItalic) return { ...line, className, speaker: undefined, spans: [] };
      continue;
    }
    const offset = inBold ? bold : 0;
    const match = isItalic ? null : pattern.exec(words.slice(offset));
    if (!match) continue;
    const lead = inBold ? ([{ mark: 'speaker', from: 0, to: bold }] as const) : [];
    const spans = [...lead, ...spansOf(match, offset)];
    const speaker = spans.find(({ mark }) => mark === 'speaker');
    return {
      ...line,
      className,
      speaker: speaker && words.slice(speaker.from, speaker.to).replace(/\s*[.:]?$/, ''),
      spans,
    };
  }
  return { ...line, className: rest, speaker: undefined, spans: [] };
}

/** The groups of a match as marks, in order. */
function spansOf({ indices, input: words }: RegExpExecArray, offset: number): readonly Span[] {
  return Object.entries(indices?.groups ?? {})
    .flatMap(([group, range]) => {
      if (!range) return [];
      const [from, to] = range;
      const end = words.slice(from, to).trimEnd().length + from;
      return [{ mark: group.replace(/\d+$/, '') as Mark, from: from + offset, to: end + offset }];
    })
    .sort((one, other) => one.from - other.from);
}

/** A line as an element, its marks set. */
export function lineElement(state: State, line: ReadLine, tagName: 'p' | 'li', className: readonly string[]): Element {
  const children: ElementContent[] = [];
  let rest = [...line.content];
  let at = 0;
  const all = (nodes: readonly PhrasingContent[]) => childrenOf(state, { type: 'paragraph', children: [...nodes] });
  for (const { mark, from, to } of line.spans) {
    const [before, after] = cut(rest, from - at);
    const [own, left] = cut(after, to - from);
    children.push(...all(before), marked(mark, all(own)));
    rest = left;
    at = to;
  }
  children.push(...all(rest));
  const made = elementOf(tagName, { className: [...className] }, children);
  if (line.position) made.position = line.position;
  return made;
}

/** The element of a mark; what its author has set in bold is that element. */
function marked(mark: Mark, nodes: ElementContent[]): Element {
  const [only, ...others] = nodes;
  const className = [mark];
  return only?.type === 'element' && only.tagName === 'strong' && others.length === 0
    ? { ...only, properties: { ...only.properties, className } }
    : elementOf(marks[mark], { className }, nodes);
}

/** Lines that go on with each other, as a paragraph of its own. */
export function paragraphOfLines(paragraph: Paragraph, lines: readonly ReadLine[]): Paragraph {
  const children = lines.flatMap(({ content }, at) =>
    at === 0 ? content : [{ type: 'text' as const, value: '\n' }, ...content],
  );
  const [start, end] = [lines[0]?.position?.start, lines.at(-1)?.position?.end];
  return { ...paragraph, children, ...(start && end && { position: { start, end } }) };
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
