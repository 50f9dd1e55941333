/** Books to look at: manuscripts pressed in each theme, with stylesheets that were broken on purpose if asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manuscripts, press, themes } from '../../bench/looks/manuscripts.mjs';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

export { themes };

/** The sample, the shared story and a chapter of a shared novel, as far as they are here. */
export const lookedAt: ReadonlyMap<string, string> = manuscripts(root, makeFolder());

/** The stylesheet of a theme, as it stands in `templates/`. */
export function themeSheet(theme: string): string {
  return readFileSync(join(root, 'templates', theme, 'style.css'), 'utf8');
}

/** Presses a manuscript in a theme. `css` is added to the theme’s own stylesheet, `keys` to book.yaml. */
export function pressIn(
  theme: string,
  manuscript: string,
  { css, files, keys }: { css?: string; files?: Readonly<Record<string, string>>; keys?: readonly string[] } = {},
): Uint8Array {
  const sheets = css === undefined ? {} : { 'templates/style.css': `${themeSheet(theme)}\n${css}\n` };
  return press(root, { manuscript, theme, files: { ...sheets, ...files }, keys: keys ?? [], folder: makeFolder() });
}

/** A chapter of forty scenes, each longer or shorter than the last, so that breaks fall on every line of a page. */
export function manyScenes(): string {
  const sentence = 'The tide came in under the press, as it did every evening, and nobody looked up from the case. ';
  const scenes = Array.from({ length: 40 }, (_, at) =>
    Array.from(
      { length: 1 + ((at * 5) % 4) },
      (_, line) => `Scene ${at + 1}. ${sentence.repeat(1 + ((at + line * 3) % 5))}`,
    ).join('\n\n'),
  );
  return makeFiles({
    'book.yaml': 'title: Forty Scenes\nauthor: Ada Sample\nlang: en\n',
    'chapter-1.md': `# The Tide\n\n${scenes.join('\n\n* * *\n\n')}\n`,
  });
}
