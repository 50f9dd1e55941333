/** A story that grows, archived and verified by the command. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';

/** The folder of a story of some pages. */
export const story = (pages = 2): string =>
  join(
    makeFiles({
      'my-story/book.yaml': 'title: The Door\nauthor: Ann\nmodified: 2026-03-04\n',
      ...Object.fromEntries(
        Array.from({ length: pages }, (_, at) => [`my-story/${at + 1}.md`, `# Chapter ${at + 1}\n\nWords.\n`]),
      ),
    }),
    'my-story',
  );

/** Archives a story that has no fault, and returns what the command says. */
export async function archive(manuscript: string, target: string): Promise<string> {
  const { status, stdout, stderr } = await fleuron(['archive', manuscript, '-o', target]);
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Verifies a bag, which must be whole. */
export const isWhole = async (path: string): Promise<void> => {
  const { status, stderr } = await fleuron(['verify', path]);
  assert.equal(status, 0, stderr);
};
