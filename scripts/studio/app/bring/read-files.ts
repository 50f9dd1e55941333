/**
 * What a person drops, chooses or pastes → one story, or undefined where it holds nothing. What is too much to read rejects with a
 * sentence for the page.
 */
import type { Brought } from '../../protocol.ts';
import { assemble, type FoundFile } from './assemble.ts';
import { pastedText } from './pasted-text.ts';

type Bringing = Promise<Brought | undefined>;

/** Files of a chooser: some, or a folder (`webkitdirectory`). */
export const fromFiles = (files: Iterable<File>): Bringing =>
  storyOf([...files].map((file) => found(file.webkitRelativePath || file.name, file)));

/** What was dropped: files, folders, words. To be called while the event is there: its list is empty afterwards. */
export function fromDrop(data: DataTransfer): Bringing {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return fromPaste(data);
  return Promise.all(entries.map(filesOf)).then((files) => storyOf(files.flat()));
}

/** What was pasted: files, a page’s words with their emphases, or words. To be called while the event is there. */
export function fromPaste(data: DataTransfer): Bringing {
  if (data.files.length > 0) return fromFiles(data.files);
  const pasted = pastedText(data.getData('text/plain'), data.getData('text/html'));
  return storyOf(pasted ? [{ path: pasted.name, size: pasted.bytes.length, read: async () => pasted.bytes }] : []);
}

/** The sample, which lies beside the page. */
export async function sample(): Bringing {
  const answer = await fetch(new URL('sample.zip', document.baseURI));
  if (!answer.ok) throw new Error('The sample cannot be had now: the page’s host does not answer. Try again later.');
  return storyOf([found('sample.zip', new File([await answer.blob()], 'sample.zip'))]);
}

async function storyOf(files: readonly FoundFile[]): Bringing {
  const { value, problems } = await assemble(files);
  const [refused] = problems;
  if (refused) throw new Error(refused.reason);
  return value;
}

const found = (path: string, file: File): FoundFile => ({
  path,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/** The files of an entry of a drop (File and Directory Entries API). */
async function filesOf(entry: FileSystemEntry): Promise<readonly FoundFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [found(path, file)];
  }
  if (!isDirectory(entry)) return [];
  const reader = entry.createReader();
  const all: FoundFile[] = [];
  // It gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    for (const each of some) all.push(...(await filesOf(each)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
