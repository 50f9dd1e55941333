/** How a book is to look: what a metadata key says and a theme carries out. Tables and types; no file is opened here. */
import type { Place } from '../report/problem.ts';
import type { OwnFonts } from './font-faces.ts';
import { type ThemeName, themes } from './themes.ts';

/** Whether an ornament is the path of a picture, and not marks to print. */
export const isPicturePath = (ornament: string): boolean =>
  /\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$/i.test(ornament);

/** The marks that a design puts between scenes: those it names, on one line with spaces as wide as typed, or its theme's. */
export function ornamentText({ ornament, theme }: Pick<Design, 'ornament' | 'theme'>): string {
  if (ornament === undefined || isPicturePath(ornament)) return themes[theme].ornament;
  return ornament.replace(/ /g, '\u00A0\u00A0');
}

/** Colours of drawn covers, by name (`cover/palettes.ts` has them); the title picks one where nothing is said. */
export const coverColours = [
  'midnight',
  'forest',
  'wine',
  'amber',
  'teal',
  'plum',
  'rust',
  'mist',
  'sage',
  'charcoal',
  'rose',
  'indigo',
] as const;

export type CoverColours = (typeof coverColours)[number];

/** How a theme arranges what a drawn cover shows; the first where nothing is said. */
export const coverCompositions = ['panel', 'band', 'cloth'] as const;

export type CoverComposition = (typeof coverCompositions)[number];

export interface Design {
  readonly theme: ThemeName;
  /** What stands between scenes: the text to print, or the manuscript path of a picture; the theme's own if undefined. */
  readonly ornament?: string | undefined;
  /** Where the metadata names it. */
  readonly ornamentPlace?: Place | undefined;
  /** The manuscript path of a picture above the headings of chapters, or `none`; the theme's own if undefined. */
  readonly headingImage?: string | undefined;
  readonly headingImagePlace?: Place | undefined;
  /** Whether a page tells at the book's end how it was made. */
  readonly hasColophon: boolean;
  /** Whether the theme's typefaces are put into the book. */
  readonly embedsFonts: boolean;
  readonly fonts?: OwnFonts | undefined;
  /** Whether lines run from top to bottom, and pages from right to left. */
  readonly isVertical: boolean;
  /** Whether a cover is drawn where the author gives none. */
  readonly drawsCover: boolean;
  /** Whether title and authors are set on the author's own cover picture. */
  readonly setsCoverTitle?: boolean | undefined;
  readonly coverColours?: CoverColours | undefined;
  readonly coverComposition?: CoverComposition | undefined;
}
