/**
 * Two validators that agree speak once.
 * In: the findings of both. Out: one list in the book's order.
 */
import { lookUp } from '../book/look-up.ts';
import type { Finding } from './finding.ts';

/** What epubcheck-ts calls by another name than EPUBCheck. */
const otherNames: Readonly<Record<string, string>> = {
  'HTM-004': 'RSC-016',
};

/**
 * Joins two lists of findings: one of `others` that has the id and the place of one of `official` is left out,
 * each of `official` standing for one at most.
 */
export function mergeFindings(official: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const standing = new Map<string, Finding[]>();
  for (const finding of official) {
    const key = keyOf(finding);
    const list = standing.get(key);
    if (list) list.push(finding);
    else standing.set(key, [finding]);
  }
  const rest = others.filter((finding) => !removeTwin(standing.get(keyOf(finding)) ?? [], finding));
  return [...official, ...rest].sort(byPlace);
}

function keyOf({ id, href }: Finding): string {
  return JSON.stringify([lookUp(otherNames, id) ?? id, href]);
}

/** Removes the finding on the same line from the list, or else one where either's line is not known. */
function removeTwin(list: Finding[], { line }: Finding): boolean {
  const same = list.findIndex((each) => each.line === line);
  const at = same >= 0 ? same : list.findIndex((each) => each.line === undefined || line === undefined);
  if (at < 0) return false;
  list.splice(at, 1);
  return true;
}

/** By file, line, column, then words, compared by code unit so that no locale has a say. */
function byPlace(one: Finding, other: Finding): number {
  return (
    compare(one.href ?? '', other.href ?? '') ||
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    compare(one.id, other.id) ||
    compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
