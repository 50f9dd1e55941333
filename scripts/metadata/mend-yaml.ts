/**
 * Slips of people who type YAML. In: the text, and whether YAML cannot read it as it is. Out: the text with each slip set right whose
 * meaning is clear, and what was done on which line. Values over several lines (`|`, `>`) are never touched.
 */
import { isKnownKey } from './foreign-keys.ts';

interface Slip {
  /** From 1, in the YAML. */
  readonly line: number;
  readonly column: number;
  /** What is there and how it is taken, and what to do. */
  readonly reason: string;
  readonly hint: string;
}

export interface Mended {
  readonly text: string;
  readonly slips: readonly Slip[];
}

const slips = {
  curly: [
    'Curly quotation marks stand around this value; they are taken for straight ones, and are no part of it.',
    'Type straight ones.',
  ],
  number: [
    'YAML takes “ #” for the start of a remark; here it is taken as part of the value.',
    'Put quotation marks around the value.',
  ],
  space: [
    'The space after the colon is one that YAML does not know; it is taken for a plain one.',
    'Type a plain space.',
  ],
  colon: ['The value has a colon, so the whole line is taken as its text.', 'Put quotation marks around the value.'],
  quotes: [
    'The quotation marks of this value do not pair as YAML wants them; the value is taken as it seems to be meant.',
    'Put quotation marks around the whole value, of a kind that it does not contain.',
  ],
  mark: [
    'The value begins with a mark that means something in YAML; it is taken as text.',
    'Put quotation marks around the value.',
  ],
  close: ['The key has no space after its colon; it is taken as a key.', 'Type a space after the colon.'],
  indent: ['A tab or a space stands before this key; the key is taken as one of the book’s own.', 'Take it out.'],
  tab: ['The line begins with a tab; it is taken for two spaces.', 'Type spaces.'],
  goesOn: ['The line has no key; it is taken as going on with the value above it.', 'Begin it with two spaces.'],
} as const;

type Sort = keyof typeof slips;

/** What comes before a value: indents, hyphens of a list, a key with its colon. */
const lead = /^([ \t]*(?:-[ \t]+)*)((?:[\p{L}\p{N}_.-]+|"[^"\n]*")[ \t]*:(?=[\s\u00a0]|$))?([\s\u00a0]*)(.*)$/u;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Sets slips right: always those that YAML reads as something else than was meant, and where it reads nothing all of them. */
export function mendYaml(text: string, isBroken: boolean): Mended {
  const found: Slip[] = [];
  const note = (at: number, column: number, sort: Sort | undefined) => {
    if (sort === undefined) return;
    const [reason, hint] = slips[sort];
    found.push({ line: at + 1, column, reason, hint });
  };
  const rows = text.split('\n');
  let block: number | undefined;
  let isPlain = false;
  const made = rows.map((typed, at) => {
    const indent = indentOf(typed).length;
    if (typed.trim() === '' || (block !== undefined && indent > block)) return typed;
    block = undefined;
    const start = isBroken ? mendStart(typed, isPlain) : undefined;
    note(at, start?.column ?? 1, start?.sort);
    const row = start?.text ?? typed;
    if (start?.sort === 'goesOn') return row;
    const [, before = '', key = '', gap = '', rest = ''] = lead.exec(row) ?? [];
    if (/^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(rest)) block = indent;
    isPlain = key !== '' && rest !== '' && !/^[|>"'[{#]/.test(rest);
    const isItem = key === '' && before.includes('-');
    if (rest === '' || (key === '' && !isItem)) return row;
    const nextGoesOn = /^[ \t]+\S/.test(rows[at + 1] ?? '');
    const value = mendValue(rest.trimEnd(), isBroken && !nextGoesOn);
    note(at, row.length - rest.length + 1, value?.sort);
    const space = gap.replace(/\u00a0/g, ' ');
    note(at, before.length + key.length + 1, space === gap ? undefined : 'space');
    return `${before}${key}${space}${value?.text ?? rest}`;
  });
  return { text: made.join('\n'), slips: found };
}

const indentOf = (row: string): string => /^[ \t]*/.exec(row)?.[0] ?? '';

/** A line that YAML cannot read, with what stands before its key or value set right; `isPlain` tells that a plain value stands above. */
function mendStart(
  row: string,
  isPlain: boolean,
): { readonly text: string; readonly sort: Sort; readonly column: number } | undefined {
  const key = /^[ \t]+([\p{L}\p{N}_-]+)[ \t]*:(?:[ \t]|$)/u.exec(row)?.[1];
  const blanks = indentOf(row);
  const close = /^([\p{L}\p{N}_-]+):(?=[^\s/])/u.exec(row)?.[1];
  if (key !== undefined && isPlain && isKnownKey(key)) return { text: row.trimStart(), sort: 'indent', column: 1 };
  if (blanks.includes('\t'))
    return { text: blanks.replaceAll('\t', '  ') + row.slice(blanks.length), sort: 'tab', column: 1 };
  if (close !== undefined && isKnownKey(close))
    return { text: `${close}: ${row.slice(close.length + 1)}`, sort: 'close', column: close.length + 2 };
  const goesOn = isPlain && /^(?![\p{L}\p{N}_."'-]+[ \t]*:|[-#?:&*!|>'"%@`[{]|\.\.\.)/u.test(row);
  return goesOn ? { text: `  ${row}`, sort: 'goesOn', column: 1 } : undefined;
}

function mendValue(value: string, isBroken: boolean): { readonly text: string; readonly sort: Sort } | undefined {
  const curly = /^(?:[“„]([^“”„]*)[“”]|‘([^‘’]*)’)$/.exec(value);
  if (curly) return { text: quoted(curly[1] ?? curly[2] ?? ''), sort: 'curly' };
  if (value.startsWith('[')) {
    const list = value.replace(/[“„](?<=[[,]\s*[“„])([^“”„\n]*)[“”](?=\s*[,\]])/g, (_, item: string) => quoted(item));
    if (list !== value) return { text: list, sort: 'curly' };
    return isBroken && /^\[[^\]]*\][ \t]*[^\s#]/.test(value) ? { text: quoted(value), sort: 'mark' } : undefined;
  }
  if (/^[^"'[{|>&*!#%@`][^#]*[ \t]#\d/.test(value))
    return { text: quoted(value.replace(/(?<![ \t])[ \t]+#[ \t].*$/, '')), sort: 'number' };
  if (!isBroken) return undefined;
  if (/^["']/.test(value)) return mendQuotes(value);
  if (/^[%@`,]|^[&!][ \t]/.test(value)) return { text: quoted(value), sort: 'mark' };
  return /^[^\s[{|>&*!%@`#?-].*?:(?:[ \t]|$)/.test(value) && !/ #/.test(value)
    ? { text: quoted(value), sort: 'colon' }
    : undefined;
}

/** `"Foo" bar` is all text; `"He said "no""` has its own marks within those of YAML; `"Foo` lacks its end; `'Tis` has an apostrophe. */
function mendQuotes(value: string): { readonly text: string; readonly sort: Sort } | undefined {
  const mark = value.charAt(0);
  const isWhole = mark === '"' ? /^"(?:[^"\\]|\\.)*"(?:[ \t]+#.*)?$/ : /^'(?:[^']|'')*'(?:[ \t]+#.*)?$/;
  if (isWhole.test(value)) return undefined;
  const inner = value.slice(1, value.length > 1 && value.endsWith(mark) ? -1 : undefined);
  const firstMark = inner.indexOf(mark);
  const opensWithin = firstMark === 0 || /[\s([—–-]/.test(inner.charAt(firstMark - 1));
  const isApostrophe = mark === "'" && firstMark >= 0 && /\p{L}'\p{L}/u.test(inner.slice(Math.max(0, firstMark - 1)));
  if (inner.length === value.length - 2 && (opensWithin || isApostrophe))
    return { text: quoted(inner), sort: 'quotes' };
  const lacksEnd = mark === '"' && firstMark === -1;
  return { text: quoted(lacksEnd ? inner : value), sort: 'quotes' };
}
