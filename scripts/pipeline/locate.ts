/** Readers’ marks at the author’s lines. In: an export of a reading program, and the manuscript or book that was read. Out: each mark with its place. */
import { type Located, locateAnnotations } from '../annotations/locate-annotations.ts';
import { readAnnotations } from '../annotations/read-annotations.ts';
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import { hasErrors, type Outcome, problem } from '../report/problem.ts';
import { refusePlugins } from './plugins.ts';
import { readGiven } from './read-given.ts';

/** Locates; undefined where the export is of no known form, or the manuscript cannot be read. `name` is the export’s, for problems. */
export async function locateGiven(
  exported: { readonly name: string; readonly text: string },
  given: GivenFiles,
  limits: Limits,
): Promise<Outcome<readonly Located[] | undefined>> {
  const annotations = await readAnnotations(exported.text);
  if (!annotations) {
    const reason =
      'This is none of the exports that are known: KOReader’s metadata.epub.lua, calibre’s or Readium’s JSON, Kobo’s .annot.';
    return { value: undefined, problems: [problem('annotations-unknown', { path: exported.name }, reason)] };
  }
  const sources = new Map<string, string>();
  const { value: read, problems } = await readGiven(given, { loadPlugins: refusePlugins, limits }, sources);
  if (!read || hasErrors(problems))
    return { value: undefined, problems: problems.filter(({ severity }) => severity === 'error') };
  for (const { path, text, origin } of read.manuscript.files) sources.set(origin?.path ?? path, origin?.text ?? text);
  return { value: locateAnnotations(annotations, read.book, sources), problems: [] };
}
