/**
 * Parts a chapter's heading into its number, its name and its subtitle, so that a theme can set each on a line.
 * In: a heading as hast, edited in place. Out: nothing but spans around its words, every one of which stays.
 */
import type { Element, ElementContent } from 'hast';
import { chapterNumber } from '../book/chapter-numbers.ts';

/** What stands between a number and a name: a stop, or a dash. */
const stop = /^[\s\u2060]*(?:[:.)]|[–—]|-{1,3})[\s\u2060]*/;
const tight = () => /^[-–—][\p{L}\p{N}]/u;

export interface ChapterNumber {
  /** As the heading begins; undefined where it has none, and the chapter is counted. */
  readonly typed: string | undefined;
  readonly printed: string;
}

export interface TitleOptions {
  /** The number as it is to be shown. */
  readonly number?: ChapterNumber | undefined;
  /** What stands below the number. */
  readonly ornament?: string | undefined;
}

/** Puts spans around number, name and subtitle; a heading without number and line break stays as it is. */
export function splitTitle(heading: Element, { number: set, ornament }: TitleOptions = {}): void {
  const [first = [], ...more] = linesOf(heading.children);
  const counted = set && set.typed === undefined ? withStop(set.printed, ':') : undefined;
  const number = counted ? { children: counted, rest: first } : takeNumber(first, set);
  if (!number && more.length === 0) return;
  const parts: Element[] = [];
  let name = first;
  if (number) {
    name = number.rest.length > 0 ? number.rest : (more.shift() ?? []);
    parts.push(span(name.length > 0 ? 'chapter-number' : 'lone-number', number.children));
    if (ornament !== undefined) parts.push(ornamentOf(ornament));
  }
  if (name.length > 0) parts.push(span('chapter-name', name));
  for (const line of more) parts.push(span('chapter-subtitle', line));
  // A space between them: there are readers to whom spans are no blocks.
  heading.children = parts.flatMap((part, at): ElementContent[] => (at === 0 ? [part] : [text(' '), part]));
}

/** The lines of a heading that holds line breaks. */
function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

interface Numbered {
  readonly children: ElementContent[];
  readonly rest: ElementContent[];
}

/** The number that a line of a heading begins with, `known` or found, and what stands behind it: nothing more of the `whole`, or a stop. */
export function numberAt(
  line: string,
  whole: boolean,
  known?: string,
): { readonly number: string; readonly between: string; readonly isLone: boolean } | undefined {
  const found =
    known !== undefined && line.startsWith(known) ? { number: known, isCounted: false } : chapterNumber(line, whole);
  if (!found) return undefined;
  const { number, isCounted } = found;
  const left = line.slice(number.length);
  if (whole && /^[\s.:]*$/.test(left)) return { number, between: left, isLone: true };
  const between = (isCounted ? /^[\s:：]+/ : stop).exec(left)?.[0];
  // “Part-time”, “1.5 miles”: a stop that belongs to a word has no space behind it.
  if (
    between === undefined ||
    tight().test(left) ||
    (!isCounted && /[:.)]$/.test(between) && left.length > between.length)
  )
    return undefined;
  return { number, between, isLone: false };
}

function takeNumber(
  [first, ...others]: readonly ElementContent[],
  set: ChapterNumber | undefined,
): Numbered | undefined {
  if (first?.type !== 'text') return undefined;
  const { value } = first;
  const found = numberAt(value, others.length === 0, set?.typed);
  if (!found) return undefined;
  const { number, between, isLone } = found;
  if (isLone) return { children: [text(set?.printed ?? value)], rest: [] };
  const rest = trimmed([text(value.slice(number.length + between.length)), ...others]);
  if (rest.length === 0) return undefined;
  return { children: withStop(set?.printed ?? number, between.trim()), rest };
}

/** A number, and the stop that parts it from the name where no style does. */
const withStop = (number: string, mark: string): ElementContent[] => [
  text(number),
  ...(mark ? [span('number-stop', [text(mark)])] : []),
];

/** Shown and not read aloud. */
const ornamentOf = (ornament: string): Element => {
  const made = span('number-ornament', [text(ornament)]);
  return { ...made, properties: { ...made.properties, ariaHidden: 'true' } };
};

/** Without white space at both ends. */
function trimmed(line: readonly ElementContent[]): ElementContent[] {
  const ends = line.map((node, at): ElementContent => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (at === 0) value = value.trimStart();
    if (at === line.length - 1) value = value.trimEnd();
    return { ...node, value };
  });
  return ends.filter((node) => node.type !== 'text' || node.value !== '');
}

const text = (value: string): ElementContent => ({ type: 'text', value });

function span(name: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: [name] }, children };
}
