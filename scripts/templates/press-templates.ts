/**
 * The press's own templates, as the bundle holds them: what every book shares, and what each theme designs. Those in EJS are
 * compiled already (`bundle/plugins.mjs`).
 */
import sources from 'press:templates';
import type { TemplateName } from '../book/publication.ts';
import type { ThemeName } from '../book/themes.ts';

/** A template in EJS, or the text of a file that is taken as it is. */
type Source = CompiledTemplate | string;

/** The same in every theme. */
const shared = Object.fromEntries(
  Object.entries(sources).filter(([path]) => /^(?:[^/]+|(?:legacy|options)\/.*)$/.test(path)),
);

/** The files of a theme's own folder by name. */
const folderOf = (theme: ThemeName): Readonly<Record<string, Source>> =>
  Object.fromEntries(
    Object.entries(sources).flatMap(([path, source]) =>
      path.startsWith(`${theme}/`) ? [[path.slice(theme.length + 1), source]] : [],
    ),
  );

/** All templates of a theme: what every book shares, and its own; what it does not design is the classic theme’s. */
export function templatesOf(theme: ThemeName): Readonly<Record<TemplateName, Source>> {
  const own =
    ofThemes.get(theme) ??
    ({ ...shared, 'heading.svg': '', 'ornament.svg': '', ...folderOf('classic'), ...folderOf(theme) } as Readonly<
      Record<TemplateName, Source>
    >);
  ofThemes.set(theme, own);
  return own;
}

const ofThemes = new Map<ThemeName, Readonly<Record<TemplateName, Source>>>();

const textOf = (source: Source): string => (typeof source === 'string' ? source : source.text);

/** The files of a theme's own folder by name, as a designer copies them. */
export const filesOfTheme = (theme: ThemeName): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(folderOf(theme)).map(([name, source]) => [name, textOf(source)]));

const functions = new Map(
  Object.values(sources).flatMap((source) =>
    typeof source === 'string' ? [] : [[source.text, source.print] as const],
  ),
);

/** The function that a text in EJS is; undefined where it is none of the press's own. */
export const compiledTemplate = (text: string): CompiledTemplate['print'] | undefined => functions.get(text);
