import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fleuron } from '../tools/fleuron.ts';
import { makeFolder } from '../tools/folder.ts';

/** Archives a manuscript into a bag in a folder of its own, by the command, and returns the path of the bag. */
export async function archived(manuscript: string, name = 'bag'): Promise<string> {
  const target = join(makeFolder(), name);
  const { status, stderr } = await fleuron(['archive', manuscript, '-o', target, '--quiet']);
  assert.equal(status, 0, stderr);
  return target;
}

/** Paths of the files below a folder, sorted. */
export const listed = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) =>
      join(each.parentPath, each.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
