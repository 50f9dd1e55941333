/** build → import → build. In: a manuscript's folder. Out: the checksums of both books, and the folder that came back. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { writeManuscript } from '../../scripts/disk/write-manuscript.ts';
import { manuscriptBytes } from '../../scripts/pipeline/import.ts';
import { makeFolder } from './folder.ts';
import { importFile } from './import-file.ts';
import { quickBuild } from './manuscript.ts';

export interface Round {
  /** The manuscript that the EPUB became. */
  readonly manuscript: string;
  readonly first: string;
  readonly second: string;
  /** The size of the first book. */
  readonly bytes: number;
}

/** Builds, imports what was built, and builds that. */
export async function round(manuscript: string): Promise<Round> {
  const epub = await build(manuscript);
  const file = join(makeFolder(), 'book.epub');
  writeFileSync(file, epub);
  const { value, problems } = await importFile(file);
  if (!value) throw new Error(`Unexpected import without a manuscript:\n${JSON.stringify(problems, undefined, 1)}`);
  const folder = join(makeFolder(), 'back');
  const failures = writeManuscript(folder, manuscriptBytes(value), {
    force: false,
    originals: { files: [], folders: [] },
  });
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return { manuscript: folder, first: hash(epub), second: hash(await build(folder)), bytes: epub.length };
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function build(manuscript: string): Promise<Uint8Array> {
  const { value, problems } = await buildPath(manuscript, quickBuild);
  if (!value) throw new Error(`Unexpected manuscript without a book:\n${JSON.stringify(problems, undefined, 1)}`);
  return value.epub;
}
