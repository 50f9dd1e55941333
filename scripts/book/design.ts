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

/**
 * How a book may differ from its theme: by option and value the parts of `templates/options/` that follow the theme’s sheets, those
 * of CSS 2.1 as `<part>.css` and newer ones as `<part>-modern.css`. To add a value, name its parts here.
 */
export const designOptions = {
  opening: {
    'drop-cap': ['drop-cap'],
    'raised-initial': ['raised-initial'],
    'small-capitals': ['no-initial', 'small-capitals'],
    none: ['no-initial', 'no-lead-in'],
  },
  number: { figures: [], words: [], roman: [] },
  'number-place': { above: [], beside: ['number-beside'], ornament: ['number-ornament'] },
  paragraphs: { indented: ['no-space', 'indent'], spaced: ['no-indent', 'space'], both: ['space', 'indent'] },
  alignment: { justified: ['justified'], ragged: ['ragged'] },
  hyphenation: { yes: [], no: ['no-hyphens'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type DesignOption = keyof typeof designOptions;

/** What a book says of them; the theme’s own where it says nothing. */
export type DesignOptions = {
  readonly [Option in DesignOption]?: keyof (typeof designOptions)[Option] | undefined;
} & { readonly 'ornament-colour'?: CoverColours | undefined };

/** The values of an option. */
export const valuesOf = <Option extends DesignOption>(option: Option) =>
  Object.keys(designOptions[option]) as (keyof (typeof designOptions)[Option] & string)[];

/** The parts of the style that options ask for, in the order of the table. */
export function partsOf(options: DesignOptions): readonly string[] {
  return Object.entries(designOptions).flatMap(
    ([option, values]: [string, Readonly<Record<string, readonly string[]>>]) =>
      values[options[option as DesignOption] ?? ''] ?? [],
  );
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

/** Colours of ornaments, by the names of the covers’: each is seen on white, on sepia and at night (3:1, WCAG 2.2 §1.4.11). */
export const ornamentColours: Readonly<Record<CoverColours, string>> = {
  midnight: '#4f74b3',
  forest: '#3b8068',
  wine: '#b0485a',
  amber: '#a06c1a',
  teal: '#3d838f',
  plum: '#94609b',
  rust: '#b8552f',
  mist: '#5f8296',
  sage: '#6b8054',
  charcoal: '#77777f',
  rose: '#b5626d',
  indigo: '#6a70c4',
};

/** The colour that a design gives its ornaments and its theme’s drawings. */
export const ornamentColour = ({ options }: Pick<Design, 'options'>): string | undefined =>
  options?.['ornament-colour'] && ornamentColours[options['ornament-colour']];

export interface Design {
  readonly theme: ThemeName;
  /** How it differs from the theme. */
  readonly options?: DesignOptions | undefined;
  /** Where the metadata says so. */
  readonly optionsPlace?: Place | undefined;
  /** What stands between scenes: the text to print, or the manuscript path of a picture; the theme's own if undefined. */
  readonly ornament?: string | undefined;
  /** Where the metadata names it. */
  readonly ornamentPlace?: Place | undefined;
  /** The manuscript path of a picture above the headings of chapters, or `none`; the theme's own if undefined. */
  readonly headingImage?: string | undefined;
  readonly headingImagePlace?: Place | undefined;
  /** Whether a page with the title alone opens the book. */
  readonly hasHalfTitle?: boolean | undefined;
  /** Whether a page is made that tells of rights, publisher and ISBNs. */
  readonly hasCopyrightPage?: boolean | undefined;
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
