/** `fleuron init`: a starter manuscript that builds as it is. Nothing that exists is touched. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Problem, problem } from '../report/problem.ts';
import { exitCodes } from './exit-codes.ts';
import type { Speaker } from './reporter.ts';

const files = (title: string): Readonly<Record<string, string>> => ({
  'book.yaml': `# What the book says about itself. docs/metadata.md lists every key.\ntitle: ${JSON.stringify(title)}\nauthor: Your Name\nlang: en\n# subtitle: A tagline\n# cover: cover.jpg\n`,
  'disclaimer.md': 'This is a work of fiction. Say here what is not yours, and whose it is.\n',
  'chapter-1.md':
    '# The First Chapter\n\n"Begin at the beginning," she said -- and so the story began.\n\n* * *\n\nAfter a break, a new scene.[^1]\n\n[^1]: A note, which pops up on most devices.\n',
  'notes.md': "# Author's Notes\n\nHow this story came to be, and thanks to those who helped.\n",
});

/** Writes the starter files; answers with the exit code. */
export function initCommand(folder: string, speaker: Speaker): number {
  const name = basename(resolve(folder)).replace(/[-_]+/g, ' ');
  const problems: Problem[] = [];
  const written: string[] = [];
  for (const [file, text] of Object.entries(files(name.charAt(0).toUpperCase() + name.slice(1)))) {
    const path = join(folder, file);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
      written.push(path);
    } catch (error) {
      const exists = (error as { readonly code?: unknown }).code === 'EEXIST';
      problems.push(
        problem(
          'write-failed',
          { path },
          exists ? 'Unexpected file in the way, left as it is' : 'Unexpected folder that cannot be written',
        ),
      );
    }
  }
  const sentence = problems.length
    ? 'Some starter files were not written.'
    : `A starter manuscript is in ${folder}. Build it with: fleuron build ${folder}`;
  speaker.finish({ problems, sources: new Map(), ...(problems.length === 0 && { book: folder }), sentence });
  return problems.length ? exitCodes.unwritten : exitCodes.done;
}
