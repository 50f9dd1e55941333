/**
 * mdBook’s includes: `{{#include file}}`, `{{#include file:2:10}}`, `{{#include file:anchor}}`; and `{{#title …}}`, which only names a
 * page. In: a page and a way to read files of the folder. Out: its text with theirs in it, and the line that each line came from.
 */
import { pathOf } from './addresses.ts';
import type { Report } from './diagnostics.ts';
import type { Expanded } from './parse-foreign.ts';

const directive = /(\\?)\{\{#(include|rustdoc_include|playground|title)[ \t]+([^{}\n]{1,500})\}\}/g;
const deepest = 8;
const mostIncludes = 2000;

/** Expands a page. An include that leads out of the folder, to itself or to nothing is left out with a hint. */
export function expandIncludes(
  text: string,
  path: string,
  read: (path: string) => string | undefined,
  report: Report,
): Expanded {
  let count = 0;
  const left = (line: number, whole: string, why: string): string => {
    report({ rule: 'import-left-out', line, what: `Left out: “${whole.slice(0, 80)}”, which ${why}` });
    return '';
  };
  const expand = (source: string, from: string, within: readonly string[], line: number): string =>
    source.replace(directive, (whole: string, backslash: string, name: string, rest: string) => {
      if (backslash) return whole.slice(1);
      if (name === 'title') {
        if (within.length === 1) left(line, whole, 'names a page of a web site');
        return '';
      }
      const [file = '', ...range] = (rest.trim().split(/[ \t,]/)[0] ?? '').split(':');
      const target = pathOf(file, from);
      if (target === undefined) return left(line, whole, 'leads out of the folder');
      if (within.includes(target)) return left(line, whole, 'includes itself');
      count += 1;
      if (within.length > deepest || count > mostIncludes) return left(line, whole, 'is one too many');
      const found = read(target);
      if (found === undefined) return left(line, whole, 'names no file of the folder');
      return expand(partOf(found.replace(/\n$/, ''), range), target, [...within, target], line);
    });
  const lines: number[] = [];
  const made = text.split('\n').map((row, at) => {
    const whole = row.includes('{{#') ? expand(row, path, [path], at + 1) : row;
    for (let more = whole.split('\n').length; more > 0; more--) lines.push(at + 1);
    return whole;
  });
  return { text: made.join('\n'), lines };
}

/** Lines by number, or between `ANCHOR: name` and `ANCHOR_END: name`; lines that name anchors are left out, as mdBook does. */
function partOf(text: string, [first, second]: readonly string[]): string {
  const rows = text.split('\n');
  const isMark = (row: string) => /ANCHOR(?:_END)?:\s*[\w-]+/.test(row);
  if (first === undefined) return rows.filter((row) => !isMark(row)).join('\n');
  if (/^\d*$/.test(first)) {
    const from = Math.max(1, Number(first || 1));
    const to = second === undefined ? (first ? from : rows.length) : second === '' ? rows.length : Number(second);
    return rows
      .slice(from - 1, Number.isSafeInteger(to) ? to : rows.length)
      .filter((row) => !isMark(row))
      .join('\n');
  }
  const named = (row: string, word: string) => new RegExp(`${word}:\\s*`).test(row) && row.trim().endsWith(first);
  const from = rows.findIndex((row) => named(row, 'ANCHOR'));
  const to = rows.findIndex((row) => named(row, 'ANCHOR_END'));
  return rows
    .slice(from + 1, to === -1 ? rows.length : to)
    .filter((row) => !isMark(row))
    .join('\n');
}
