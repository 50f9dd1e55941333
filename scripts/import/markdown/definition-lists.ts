/** Pandoc’s definition lists: a term on a line, `:   ` before what is said of it. In: text. Out: the term in bold above the words; the lines stay. */
import { confidences } from '../confidence.ts';
import type { Report } from './diagnostics.ts';
import { mask } from './mask-code.ts';

const definition = /^( {0,2}[:~][ \t]+)(?=\S)/;

/** Sets terms and what is said of them as paragraphs, as the importer of web pages does. */
export function rewriteDefinitions(text: string, report: Report): string {
  const rows = text.split('\n');
  const masked = mask(text).split('\n');
  const isBlank = (at: number) => (masked[at] ?? '').trim() === '';
  let inside = false;
  for (let at = 0; at < rows.length; at++) {
    const own = definition.exec(masked[at] ?? '');
    const termAt = isBlank(at - 1) ? at - 2 : at - 1;
    const term = masked[termAt] ?? '';
    const isTerm = /^[^\s:~#>|\u0000-][^\n]{0,200}$/.test(term) && isBlank(termAt - 1) && term.trim() !== '';
    if (own && (inside || isTerm)) {
      if (!inside || isTerm) {
        const words = (rows[termAt] ?? '').trim();
        if (isTerm) rows[termAt] = /^\*.*\*$/.test(words) ? words : `**${words}**`;
        if (isTerm && termAt === at - 1) rows[termAt] += '\\';
        report({
          rule: 'structure-guessed',
          line: Math.max(1, termAt + 1),
          what: `“${words.slice(0, 40)}” taken as a term with its definition`,
          confidence: confidences['mark of several meanings'],
        });
      }
      rows[at] = (rows[at] ?? '').slice(own[0].length);
      inside = true;
    } else if (inside && /^(?: {2,4}|\t)\S/.test(masked[at] ?? '')) rows[at] = (rows[at] ?? '').trimStart();
    else if (inside && !isBlank(at)) inside = false;
  }
  return rows.join('\n');
}
