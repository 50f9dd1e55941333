/** The typefaces of covers: a theme’s family and those for letters that it lacks, by the files of their packages that are set. */
import { type ScriptTypeface, scriptTypefaces } from '../book/script-typefaces.ts';
import { type ThemeName, themes } from '../book/themes.ts';

interface Face {
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
  /** What its lines stand apart, where Latin ones stand 1 apart. */
  readonly leading: number;
  /** The package to install for it, where it does not come with the press. */
  readonly wanted?: string | undefined;
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
    leading: 1,
  };
}

/** The families to try for words that a theme’s own cannot print, the nearest to it first: heavy titles stay heavy. */
export function standIns(theme: ThemeName, words: string, lang: string): readonly Family[] {
  const isHeavy = themes[theme].typeface.display.weight >= 600;
  const others: readonly ThemeName[] = isHeavy ? ['plain', 'classic'] : ['classic', 'plain'];
  const scripts = scriptTypefaces.filter(({ isFor }) => isFor.test(`${lang} ${words}`));
  return [
    ...others.filter((each) => each !== theme).map(familyOf),
    ...scripts.map((each) => scriptFamily(each, isHeavy)),
  ];
}

function scriptFamily({ typeface, leading, isBundled }: ScriptTypeface, isHeavy: boolean): Family {
  const { family: name, package: from, faces } = typeface;
  const text = { file: `${from}/${faces.regular}`, weight: 400, style: 'normal' } as const;
  const title = isHeavy ? ({ file: `${from}/${faces.bold}`, weight: 700, style: 'normal' } as const) : text;
  return { name, faces: { title, text, italic: text }, leading, wanted: isBundled ? undefined : from };
}
