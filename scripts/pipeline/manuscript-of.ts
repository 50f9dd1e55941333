/** What was loaded, as a manuscript: other formats are imported first. In: a loaded path. Out: a manuscript; `sources` gets its texts. */
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { importPlainText } from '../import/plain-text.ts';
import { cleanText } from '../read/clean-text.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';
import type { Loaded } from './load-manuscript.ts';

/** Imports what is no Markdown; what other formats need is loaded where there is one. */
export async function manuscriptOf(
  loaded: Loaded,
  limits: Limits,
  sources: Map<string, string>,
): Promise<Outcome<Manuscript | undefined>> {
  const { problems, take } = collector();
  let { manuscript } = loaded;
  if (loaded.kind === 'foreign') {
    const { bringInForeign } = await import('./import.ts');
    const brought = take(await bringInForeign(loaded.foreign, limits));
    if (!brought) return { value: undefined, problems };
    ({ manuscript } = brought);
  }
  if (loaded.kind === 'text') {
    sources.set(loaded.file.path, loaded.file.text);
    // Titles are taken from the text, so it must be fit for print before it is imported.
    const text = take(cleanText(loaded.file.text, loaded.file.path));
    const { files, metadata } = take(importPlainText({ ...loaded.file, text }));
    manuscript = { ...manuscript, files, imported: metadata };
  } else for (const file of manuscript.files) sources.set(file.path, file.text);
  if (manuscript.bookFile) sources.set(manuscript.bookFile.path, manuscript.bookFile.text);
  return { value: manuscript, problems };
}
