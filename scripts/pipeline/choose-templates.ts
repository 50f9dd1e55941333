/**
 * The press's own templates, bundled as text: what every book shares, and what each theme designs. An author's template
 * of the same name takes the place of one.
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
import web from '../../templates/web.css';
import type { ThemeName } from '../book/design.ts';
import type { TemplateName, Templates } from '../book/publication.ts';
import { nearest } from '../report/nearest.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';

/** The same in every theme. */
const shared = {
  'page.xhtml.ejs': page,
  'nav.xhtml.ejs': nav,
  'toc.ncx.ejs': ncx,
  'package.opf.ejs': packageDocument,
  'com.apple.ibooks.display-options.xml': apple,
  'core.css': core,
  'core-modern.css': coreModern,
  'web.css': web,
  'legacy/page.xhtml.ejs': legacyPage,
  'legacy/package.opf.ejs': legacyPackage,
  'legacy/toc.ncx.ejs': legacyNcx,
  'legacy/added.css': legacyAdded,
};

/** What a theme does not design of its own is the classic theme's. */
const classic: Readonly<Record<TemplateName, string>> = {
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

const themes: Readonly<Record<ThemeName, Readonly<Record<TemplateName, string>>>> = {
  classic,
  plain: {
    ...classic,
    'cover.svg.ejs': plainDrawnCover,
    'title-page.xhtml.ejs': plainTitlePage,
    'style.css': plainStyle,
    'modern.css': plainModern,
  },
};

/**
 * All templates of a theme, the author's before the press's; a file that replaces nothing is warned of. A stranger's
 * templates are left out: EJS runs what stands in them.
 */
export function chooseTemplates(
  authors: ReadonlyMap<string, string>,
  { untrusted = false, theme = 'classic' }: { readonly untrusted?: boolean; readonly theme?: ThemeName } = {},
): Outcome<Templates> {
  const own = themes[theme];
  const chosen = new Map(Object.entries(own)) as Map<TemplateName, string>;
  const problems: Problem[] = [];
  for (const [name, text] of authors) {
    const place = { path: `templates/${name}` };
    if (!Object.hasOwn(own, name)) {
      const guess = nearest(name, Object.keys(own));
      problems.push(
        problem(
          'template-unknown',
          place,
          'Unexpected template that replaces none of the press’s',
          guess && `Did you mean “${guess}”?`,
        ),
      );
    } else if (untrusted && name.endsWith('.ejs'))
      problems.push(
        problem('code-not-run', place, 'Unexpected template in an untrusted manuscript; the press’s own is used'),
      );
    else chosen.set(name as TemplateName, text);
  }
  return { value: chosen, problems };
}
