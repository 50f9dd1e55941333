/** Obsidian’s signs in the text: `%%comments%%`, `==highlights==`, `> [!callouts]`, ` ^block-ids`. In: text. Out: Markdown of the press. */
import { confidences } from '../confidence.ts';
import { lineCounter } from './brackets.ts';
import type { Report } from './diagnostics.ts';
import { replaceMarks } from './marks.ts';
import { mask } from './mask-code.ts';

/** Puts the press’s marks in the place of Obsidian’s. */
export function rewriteObsidianMarks(text: string, report: Report): string {
  return rewriteCallouts(withoutBlockIds(rewriteHighlights(rewriteComments(text, report), report), report), report);
}

/** Comments stay comments, so that they are not lost; nobody who reads the book sees them. */
export function rewriteComments(text: string, report: Report): string {
  if (!text.includes('%%')) return text;
  const masked = mask(text);
  const places = [...masked.matchAll(/%%/g)].map(({ index }) => index);
  const parts: string[] = [];
  // A comment that opens a line would make raw HTML of all that follows on it: it goes to the line’s end.
  const waiting: string[] = [];
  let done = 0;
  let isOpening = true;
  let nextLine = -1;
  const push = (part: string): void => {
    const end = waiting.length > 0 ? part.indexOf('\n') : -1;
    if (end === -1) parts.push(part);
    else parts.push(part.slice(0, end), ...waiting.splice(0).map((each) => ` ${each}`), part.slice(end));
  };
  const lineOf = lineCounter(text);
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [from = 0, to = 0] = [places[at], places[at + 1]];
    const words = text.slice(from + 2, to).replace(/(?<!-)-{2,}(?=!?>)/g, (run) => [...run].join(' '));
    const before = text.slice(done, from);
    isOpening = isBlankAfter(before, isOpening);
    if (nextLine < to) nextLine = ends(text, to);
    const goesOn = isOpening && /\S/.test(text.slice(to + 2, Math.min(nextLine, to + 200)));
    push(before);
    done = to + 2;
    if (goesOn && !words.includes('\n')) waiting.push(`<!--${words}-->`);
    else {
      isOpening = false;
      const edge = /\n[ \t]*\n/.test(words) ? '\n\n' : '';
      parts.push(`${edge}<!--${words}-->${edge}`);
    }
    report({ rule: 'import-left-out', line: lineOf(from), what: '“%%…%%” kept as comments, which no reader sees' });
  }
  push(text.slice(done));
  return parts.join('') + waiting.map((each) => ` ${each}`).join('');
}

/** Whether a line has no words yet after some more text. */
export function isBlankAfter(text: string, wasBlank: boolean): boolean {
  const start = text.lastIndexOf('\n');
  return (start !== -1 || wasBlank) && /^[ \t>]*$/.test(text.slice(start + 1));
}

/** Where the line at an offset ends. */
function ends(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found;
}

function rewriteHighlights(text: string, report: Report): string {
  if (!text.includes('==')) return text;
  return replaceMarks(text, /(?<!=)==(?=[^\s=])([^=\n]{0,2000}[^\s=])==(?!=)/dg, ({ groups, line }) => {
    report({ rule: 'structure-guessed', line, what: '“==…==” taken as marked text', confidence: 0.9 });
    return `<mark>${groups[0] ?? ''}</mark>`;
  });
}

/** Names of blocks, which links of Obsidian’s lead to. */
function withoutBlockIds(text: string, report: Report): string {
  return replaceMarks(text, /(?:^|(?<![ \t])[ \t]+)\^[A-Za-z0-9-]{1,60}[ \t]*$/dgm, ({ line }) => {
    report({ rule: 'import-left-out', line, what: 'Left out: names of blocks, “^…”, which only links use' });
    return '';
  });
}

/** A callout is a quotation under its title; without one, under the name of its kind, as Obsidian shows it. */
function rewriteCallouts(text: string, report: Report): string {
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
    report({
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
