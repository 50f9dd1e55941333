/**
 * What changed in the story from one version of an archive to the next. In: the older version’s files, and what was bound now. Out: the
 * chapters that changed, and a line for the list of versions. Both come of the kept manuscripts alone, and are the same each time.
 */
import * as v from 'valibot';
import { parsedJson } from '../book/bytes.ts';
import { comparePaths } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import { compareGiven } from '../pipeline/compare.ts';
import { memoryFiles } from '../pipeline/memory-files.ts';
import type { ComparedChapter } from '../versions/compare-stories.ts';
import type { Archived, BagFacts } from './archive-book.ts';
import type { Files } from './bag.ts';

const count = v.number();

const listed = v.object({
  versions: v.array(
    v.object({
      version: count,
      /** When the book says that it changed. */
      modified: v.string(),
      /** How many chapters and words changed since the version before; absent where the two could not be compared. */
      chapters: v.optional(v.object({ added: count, removed: count, moved: count, mended: count })),
      words: v.optional(v.object({ added: count, removed: count })),
    }),
  ),
});

type ListedVersion = v.InferOutput<typeof listed>['versions'][number];

type ChangedChapter = Omit<ComparedChapter, 'paragraphs'>;

/** The manuscript of a version, in the order that it was archived in, with what it shared with other books. */
export function manuscriptIn(files: Files, { metadata }: Pick<BagFacts, 'metadata'>): Files {
  const { shared } = metadata;
  const folders = [['manuscript/', ''], ...(typeof shared === 'string' ? [['shared/', `${shared}/`]] : [])];
  const found = folders.flatMap(([folder = '', path = '']) =>
    [...files].flatMap(([each, bytes]) =>
      each.startsWith(folder) ? [[path + each.slice(folder.length), bytes] as const] : [],
    ),
  );
  return new Map(found.sort(([left], [right]) => comparePaths(left, right)));
}

/** The manuscript of a version as somebody would give it. */
export function givenVersion(files: Files, facts: BagFacts, limits: Limits) {
  const { name, kind } = facts.manuscript;
  return memoryFiles({ name, isFolder: kind === 'folder', files: manuscriptIn(files, facts) }, limits);
}

/** Chapters that are not as they were; undefined where one of the two versions cannot be read. */
export async function changedChapters(
  older: Files,
  facts: BagFacts,
  { manuscript: files, name, isFolder }: Pick<Archived, 'manuscript' | 'name' | 'isFolder'>,
  limits: Limits,
): Promise<readonly ChangedChapter[] | undefined> {
  const newer = memoryFiles({ name, isFolder, files }, limits);
  const { value } = await compareGiven(givenVersion(older, facts, limits), newer, limits);
  return value?.chapters
    .filter(({ what, isMoved }) => what !== 'same' || isMoved)
    .map(({ paragraphs: _, ...chapter }) => chapter);
}

/** The list of versions that an older one has, which begins with itself where it is the first. */
export function versionsUntil(older: Files, { version, metadata }: BagFacts): readonly ListedVersion[] {
  const read = v.safeParse(listed, parsedJson(older.get('changes.json')));
  return read.success ? read.output.versions : [{ version, modified: String(metadata['modified']) }];
}

/** A version for the list. */
export function listVersion(
  version: number,
  modified: string,
  changed: readonly ChangedChapter[] | undefined,
): ListedVersion {
  if (!changed) return { version, modified };
  const sum = (of: (chapter: ChangedChapter) => number) => changed.reduce((all, each) => all + of(each), 0);
  const having = (is: (chapter: ChangedChapter) => boolean) => changed.filter(is).length;
  return {
    version,
    modified,
    chapters: {
      added: having(({ what }) => what === 'added'),
      removed: having(({ what }) => what === 'removed'),
      moved: having(({ isMoved }) => isMoved),
      mended: having(({ what }) => what === 'mended'),
    },
    words: { added: sum(({ added }) => added), removed: sum(({ removed }) => removed) },
  };
}

/** The list in lines for READ-ME.txt. */
export function versionLines(versions: readonly ListedVersion[]): string {
  const lines = versions.map(({ version, modified, chapters, words }) => {
    const told = Object.entries(chapters ?? {}).flatMap(([what, many]) => (many > 0 ? [`${many} ${what}`] : []));
    const since = words && ` – chapters: ${told.join(', ') || 'as before'}; words: +${words.added} −${words.removed}`;
    return `  ${version}  ${modified.slice(0, 10)}${since ?? ''}\n`;
  });
  return `\nVersions:\n\n${lines.join('')}`;
}
