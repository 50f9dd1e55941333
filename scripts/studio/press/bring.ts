/**
 * Takes a story in. In: files. Out: a story in the store: a manuscript as it is, all else as the manuscript that an import makes
 * of it. What is Markdown for this press stays to the byte.
 */
import { importManuscript } from '../../api/press.ts';
import { isMarkdownName } from '../../book/dialect-signs.ts';
import { slug } from '../../book/file-names.ts';
import type { GivenFiles } from '../../book/given-files.ts';
import type { Limits } from '../../book/limits.ts';
import type { ImportedManuscript } from '../../pipeline/import.ts';
import { loadManuscript } from '../../pipeline/load-manuscript.ts';
import { memoryFiles } from '../../pipeline/memory-files.ts';
import { collector } from '../../report/collector.ts';
import { hasErrors, type Outcome, problem } from '../../report/problem.ts';
import { recordPath } from '../../versions/undo-record.ts';
import type { Brought, CallOptions, Calls } from '../protocol.ts';
import type { PressPlace, StoryStore } from './place.ts';
import { storyOf } from './story-of.ts';
import { unpacked } from './unpack.ts';

/** Keeps what was brought; no story where a problem is an error, or where there is no room. */
export async function bringStory(
  brought: Brought,
  { store, limits, today }: PressPlace,
  options: CallOptions,
): Promise<Calls['bring']['out']> {
  const { problems, take, add } = collector();
  const files = take(unpacked(brought, limits));
  if (!files) return { story: undefined, problems };
  const made = take(await manuscriptOf(files, { limits, today }, options));
  if (!made || hasErrors(problems)) return { story: undefined, problems };
  options.signal?.throwIfAborted();
  const guesses = made.importedFrom ? [...problems] : [];
  const id = await store.create({ ...made, guesses });
  const kept = typeof id === 'string' ? await store.read(id) : undefined;
  if (typeof id !== 'string') add([id.problem]);
  return { story: kept && storyOf(kept), problems };
}

type Made = Omit<Parameters<StoryStore['create']>[0], 'guesses'>;

/** The files to keep: those that were brought, or those that the import makes of them, with its record. */
async function manuscriptOf(
  brought: Brought,
  { limits, today }: Pick<PressPlace, 'limits' | 'today'>,
  options: CallOptions,
): Promise<Outcome<Made | undefined>> {
  const { name, files, file } = brought;
  if (files.size === 0) {
    const reason = 'There is no file in what was brought, so there is no story.';
    return { value: undefined, problems: [problem('manuscript-empty', undefined, reason)] };
  }
  const given = givenOf(brought, limits);
  if (isManuscript(given, limits)) {
    // Other texts beside the one that was chosen are no part of it.
    const own = [...files].filter(([path]) => file === undefined || path === file || !isMarkdownName(path));
    return { value: { title: stemOf(name), name: stemOf(name), files: new Map(own) }, problems: [] };
  }
  const { value, problems } = await importBrought(brought, limits, options);
  if (!value) return { value, problems };
  const { imported, source } = value;
  const { manuscriptBytes } = await import('../../pipeline/import.ts');
  const { recordOf } = await import('../../pipeline/import-record.ts');
  const record = recordOf(imported, today());
  const made = new Map([...manuscriptBytes(imported), ...(record ? [[recordPath, record] as const] : [])]);
  return { value: { title: imported.title, name: slug(imported.title), files: made, importedFrom: source }, problems };
}

const givenOf = ({ name, files, file }: Brought, limits: Limits): GivenFiles =>
  memoryFiles({ name: file ?? name, isFolder: file === undefined, files }, limits);

/** Imports what was unpacked; `source` is the file that it was imported from, or the name of the folder. */
export async function importBrought(
  brought: Brought,
  limits: Limits,
  options: CallOptions,
): Promise<Outcome<{ readonly imported: ImportedManuscript; readonly source: string } | undefined>> {
  const { name, files, file } = brought;
  const given = givenOf(brought, limits);
  const sole = file ?? soleStory(given);
  const opened = sole === file ? given : memoryFiles({ name: sole ?? name, isFolder: false, files }, limits);
  const { value: imported, problems } = await importManuscript(opened.asForeign(), { ...options, limits });
  return { value: imported && { imported, source: sole ?? name }, problems };
}

/** Whether files are what `build` takes, so that nothing has to be imported: Markdown, or a plain text beside its metadata. */
function isManuscript(given: GivenFiles, limits: Limits): boolean {
  const { value } = loadManuscript(given, limits);
  if (value?.omnibus) return true;
  return value?.manuscript !== undefined && (!value.foreign || value.manuscript.bookFile !== undefined);
}

/** The one text of a folder that holds nothing else to read. */
function soleStory({ names }: GivenFiles): string | undefined {
  const stories = names.filter((path) => /\.(?:txt|text|docx|html?|xhtml|epub)$/i.test(path));
  return stories.length === 1 && !names.some(isMarkdownName) ? stories[0] : undefined;
}

const stemOf = (name: string): string => (name.split('/').at(-1) ?? name).replace(/\.(?:md|markdown|mdown|mkd)$/i, '');
