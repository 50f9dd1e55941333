/**
 * Judges a bound book.
 * In: an EPUB's bytes, and the official EPUBCheck if the author has it. Out: what the validators find.
 * `problems-from-findings.ts` leads back to the manuscript.
 */
import { type Limits, usualLimits } from '../book/limits.ts';
import { checkWithEpubcheckTs } from './epubcheck-ts.ts';
import type { Finding } from './finding.ts';
import { mergeFindings } from './merge.ts';
import { unsafeParts } from './unsafe-parts.ts';

/** A program that judges EPUBs. */
export type Validator = (epub: Uint8Array) => Promise<readonly Finding[]>;

/**
 * Validates an EPUB with epubcheck-ts and with the official EPUBCheck, where there is one, and where the book can be trusted to it;
 * what both find is found once.
 */
export async function checkEpub(
  epub: Uint8Array,
  official?: Validator,
  limits: Limits = usualLimits,
): Promise<readonly Finding[]> {
  const unsafe = official ? unsafeParts(epub, limits) : [];
  const [theirs, ours] = await Promise.all([
    unsafe.length > 0 ? unsafe : (official?.(epub) ?? []),
    checkWithEpubcheckTs(epub),
  ]);
  return mergeFindings(theirs, ours);
}
