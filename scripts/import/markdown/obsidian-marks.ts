/** Obsidian’s signs in the text: `%%comments%%`, `==highlights==`, `> [!callouts]`, ` ^block-ids`. In: text. Out: Markdown of the press. */
import { confidences } from '../confidence.ts';
import { replaceMarks } from './marks.ts';
import { mask } from './mask.ts';
import type { Tell } from './tell.ts';

/** Puts the press’s marks in the place of Obsidian’s. */
export function settleObsidianMarks(text: string, tell: Tell): string {
  return settleCallouts(withoutBlockIds(settleHighlights(settleComments(text, tell), tell), tell), tell);
}

/** Comments stay comments, so that they are not lost; nobody who reads the book sees them. */
export function settleComments(text: string, tell: Tell): string {
  if (!text.includes('%%')) return text;
  const masked = mask(text);
  const places = [...masked.matchAll(/%%/g)].map(({ index }) => index);
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [from = 0, to = 0] = [places[at], places[at + 1]];
    const words = text.slice(from + 2, to).replace(/--(?=-*>)|--!?>/g, '- -');
    const isBlock = /\n[ \t]*\n/.test(words);
    const edge = isBlock ? '\n\n' : '';
    parts.push(text.slice(done, from), `${edge}<!--${words}-->${edge}`);
    done = to + 2;
    const line = text.slice(0, from).split('\n').length;
    if (at === 0) tell({ rule: 'import-left-out', line, what: '“%%…%%” kept as comments, which no reader sees' });
  }
  parts.push(text.slice(done));
  return parts.join('');
}

function settleHighlights(text: string, tell: Tell): string {
  if (!text.includes('==')) return text;
  return replaceMarks(text, /(?<!=)==(?=[^\s=])([^=\n]{0,2000}[^\s=])==(?!=)/dg, ({ groups, line }) => {
    tell({ rule: 'structure-guessed', line, what: '“==…==” taken as marked text', confidence: 0.9 });
    return `<mark>${groups[0] ?? ''}</mark>`;
  });
}

/** Names of blocks, which links of Obsidian’s lead to. */
function withoutBlockIds(text: string, tell: Tell): string {
  return replaceMarks(text, /(?:^|[ \t]+)\^[A-Za-z0-9-]{1,60}[ \t]*$/dgm, ({ line }) => {
    tell({ rule: 'import-left-out', line, what: 'Left out: names of blocks, “^…”, which only links use' });
    return '';
  });
}

/** A callout is a quotation under its title; without one, under the name of its kind, as Obsidian shows it. */
function settleCallouts(text: string, tell: Tell): string {
  if (!text.includes('[!')) return text;
  const rows = text.split('\n');
  const masked = mask(text).split('\n');
  masked.forEach((row, at) => {
    const found = /^((?:[ \t]*>)+[ \t]*)\[!([^[\]\s|]{1,40})(?:\|[^[\]]{0,40})?\]([+-]?)[ \t]*/.exec(row);
    if (!found) return;
    const [whole, lead = '', kind = ''] = found;
    const title = (rows[at] ?? '').slice(whole.length).trim() || nameOfCallout(kind);
    const next = /^(?:[ \t]*>)+[ \t]*(?=[^\s>#*+-])/.test(masked[at + 1] ?? '');
    rows[at] = `${lead}**${title.replaceAll('**', '')}**${next ? '\\' : ''}`;
    tell({
      rule: 'structure-guessed',
      line: at + 1,
      what: `“[!${kind}]” taken as a quotation under its title`,
      confidence: confidences['mark that means one thing'],
    });
  });
  return rows.join('\n');
}

/** `spoiler-note` → “Spoiler note”. */
export function nameOfCallout(kind: string): string {
  const words = kind.replace(/[-_]+/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
