/**
 * Headings that somebody made by hand: short lines in bold that are larger than the text, where no style says which lines are headings. In: the
 * body of a document. Out: the paragraphs that are. A title page has such lines, too: only a size that parts the text several times counts.
 */
import { numberedHeading } from '../../book/numbered-headings.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn } from '../../html/read-xml.ts';
import { type StyledLine, styledLine, usualSize } from './line-looks.ts';
import type { StyleProperties } from './paragraph-looks.ts';

/** Finds them; none where a paragraph has a heading's style. */
export function sizedHeadings(
  body: XmlElement,
  styles: StyleProperties,
  isHeading: (properties: XmlElement | undefined) => boolean,
): ReadonlySet<XmlElement> {
  const paragraphs = elementsIn(body).filter(({ name }) => name === 'w:p');
  if (paragraphs.some((each) => isHeading(childOf(each, 'w:pPr')))) return new Set();
  const lines = paragraphs.map((each) => styledLine(each, styles)).filter(({ words }) => words.trim() !== '');
  // Lines that call themselves chapters are found by their words.
  if (lines.some(({ words, isBold }) => isBold && numberedHeading(words) !== undefined)) return new Set();
  const usual = usualSize(body, styles);
  const isLarge = ({ size, words, isBold }: StyledLine): boolean =>
    isBold && size !== undefined && size >= usual * 1.15 && words.length <= 80 && !/[,;]\s*$/.test(words);
  const opening = lines.filter((line, at) => {
    const next = lines[at + 1];
    return isLarge(line) && next !== undefined && !isLarge(next);
  });
  const sizes = opening.flatMap(({ size }) => size ?? []);
  const countOf = (size: number): number => sizes.filter((each) => each === size).length;
  // A larger size that comes twice is that of other chapters, or of parts.
  const least = Math.min(...sizes.filter((size) => countOf(size) > 2));
  const sized = opening.filter(({ size = 0 }) => countOf(size) > 2 || (size > least && countOf(size) > 1));
  return new Set((sized.length > 0 ? sized : boldAlone(lines)).map(({ node }) => node));
}

/** Lines in bold alone, of the size of the text: three at least, all of other words, each above more text than an answer or an item of a list has. */
function boldAlone(lines: readonly StyledLine[]): readonly StyledLine[] {
  const isAlone = ({ isBold, words }: StyledLine): boolean =>
    isBold && words.trim().length <= 60 && /\p{L}{2}/u.test(words) && !/[.,;:!…]["”’»]?\s*$/u.test(words);
  const places = lines.flatMap((line, at) => (at > 0 && isAlone(line) ? [at] : []));
  const found = places.flatMap((at) => lines[at] ?? []);
  const isAbove = (at: number, index: number): boolean =>
    lines[at + 1]?.isBold === false &&
    lines.slice(at + 1, places[index + 1]).reduce((sum, { words }) => sum + words.length, 0) >= leastBelow;
  const isDistinct = new Set(found.map(({ words }) => words.trim())).size === found.length;
  return found.length > 2 && isDistinct && places.every(isAbove) ? found : [];
}

/** Fewer letters are no part of a text. */
const leastBelow = 300;
