/**
 * Headings that somebody made by hand: short lines in bold that are larger than the text, where no style says which lines are headings. In: the
 * body of a document. Out: the paragraphs that are. A title page has such lines, too: only a size that parts the text several times counts.
 */
import { numberedHeading } from '../../book/numbered-headings.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn } from '../../html/read-xml.ts';
import { type Line, lineOf, usualSize } from './line-looks.ts';

/** Finds them; none where a paragraph has a heading's style. */
export function sizedHeadings(
  body: XmlElement,
  isHeading: (properties: XmlElement | undefined) => boolean,
): ReadonlySet<XmlElement> {
  const paragraphs = elementsIn(body).filter(({ name }) => name === 'w:p');
  if (paragraphs.some((each) => isHeading(childOf(each, 'w:pPr')))) return new Set();
  const lines = paragraphs.map(lineOf).filter(({ words }) => words.trim() !== '');
  // Lines that call themselves chapters are found by their words.
  if (lines.some(({ words, isBold }) => isBold && numberedHeading(words) !== undefined)) return new Set();
  const usual = usualSize(body);
  const isLarge = ({ size, words, isBold }: Line): boolean =>
    isBold && size !== undefined && size >= usual * 1.15 && words.length <= 80 && !/[,;]\s*$/.test(words);
  const opening = lines.filter((line, at) => {
    const next = lines[at + 1];
    return isLarge(line) && next !== undefined && !isLarge(next);
  });
  const sizes = opening.map(({ size }) => size);
  return new Set(
    opening.filter(({ size }) => sizes.filter((each) => each === size).length > 2).map(({ node }) => node),
  );
}
