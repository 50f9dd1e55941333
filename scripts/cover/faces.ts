/** The typefaces of each theme’s cover: the family’s name, and the files of its package that are set. */
import type { ThemeName } from '../book/design.ts';

export interface Face {
  /** A path that the press’s packages resolve. */
  readonly file: string;
  /** For SVG’s attributes of the same names. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

export type FaceName = 'title' | 'text' | 'italic';

export interface Family {
  readonly name: string;
  readonly faces: Readonly<Record<FaceName, Face>>;
}

const garamond = '@expo-google-fonts/eb-garamond';
const alegreya = '@expo-google-fonts/alegreya-sans';

export const families: Readonly<Record<ThemeName, Family>> = {
  classic: {
    name: 'EB Garamond',
    faces: {
      title: { file: `${garamond}/400Regular/EBGaramond_400Regular.ttf`, weight: 400, style: 'normal' },
      text: { file: `${garamond}/400Regular/EBGaramond_400Regular.ttf`, weight: 400, style: 'normal' },
      italic: { file: `${garamond}/400Regular_Italic/EBGaramond_400Regular_Italic.ttf`, weight: 400, style: 'italic' },
    },
  },
  plain: {
    name: 'Alegreya Sans',
    faces: {
      title: { file: `${alegreya}/800ExtraBold/AlegreyaSans_800ExtraBold.ttf`, weight: 800, style: 'normal' },
      text: { file: `${alegreya}/400Regular/AlegreyaSans_400Regular.ttf`, weight: 400, style: 'normal' },
      italic: {
        file: `${alegreya}/400Regular_Italic/AlegreyaSans_400Regular_Italic.ttf`,
        weight: 400,
        style: 'italic',
      },
    },
  },
};
