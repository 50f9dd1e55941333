/** `fleuron init`: a starter manuscript that builds as it is. Nothing that exists is touched. */
import { basename, resolve } from 'node:path';
import { isMarkdownName } from '../book/dialect-signs.ts';
import { namesIn } from '../disk/near-path.ts';
import { writeMissing } from '../disk/write-missing.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { forShell } from './next-step.ts';
import { reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'start a manuscript',
  usage: `Writes a starter manuscript that builds as it is. Where a story is already, it gets a book.yaml if it has none; no file is changed.

  fleuron init my-story && fleuron build my-story`,
  options: reportOptions,
  positionals: { usage: '<folder>', least: 1, most: 1, noun: 'folder', example: 'my-story' },
  run: async (report, [folder = '']) => initCommand(folder, createReporter(report)),
});

/** Writes the starter files; answers with the exit code. */
export function initCommand(folder: string, reporter: Reporter): number {
  const name = basename(resolve(folder)).replace(/[-_]+/g, ' ');
  const { 'book.yaml': bookFile, ...chapters } = starterFiles(name.charAt(0).toUpperCase() + name.slice(1));
  const texts = namesIn(folder).filter(isMarkdownName);
  const { kept, problems } = writeMissing(folder, { 'book.yaml': bookFile, ...(texts.length === 0 && chapters) });
  const there = [...new Set([...kept, ...texts])].join(', ');
  const made =
    there === ''
      ? `A starter manuscript is in ${folder}.`
      : `${folder} holds a story already, which is as it was: ${there}.${kept.length === 0 ? ' New is book.yaml.' : ''}`;
  const sentence = problems.length
    ? 'Some starter files were not written.'
    : `${made}\nSee it with: fleuron preview ${forShell(folder)}\nBuild it with: fleuron build ${forShell(folder)}`;
  reporter.finish({ problems, sources: new Map(), book: problems.length === 0 ? folder : undefined, sentence });
  return problems.length ? exitCodes.unwritten : exitCodes.done;
}

const starterFiles = (title: string) => ({
  'book.yaml': `# What the book says about itself. docs/metadata.md lists every key.\ntitle: ${JSON.stringify(title)}\nauthor: Your Name\nlang: en\n# subtitle: A tagline\n# cover: cover.jpg\n`,
  'disclaimer.md': 'This is a work of fiction. Say here what is not yours, and whose it is.\n',
  'chapter-1.md':
    '# The First Chapter\n\n"Begin at the beginning," she said -- and so the story began.\n\n* * *\n\nAfter a break, a new scene.[^1]\n\n[^1]: A note, which pops up on most devices.\n',
  'notes.md': "# Author's Notes\n\nHow this story came to be, and thanks to those who helped.\n",
});
