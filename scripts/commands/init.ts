/** `fleuron init`: a starter manuscript that builds as it is, and the folder of a theme to change. Nothing that exists is touched. */
import { basename, join, resolve } from 'node:path';
import { isMarkdownName } from '../book/dialect-signs.ts';
import { type ThemeName, themeNames } from '../book/themes.ts';
import { namesIn } from '../disk/near-path.ts';
import { writeMissing } from '../disk/write-missing.ts';
import { filesOfTheme } from '../templates/press-templates.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { forShell } from './next-step.ts';
import { reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'start a manuscript',
  usage: `Writes a starter manuscript that builds as it is. Where a story is already, it gets a book.yaml if it has none; no file is changed.

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
  const names = namesIn(folder);
  const texts = names.filter(isMarkdownName);
  const templates = join(folder, 'templates');
  const isThemeAlone = theme !== undefined && names.length > 0;
  const missing = isThemeAlone ? {} : texts.length > 0 ? { 'book.yaml': starter['book.yaml'] } : starter;
  const story = writeMissing(folder, missing);
  const themed = writeMissing(templates, theme === undefined ? {} : filesOfTheme(theme));
  const problems = [...story.problems, ...themed.problems];
  const there = [...new Set([...story.kept, ...texts])].join(', ');
  const kept = themed.kept.length > 0 ? ` What was there is as it was: ${themed.kept.join(', ')}.` : '';
  const path = forShell(folder);
  const made =
    there === ''
      ? `A starter manuscript is in ${folder}.`
      : `${folder} holds a story already, which is as it was: ${there}.${story.kept.length === 0 ? ' New is book.yaml.' : ''}`;
  const sentence =
    problems.length > 0
      ? `Some ${isThemeAlone ? 'files of the theme' : 'starter files'} were not written.`
      : isThemeAlone
        ? `The theme is in ${templates}.${kept} Say “theme: ${theme}” in book.yaml: its typeface and its marks come with the name.`
        : `${made}\nSee it with: fleuron preview ${path}\nBuild it with: fleuron build ${path}`;
  reporter.finish({ problems, sources: new Map(), book: problems.length === 0 ? folder : undefined, sentence });
  return problems.length ? exitCodes.unwritten : exitCodes.done;
}

const starterFiles = (title: string, theme?: ThemeName) => ({
  'book.yaml': `# What the book says about itself. docs/metadata.md lists every key.\ntitle: ${JSON.stringify(title)}\nauthor: Your Name\nlang: en\n${theme === undefined ? '' : `theme: ${theme} # its files are in templates/, to be changed: docs/themes.md\n`}# subtitle: A tagline\n# cover: cover.jpg\n`,
  'disclaimer.md': 'This is a work of fiction. Say here what is not yours, and whose it is.\n',
  'chapter-1.md':
    '# The First Chapter\n\n"Begin at the beginning," she said -- and so the story began.\n\n* * *\n\nAfter a break, a new scene.[^1]\n\n[^1]: A note, which pops up on most devices.\n',
  'notes.md': "# Author's Notes\n\nHow this story came to be, and thanks to those who helped.\n",
});
