/** A book, judged as `fleuron check` does without Java. In: an EPUB. Out: what EPUBCheck’s rules say. */
import { stepsOf } from '../report/progress.ts';
import type { CheckResult, Edition, Options } from './options.ts';

/** Lets EPUBCheck’s rules judge an EPUB: an edition that `build` made, or the bytes of any other. */
export async function check(book: Uint8Array | Edition, options: Options = {}): Promise<CheckResult> {
  await stepsOf('checking', options)(0, 1);
  const { checkEpub } = await import('../check/check-epub.ts');
  const { problemsFromFindings } = await import('../check/problems-from-findings.ts');
  const { bytes, documents } = book instanceof Uint8Array ? { bytes: book, documents: [] } : book;
  const value = await checkEpub(bytes);
  options.signal?.throwIfAborted();
  return { value, problems: problemsFromFindings(value, documents) };
}
