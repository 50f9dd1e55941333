/**
 * Leads the lines of an edition's style sheets back to the author's. In: the author's sheets as they were cleaned, an edition. Out: for each of
 * them, on which lines of which sheet it stands.
 */
import type { BoundDocument } from '../book/publication.ts';
import { styleSheet } from '../book/style-sheet.ts';
import { joinLines } from '../css/print-css.ts';
import type { Edition } from '../editions/edition.ts';
import type { OwnSheet } from '../styles/embed-style-sheets.ts';

/** A sheet of the author's stands in one of the edition whole, as it was cleaned or as the edition prints it. */
export function sheetDocuments(
  own: readonly OwnSheet[],
  { publication, templates, printStyle }: Pick<Edition, 'publication' | 'templates' | 'printStyle'>,
): readonly BoundDocument[] {
  if (own.length === 0) return [];
  const added = publication.resources.filter(({ mediaType }) => mediaType === 'text/css');
  const sheets = new Map([
    ['style.css', styleSheet(templates)],
    ...added.map(({ href, bytes }) => [href, new TextDecoder().decode(bytes)] as const),
  ]);
  return own.flatMap(({ path, css, lines, ...sheet }): readonly BoundDocument[] => {
    const href = sheets.has(sheet.href) ? sheet.href : 'style.css'; // old devices get one sheet
    const whole = sheets.get(href) ?? '';
    const printed = printStyle?.(css);
    const text = printed ? joinLines(printed) : css;
    // What all themes stand on comes first, the author's other sheets after the press's own.
    const at = path.includes('/core') ? whole.indexOf(text) : whole.lastIndexOf(text);
    if (text === '' || at < 0) return [];
    const before = whole.slice(0, at).split('\n').slice(1);
    const made = printed ? printed.map(({ line }) => lines[line - 1] ?? 0) : lines;
    return [{ href, path, lines: [...before.map(() => 0), ...made] }];
  });
}
