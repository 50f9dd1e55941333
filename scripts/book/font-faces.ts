/** The faces of a typeface, and the typefaces that an author brings. Tables and types; no file is opened here. */
import type { Place } from '../report/problem.ts';

/** The four faces that a book needs: Apple Books asks for a real bold, and an italic made by slanting shows. */
export const faceNames = ['regular', 'italic', 'bold', 'bold-italic'] as const;

export type FaceName = (typeof faceNames)[number];

/** How a stylesheet tells one face of a family from the others (CSS Fonts 3 §4). */
export const faceTraits: Readonly<Record<FaceName, string>> = {
  regular: 'font-weight: normal; font-style: normal;',
  italic: 'font-weight: normal; font-style: italic;',
  bold: 'font-weight: bold; font-style: normal;',
  'bold-italic': 'font-weight: bold; font-style: italic;',
};

/** Paths of the files of a typeface, by face. */
export type OwnFaces = { readonly [Name in FaceName]?: string | undefined };

/** Typefaces that an author brings. */
export interface OwnFonts {
  readonly body?: OwnFaces | undefined;
  readonly headings?: OwnFaces | undefined;
  /** What lets them be in the book; the colophon prints it. */
  readonly licence?: string | undefined;
  /** Where the metadata names them; paths are those from the folder of this file. */
  readonly place: Place;
}
