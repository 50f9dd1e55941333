/**
 * Judges a bound book.
 * In: an EPUB's bytes, and the official EPUBCheck if the author has it. Out: what the validators find.
 * `problems-from-findings.ts` leads back to the manuscript.
 */
import { checkWithEpubcheckTs } from './epubcheck-ts.ts';
import type { Finding } from './finding.ts';
import { mergeFindings } from './merge.ts';

/** A program that judges EPUBs. */
export type Validator = (epub: Uint8Array) => Promise<readonly Finding[]>;

/** Validates an EPUB with epubcheck-ts and with the official EPUBCheck, where there is one; what both find is found once. */
export async function checkEpub(epub: Uint8Array, official?: Validator): Promise<readonly Finding[]> {
  const [theirs, ours] = await Promise.all([official?.(epub) ?? [], checkWithEpubcheckTs(epub)]);
  return mergeFindings(theirs, ours);
}
