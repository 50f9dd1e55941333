/** Brings Markdown of others in, as the command does. In: files, and which of them is named. Out: the manuscript’s files, and what was told. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkWithEpubcheckTs } from '../../../scripts/check/epubcheck-ts.ts';
import { manuscriptBytes } from '../../../scripts/pipeline/import.ts';
import type { Problem } from '../../../scripts/report/problem.ts';
import { makeFiles } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';
import { bookOf } from '../../tools/press.ts';

export interface Brought {
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** `story.md:3 rule`. */
  readonly told: readonly string[];
}

/** A picture that a book can hold. */
export const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>';

/** Brings in; what is refused has no files. */
export async function brought(files: Readonly<Record<string, string | Uint8Array>>, named = ''): Promise<Brought> {
  const { value, problems } = await importFile(join(makeFiles(files), named));
  const texts = value ? [...manuscriptBytes(value)].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]) : [];
  const told = problems.map(({ rule, place }) => `${place?.path}:${place?.start?.line} ${rule}`);
  return { files: Object.fromEntries(texts), problems, told };
}

/** The text of a story’s only chapter. */
export async function chapter(text: string, name = 'story.md'): Promise<string> {
  const { files, problems } = await brought({ [name]: text }, name);
  const found = files['chapter-1.md'];
  if (found === undefined) throw new Error(JSON.stringify(problems, undefined, 1));
  return found.trimEnd();
}

/** Builds the manuscript that an import made; neither the press nor EPUBCheck may find an error or a warning. */
export async function buildsCleanly(files: Brought['files']): Promise<void> {
  const epub = await bookOf(makeFiles(files), { args: ['--strict'] });
  assert.deepEqual(await checkWithEpubcheckTs(epub), []);
}
