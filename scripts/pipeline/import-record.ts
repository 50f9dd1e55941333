/** What an import leaves in the folder that it makes, for a later update. In: what was imported. Out: the folder as an update sees it, and its record. */
import { sha256 } from '../book/digest.ts';
import { packRecord } from '../versions/record.ts';
import type { StoryFolder } from '../versions/story-folder.ts';
import { type ImportedManuscript, textsOf } from './import.ts';

/** What an import writes, as an update sees it. */
export function importedFolder({ manuscript, pictures }: ImportedManuscript): StoryFolder {
  return {
    texts: textsOf(manuscript),
    order: manuscript.files.map(({ path }) => path),
    pictures: new Map([...pictures].map(([path, bytes]) => [path, sha256(bytes)])),
  };
}

/** The record of an import on a day, YYYY-MM-DD; undefined where no ZIP can hold its files. */
export const recordOf = (imported: ImportedManuscript, day: string): Uint8Array | undefined =>
  packRecord({ ...importedFolder(imported), day }, sha256);
