/**
 * Verse as books and pages set it: an element that says so by type or class, its lines parted by `br`, or each in an element of its
 * own. In: that element. Out: `:::verse`, and what stands between its stanzas. A block of several lines is a stanza.
 */
import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { classesOf, elementOf } from '../../html/hast-nodes.ts';
import type { HtmlReader, ToBlocks } from './html-reader.ts';
import { findElement, typesOf } from './parse-page.ts';
import { inLanguage, phrasesOf, stylesOf } from './phrasing.ts';
import { linesOf, setPiece } from './set-piece.ts';
import { isInline, visibleText } from './visible.ts';

const isVerseName = (name: string): boolean =>
  /^(?:poem|poetry|poetry-container|verses?|stanza|linegroup|lyrics?)$/i.test(name);

/** Whether an element says that it is verse, and has more than one line of it. */
export function isVerse(element: Element): boolean {
  if (!/^(?:div|blockquote|section|article|p|figure)$/.test(element.tagName)) return false;
  const isCalled =
    typesOf(element).some((type) => /^(?:z3998:)?(?:poem|verse|song|hymn|lyrics)$/.test(type)) ||
    classesOf(element).some(isVerseName);
  return isCalled && partsOf(element).flatMap((part) => ('lines' in part ? part.lines : [])).length > 1;
}

/** Reads it. */
export function verseOf(element: Element, reader: HtmlReader, blocksOf: ToBlocks): readonly RootContent[] {
  const blocks: RootContent[] = [];
  let stanzas: RootContent[] = [];
  const flush = (): void => {
    if (stanzas.length > 0) blocks.push(setPiece('verse', stanzas));
    stanzas = [];
  };
  const parts = partsOf(element);
  const halves = parts.every((part) => 'other' in part || part.lines.every((line) => numberIn(line) % 2 === 0));
  for (const part of parts)
    if ('other' in part) {
      flush();
      blocks.push(...blocksOf([part.other], reader));
    } else {
      const lines = part.lines.map((line) => ({
        phrases: inLanguage(phrasesOf(line.nodes, reader), langOf(line, reader)),
        steps: stepsOf(line, reader, halves),
      }));
      const shown = lines.filter(({ phrases }) => phrases.length > 0);
      if (shown.length > 0) stanzas.push(linesOf(shown));
    }
  flush();
  return blocks;
}

interface Line {
  readonly nodes: ElementContent[];
  /** The elements that hold the line and no other. */
  readonly within: readonly Element[];
}

type Part = { readonly lines: readonly Line[] } | { readonly other: Element };

/** Stanzas, and blocks that are none. */
function partsOf(verse: Element): readonly Part[] {
  const parts: ({ readonly lines: Line[] } | { readonly other: Element })[] = [];
  let stanza: Line[] = [];
  let line: Line | undefined;
  const endStanza = (): void => {
    line = undefined;
    if (stanza.length > 0) parts.push({ lines: stanza });
    stanza = [];
  };
  const newLine = (within: readonly Element[]): Line => {
    const made: Line = { nodes: [], within };
    stanza.push(made);
    return made;
  };
  const type = (node: ElementContent, within: readonly Element[]): void => {
    if (!line && isBlank(node)) return;
    line ??= newLine(within);
    line.nodes.push(node);
  };
  const visit = (node: ElementContent, within: readonly Element[]): void => {
    if (node.type !== 'element') type(node, within);
    else if (node.tagName === 'br') line = undefined;
    else if (isOther(node)) {
      endStanza();
      parts.push({ other: node });
    } else if (isPhrase(node)) type(node, within);
    else {
      const isGroup = !isInline(node) && linesIn(node) !== 1;
      const end = (): void => (isGroup ? endStanza() : void (line = undefined));
      end();
      for (const child of node.children) visit(child, isGroup ? [] : [...within, node]);
      end();
    }
  };
  for (const child of verse.children) visit(child, [verse]);
  endStanza();
  return parts;
}

/** Headings, pictures, whoever wrote it: not lines of it. */
const isOther = (node: Element): boolean =>
  /^(?:h[1-6]|header|footer|hr|table|ul|ol|dl|pre|cite|figure|figcaption|aside|blockquote)$/.test(node.tagName);

/** What stands in a line: inline, and no line of its own as `span` with a step or a `br` in it is. */
const isPhrase = (node: Element): boolean =>
  isInline(node) &&
  !(node.tagName === 'span' && classesOf(node).some(isLineName)) &&
  findElement(node, ({ tagName }) => tagName === 'br') === undefined;

const isLineName = (name: string): boolean => /^(?:line|verse|v|l|i|indent)-?\d*$/i.test(name);

const isBlank = (node: ElementContent): boolean =>
  node.type === 'text' ? /^[ \t\n\r\f]*$/.test(node.value) : node.type === 'element' && node.children.length === 0;

/** How many lines an element holds; none for one that is empty. */
function linesIn(element: Element): number {
  const parts = partsOf(elementOf('div', {}, element.children));
  return parts.reduce((sum, part) => sum + ('lines' in part ? part.lines.length : 2), 0);
}

const langOf = ({ within }: Line, reader: HtmlReader): string | undefined =>
  within.map((each) => reader.foreignLang?.(each)).findLast((lang) => lang !== undefined);

/** The figure of a class as `i2`, `indent4`. */
const numberIn = ({ within }: Line): number =>
  Math.max(
    0,
    ...within
      .flatMap((each) => classesOf(each))
      .map((name) => Number(/^(?:i|indent-?)(\d{1,2})$/i.exec(name)?.[1] ?? 0)),
  );

/** By class, by style, or by the spaces before the words: four at most. */
function stepsOf(line: Line, reader: HtmlReader, halves: boolean): number {
  const number = numberIn(line);
  const style = line.within.map((each) => stylesOf(each, reader)).join(';');
  const ems = Number(/(?:margin|padding)-left\s*:\s*(\d+(?:\.\d+)?)(?:em|rem)/i.exec(style)?.[1] ?? 0);
  const spaces = /^[\u00A0\u2002\u2003]*/.exec(visibleText(line.nodes, () => false).trimStart())?.[0].length ?? 0;
  const steps = number > 0 ? (halves ? number / 2 : number) : ems > 0 ? Math.round(ems / 2) : Math.ceil(spaces / 2);
  return Math.min(4, steps);
}

/** Paragraphs that say one by one that they are lines, in an element that says that they are verse. */
export function withVerseGrouped(children: readonly ElementContent[]): readonly ElementContent[] {
  if (!children.some(isLineOfVerse)) return children;
  const grouped: ElementContent[] = [];
  for (const node of children) {
    const isLine = isLineOfVerse(node);
    const last = grouped.findLast((each) => each.type === 'element' || each.value.trim() !== '');
    if (isLine && last?.type === 'element' && last.properties['dataLines'] === true) last.children.push(node);
    else if (isLine) grouped.push(elementOf('div', { className: ['verse'], dataLines: true }, [node]));
    else grouped.push(node);
  }
  return grouped.flatMap((node) =>
    node.type === 'element' && node.properties['dataLines'] === true && !isVerse(node) ? node.children : [node],
  );
}

const isLineOfVerse = (node: ElementContent): boolean =>
  node.type === 'element' &&
  node.tagName === 'p' &&
  classesOf(node).some((name) =>
    /^(?:verse|poem|poetry|stanza|lyrics?)[-_]?(?:line|text|first|last|body|\d*)$/i.test(name),
  ) &&
  visibleText([node], () => false).length < 120;
