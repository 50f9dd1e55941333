/**
 * What the styles of a document say beyond their looks, whatever they are called. In: its styles. Out: the level of a heading, which a style may
 * have from the one it is based on (ECMA-376 Part 1 §17.3.1.20, §17.7.4.3), and whether it is one of the lines of a list of contents.
 */

import { isStoryWord } from '../../book/story-words.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsNamed, rawText } from '../../html/read-xml.ts';
import { wordOf } from './elements.ts';
import type { StyleProperties } from './paragraph-looks.ts';

export interface StyleTraits {
  /** The level of a heading that no style of Word’s own says: 1 for a chapter’s. In: a paragraph’s properties. */
  readonly level: (properties: XmlElement | undefined) => number | undefined;
  /** Whether it is a heading by a style of any name. */
  readonly isHeading: (properties: XmlElement | undefined) => boolean;
  /** Whether it is in the style of a title. */
  readonly isTitle: (properties: XmlElement | undefined) => boolean;
  /** Whether a paragraph is one of a list of contents; one in the style of its heading that says something else is none. */
  readonly isContents: (paragraph: XmlElement) => boolean;
}

/** Reads them; a document may have none. */
export function styleTraits(styles: StyleProperties): StyleTraits {
  const ofStyle = (style: string, seen = 0): number | undefined => {
    const found = styles.get(style);
    const based = wordOf(found, 'w:basedOn');
    return levelOf(childOf(found, 'w:pPr')) ?? (based === undefined || seen > 9 ? undefined : ofStyle(based, seen + 1));
  };
  const styleOf = (properties: XmlElement | undefined): string => wordOf(properties, 'w:pStyle') ?? '';
  const nameOf = (style: string): string => wordOf(styles.get(style), 'w:name') ?? style;
  const level = (properties: XmlElement | undefined): number | undefined => {
    const style = styleOf(properties);
    if (/^(?:heading ?\d|title|subtitle)$/i.test(nameOf(style))) return undefined; // mammoth knows them
    return levelOf(properties) ?? ofStyle(style);
  };
  return {
    level,
    isHeading: (properties) => /^heading ?\d$/i.test(nameOf(styleOf(properties))) || level(properties) !== undefined,
    isTitle: (properties) => /^title$/i.test(nameOf(styleOf(properties))),
    isContents: (paragraph) => {
      const style = nameOf(styleOf(childOf(paragraph, 'w:pPr')));
      if (/^(?:toc|contents) \d$/i.test(style)) return true;
      const words = elementsNamed(paragraph, 'w:t').map(rawText).join('').trim();
      return (
        /^(?:toc|contents) heading$/i.test(style) &&
        (words === '' || isStoryWord(words.replace(/[.:]+$/, ''), 'contents'))
      );
    },
  };
}

/** The level that properties name; 9 is text. */
function levelOf(properties: XmlElement | undefined): number | undefined {
  const level = Number(wordOf(properties, 'w:outlineLvl') ?? 'none');
  return level >= 0 && level < 6 ? level + 1 : undefined;
}
