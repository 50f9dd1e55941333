/**
 * The typefaces of the themes, and the packages that their files come from. Tables and types; no file is opened here.
 * Each family is under the SIL Open Font License 1.1 and reserves no name (its §3), so that a subset may keep its own.
 */
import type { ThemeName } from './design.ts';
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

export const typefaces: Readonly<Record<ThemeName, Typeface>> = {
  classic: {
    family: 'EB Garamond',
    generic: 'serif',
    package: '@expo-google-fonts/eb-garamond',
    faces: {
      regular: '400Regular/EBGaramond_400Regular.ttf',
      italic: '400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
      bold: '700Bold/EBGaramond_700Bold.ttf',
      'bold-italic': '700Bold_Italic/EBGaramond_700Bold_Italic.ttf',
    },
    display: { file: '400Regular/EBGaramond_400Regular.ttf', weight: 400 },
    licence: 'LICENSE_FONT',
  },
  plain: {
    family: 'Alegreya Sans',
    generic: 'sans-serif',
    package: '@expo-google-fonts/alegreya-sans',
    faces: {
      regular: '400Regular/AlegreyaSans_400Regular.ttf',
      italic: '400Regular_Italic/AlegreyaSans_400Regular_Italic.ttf',
      bold: '700Bold/AlegreyaSans_700Bold.ttf',
      'bold-italic': '700Bold_Italic/AlegreyaSans_700Bold_Italic.ttf',
    },
    display: { file: '800ExtraBold/AlegreyaSans_800ExtraBold.ttf', weight: 800 },
    licence: 'LICENSE_FONT',
  },
};
