/**
 * The one story of `fleuron preview`: a folder or a file, read anew each time. In: its path. Out: a store of the studio that keeps
 * nothing itself, makes no stories and removes none.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { GivenFiles } from '../../book/given-files.ts';
import type { Limits } from '../../book/limits.ts';
import { editFiles } from '../../disk/edit-files.ts';
import { openPath } from '../../disk/open-path.ts';
import { realPath, sizeOf, writtenAt } from '../../disk/path-facts.ts';
import { isInside } from '../../disk/read-inside.ts';
import { editUpdate } from '../../disk/update-folder.ts';
import { isFolder } from '../../disk/write-book.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import { recordPath, recordPaths, undoPath } from '../../versions/undo-record.ts';
import type { KeptStory, StoryStore } from '../press/place.ts';
import type { StorySummary } from '../protocol.ts';

export interface StoryFolder extends StoryStore {
  /** The name of the folder or file. */
  readonly id: string;
  /** Where it lies, links followed. */
  readonly path: string;
  /** The real paths of all that was read or looked for: of a file’s neighbours no others are part of the story. */
  readonly known: ReadonlySet<string>;
}

/** Opens a story at a path; what is wrong with the path is the problem. */
export function openStoryFolder(path: string, limits: Limits): Outcome<StoryFolder | undefined> {
  const { value: first, problems } = openPath(path, limits);
  if (!first) return { value: undefined, problems };
  const id = first.name;
  const real = realPath(path);
  const known = new Set<string>();
  const rootNow = (): string => {
    const now = realPath(path);
    return isFolder(now) ? now : dirname(now);
  };

  /** Of a folder all files; of a file itself, and what an earlier build took from beside it. */
  const filesOf = (given: GivenFiles, root: string): ReadonlyMap<string, Uint8Array> => {
    const beside = [...known].filter((each) => isInside(root, each)).map((each) => relative(root, each));
    const names = given.isFolder
      ? [...given.names, ...recordPaths, undoPath]
      : [...new Set([id, ...beside.map((each) => each.split(sep).join('/')).sort()])];
    const files = new Map<string, Uint8Array>();
    let left = limits.texts + limits.pictures;
    for (const name of names) {
      const size = sizeOf(join(root, name)) ?? 0;
      if ((left -= size) < 0) break; // a folder chosen by mistake; its build says which limit it passes
      const read = given.isFolder || name === id ? given.read(name, 'picture') : given.open(name, { path: id });
      if ('bytes' in read) files.set(name, read.bytes);
    }
    return files;
  };

  const read = async (asked: string): Promise<KeptStory | undefined> => {
    const given = asked === id ? openPath(path, limits, known).value : undefined;
    if (!given) return undefined;
    const root = rootNow();
    const open: GivenFiles['open'] = (file, place) => {
      const target = resolve(root, file);
      if (isInside(root, target)) known.add(target); // also where nothing is: it may come
      return given.open(file, place);
    };
    return {
      id,
      name: id,
      ...(!given.isFolder && { file: id }),
      files: filesOf(given, root),
      given: { ...given, open },
      guesses: [],
    };
  };

  const list = async (): Promise<readonly StorySummary[]> => {
    const story = await read(id);
    if (!story) return [];
    const root = rootNow();
    const times = [...story.files.keys()].map((name) => writtenAt(join(root, name)) ?? 0);
    const size = [...story.files.values()].reduce((sum, { length }) => sum + length, 0);
    return [{ id, title: id, changed: Math.max(0, ...times), size }];
  };

  const value: StoryFolder = {
    id,
    path: real,
    known,
    list,
    read,
    write: async (asked, edits) => {
      const story = await read(asked);
      if (!story)
        return {
          done: false,
          problem: problem('write-failed', { path: asked }, 'The story is not there, so nothing was written.'),
        };
      // Of a file’s neighbours only those that belong to it are written.
      const foreign = edits.filter(({ path: file, was }) => story.file && was !== undefined && !story.files.has(file));
      if (foreign.length > 0) return { done: false, stale: foreign.map(({ path: file }) => file) };
      const isUpdate = edits.some(({ path: file }) => file === recordPath);
      return isUpdate ? editUpdate(rootNow(), edits, story.files) : editFiles(rootNow(), edits);
    },
    create: async () => ({
      problem: problem('write-failed', { path: id }, 'A preview shows one story; no other can be kept beside it.'),
    }),
    remove: async () => {},
  };
  return { value, problems: [] };
}
