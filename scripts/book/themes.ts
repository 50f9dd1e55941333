/**
 * The themes of the press: a folder of `templates/` each, and what else a theme is made of. Whoever adds one adds a folder and a row.
 * Each typeface is under the SIL Open Font License 1.1 and reserves no name (its §3), so that a subset may keep its own.
 */
import type { FaceName } from './font-faces.ts';

export interface Typeface {
  /** As a stylesheet calls it. */
  readonly family: string;
  /** CSS's word for its kind, for letters it lacks. */
  readonly generic: 'serif' | 'sans-serif';
  /** The npm package of its files. */
  readonly package: string;
  /** Static TrueType files within the package. */
  readonly faces: Readonly<Record<FaceName, string>>;
  /** The face of a drawn cover's title: its file and its weight, as CSS counts. */
  readonly display: { readonly file: string; readonly weight: number };
  /** The licence's text within the package. */
  readonly licence: string;
}

interface Theme {
  /** What it is for, in a few words. */
  readonly about: string;
  /**
   * What stands between scenes where no picture is shown: marks of Windows-1252, which every text face of the last thirty years
   * has. A device shows a box in the place of ❦ or ⁂ where its face lacks them; whoever wants them says so, or takes a picture.
   */
  readonly ornament: string;
  readonly typeface: Typeface;
}

/** A family whose files are named as its package names them: `400Regular/EBGaramond_400Regular.ttf`. */
export function typeface(family: string, generic: Typeface['generic'], display = '700Bold'): Typeface {
  const file = (face: string): string => `${face}/${family.replaceAll(' ', '')}_${face}.ttf`;
  return {
    family,
    generic,
    package: `@expo-google-fonts/${family.replaceAll(' ', '-').toLowerCase()}`,
    faces: {
      regular: file('400Regular'),
      italic: file('400Regular_Italic'),
      bold: file('700Bold'),
      'bold-italic': file('700Bold_Italic'),
    },
    display: { file: file(display), weight: Number.parseInt(display, 10) },
    licence: 'LICENSE_FONT',
  };
}

/** By name; the first is the one for a book that names none. */
export const themes = {
  classic: {
    about: 'a novel as it was set by hand',
    ornament: '*\u00A0\u00A0*\u00A0\u00A0*',
    typeface: typeface('EB Garamond', 'serif', '400Regular'),
  },
  plain: {
    about: 'a modern page, clear and light',
    ornament: '•\u00A0\u00A0•\u00A0\u00A0•',
    typeface: typeface('Alegreya Sans', 'sans-serif', '800ExtraBold'),
  },
  romance: {
    about: 'italics, a sprig above each chapter, a raised initial',
    ornament: '~\u00A0\u00A0~\u00A0\u00A0~',
    typeface: typeface('Spectral', 'serif', '400Regular_Italic'),
  },
  'fairy-tale': {
    about: 'frames of double rules, a star, a deep initial',
    ornament: '*\u00A0\u00A0†\u00A0\u00A0*',
    typeface: typeface('Vollkorn', 'serif', '900Black'),
  },
  thriller: {
    about: 'heavy bars, great numbers, ragged lines',
    ornament: '—\u00A0—\u00A0—',
    typeface: typeface('Zilla Slab', 'serif'),
  },
  playful: {
    about: 'dotted boxes, round letters, room between paragraphs',
    ornament: '•\u00A0\u00A0*\u00A0\u00A0•',
    typeface: typeface('Grandstander', 'sans-serif'),
  },
} as const satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof themes;

export const themeNames = Object.keys(themes) as readonly ThemeName[];
