import type { Typography } from '../../../scripts/book/house-styles.ts';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { typesetMarkdown } from '../../../scripts/typeset/typeset-markdown.ts';

/** What is asked of a text, each as `line:column rule reason`. */
export async function queriesOf(text: string, change: Partial<Typography> = {}): Promise<readonly string[]> {
  const { problems } = typesetMarkdown(text, await createParser({ autolinks: false, plugins: [] })(text), {
    path: 'a.md',
    lang: 'en',
    typography: { style: 'chicago', elisions: [], rules: {}, ...change },
  });
  return problems.map(({ place, rule, reason }) => `${place?.start?.line}:${place?.start?.column} ${rule} ${reason}`);
}
