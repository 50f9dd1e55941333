/** The press's own templates, bundled as text; an author's template of the same name takes the place of one. */

import aboutThisCopy from '../templates/about-this-copy.xhtml.ejs';
import apple from '../templates/com.apple.ibooks.display-options.xml';
import contents from '../templates/contents.xhtml.ejs';
import cover from '../templates/cover.xhtml.ejs';
import modern from '../templates/modern.css';
import nav from '../templates/nav.xhtml.ejs';
import packageDocument from '../templates/package.opf.ejs';
import page from '../templates/page.xhtml.ejs';
import style from '../templates/style.css';
import titlePage from '../templates/title-page.xhtml.ejs';
import ncx from '../templates/toc.ncx.ejs';
import type { TemplateName, Templates } from './book/publication.ts';
import { nearest } from './report/nearest.ts';
import { type Outcome, type Problem, problem } from './report/problem.ts';

const own: Readonly<Record<TemplateName, string>> = {
  'page.xhtml.ejs': page,
  'cover.xhtml.ejs': cover,
  'title-page.xhtml.ejs': titlePage,
  'contents.xhtml.ejs': contents,
  'about-this-copy.xhtml.ejs': aboutThisCopy,
  'nav.xhtml.ejs': nav,
  'toc.ncx.ejs': ncx,
  'package.opf.ejs': packageDocument,
  'style.css': style,
  'modern.css': modern,
  'com.apple.ibooks.display-options.xml': apple,
};

/**
 * All templates, the author's before the press's; a file that replaces nothing is warned of. A stranger's templates are
 * left out: EJS runs what stands in them.
 */
export function chooseTemplates(
  authors: ReadonlyMap<string, string>,
  { untrusted }: { readonly untrusted: boolean } = { untrusted: false },
): Outcome<Templates> {
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
