/**
 * Tells what a file is by what is in it, and calls its importer. In: bytes. Out: an imported book.
 * A name's ending is only a second opinion: a web page called .txt is a web page.
 */
import { type Outcome, problem } from '../report/problem.ts';
import { decodeForeign } from './decode.ts';
import { isZip } from './epub/unzip.ts';
import type { ImportedBook } from './imported.ts';
import { plainStory } from './plain-story.ts';

export interface Foreign {
  /** The file's own name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Reads a file that lies beside it, by its relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
}

/** Imports a file of any kind that we know. */
export async function importForeign({ path, bytes }: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  if (isZip(bytes)) {
    const { importEpub } = await import('./epub/import-epub.ts');
    return importEpub(bytes, path);
  }
  const decoded = decodeForeign(bytes, path);
  if (decoded.value === undefined) return { value: undefined, problems: decoded.problems };
  if (decoded.value.trim() === '')
    return {
      value: undefined,
      problems: [problem('import-refused', { path }, 'Unexpected file without a word, expected a story')],
    };
  const story = plainStory({ path, text: decoded.value });
  return { value: story.value, problems: [...decoded.problems, ...story.problems] };
}
