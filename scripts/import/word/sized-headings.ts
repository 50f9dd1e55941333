/**
 * Headings that somebody made by hand: short lines in bold that are larger than the text, where no style says which lines are headings. In: the
 * body of a document. Out: the paragraphs that are. A title page has such lines, too: only a size that parts the text several times counts.
 */
import { numberedHeading } from '../../book/numbered-headings.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed, rawText } from '../../html/read-xml.ts';
import { wordOf } from './elements.ts';

interface Line {
  readonly node: XmlElement;
  readonly words: string;
  /** In half points; undefined where its runs differ, or say none. */
  readonly size: number | undefined;
  readonly isBold: boolean;
}

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
  const letters = new Map<number | undefined, number>();
  for (const { size, words } of lines) letters.set(size, (letters.get(size) ?? 0) + words.length);
  const [common] = [...letters].sort(([, left], [, right]) => right - left)[0] ?? [];
  const usual = common ?? 24; // Word’s own size is 11 or 12 points
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

function lineOf(node: XmlElement): Line {
  const runs = elementsNamed(node, 'w:r').filter((run) => elementsNamed(run, 'w:t').length > 0);
  const looks = runs.map((run) => childOf(run, 'w:rPr'));
  const sizes = new Set(looks.map((each) => wordOf(each, 'w:sz')));
  const [size] = sizes;
  return {
    node,
    words: elementsNamed(node, 'w:t').map(rawText).join(''),
    size: sizes.size === 1 && size !== undefined ? Number(size) : undefined,
    isBold: runs.length > 0 && looks.every((each) => !/^(?:0|false|off)$/.test(wordOf(each, 'w:b') ?? '0')),
  };
}
