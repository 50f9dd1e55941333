/** Chooses templates. In: a theme, and an author's own. Out: one text for each name: an author's takes the place of the press's. */
import type { TemplateName, Templates } from '../book/publication.ts';
import type { ThemeName } from '../book/themes.ts';
import { collector } from '../report/collector.ts';
import { nearest } from '../report/nearest.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { templatesOf } from './press-templates.ts';

/**
 * All templates of a theme, the author's before the press's; a file that replaces nothing is warned of, options for Apple Books
 * that are none are an error. A stranger's templates are left out: EJS runs what stands in them.
 */
export async function chooseTemplates(
  authors: ReadonlyMap<string, string>,
  {
    untrusted = false,
    theme = 'classic',
  }: { readonly untrusted?: boolean | undefined; readonly theme?: ThemeName } = {},
): Promise<Outcome<Templates>> {
  const own = templatesOf(theme);
  const chosen = new Map<TemplateName, string>();
  for (const name of Object.keys(own) as TemplateName[]) {
    const source = own[name];
    if (source !== undefined) chosen.set(name, typeof source === 'string' ? source : source.text);
  }
  const { problems, add } = collector();
  for (const [name, text] of authors) {
    const place = { path: `templates/${name}` };
    if (!Object.hasOwn(own, name)) {
      const guess = nearest(name, Object.keys(own));
      const reason = 'No template of the press has this name, so it does nothing.';
      add([problem('template-unknown', place, reason, guess && `Did you mean “${guess}”?`)]);
    } else if (untrusted && name.endsWith('.ejs')) {
      const reason = 'The template is not used: the manuscript is untrusted. The press’s own is.';
      add([problem('code-not-run', place, reason)]);
    } else chosen.set(name as TemplateName, text);
  }
  const displayOptions = authors.get('com.apple.ibooks.display-options.xml');
  if (displayOptions !== undefined) add((await import('./display-options.ts')).checkDisplayOptions(displayOptions));
  return { value: chosen, problems };
}
