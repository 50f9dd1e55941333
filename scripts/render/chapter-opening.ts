/**
 * Marks how a chapter opens: its epigraph, its first paragraph, and the first words of that, which a theme may set in
 * small capitals. In: a section's blocks as hast, edited in place.
 */
import type { Element, ElementContent, Nodes } from 'hast';
import type { Section } from '../book/book.ts';
import { isNarrative } from '../book/sections.ts';
import { walk } from '../book/walk.ts';
import { isElement } from '../html/hast-nodes.ts';
import { isAttribution } from './piece-parts.ts';
import { propertiesOf } from './set-piece.ts';

/** Marks what a section opens with; `headed` says whether it has a heading. */
export function markOpening({ kind }: Section, blocks: readonly ElementContent[], headed: boolean): void {
  for (const block of blocks) if (isElement(block, 'blockquote')) markAttribution(block);
  if (!isNarrative(kind) && kind !== 'part') return;
  let at = 0;
  const first = blocks[at];
  if (isElement(first, 'blockquote') && classOf(first) === 'chapter-epigraph') at++;
  else if (headed && blocks.length > 1 && isElement(first, 'blockquote') && isEpigraph(first)) {
    first.properties = { ...first.properties, ...propertiesOf('epigraph') };
    at++;
  }
  if (kind === 'part') return;
  for (let each = blocks[at]; isElement(each, 'figure') || isNote(each); each = blocks[at]) at++;
  const line = blocks[at];
  if (isElement(line, 'p') && isLine(line) && isElement(blocks[at + 1], 'p')) {
    line.properties['className'] = ['chapter-line'];
    at++;
  }
  const paragraph = blocks[at];
  if (!isElement(paragraph, 'p') || paragraph.properties['className'] !== undefined) return;
  paragraph.properties['className'] = ['opening'];
  const start = paragraph.children.findIndex((child) => !isPageMark(child));
  const [marks, words] = [paragraph.children.slice(0, start), paragraph.children.slice(start)];
  const lead = start === -1 ? undefined : leadOf(words);
  if (lead) paragraph.children = [...marks, span(lead.words), ...lead.rest];
}

const isPageMark = (node: ElementContent): boolean =>
  node.type === 'element' && node.properties['epubType'] === 'pagebreak' && node.children.length === 0;

/** A quotation that says whose it is, in its last line: “— Said over the type case”. */
function isEpigraph({ children, properties }: Element): boolean {
  if (Array.isArray(properties['className'])) return false;
  const last = children.findLast((child) => child.type === 'element');
  return last?.type === 'element' && classOf(last) === 'attribution';
}

function markAttribution({ children }: Element): void {
  const paragraphs = children.filter((child) => child.type === 'element');
  const last = paragraphs.at(-1);
  if (paragraphs.length < 2 || !isElement(last, 'p') || last.properties['className'] !== undefined) return;
  const words = textOf(last);
  if (isAttribution(words) && words.length <= 200) last.properties['className'] = ['attribution'];
}

/** What an author tells readers before the story begins. */
function isNote(block: ElementContent | undefined): boolean {
  return isElement(block, 'div') && classOf(block) === 'authors-note';
}

/** A line without a stop before the text: “The River Bank” below a number, “London, 12 March”. */
function isLine(paragraph: Element): boolean {
  if (paragraph.properties['className'] !== undefined) return false;
  if (!paragraph.children.every((child) => child.type === 'text' || transparentText(child) !== undefined)) return false;
  const words = textOf(paragraph);
  return (
    words.length <= 70 && !words.includes('\n') && /[\p{L}\p{N}][’”»"')]*$/u.test(words) && /^[^\p{Ll}]/u.test(words)
  );
}

/** How many words lead in: enough to be seen, and no further than the first stop. */
const fewest = { words: 3, letters: 11 } as const;
const most = { words: 6, characters: 48 } as const;
const transparent: ReadonlySet<string> = new Set('em strong i b u s cite abbr'.split(' '));

interface Lead {
  readonly words: ElementContent[];
  readonly rest: ElementContent[];
}

/** The first words of a paragraph; undefined where they have no small capitals, or stand in a link or another box. */
function leadOf(children: readonly ElementContent[]): Lead | undefined {
  const words: ElementContent[] = [];
  let taken = '';
  for (const [at, child] of children.entries()) {
    const value = child.type === 'text' ? child.value : transparentText(child);
    if (value === undefined) break;
    const length = lengthOfLead(taken + value) - taken.length;
    if (length < value.length && child.type === 'text') {
      // The words end in this text.
      const end = Math.max(0, length);
      taken += value.slice(0, end);
      if (end > 0) words.push({ ...child, value: value.slice(0, end) });
      return fits(taken)
        ? { words, rest: [{ ...child, value: value.slice(end) }, ...children.slice(at + 1)] }
        : undefined;
    }
    if (taken.length + value.length > most.characters) break;
    taken += value;
    words.push(child);
    if (length < value.length) return fits(taken) ? { words, rest: children.slice(at + 1) } : undefined;
  }
  // A first paragraph of a few words leads in as a whole.
  if (words.length === children.length && fits(taken)) return { words, rest: [] };
  return /\S\s+\S.*\s$/s.test(taken) && fits(taken) ? endAtWord(words, children.slice(words.length)) : undefined;
}

/** What leads in stops at a box that is none of it; the space before the box stays outside. */
function endAtWord(words: ElementContent[], rest: ElementContent[]): Lead | undefined {
  const last = words.at(-1);
  if (last?.type !== 'text') return undefined;
  const value = last.value.trimEnd();
  const inside = value === '' ? words.slice(0, -1) : [...words.slice(0, -1), { ...last, value }];
  if (inside.length === 0) return undefined;
  return { words: inside, rest: [{ ...last, value: last.value.slice(value.length) }, ...rest] };
}

/** How many characters of a text lead in; its whole length where more must be seen to tell. */
function lengthOfLead(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/[^\s\u2014\u2026]+[\u2014\u2026]*/g)) {
    const end = match.index + match[0].length;
    if (end >= text.length) return text.length;
    count++;
    const letters = text.slice(0, end).replace(/[^\p{L}]/gu, '').length;
    const stops = /[,;:.!?\u2014\u2026][’”»"')]*$/.test(match[0]);
    if (count >= most.words || (count >= fewest.words && letters >= fewest.letters) || (stops && letters >= 6))
      return end;
  }
  return text.length;
}

/** Scripts with small capitals; and a figure at the start is none. */
function fits(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= 2 &&
    text.length <= most.characters &&
    !/^[^\p{L}]*\p{N}/u.test(text) &&
    !/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letters)
  );
}

/** The text of emphasis and its like; undefined where there is more in it than text. */
function transparentText(node: ElementContent): string | undefined {
  if (node.type !== 'element' || !transparent.has(node.tagName) || node.properties['id'] !== undefined)
    return undefined;
  return node.children.every((child) => child.type === 'text') ? textOf(node) : undefined;
}

function textOf(node: Element): string {
  let words = '';
  walk<Nodes>({ type: 'root', children: [node] }, (each) => {
    if (each.type === 'text') words += each.value;
  });
  return words;
}

function classOf({ properties: { className } }: Element): string | undefined {
  return Array.isArray(className) ? String(className[0]) : undefined;
}

function span(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: ['lead-in'] }, children };
}
