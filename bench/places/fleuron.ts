/** Fleuron as a tool that is measured, with what its books were built of. In: a novel. Out: its copies. */

import { usualLimits } from '../../scripts/book/limits.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { buildBook } from '../../scripts/pipeline/build.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import type { Chapter, Novel } from './edits.ts';
import type { Tool } from './measure.ts';
import { openBook } from './open-book.ts';

export const chapterText = ({ heading, blocks, notes }: Chapter): string =>
  `# ${heading}\n\n${[...blocks.map(({ text }) => text), ...notes].join('\n\n')}\n`;

/** The files of a manuscript. */
export function filesOf({ title, look, front, chapters }: Novel): ReadonlyMap<string, Uint8Array> {
  const themes = look === 'other theme' ? 'theme: plain\n' : '';
  // What another version of the press would set in another way.
  const marks = look === 'new version' ? 'typography: oxford\n' : '';
  const texts = [
    ['book.yaml', `title: ${title}\nauthor: A. Author\ndraw-cover: no\nlang: en\n${themes}${marks}`] as const,
    ...front.map(({ name, text }) => [`${name.toLowerCase()}.md`, `${text}\n`] as const),
    ...chapters.map((chapter, at) => [`chapter-${at + 1}.md`, chapterText(chapter)] as const),
  ];
  return new Map(texts.map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** Builds both editions, with or without the version before. */
export const fleuron = (name: string, keeps: boolean): Tool => ({
  name,
  async build(novel, previous) {
    const { value, problems } = await buildBook(
      memoryFiles({ name: 'novel', isFolder: true, files: filesOf(novel) }, usualLimits),
      {
        loadPlugins: async () => ({ value: [], problems: [] }),
        openAsset,
        editions: ['epub', 'kobo'],
        previous: () => ({
          value: keeps && previous ? { name: 'previous.epub', bytes: previous, isAsked: true } : undefined,
          problems: [],
        }),
      },
    );
    const [epub, kepub] = value?.editions ?? [];
    if (!epub || !kepub) throw new Error(problems.find(({ severity }) => severity === 'error')?.reason);
    return { epub: epub.bytes, copies: { epub: openBook(epub.bytes), kepub: openBook(kepub.bytes) } };
  },
});
