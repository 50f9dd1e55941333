/** How a book is to look: what a metadata key says and a theme carries out. Tables and types; no file is opened here. */
import type { Place } from '../report/problem.ts';
import type { OwnFonts } from './font-faces.ts';

/** The themes of the press, each a folder of `templates/`; the first is the one for a book that names none. */
export const themeNames = ['classic', 'plain'] as const;

export type ThemeName = (typeof themeNames)[number];

/**
 * What a theme puts between scenes: marks of Windows-1252, which every text face of the last thirty years has. A device
 * shows a box in the place of ❦ or ⁂ where its face lacks them; whoever wants them says so, or takes a picture.
 */
export const themeOrnaments: Readonly<Record<ThemeName, string>> = {
  classic: '*\u00A0\u00A0*\u00A0\u00A0*',
  plain: '•\u00A0\u00A0•\u00A0\u00A0•',
};

/** Whether an ornament is the path of a picture, and not marks to print. */
export const isPicturePath = (ornament: string): boolean =>
  /\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$/i.test(ornament);

/** The marks that a design puts between scenes: those it names, on one line with spaces as wide as typed, or its theme's. */
export function ornamentText({ ornament, theme }: Pick<Design, 'ornament' | 'theme'>): string {
  if (ornament === undefined || isPicturePath(ornament)) return themeOrnaments[theme];
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
  /** Whether a page tells at the book's end how it was made. */
  readonly hasColophon: boolean;
  /** Whether the theme's typefaces are put into the book. */
  readonly embedsFonts: boolean;
  readonly fonts?: OwnFonts | undefined;
  /** Whether lines run from top to bottom, and pages from right to left. */
  readonly isVertical: boolean;
  /** Whether a cover is drawn where the author gives none. */
  readonly drawsCover: boolean;
  readonly coverColours?: CoverColours | undefined;
  readonly coverComposition?: CoverComposition | undefined;
}
