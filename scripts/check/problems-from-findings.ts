/**
 * Leads a finding in the book back to the line that the author wrote.
 * In: findings, and for each document of the book where its lines come from. Out: problems.
 */
import type { BoundDocument } from '../book/publication.ts';
import { type Place, type Problem, problem } from '../report/problem.ts';
import type { Finding } from './finding.ts';

const noLine = 'This line is not the author’s: it comes from a template, a plug-in, or Fleuron itself.';

/** Turns findings into problems, on the author's own lines where a document knows them; the same problem comes once. */
export function problemsFromFindings(
  findings: readonly Finding[],
  documents: readonly BoundDocument[],
): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const finding of findings) {
    const place = placeOfFinding(finding, documents);
    const rule = finding.severity === 'warning' ? 'epubcheck-warning' : 'epubcheck';
    const found = problem(
      rule,
      place,
      reasonOf(finding, place),
      place || !finding.href || documents.length === 0 ? undefined : noLine,
    );
    const key = JSON.stringify([found.rule, found.reason, found.place]);
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}

function placeOfFinding({ href, line }: Finding, documents: readonly BoundDocument[]): Place | undefined {
  const isOf = (each: BoundDocument) => `/${href}`.endsWith(`/${each.href}`);
  const document = href === undefined ? undefined : documents.find(isOf);
  if (!document) return undefined;
  if (document.href.endsWith('.css') && line !== undefined) return placeInSheets(line, documents.filter(isOf));
  const { path, lines } = document;
  const own = line === undefined ? 0 : (lines.slice(0, line).findLast((each) => each > 0) ?? 0);
  return own > 0 ? { path, start: { line: own, column: 1 } } : { path };
}

/** The author's sheets that are bound as one: each line is a rule, or a part of one, of one of them or of nobody's. */
function placeInSheets(line: number, sheets: readonly BoundDocument[]): Place | undefined {
  for (const { path, lines } of sheets) {
    const own = lines[line - 1] ?? 0;
    if (own > 0) return { path, start: { line: own, column: 1 } };
  }
  return undefined;
}

/** Where the author's place is known the words are enough; else the reader needs the place in the book. */
function reasonOf({ id, message, href, line }: Finding, place: Place | undefined): string {
  const words = `${message} (EPUBCheck ${id})`;
  if (href === undefined || place?.start) return words;
  return line === undefined ? `In “${href}”: ${words}` : `In “${href}”, line ${line}: ${words}`;
}
