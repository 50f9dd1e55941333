/** Lines that somebody drew between scenes: a shape alone in its paragraph, a border below one. In: elements of Word. Out: whether they are one. */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn } from '../../html/read-xml.ts';
import { element, wordOf } from './elements.ts';

/** A line as Word and LibreOffice draw one: DrawingML, or VML in older files. */
export function isDrawnLine({ name, attributes }: XmlElement): boolean {
  if (name === 'a:prstGeom') return /^(?:line|straightConnector1)$/.test(attributes['prst'] ?? '');
  if (name === 'v:line') return true;
  return name === 'v:rect' && /^t/.test(attributes['o:hr'] ?? '');
}

/** Where a paragraph’s border draws a rule: on its whole breadth, or below its words; nowhere for a frame, or what underlines a heading. */
export function borderRule(properties: XmlElement | undefined): 'alone' | 'below' | undefined {
  const drawn = elementsIn(childOf(properties, 'w:pBdr') ?? element('w:pBdr'));
  const sides = drawn.flatMap(({ name, attributes }) =>
    /^(?:none|nil)$/.test(attributes['w:val'] ?? '') ? [] : [name],
  );
  if (sides.length === 0 || sides.includes('w:left') || sides.includes('w:right')) return undefined;
  const style = wordOf(properties, 'w:pStyle') ?? '';
  const isBelow = sides.includes('w:bottom') && !sides.includes('w:top') && !/^(?:Title|Subtitle|Heading)/i.test(style);
  return isBelow ? 'below' : 'alone';
}
