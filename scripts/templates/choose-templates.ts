/** Chooses templates. In: a theme, and an author's own. Out: one text for each name: an author's takes the place of the press's. */
import type { ThemeName } from '../book/design.ts';
import type { TemplateName, Templates } from '../book/publication.ts';
import { nearest } from '../report/nearest.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { themes } from './press-templates.ts';

/**
 * All templates of a theme, the author's before the press's; a file that replaces nothing is warned of. A stranger's
 * templates are left out: EJS runs what stands in them.
 */
export function chooseTemplates(
  authors: ReadonlyMap<string, string>,
  { untrusted = false, theme = 'classic' }: { readonly untrusted?: boolean; readonly theme?: ThemeName } = {},
): Outcome<Templates> {
  const own = themes[theme];
  const chosen = new Map<TemplateName, string>();
  for (const name of Object.keys(own) as TemplateName[]) {
    const source = own[name];
    chosen.set(name, typeof source === 'string' ? source : source.text);
  }
  const problems: Problem[] = [];
  for (const [name, text] of authors) {
    const place = { path: `templates/${name}` };
    if (!Object.hasOwn(own, name)) {
      const guess = nearest(name, Object.keys(own));
      problems.push(
        problem(
          'template-unknown',
          place,
          'No template of the press has this name, so it does nothing.',
          guess && `Did you mean “${guess}”?`,
        ),
      );
    } else if (untrusted && name.endsWith('.ejs'))
      problems.push(
        problem('code-not-run', place, 'The template is not used: the manuscript is untrusted. The press’s own is.'),
      );
    else chosen.set(name as TemplateName, text);
  }
  return { value: chosen, problems };
}
