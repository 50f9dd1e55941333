/** The typefaces of each theme’s cover: the family’s name, and the files of its package that are set. */
import type { ThemeName } from '../book/design.ts';
import { type Typeface, typefaces } from '../book/typefaces.ts';

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

const familyOf = ({ family, package: from, faces, display }: Typeface): Family => ({
  name: family,
  faces: {
    title: { file: `${from}/${display.file}`, weight: display.weight, style: 'normal' },
    text: { file: `${from}/${faces.regular}`, weight: 400, style: 'normal' },
    italic: { file: `${from}/${faces.italic}`, weight: 400, style: 'italic' },
  },
});

export const families: Readonly<Record<ThemeName, Family>> = {
  classic: familyOf(typefaces.classic),
  plain: familyOf(typefaces.plain),
};
