/**
 * The press's own templates, as the bundle holds them: what every book shares, and what each theme designs. Those in EJS are
 * compiled already (`bundle/plugins.mjs`).
 */
import classicAboutThisCopy from '../../templates/classic/about-this-copy.xhtml.ejs';
import classicColophon from '../../templates/classic/colophon.xhtml.ejs';
import classicContents from '../../templates/classic/contents.xhtml.ejs';
import classicDrawnCover from '../../templates/classic/cover.svg.ejs';
import classicCover from '../../templates/classic/cover.xhtml.ejs';
import classicModern from '../../templates/classic/modern.css';
import classicStyle from '../../templates/classic/style.css';
import classicTitlePage from '../../templates/classic/title-page.xhtml.ejs';
import apple from '../../templates/com.apple.ibooks.display-options.xml';
import core from '../../templates/core.css';
import coreModern from '../../templates/core-modern.css';
import forms from '../../templates/forms.css';
import formsModern from '../../templates/forms-modern.css';
import legacyAdded from '../../templates/legacy/added.css';
import legacyPackage from '../../templates/legacy/package.opf.ejs';
import legacyPage from '../../templates/legacy/page.xhtml.ejs';
import legacyNcx from '../../templates/legacy/toc.ncx.ejs';
import nav from '../../templates/nav.xhtml.ejs';
import packageDocument from '../../templates/package.opf.ejs';
import page from '../../templates/page.xhtml.ejs';
import plainDrawnCover from '../../templates/plain/cover.svg.ejs';
import plainModern from '../../templates/plain/modern.css';
import plainStyle from '../../templates/plain/style.css';
import plainTitlePage from '../../templates/plain/title-page.xhtml.ejs';
import ncx from '../../templates/toc.ncx.ejs';
import vertical from '../../templates/vertical.css';
import web from '../../templates/web.css';
import type { ThemeName } from '../book/design.ts';
import type { TemplateName } from '../book/publication.ts';

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
  'forms-modern.css': formsModern,
  'core-modern.css': coreModern,
  'vertical.css': vertical,
  'web.css': web,
  'legacy/page.xhtml.ejs': legacyPage,
  'legacy/package.opf.ejs': legacyPackage,
  'legacy/toc.ncx.ejs': legacyNcx,
  'legacy/added.css': legacyAdded,
};

/** What a theme does not design of its own is the classic theme's. */
const classic: Readonly<Record<TemplateName, Source>> = {
  ...shared,
  'cover.xhtml.ejs': classicCover,
  'cover.svg.ejs': classicDrawnCover,
  'title-page.xhtml.ejs': classicTitlePage,
  'contents.xhtml.ejs': classicContents,
  'about-this-copy.xhtml.ejs': classicAboutThisCopy,
  'colophon.xhtml.ejs': classicColophon,
  'style.css': classicStyle,
  'modern.css': classicModern,
};

export const themes: Readonly<Record<ThemeName, Readonly<Record<TemplateName, Source>>>> = {
  classic,
  plain: {
    ...classic,
    'cover.svg.ejs': plainDrawnCover,
    'title-page.xhtml.ejs': plainTitlePage,
    'style.css': plainStyle,
    'modern.css': plainModern,
  },
};

const functions = new Map(
  Object.values(themes)
    .flatMap((theme) => Object.values(theme))
    .flatMap((source) => (typeof source === 'string' ? [] : [[source.text, source.print] as const])),
);

/** The function that a text in EJS is; undefined where it is none of the press's own. */
export const compiledTemplate = (text: string): CompiledTemplate['print'] | undefined => functions.get(text);
