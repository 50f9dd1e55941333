/** Pandoc’s notes in the line, `^[like this]`, become notes with a label. In: text. Out: text, the notes after it. */
import { confidences } from '../confidence.ts';
import { bracketsOf, lineCounter } from './brackets.ts';
import type { Report } from './diagnostics.ts';
import { mask } from './mask-code.ts';

/** Moves them; the innermost last, since a note in a note is none in the line. */
export function rewriteInlineNotes(text: string, report: Report): string {
  if (!text.includes('^[')) return text;
  const masked = mask(text);
  const pairs = bracketsOf(masked);
  const lineOf = lineCounter(text);
  const taken = new Set([...text.matchAll(/\[\^([^\]\s]{1,99})\]/g)].map(([, label]) => label));
  const parts: string[] = [];
  const notes: string[] = [];
  let done = 0;
  let number = 0;
  for (let at = masked.indexOf('^['); at !== -1; at = masked.indexOf('^[', Math.max(done, at + 1))) {
    const close = pairs.get(at + 1);
    if (close === undefined || text[at - 1] === '[') continue;
    do number += 1;
    while (taken.has(`inline-${number}`));
    const words = text
      .slice(at + 2, close)
      .replace(/\s+/g, ' ')
      .trim();
    if (words === '') continue;
    parts.push(text.slice(done, at), `[^inline-${number}]`);
    notes.push(`[^inline-${number}]: ${words}`);
    done = close + 1;
    report({
      rule: 'structure-guessed',
      line: lineOf(at),
      what: '“^[…]” taken as a note',
      confidence: confidences['mark that means one thing'],
    });
  }
  parts.push(text.slice(done));
  const whole = parts.join('');
  return notes.length === 0 ? whole : `${whole.trimEnd()}\n\n${notes.join('\n\n')}\n`;
}
