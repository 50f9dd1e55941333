/** The stylesheet of a book that brings its typeface along. In: a typeface. Out: CSS, and the faces’ names in the book. */
import type { FaceName, Typeface } from '../book/typefaces.ts';

const traits: Readonly<Record<FaceName, string>> = {
  regular: 'font-weight: normal; font-style: normal;',
  italic: 'font-weight: normal; font-style: italic;',
  bold: 'font-weight: bold; font-style: normal;',
  'bold-italic': 'font-weight: bold; font-style: italic;',
};

/** Where a face lies in the book, relative to its package document. */
export function faceHref({ family }: Typeface, name: FaceName): string {
  return `fonts/${family.replaceAll(' ', '-').toLowerCase()}-${name}.ttf`;
}

/**
 * `@font-face` for each face and one rule for the body (CSS Fonts 3 §4; Kobo and Apple Books read no more). It stands
 * before the theme’s sheets, whose own families therefore win.
 */
export function fontSheet(typeface: Typeface): string {
  const faces = Object.entries(traits).map(
    ([name, trait]) =>
      `@font-face { font-family: "${typeface.family}"; ${trait} src: url("${faceHref(typeface, name as FaceName)}"); }`,
  );
  return [...faces, `body { font-family: "${typeface.family}", ${typeface.generic}; }`, ''].join('\n');
}
