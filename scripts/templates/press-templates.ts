/**
 * The press's own templates, as the bundle holds them: what every book shares, and what each theme designs. Those in EJS are
 * compiled already (`bundle/plugins.mjs`).
 */

import folders from 'press:themes';
import apple from '../../templates/com.apple.ibooks.display-options.xml';
import core from '../../templates/core.css';
import coreModern from '../../templates/core-modern.css';
import corePieces from '../../templates/core-pieces.css';
import corePiecesModern from '../../templates/core-pieces-modern.css';
import forms from '../../templates/forms.css';
import formsModern from '../../templates/forms-modern.css';
import largePrint from '../../templates/large-print.css';
import largePrintModern from '../../templates/large-print-modern.css';
import legacyAdded from '../../templates/legacy/added.css';
import legacyPackage from '../../templates/legacy/package.opf.ejs';
import legacyPage from '../../templates/legacy/page.xhtml.ejs';
import legacyNcx from '../../templates/legacy/toc.ncx.ejs';
import nav from '../../templates/nav.xhtml.ejs';
import packageDocument from '../../templates/package.opf.ejs';
import page from '../../templates/page.xhtml.ejs';
import pages from '../../templates/pages.css';
import pagesModern from '../../templates/pages-modern.css';
import ncx from '../../templates/toc.ncx.ejs';
import vertical from '../../templates/vertical.css';
import web from '../../templates/web.css';
import type { TemplateName } from '../book/publication.ts';
import type { ThemeName } from '../book/themes.ts';

/** A template in EJS, or the text of a file that is taken as it is. */
type Source = CompiledTemplate | string;

/** The same in every theme. */
const shared = {
  'page.xhtml.ejs': page,
  'nav.xhtml.ejs': nav,
  'toc.ncx.ejs': ncx,
  'package.opf.ejs': packageDocument,
  'com.apple.ibooks.display-options.xml': apple,
  'core.css': core,
  'forms.css': forms,
  'pages.css': pages,
  'pages-modern.css': pagesModern,
  'forms-modern.css': formsModern,
  'core-modern.css': coreModern,
  'core-pieces.css': corePieces,
  'core-pieces-modern.css': corePiecesModern,
  'vertical.css': vertical,
  'web.css': web,
  'large-print.css': largePrint,
  'large-print-modern.css': largePrintModern,
  'legacy/page.xhtml.ejs': legacyPage,
  'legacy/package.opf.ejs': legacyPackage,
  'legacy/toc.ncx.ejs': legacyNcx,
  'legacy/added.css': legacyAdded,
  ...Object.fromEntries(
    Object.entries(folders.options).map(([name, css]) => [`options/${name}` as `options/${string}.css`, css]),
  ),
};

/** All templates of a theme: what every book shares, and its own; what it does not design is the classic theme’s. */
export function templatesOf(theme: ThemeName): Readonly<Record<TemplateName, Source>> {
  const own = ofThemes.get(theme) ?? {
    ...shared,
    'heading.svg': '',
    'ornament.svg': '',
    ...folders.classic,
    ...folders[theme],
  };
  ofThemes.set(theme, own);
  return own;
}

const ofThemes = new Map<ThemeName, Readonly<Record<TemplateName, Source>>>();

/** The files of a theme's own folder by name, as a designer copies them. */
export const filesOfTheme = (theme: ThemeName): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(folders[theme] ?? {}).map(([name, source]) => [
      name,
      typeof source === 'string' ? source : source.text,
    ]),
  );

const functions = new Map(
  [shared, ...Object.values(folders)]
    .flatMap((sources) => Object.values(sources))
    .flatMap((source) => (typeof source === 'string' ? [] : [[source.text, source.print] as const])),
);

/** The function that a text in EJS is; undefined where it is none of the press's own. */
export const compiledTemplate = (text: string): CompiledTemplate['print'] | undefined => functions.get(text);
