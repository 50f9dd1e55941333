/**
 * A newer version of a story that is kept. In: what was brought. Out: what the story would be with it, and how it would differ; nothing is
 * written here. And how the story differs from what it was before its last update.
 */
import { encodeUtf8 } from '../../book/bytes.ts';
import type { Limits } from '../../book/limits.ts';
import { newsPath } from '../../book/source-list.ts';
import { compareGiven } from '../../pipeline/compare.ts';
import { loadManuscript } from '../../pipeline/load-manuscript.ts';
import { memoryFiles } from '../../pipeline/memory-files.ts';
import { updateGiven, updateProblems } from '../../pipeline/update.ts';
import { collector } from '../../report/collector.ts';
import { problem } from '../../report/problem.ts';
import { packUndo, recordPath, recordPaths, undoPath, unpackUndo } from '../../versions/undo-record.ts';
import type { Brought, CallOptions, Calls } from '../protocol.ts';
import { importBrought } from './bring.ts';
import { bytesOf, fingerprintOf } from './kept-text.ts';
import type { KeptStory, PressPlace } from './place.ts';
import { unpacked } from './unpack.ts';

type Files = KeptStory['files'];

/** Merges a newer version with a story; no plan where it cannot be. */
export async function planUpdate(
  kept: KeptStory,
  { newer, base }: Omit<Calls['update']['in'], 'story'>,
  { limits, today }: Pick<PressPlace, 'limits' | 'today'>,
  options: CallOptions,
): Promise<Calls['update']['out']> {
  const { problems, take, add } = collector();
  const none = (needsBase = false) => ({ plan: undefined, problems, needsBase });
  if (kept.file !== undefined) {
    const reason = 'This story is one file; a newer version can only be merged with a folder of Markdown.';
    add([problem('update-impossible', { path: kept.file }, reason, 'Import it into a folder first.')]);
    return none();
  }
  const imported = async (brought: Brought) => {
    const files = take(unpacked(brought, limits));
    return files && take(await importBrought(files, limits, options))?.imported;
  };
  const fresh = await imported(newer);
  const last = base ? await imported(base) : kept.files.get(recordPath);
  if (!fresh || (base && !last)) return none();
  const update = take(await updateGiven(kept.given, { imported: fresh, last, day: today(), limits }));
  if (!update) {
    const { value: loaded } = loadManuscript(kept.given, limits);
    const isMarkdown = loaded?.manuscript !== undefined && !loaded.foreign;
    return none(!base && isMarkdown && problems.some(({ rule }) => rule === 'update-impossible'));
  }
  const { changes, record, news } = update;
  add(updateProblems(changes));
  const replaced = [...update.files].map(([path, content]) => {
    const was = kept.files.get(path);
    return { path, was, bytes: typeof content === 'string' ? bytesOf(content, was) : content };
  });
  const after = new Map([...kept.files, ...replaced.map(({ path, bytes }) => [path, bytes] as const)]);
  const comparison = take(await compareFiles(kept, kept.files, after, limits));
  if (!comparison) return none();
  const undo = packUndo(replaced, new Map([...kept.files].filter(([path]) => isRecord(path))));
  const brought = news === undefined ? [] : [[newsPath, encodeUtf8(news)] as const];
  const written =
    record && undo ? ([...replaced.map(contentOf), [recordPath, record], ...brought, [undoPath, undo]] as const) : [];
  const edits = written.map(([path, content]) => {
    const was = kept.files.get(path);
    return { path, was: was && fingerprintOf(was), content };
  });
  return { plan: { comparison, changes, edits }, problems, needsBase: false };
}

const isRecord = (path: string): boolean => recordPaths.some((each) => each === path);

const contentOf = ({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }) => [path, bytes] as const;

/** Compares a story with what it was before its last update; undefined where it had none. */
export async function compareWithBefore(kept: KeptStory, limits: Limits): Promise<Calls['compare']['out']> {
  const bytes = kept.files.get(undoPath);
  const undo = bytes && unpackUndo(bytes, limits);
  if (!undo) return { comparison: undefined, problems: [] };
  const before = new Map(kept.files);
  for (const { path, before: older } of undo.files)
    if (older) before.set(path, older);
    else before.delete(path);
  const { value: comparison, problems } = await compareFiles(kept, before, kept.files, limits);
  return { comparison, problems };
}

const compareFiles = ({ name }: KeptStory, older: Files, newer: Files, limits: Limits) => {
  const given = (files: Files) => memoryFiles({ name, isFolder: true, files }, limits);
  return compareGiven(given(older), given(newer), limits);
};
