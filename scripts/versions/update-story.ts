/**
 * Brings a story up to date, on one page: a three-way merge of what the last import wrote, what a new one would write, and the folder as it
 * is now. In: the three. Out: what is to be written, and what changed. No word of the folder is lost, and none of the new import.
 */
import { comparableWords, wordCounts } from '../book/word-list.ts';
import { type FileGroup, linkFiles, type Side } from './link-files.ts';
import { headingOf } from './match-files.ts';
import { mergeFiles, type UpdatedFile } from './merge-files.ts';
import { mergeOthers } from './merge-others.ts';
import { mergePictures } from './merge-pictures.ts';
import { freePath, orderIds } from './place-files.ts';
import { pathRenamer } from './rename-references.ts';
import type { FileChange, StoryFolder, StoryUpdate } from './story-folder.ts';

interface UpdateOptions {
  /** The name of the folder’s `book.yaml`. */
  readonly bookFile: string;
  /** Days (YYYY-MM-DD) of the last import and of this one: what is gone went between them. */
  readonly days: { readonly last: string; readonly now: string };
}

/** Merges. What nobody changed is not in the answer. */
export async function updateStory(
  given: Readonly<Record<Side, StoryFolder>>,
  { bookFile, days }: UpdateOptions,
): Promise<StoryUpdate> {
  const { base, mine } = given;
  const pictures = mergePictures(base.pictures, mine.pictures, given.theirs.pictures);
  const theirs = withTexts(given.theirs, pathRenamer(pictures.names));
  const linked = linkFiles({ base, mine, theirs });
  const paths = pathsById(linked, mine, base);
  const rename = pathRenamer(paths.ofTheirs);
  const groups = linked.map((group) => withPaths(group, rename));
  const files: UpdatedFile[] = [];
  for (const group of groups) files.push(...(await mergeFiles(group, days)));

  const order = orderIds(idsOf(groups, mine, 'mine'), idsOf(groups, base, 'base'), idsOf(groups, theirs, 'theirs'));
  const reading = order.flatMap((id) => paths.byId.get(id) ?? []);
  const others = mergeOthers({ base, mine, theirs }, { bookFile, reading });
  const texts = new Map(others.texts);
  const bases = new Map([...theirs.texts].filter(([path]) => !theirs.order.includes(path)));
  const byPath = new Map<string, UpdatedFile>();
  for (const file of files) {
    const path = paths.byId.get(file.id) ?? file.id;
    byPath.set(path, file);
    if (file.text !== undefined && file.text !== file.before) texts.set(path, file.text);
    if (file.base !== undefined) bases.set(path, file.base);
  }
  const inOrder = [...new Set([...reading, ...byPath.keys()])];
  const changes = inOrder.flatMap((path) => changeOf(path, byPath.get(path)));
  return {
    texts,
    pictures: pictures.toWrite,
    base: { texts: bases, order: inOrder.filter((path) => bases.has(path)), pictures: pictures.checksums },
    changes: [...others.changes, ...changes],
  };
}

const withTexts = (folder: StoryFolder, change: (text: string) => string): StoryFolder => ({
  ...folder,
  texts: new Map([...folder.texts].map(([path, text]) => [path, change(text)])),
});

/** A group whose new files refer to others by the folder’s paths. */
const withPaths = (group: FileGroup, rename: (text: string) => string): FileGroup => ({
  ...group,
  theirs: group.theirs.map((file) => ({ ...file, text: rename(file.text), metadata: rename(file.metadata) })),
});

/** Ids of a side’s files in its reading order. */
function idsOf(groups: readonly FileGroup[], { order }: StoryFolder, side: Side): readonly string[] {
  const ids = new Map(groups.flatMap((group) => group[side].map(({ path, id }) => [path, id] as const)));
  return order.flatMap((path) => ids.get(path) ?? []);
}

interface Paths {
  readonly byId: ReadonlyMap<string, string>;
  /** The folder’s paths for files that the new import calls otherwise. */
  readonly ofTheirs: ReadonlyMap<string, string>;
}

/** The folder’s paths; what is new gets its own, or the next free one. */
function pathsById(groups: readonly FileGroup[], mine: StoryFolder, base: StoryFolder): Paths {
  const byId = new Map<string, string>();
  const ofTheirs = new Map<string, string>();
  const taken = new Set([...mine.texts.keys(), ...base.texts.keys()]);
  for (const side of ['base', 'mine'] as const)
    for (const group of groups) for (const { id, path } of group[side]) byId.set(id, path);
  for (const group of groups)
    for (const { id, path } of group.theirs) {
      const own = byId.get(id) ?? freePath(path, taken);
      taken.add(own);
      byId.set(id, own);
      if (own !== path) ofTheirs.set(path, own);
    }
  return { byId, ofTheirs };
}

function changeOf(path: string, file: UpdatedFile | undefined): readonly FileChange[] {
  if (!file || (file.what === undefined && file.conflicts.length === 0)) return [];
  const { what = 'changed', conflicts, text = file.base ?? '', before = '' } = file;
  const [now, then] = [wordCounts(comparableWords(text)), wordCounts(comparableWords(before))];
  const count = { added: excess(now, then), removed: excess(then, now) };
  return [{ path, heading: headingOf(text), what, conflicts, ...(what === 'gone' ? { added: 0, removed: 0 } : count) }];
}

/** How many words the one has and the other has not. */
function excess(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, count] of one) sum += Math.max(0, count - (other.get(word) ?? 0));
  return sum;
}
