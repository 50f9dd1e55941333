/**
 * The press where there is no Node: in a worker of a browser. In: files in memory. Out: values, and what was noticed.
 * Plug-ins and an author's own templates are not run here: both are code. `bundle.mjs` puts this into `build/browser/`; what
 * only some books want is loaded from beside it when it is wanted.
 */
import type { OpenAsset } from './book/assets.ts';
import type { EditionName } from './book/editions.ts';
import { type Limits, usualLimits } from './book/limits.ts';
import type { Finding } from './check/finding.ts';
import { type Built, buildBook } from './pipeline/build.ts';
import type { ImportedManuscript } from './pipeline/import.ts';
import { type MemoryFiles, memoryFiles } from './pipeline/memory-files.ts';
import { refusePlugins } from './pipeline/plugins.ts';
import type { Outcome } from './report/problem.ts';

export interface BuildFilesOptions {
  /** What is made of the book; the one EPUB for all unless told. */
  readonly editions?: readonly EditionName[];
  /** When the book changed last, in seconds since 1970, if its metadata does not say. */
  readonly sourceDate?: number | undefined;
  readonly limits?: Limits;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** Builds a book. It is undefined where a problem is an error. */
export function build(files: MemoryFiles, options: BuildFilesOptions = {}): Promise<Built> {
  const { limits = usualLimits } = options;
  const given = memoryFiles(files, limits);
  return buildBook(given, { ...options, limits, loadPlugins: refusePlugins, untrusted: true, openAsset: fetchAsset });
}

/** Imports a story in another format as a manuscript. It is undefined where a problem is an error. */
export async function importStory(
  files: MemoryFiles,
  limits: Limits = usualLimits,
): Promise<Outcome<ImportedManuscript | undefined>> {
  const { value: loaded, problems } = memoryFiles(files, limits).asForeign();
  if (!loaded) return { value: undefined, problems };
  const { importStory: importLoaded } = await import('./pipeline/import.ts');
  return importLoaded(loaded, limits);
}

/** What EPUBCheck's rules say of a bound book. */
export async function check(epub: Uint8Array): Promise<readonly Finding[]> {
  const { checkEpub } = await import('./check/check-epub.ts');
  return checkEpub(epub);
}

/** The press's own files lie beside its code. */
const fetchAsset: OpenAsset = async (name) => {
  const answer = await fetch(new URL(`assets/${name}`, import.meta.url));
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
};
