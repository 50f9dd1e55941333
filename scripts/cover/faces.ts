/** The typefaces of each theme’s cover: the family’s name, and the files of its package that are set. */
import { type ThemeName, themes } from '../book/themes.ts';

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

/** The typeface of a theme’s covers. */
export function familyOf(theme: ThemeName): Family {
  const { family, package: from, faces, display } = themes[theme].typeface;
  const isItalic = display.file.includes('Italic');
  return {
    name: family,
    faces: {
      title: { file: `${from}/${display.file}`, weight: display.weight, style: isItalic ? 'italic' : 'normal' },
      text: { file: `${from}/${faces.regular}`, weight: 400, style: 'normal' },
      italic: { file: `${from}/${faces.italic}`, weight: 400, style: 'italic' },
    },
  };
}
