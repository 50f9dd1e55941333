/** `fleuron init`: a starter manuscript that builds as it is, and the folder of a theme to change. Nothing that exists is touched. */
import { basename, join, resolve } from 'node:path';
import { usualLimits } from '../book/limits.ts';
import { type ThemeName, themeNames } from '../book/themes.ts';
import { listFiles } from '../disk/list-files.ts';
import { writeMissing } from '../disk/write-missing.ts';
import { filesOfTheme } from '../templates/press-templates.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'start a manuscript',
  usage: `Writes a starter manuscript that builds as it is. Files that exist are left alone.

  fleuron init my-story && fleuron build my-story

With --theme it has the theme’s files in templates/, to be changed; a folder that is a manuscript already gets these alone.`,
  options: {
    theme: { type: 'string', value: 'NAME', choices: themeNames, about: `a theme to change: ${themeNames.join(', ')}` },
    ...reportOptions,
  },
  positionals: { usage: '<folder>', least: 1, most: 1, noun: 'folder', example: 'my-story' },
  run: async ({ theme, ...report }, [folder = '']) => initCommand(folder, createReporter(report), theme),
});

/** Writes the starter files, and those of a theme; answers with the exit code. */
export function initCommand(folder: string, reporter: Reporter, theme?: ThemeName): number {
  const name = basename(resolve(folder)).replace(/[-_]+/g, ' ');
  const starter = starterFiles(name.charAt(0).toUpperCase() + name.slice(1), theme);
  const isThere = theme !== undefined && listFiles(folder, usualLimits).names.length > 0;
  const templates = join(folder, 'templates');
  const problems = [
    ...(isThere ? [] : writeMissing(folder, starter)),
    ...(theme === undefined ? [] : writeMissing(templates, filesOfTheme(theme))),
  ];
  const sentence = problems.length
    ? `Some ${isThere ? 'files of the theme' : 'starter files'} were not written.`
    : isThere
      ? `The theme is in ${templates}. Say “theme: ${theme}” in book.yaml: its typeface and its marks come with the name.`
      : `A starter manuscript is in ${folder}. Build it with: fleuron build ${folder}`;
  reporter.finish({ problems, sources: new Map(), book: problems.length === 0 ? folder : undefined, sentence });
  return problems.length ? exitCodes.unwritten : exitCodes.done;
}

const starterFiles = (title: string, theme?: ThemeName): Readonly<Record<string, string>> => ({
  'book.yaml': `# What the book says about itself. docs/metadata.md lists every key.\ntitle: ${JSON.stringify(title)}\nauthor: Your Name\nlang: en\n${theme === undefined ? '' : `theme: ${theme} # its files are in templates/, to be changed: docs/themes.md\n`}# subtitle: A tagline\n# cover: cover.jpg\n`,
  'disclaimer.md': 'This is a work of fiction. Say here what is not yours, and whose it is.\n',
  'chapter-1.md':
    '# The First Chapter\n\n"Begin at the beginning," she said -- and so the story began.\n\n* * *\n\nAfter a break, a new scene.[^1]\n\n[^1]: A note, which pops up on most devices.\n',
  'notes.md': "# Author's Notes\n\nHow this story came to be, and thanks to those who helped.\n",
});
