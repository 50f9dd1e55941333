/** How a paragraph of a Word document looks as a line: its words, the size of its type, whether all of it is bold. In: a paragraph. Out: those. */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed, rawText } from '../../html/read-xml.ts';
import { wordOf } from './elements.ts';
import type { StyleProperties } from './paragraph-looks.ts';

export interface Line {
  readonly node: XmlElement;
  readonly words: string;
  /** In half points; undefined where its runs differ, or say none. */
  readonly size: number | undefined;
  readonly isBold: boolean;
}

export interface StyledLine extends Line {
  readonly isCentred: boolean;
}

/** The line as its runs say it, with the styles that they name. */
function lineOf(node: XmlElement, styles: StyleProperties): Line {
  const runs = elementsNamed(node, 'w:r').filter((run) => elementsNamed(run, 'w:t').length > 0);
  const looks = runs.map((run) => childOf(run, 'w:rPr'));
  const boldIn = (look: XmlElement | undefined): string | undefined =>
    wordOf(look, 'w:b') ?? wordOf(childOf(styles.get(wordOf(look, 'w:rStyle') ?? ''), 'w:rPr'), 'w:b');
  const ofParagraph = wordOf(childOf(styles.get(wordOf(childOf(node, 'w:pPr'), 'w:pStyle') ?? ''), 'w:rPr'), 'w:b');
  const sizes = new Set(looks.map((each) => wordOf(each, 'w:sz')));
  const [size] = sizes;
  return {
    node,
    words: elementsNamed(node, 'w:t').map(rawText).join(''),
    size: sizes.size === 1 && size !== undefined ? Number(size) : undefined,
    isBold: runs.length > 0 && looks.every((each) => !/^(?:0|false|off)$/.test(boldIn(each) ?? ofParagraph ?? '0')),
  };
}

/** The line with what its style adds; tabs and breaks are blanks. */
export function styledLine(node: XmlElement, styles: StyleProperties): StyledLine {
  const own = childOf(node, 'w:pPr');
  const style = styles.get(wordOf(own, 'w:pStyle') ?? '');
  const ofStyle = Number(wordOf(childOf(style, 'w:rPr'), 'w:sz')) || undefined;
  const line = lineOf(node, styles);
  const jc = wordOf(own, 'w:jc') ?? wordOf(childOf(style, 'w:pPr'), 'w:jc');
  return { ...line, words: spaced(node), size: line.size ?? ofStyle, isCentred: jc === 'center' };
}

const spaced = (node: XmlElement): string =>
  elementsIn(node)
    .map((each) => (each.name === 'w:t' ? rawText(each) : /^w:(?:tab|br)$/.test(each.name) ? ' ' : spaced(each)))
    .join('');

/** The size that most letters have; Word’s own where they say none. */
export function usualSize(body: XmlElement, styles: StyleProperties): number {
  const letters = new Map<number | undefined, number>();
  for (const node of elementsIn(body)) {
    const { size, words } = styledLine(node, styles);
    letters.set(size, (letters.get(size) ?? 0) + words.length);
  }
  const [common] = [...letters].sort(([, left], [, right]) => right - left)[0] ?? [];
  return common ?? 24; // 11 or 12 points
}
