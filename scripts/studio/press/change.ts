/**
 * Changes of a story. In: what is to change, in terms of a book, and which files the app had read. Out: all of it written, with
 * what takes it back, or nothing.
 */
import { encodeUtf8 } from '../../book/bytes.ts';
import type { FileEdit } from '../../book/file-edits.ts';
import type { KeyValue } from '../../book/key-value.ts';
import { sectionKinds } from '../../book/sections.ts';
import { editBlock, editYaml, type KeyEdit, typedElisions } from '../../metadata/edit-keys.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { isKeptForUpdates, undoPath } from '../../versions/undo-record.ts';
import type { Change, Changed } from '../protocol.ts';
import { bytesOf, fingerprintOf, textOf } from './kept-text.ts';
import type { KeptStory, StoryStore } from './place.ts';
import { replaceWords } from './replace-words.ts';
import { factsPathOf, storyOf } from './story-of.ts';

interface Into {
  readonly store: StoryStore;
  /** SHA-256 of what the app shows, by path. */
  readonly read: Readonly<Record<string, string>>;
}

/** Makes all changes, or none. */
export async function changeStory(
  kept: KeptStory,
  changes: readonly Change[],
  { store, read }: Into,
): Promise<Changed> {
  const draft = draftOf(kept);
  for (const change of inOrder(changes)) {
    const refused = applyChange(change, draft);
    if (refused) return { done: false, problem: refused };
  }
  const touched = [...draft.changed.keys()];
  const named = new Map(changes.flatMap((each) => (each.kind === 'files' ? each.edits.map(wasOf) : [])));
  const stale = touched.filter((path) => {
    const now = fingerprintAt(kept, path);
    if (path === undoPath) return false; // it goes with the record
    return named.has(path) ? named.get(path) !== now : Object.hasOwn(read, path) && read[path] !== now;
  });
  if (stale.length > 0) return { done: false, stale, story: storyOf(kept) };
  const edits = touched.map((path) => ({ path, was: fingerprintAt(kept, path), content: draft.changed.get(path) }));
  const written = await store.write(kept.id, edits);
  const after = await store.read(kept.id);
  if (!written.done && written.stale) return { done: false, stale: written.stale, story: storyOf(after ?? kept) };
  if (!written.done) return written;
  const undo = edits.map(({ path, content }) => ({
    path,
    was: content && fingerprintOf(content),
    content: kept.files.get(path),
  }));
  return { done: true, story: storyOf(after ?? kept), undo };
}

/** Places are those of the texts as they are: the last words of a text are changed first, and all else after them. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const words = changes.flatMap((each) => (each.kind === 'replace' ? [each] : []));
  const last = words.sort(({ start: a }, { start: b }) => b.line - a.line || b.column - a.column);
  return [...last, ...changes.filter(({ kind }) => kind !== 'replace')];
}

const wasOf = ({ path, was }: FileEdit) => [path, was] as const;
const fingerprintAt = ({ files }: KeptStory, path: string): string | undefined => {
  const bytes = files.get(path);
  return bytes && fingerprintOf(bytes);
};

/** The files of a story as the changes before left them. */
interface Draft {
  readonly kept: KeptStory;
  /** What files are to hold; undefined where one is removed. */
  readonly changed: Map<string, Uint8Array | undefined>;
  text(path: string): string | undefined;
  write(path: string, content: string | Uint8Array | undefined): void;
}

function draftOf(kept: KeptStory): Draft {
  const changed = new Map<string, Uint8Array | undefined>();
  const bytesAt = (path: string) => (changed.has(path) ? changed.get(path) : kept.files.get(path));
  return {
    kept,
    changed,
    text: (path) => {
      const bytes = bytesAt(path);
      return bytes && textOf(path, bytes);
    },
    write: (path, content) => {
      changed.set(path, typeof content === 'string' ? bytesOf(content, bytesAt(path)) : content);
    },
  };
}

/** Makes one change in a draft; a problem where it makes no sense. */
function applyChange(change: Change, draft: Draft): Problem | undefined {
  switch (change.kind) {
    case 'replace': {
      const text = draft.text(change.path);
      const replaced = text === undefined ? undefined : replaceWords(text, change);
      if (replaced === undefined)
        return refuse(change.path, 'Other words stand there now, so nothing was changed.', 'Look at the text again.');
      draft.write(change.path, replaced);
      return undefined;
    }
    case 'elision':
      return editFacts(draft, ['typography', 'elisions'], (old) => typedElisions(old, change.word));
    case 'key':
      return editFacts(draft, change.key, () => change.value);
    case 'section':
      return editSection(draft, change.path, change.section);
    case 'cover':
      return placeCover(draft, change);
    case 'files':
      for (const { path, content } of change.edits) {
        if (!isOwnPath(path) && !isKeptForUpdates(path)) return refuse(path, 'A story has no such file.');
        draft.write(path, content);
      }
      return undefined;
  }
}

const refuse = (path: string, reason: string, hint?: string): Problem =>
  problem('change-refused', { path }, reason, hint);

/** Whether a path stays in the story, and is no hidden file’s. */
const isOwnPath = (path: string): boolean =>
  path.length < 1000 &&
  !/[\\\0]/.test(path) &&
  path.split('/').every((name) => /^[^.]/.test(name) && name !== 'node_modules');

type Edit = KeyEdit['value'];

/** A key of the book, where the book’s keys stand. */
function editFacts(draft: Draft, key: readonly string[], value: Edit): Problem | undefined {
  const path = factsPathOf(draft.kept);
  if (path === undefined)
    return refuse(draft.kept.file ?? '', 'A plain text has no place for this.', 'Import it, and change it then.');
  return editKeys(draft, path, [{ key, value }]);
}

/** What a file of the book is; a file that is nothing is a draft. */
function editSection(draft: Draft, path: string, section: string | undefined): Problem | undefined {
  if (draft.text(path) === undefined || !/\.(?:md|markdown|mdown|mkd)$/i.test(path))
    return refuse(path, 'This is no text of the story, so it can be no section.');
  if (section !== undefined && !(sectionKinds as readonly string[]).includes(section))
    return refuse(path, `There is no kind of section “${section}”.`);
  const draftValue: KeyValue | undefined = section === undefined ? 'yes' : undefined;
  const kind: KeyEdit = { key: ['kind'], value: () => section };
  return editKeys(draft, path, [...(section === undefined ? [] : [kind]), { key: ['draft'], value: () => draftValue }]);
}

function placeCover(draft: Draft, { name, bytes }: Extract<Change, { kind: 'cover' }>): Problem | undefined {
  const ending = /\.(jpe?g|png|gif|webp|avif|svg)$/i.exec(name.toLowerCase())?.[1];
  const path = (name.split(/[/\\]/).at(-1) ?? '').replace(/^\.+/, '');
  if (ending === undefined || !isOwnPath(path))
    return refuse(name, 'This is no picture that a book can hold.', 'Choose a JPEG, PNG, GIF, WebP, AVIF or SVG.');
  draft.write(path, bytes);
  return editFacts(draft, ['cover'], () => path);
}

/** Edits keys in a file of metadata, or in the block above a text. */
function editKeys(draft: Draft, path: string, edits: readonly KeyEdit[]): Problem | undefined {
  const isYaml = /\.ya?ml$/i.test(path);
  const text = draft.text(path);
  if (text === undefined && !isYaml) return refuse(path, 'This file is not there any more.');
  const edited = (isYaml ? editYaml : editBlock)(text ?? '', edits);
  if (edited === undefined)
    return refuse(path, 'The metadata there cannot be read, so nothing was changed.', 'Mend them in the text first.');
  if (edited !== text) draft.write(path, isYaml && text === undefined ? encodeUtf8(edited) : edited);
  return undefined;
}
