/**
 * What the lines before the first chapter are by their looks, where somebody made a title page by hand. In: the body of a document. Out: the
 * lines of its title, a subtitle and an author, and a list of contents that was typed.
 */
import { bare, byline } from '../../book/header-lines.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy } from '../../book/sections.ts';
import { allWords, folded, isStoryWord } from '../../book/story-words.ts';
import { wordList } from '../../book/word-list.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed } from '../../html/read-xml.ts';
import { textRun } from './elements.ts';
import { type StyledLine, styledLine, usualSize } from './line-looks.ts';
import type { StyleProperties } from './paragraph-looks.ts';
import type { StyleTraits } from './style-traits.ts';

/** What a paragraph is taken for; `joined` goes on in the next. */
export type FrontRole = 'FleuronTitle' | 'FleuronSubtitle' | 'FleuronAuthor' | 'Heading1' | 'joined' | 'contents';

export interface Looked {
  readonly styles: StyleProperties;
  readonly traits: StyleTraits;
  /** Paragraphs that their looks alone make headings. */
  readonly headings: ReadonlySet<XmlElement>;
  /** The authors that the properties of the document name: a line of a title page may be such a name. */
  readonly creators: readonly string[];
}

interface FrontLine extends StyledLine {
  readonly isTitle: boolean;
}

/** Finds them. */
export function frontLines(body: XmlElement, looked: Looked): ReadonlyMap<XmlElement, FrontRole> {
  const roles = typedContents(body, looked);
  const lines = linesBefore(body, looked);
  const isCreator = ({ words }: FrontLine): boolean => looked.creators.some((each) => bare(each) === bare(words));
  const largest = titleAmong(lines, usualSize(body, looked.styles));
  const above = lines.indexOf(largest[0] as FrontLine) - 1;
  // The name alone is the largest: the title stands above it.
  const isName = largest.length > 0 && largest.every(isCreator);
  const title = isName ? [...lines.slice(Math.max(above, 0), above + 1), ...largest] : largest;
  const first = lines.indexOf(title[0] as FrontLine);
  if (first === -1 || title.every(isCreator)) return roles;
  if (kindNamedBy(title.map(({ words }) => words).join(' '))) {
    give(roles, title, 'Heading1'); // “Introduction”
    return roles;
  }
  const after = lines.slice(first + title.length);
  const by = title.findIndex((line, at) => at > 0 && (isBy(line.words) || isCreator(line)));
  const names = by === -1 ? [] : title.slice(by);
  const [follows] = after;
  const isNamed = names.length === 0 && follows !== undefined;
  const next = isNamed && isBy(follows.words) ? after.slice(0, bylineLength(after)) : [];
  give(roles, by === -1 ? title : title.slice(0, by), 'FleuronTitle');
  give(roles, [...names, ...next], 'FleuronAuthor');
  const [below] = after.slice(next.length);
  if (names.length === 0 && below && isSubtitle(below, usualSize(body, looked.styles)))
    give(roles, [below], 'FleuronSubtitle');
  return roles;
}

function give(roles: Map<XmlElement, FrontRole>, lines: readonly FrontLine[], role: FrontRole): void {
  for (const [at, { node }] of lines.entries()) roles.set(node, at < lines.length - 1 ? 'joined' : role);
}

/** “By Ann Lee”; “By” alone, whose name stands in the next line. */
const isBy = (words: string): boolean => byline(words) !== undefined || allWords('by').has(folded(words.trim()));

const bylineLength = ([first]: readonly FrontLine[]): number => (byline(first?.words ?? '') === undefined ? 2 : 1);

const isSubtitle = ({ words, size, isCentred }: FrontLine, usual: number): boolean =>
  isCentred && size !== undefined && size > usual && words.length <= 80 && byline(words) === undefined;

/** Lines before the first heading, the first long paragraph, or the end of the first page. A heading with a byline below it is a title. */
function linesBefore(body: XmlElement, { styles, traits, headings }: Looked): readonly FrontLine[] {
  const lines: FrontLine[] = [];
  const all = elementsIn(body).slice(0, 80); // empty paragraphs, too
  const end = all.findIndex((node) => node.name !== 'w:p' || traits.isContents(node));
  const paragraphs = all.slice(0, end === -1 ? all.length : end).map((node) => styledLine(node, styles));
  for (const [at, line] of paragraphs.entries()) {
    const { node, words } = line;
    const own = childOf(node, 'w:pPr');
    const isHeading = traits.isHeading(own) || headings.has(node);
    const next = paragraphs.find((each, place) => place > at && each.words.trim() !== '');
    const isTitle = traits.isTitle(own) || (isHeading && byline(next?.words ?? '') !== undefined);
    if (words.trim() !== '') {
      if (words.length > 100 || numberedHeading(words.trim()) !== undefined || (isHeading && !isTitle)) break;
      lines.push({ ...line, isTitle });
    }
    const isLast = elementsNamed(node, 'w:br').some(({ attributes }) => attributes['w:type'] === 'page');
    if (lines.length > 12 || (lines.length > 0 && (isLast || childOf(own, 'w:sectPr')))) break;
  }
  return lines;
}

/** The lines in the style of a title; else those of the largest type, where no other line is as large. */
function titleAmong(lines: readonly FrontLine[], usual: number): readonly FrontLine[] {
  const largest = Math.max(...lines.map(({ size = 0 }) => size));
  const styled = lines.some(({ isTitle }) => isTitle);
  if (!styled && largest < usual * 1.3) return [];
  const isOne = ({ isTitle, size }: FrontLine): boolean => (styled ? isTitle : size === largest);
  const start = lines.findIndex(isOne);
  const end = lines.findIndex((line, at) => at > start && !isOne(line));
  const found = lines.slice(start, end === -1 ? lines.length : end);
  const isAll = found.length === lines.length && lines.length > 4; // a poem, a letter
  return isAll || lines.filter(isOne).length > found.length ? [] : found;
}

/** A heading that says “Contents”, and below it short lines most of which are the words of headings to come. */
function typedContents(body: XmlElement, { traits, headings, styles }: Looked): Map<XmlElement, FrontRole> {
  const roles = new Map<XmlElement, FrontRole>();
  const lines = elementsIn(body)
    .filter(({ name }) => name === 'w:p')
    .map((node) => styledLine(node, styles))
    .filter(({ words }) => words.trim() !== '');
  const start = lines.findIndex(
    ({ words }) => words.length < 40 && isStoryWord(words.trim().replace(/[.:]+$/, ''), 'contents'),
  );
  const isHeading = ({ node }: StyledLine): boolean => traits.isHeading(childOf(node, 'w:pPr')) || headings.has(node);
  const end = lines.findIndex((line, at) => at > start && (isHeading(line) || line.words.length > 120));
  if (start === -1 || end === -1) return roles;
  const later = new Set(
    lines
      .slice(end)
      .filter((line) => isHeading(line) || line.words.length < 80)
      .map(({ words }) => plain(words)),
  );
  const list = lines.slice(start + 1, end);
  const isEntry = ({ words }: StyledLine): boolean => later.has(plain(words)) || later.has(plain(withoutPage(words)));
  const last = list.findLastIndex(isEntry);
  const entries = list.slice(0, last + 1);
  if (entries.filter(isEntry).length < Math.max(3, entries.length * 0.6)) return roles;
  for (const { node } of [...lines.slice(start, start + 1), ...entries]) roles.set(node, 'contents');
  const named = linesNamed(entries, lines.slice(start + entries.length + 1));
  const plainLines = named.filter((line) => !isHeading(line));
  if (plainLines.length * 2 > named.length) for (const { node } of named) roles.set(node, 'Heading1');
  return roles;
}

/** The lines that say the words of entries, in the order of these. */
function linesNamed(entries: readonly StyledLine[], lines: readonly StyledLine[]): readonly StyledLine[] {
  const places = new Map<string, number[]>();
  for (const [at, { words }] of lines.entries()) {
    const known = places.get(plain(words));
    if (known) known.push(at);
    else if (words.length < 120) places.set(plain(words), [at]);
  }
  let from = 0;
  return entries.flatMap(({ words }): readonly StyledLine[] => {
    const found = [plain(words), plain(withoutPage(words))].flatMap((each) => places.get(each) ?? []);
    const at = found.find((each) => each >= from);
    from = at === undefined ? from : at + 1;
    return at === undefined ? [] : lines.slice(at, at + 1);
  });
}

/** Its words without a number, which a list may have in its own way. */
const plain = (words: string): string =>
  wordList(words.toLowerCase().replace(/^[^\p{L}\p{N}]*\d{1,3}[.):]\s*(?=\P{N})/u, '')).join(' ');

/** “Page 3 Preface”, “Preface ….. 3”, “Preface 1-3” without the page. */
const withoutPage = (words: string): string =>
  words
    .trim()
    .replace(/[\s.…_·]*(?:\d{1,3}-)?\d{1,4}$/, '')
    .replace(/^\p{L}{1,8}\.?\s*\d{1,4}[\s.:]+(?=\p{L})/u, '');

/** A blank between lines that become one. */
export const lineGap: XmlElement = textRun(' ');
