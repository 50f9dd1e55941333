/**
 * Leanpub’s signs (Leanpub Flavoured Markdown and Markua): `A>` asides, `{aside}`, `-# Part`, `{class: part}`, lists of
 * attributes, `%% comments`. In: text. Out: Markdown; what belongs to a heading stands behind it, as pandoc has it.
 */

import { attributesOf } from '../../markdown/attribute-lists.ts';
import { confidences } from '../confidence.ts';
import type { Report } from './diagnostics.ts';
import { replaceMarks } from './marks.ts';
import { mask } from './mask-code.ts';

const box = /^([ABCDEGIQTWX])> ?/;
const opensBox =
  /^\{(aside|blurb|blockquote|poem|note|tip|warning|error|information|question|discussion|exercise)(?:[,:\s][^{}]*)?\}[ \t]*$/i;
const closesBox =
  /^\{\/(?:aside|blurb|blockquote|poem|note|tip|warning|error|information|question|discussion|exercise)\}[ \t]*$/i;

/** Puts Markdown in the place of Leanpub’s signs, line by line. */
export function rewriteLeanpubMarks(text: string, report: Report): string {
  const rows = text.split('\n');
  const masked = mask(text).split('\n');
  let depth = 0;
  let waiting: string[] = [];
  const made = rows.map((row, at): string => {
    const seen = masked[at] ?? '';
    const line = at + 1;
    const prefix = '> '.repeat(depth);
    if (opensBox.test(seen)) {
      if (depth < 20) depth += 1;
      report({
        rule: 'structure-guessed',
        line,
        what: `“${seen.trim().slice(0, 40)}” taken as a quotation`,
        confidence: 0.9,
      });
      return '';
    }
    if (closesBox.test(seen)) {
      depth = Math.max(0, depth - 1);
      return '';
    }
    const list = /^\{([^{}]{1,500})\}[ \t]*$/.exec(seen)?.[1];
    if (list !== undefined) {
      const attributes = attributesOf(list);
      const word = /^[a-z-]{2,20}$/i.test(list.trim());
      if (attributes || word) {
        const next = masked.slice(at + 1, at + 4).find((each) => each.trim() !== '') ?? '';
        const isPart = attributes?.classes.includes('part') || attributes?.pairs.get('class') === 'part';
        if (/^(?:-?#|\{)/.test(next) && (attributes?.id !== undefined || isPart))
          waiting.push(...(attributes?.id === undefined ? [] : [`#${attributes.id}`]), ...(isPart ? ['.part'] : []));
        else
          report({ rule: 'import-left-out', line, what: `Left out: “{${list.slice(0, 40)}}”, which lays out pages` });
        return '';
      }
    }
    if (/^%%/.test(seen)) {
      report({ rule: 'import-left-out', line, what: '“%% …” kept as comments, which no reader sees' });
      return `<!--${row.slice(2).replace(/(?<!-)-{2,}(?=!?>)/g, (run) => [...run].join(' '))} -->`;
    }
    const part = /^-(#{1,2})[ \t]+/.exec(seen);
    const heading = part ?? /^#{1,6}[ \t]/.exec(seen);
    if (heading) {
      const bare = part ? row.slice(1) : row;
      const own = [...waiting, ...(part ? ['.part'] : [])];
      waiting = [];
      if (own.length === 0) return `${prefix}${bare}`;
      if (own.includes('.part'))
        report({
          rule: 'structure-guessed',
          line,
          what: `“${row.trim().slice(0, 40)}” taken as a part`,
          confidence: 0.97,
        });
      return `${bare
        .trimEnd()
        .replace(/(?<!#)#+$/, '')
        .trimEnd()} {${own.join(' ')}}`;
    }
    const boxed = box.exec(seen);
    if (boxed) {
      report({
        rule: 'structure-guessed',
        line,
        what: `“${boxed[1]}>” taken as a quotation`,
        confidence: confidences['mark that means one thing'],
      });
      return `${prefix}> ${row.slice(boxed[0].length)}`.trimEnd();
    }
    return row.trim() === '' ? prefix.trimEnd() : `${prefix}${row}`;
  });
  const withNotes = made.join('\n').replace(/\[\^\^(?=[^\]\s]{1,99}\])/g, '[^');
  return replaceMarks(withNotes, /(?<![ \t])[ \t]*\{i:[ \t]*(?:"[^"\n]{0,200}"|[^{}"\n]{1,200})\}/dg, ({ line }) => {
    report({ rule: 'import-left-out', line, what: 'Left out: entries of an index, “{i: …}”' });
    return '';
  });
}
