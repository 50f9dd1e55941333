/**
 * Judges a bound book.
 * In: an EPUB's bytes, and the official EPUBCheck if the author has it. Out: what the validators find.
 * Refuses to know: how the book was made; `problems-from-findings.ts` leads back to the manuscript.
 */
import { checkWithEpubcheckTs } from './epubcheck-ts.ts';
import type { Epubcheck } from './find-epubcheck.ts';
import type { Finding } from './finding.ts';
import { mergeFindings } from './merge.ts';
import { checkWithEpubcheck } from './official-epubcheck.ts';
import type { Environment } from './run-tool.ts';

export interface CheckOptions {
  /** From `findEpubcheck`; without it epubcheck-ts judges alone. */
  readonly official?: Epubcheck | undefined;
  readonly env: Environment;
}

/** Validates an EPUB with every engine there is; what two engines agree on is found once. */
export async function checkEpub(epub: Uint8Array, { official, env }: CheckOptions): Promise<readonly Finding[]> {
  const [theirs, ours] = await Promise.all([
    official ? checkWithEpubcheck(epub, official, env) : [],
    checkWithEpubcheckTs(epub),
  ]);
  return mergeFindings(theirs, ours);
}
