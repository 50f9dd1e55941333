/**
 * What of a Word paragraph’s looks means something: how it is aligned and which way it runs, its style’s way too; whether it stands empty
 * between two of the body. In: elements of Word. Out: the same as mammoth and our reader of pages know them.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed } from '../../html/read-xml.ts';
import { element, showsSomething, wordOf } from './elements.ts';

/** The properties of each style of paragraphs, by its name. */
export type StyleProperties = ReadonlyMap<string, XmlElement>;

export const styleProperties = (styles: XmlElement | undefined): StyleProperties =>
  new Map(
    (styles ? elementsNamed(styles, 'w:style') : []).map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );

/** Alignment and direction as one word, which mammoth hands on: `center`, `right`, `rtl`, `center-rtl` (ECMA-376 Part 1 §17.3.1.6, §17.3.1.13). */
export function settingOf(own: XmlElement | undefined, styles: StyleProperties): string | undefined {
  const said = (name: string): string | undefined => {
    let properties = own;
    let style = styles.get(wordOf(own, 'w:pStyle') ?? '');
    for (let deep = 0; deep < 10; deep++) {
      const value = wordOf(properties, name);
      if (value !== undefined || !style) return value;
      properties = childOf(style, 'w:pPr');
      style = styles.get(wordOf(style, 'w:basedOn') ?? '');
    }
    return undefined;
  };
  const bidi = said('w:bidi');
  const isRtl = bidi !== undefined && !/^(?:0|false|off)$/.test(bidi);
  const align = said('w:jc') ?? '';
  const side = align === 'center' ? 'center' : !isRtl && /^(?:right|end)$/.test(align) ? 'right' : '';
  return [side, isRtl ? 'rtl' : ''].filter(Boolean).join('-') || undefined;
}

/** Blocks in which empty paragraphs between two of the text are no longer what mammoth leaves out. */
export function keepEmptyLines(blocks: readonly XmlElement[]): readonly XmlElement[] {
  const looks = blocks.map((block) => (block.name === 'w:p' && showsText(block) ? looksOf(block) : undefined));
  const counts = new Map<string, number>();
  for (const each of looks) if (each !== undefined) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [usual] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0]);
  const isEmpty = (at: number): boolean => blocks[at]?.name === 'w:p' && looks[at] === undefined;
  /** Whether each block, or the one that empty ones part from it, is of the text. */
  const isUsual = (order: readonly number[]): ReadonlySet<number> => {
    const found = new Set<number>();
    let last = false;
    for (const at of order) {
      if (!isEmpty(at)) last = looks[at] === usual;
      if (last) found.add(at);
    }
    return found;
  };
  const order = [...blocks.keys()];
  const [below, above] = [isUsual(order), isUsual([...order].reverse())];
  return blocks.map((block, at) => (isEmpty(at) && below.has(at) && above.has(at) ? emptyLine : block));
}

const emptyLine = element('w:p', {}, [element('w:r', {}, [element('w:t', {}, ['\u00a0'])])]);

const showsText = (block: XmlElement): boolean => elementsIn(block).some(showsSomething);

/** Style, numbering and indent, which the body’s paragraphs share. */
const looksOf = (block: XmlElement): string =>
  JSON.stringify(elementsIn(childOf(block, 'w:pPr') ?? block).map(({ name, attributes }) => [name, attributes]));
