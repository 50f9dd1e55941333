/**
 * Takes a story in. In: files. Out: a story in the store: a manuscript as it is, all else as the manuscript that an import makes
 * of it. What is Markdown for this press stays to the byte.
 */
import { importLoaded } from '../../api/press.ts';
import { isMarkdownName } from '../../book/dialect-signs.ts';
import { slug } from '../../book/file-names.ts';
import type { GivenFiles } from '../../book/given-files.ts';
import type { Limits } from '../../book/limits.ts';
import { loadManuscript } from '../../pipeline/load-manuscript.ts';
import { memoryFiles } from '../../pipeline/memory-files.ts';
import { collector } from '../../report/collector.ts';
import { hasErrors, type Outcome, problem } from '../../report/problem.ts';
import type { Brought, CallOptions, Calls } from '../protocol.ts';
import type { StoryStore } from './place.ts';
import { storyOf } from './story-of.ts';
import { unpacked } from './unpack.ts';

interface Into {
  readonly store: StoryStore;
  readonly limits: Limits;
}

/** Keeps what was brought; no story where a problem is an error, or where there is no room. */
export async function bringStory(
  brought: Brought,
  { store, limits }: Into,
  options: CallOptions,
): Promise<Calls['bring']['out']> {
  const { problems, take, add } = collector();
  const files = take(unpacked(brought, limits));
  if (!files) return { story: undefined, problems };
  const made = take(await manuscriptOf(files, limits, options));
  if (!made || hasErrors(problems)) return { story: undefined, problems };
  options.signal?.throwIfAborted();
  const guesses = made.importedFrom ? [...problems] : [];
  const id = await store.create({ ...made, guesses });
  const kept = typeof id === 'string' ? await store.read(id) : undefined;
  if (typeof id !== 'string') add([id.problem]);
  return { story: kept && storyOf(kept), problems };
}

type Made = Omit<Parameters<StoryStore['create']>[0], 'guesses'>;

/** The files to keep: those that were brought, or those that the import makes of them. */
async function manuscriptOf(
  { name, files, file }: Brought,
  limits: Limits,
  options: CallOptions,
): Promise<Outcome<Made | undefined>> {
  if (files.size === 0) {
    const reason = 'There is no file in what was brought, so there is no story.';
    return { value: undefined, problems: [problem('manuscript-empty', undefined, reason)] };
  }
  const given = memoryFiles({ name: file ?? name, isFolder: file === undefined, files }, limits);
  if (isManuscript(given, limits)) {
    // Other texts beside the one that was chosen are no part of it.
    const own = [...files].filter(([path]) => file === undefined || path === file || !isMarkdownName(path));
    return { value: { title: stemOf(name), name: stemOf(name), files: new Map(own) }, problems: [] };
  }
  const source = file ?? soleStory(given);
  const opened = source === file ? given : memoryFiles({ name: source ?? name, isFolder: false, files }, limits);
  const { value, problems } = await importLoaded(opened.asForeign(), { ...options, limits });
  const importedFrom = { name: source ?? name, bytes: files.get(source ?? '') ?? new Uint8Array() };
  return { value: value && { ...value, name: slug(value.title), importedFrom }, problems };
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
