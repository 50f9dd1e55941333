/**
 * Notes and addresses that are defined apart from where they are used. In: a file’s text. Out: the text without them, and what a
 * part of it needs: the press keeps notes file by file, so a file that is divided shares them out.
 */
import { mask } from './mask-code.ts';

export interface Definitions {
  /** The text, the lines of definitions left blank. */
  readonly text: string;
  /** Whole definitions by label, as `^1` or `home`; the same label twice is kept twice. */
  readonly byLabel: ReadonlyMap<string, readonly string[]>;
}

const opening = /^ {0,3}\[(\^[^\]\s\u0000]{1,99}|[^\]^\u0000][^\]\u0000]{0,300})\]:(?=[ \t]|$)/;

/** Takes the definitions out. */
export function extractDefinitions(text: string): Definitions {
  const rows = text.split('\n');
  const masked = mask(text, { addresses: false, tags: false }).split('\n');
  const byLabel = new Map<string, string[]>();
  const isBlank = (at: number) => (rows[at] ?? '').trim() === '';
  for (let at = 0; at < rows.length; at++) {
    const label = opening.exec(masked[at] ?? '')?.[1];
    if (label === undefined) continue;
    const isNote = label.startsWith('^');
    if (!isNote && !isBlank(at - 1) && !opening.test(masked[at - 1] ?? '') && rows[at - 1] !== '') continue;
    let end = at + 1;
    if (isNote)
      for (let next = end; next < rows.length; next++) {
        if (isBlank(next)) continue;
        const goesOn = /^(?: {2,}|\t)/.test(rows[next] ?? '') || (!isBlank(next - 1) && isLazy(masked[next] ?? ''));
        if (!goesOn) break;
        end = next + 1;
      }
    const key = nameOf(label);
    const known = byLabel.get(key) ?? [];
    known.push(rows.slice(at, end).join('\n'));
    byLabel.set(key, known);
    for (let gone = at; gone < end; gone++) rows[gone] = '';
    for (let gone = at; gone < end; gone++) masked[gone] = '';
    at = end - 1;
  }
  return { text: rows.join('\n'), byLabel };
}

/** A line that goes on with the paragraph above it. */
const isLazy = (row: string): boolean =>
  !opening.test(row) && !/^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|[-*+][ \t]|\u0000|([*_-])[ \t]*(?:\1[ \t]*){2,}$)/.test(row);

const nameOf = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

/** The labels that a text refers to. */
function labelsIn(text: string): readonly string[] {
  return [...text.matchAll(/\[(\^?[^\][\n]{1,300})\]/g)].map(([, label = '']) => nameOf(label));
}

/** The definitions that each part needs, those that its notes need included; what nobody needs goes to the last. */
export function distributeDefinitions(
  parts: readonly string[],
  { byLabel }: Definitions,
): readonly (readonly string[])[] {
  if (byLabel.size === 0) return parts.map(() => []);
  const used = new Set<string>();
  const shares = parts.map((part) => {
    const own = new Set<string>();
    const waiting = [...labelsIn(part)];
    for (let label = waiting.pop(); label !== undefined; label = waiting.pop()) {
      if (own.has(label) || !byLabel.has(label)) continue;
      own.add(label);
      used.add(label);
      for (const each of byLabel.get(label) ?? []) waiting.push(...labelsIn(each.slice(each.indexOf(']:') + 2)));
    }
    // In the order in which they were typed.
    return [...byLabel].filter(([label]) => own.has(label)).flatMap(([, each]) => each);
  });
  const left = [...byLabel].filter(([label]) => !used.has(label)).flatMap(([, each]) => each);
  return shares.map((share, at) => (at === shares.length - 1 ? [...share, ...left] : share));
}
