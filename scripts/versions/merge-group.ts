/** Merges the files of one group as one run of blocks. In: a group. Out: the text of each file by its id, and where both sides changed the same. */
import { theirsName } from '../book/directives.ts';
import { wordList } from '../book/word-list.ts';
import { blocksOf } from './blocks.ts';
import type { FileGroup, SideFile } from './link-files.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { keepNoteLabels } from './rename-references.ts';
import type { Conflict } from './story-folder.ts';

interface MergedFile {
  readonly id: string;
  /** Without its metadata block. */
  readonly text: string;
  /** Lines count from the first of the text. */
  readonly conflicts: readonly Conflict[];
}

const begins = '\0';
const isTheirs = new RegExp(`^:{3,} ?${theirsName}\\b`);

interface MergedGroup {
  readonly files: readonly MergedFile[];
  /** The files of the new import with the folder’s labels of notes. */
  readonly labelled: readonly SideFile[];
}

/** Merges; texts whose blocks are those of the folder are the folder’s to the byte. */
export async function mergeGroup({ base, mine, theirs }: FileGroup): Promise<MergedGroup> {
  const before = base.map(({ text }) => text).join('\n');
  const here = mine.map(({ text }) => text).join('\n');
  const labelled = theirs.map((file) => ({ ...file, text: keepNoteLabels(file.text, before, here) }));
  // Nothing to merge where one side is the base.
  if (areSame(base, labelled)) return { files: mine.map(untouched), labelled };
  if (areSame(base, mine)) return { files: labelled.map(untouched), labelled };
  const [own, old, fresh] = [await runOf(mine), await runOf(base), await runOf(labelled)];
  const oldWords = new Set(wordList(before));
  // A reading that waits goes when a newer one comes; one that somebody wrote in stays.
  const hasOthers = (block: string) => wordList(block).some((word) => word !== theirsName && !oldWords.has(word));
  const files: { readonly id: string; blocks: string[]; conflicts: Conflict[] }[] = [];
  const put = (block: string): void => {
    if (block.startsWith(begins)) files.push({ id: block.slice(begins.length), blocks: [], conflicts: [] });
    else (files.at(-1) ?? open()).blocks.push(block);
  };
  const open = () => {
    const file = { id: mine[0]?.id ?? theirs[0]?.id ?? '', blocks: [], conflicts: [] };
    files.push(file);
    return file;
  };
  for (const piece of mergeBlocks(own, old, fresh)) {
    if ('blocks' in piece) for (const block of piece.blocks) put(block);
    else {
      const kept = piece.mine.filter((block) => !isTheirs.test(block) || hasOthers(block));
      for (const block of kept) put(block);
      const file = files.at(-1) ?? open();
      const isText = (block: string) => !block.startsWith(begins);
      const other = piece.theirs.filter(isText).join('').trimEnd();
      file.conflicts.push({
        line: 1 + lineEnds(file.blocks.slice(0, file.blocks.length - kept.filter(isText).length)),
        mine: kept.filter(isText).join('').trimEnd(),
        theirs: other,
      });
      if (other === '') continue;
      const above = file.blocks.pop();
      if (above !== undefined) file.blocks.push(`${above.trimEnd()}\n\n`);
      put(fenced(other));
    }
  }
  const known = new Map(mine.map(({ id, text }) => [id, text]));
  const merged = files.map(({ id, blocks, conflicts }) => {
    const text = `${blocks.join('').trimEnd()}\n`;
    const folders = known.get(id);
    return { id, text: folders?.trimEnd() === text.trimEnd() ? folders : text, conflicts };
  });
  return { files: merged, labelled };
}

const areSame = (one: readonly SideFile[], other: readonly SideFile[]): boolean =>
  one.length === other.length &&
  one.every(({ id, text }, at) => id === other[at]?.id && text.trimEnd() === other[at].text.trimEnd());

const untouched = ({ id, text }: SideFile): MergedFile => ({ id, text, conflicts: [] });

/** The blocks of files, each file’s behind its id. */
async function runOf(files: readonly SideFile[]): Promise<readonly string[]> {
  const runs: string[] = [];
  for (const { id, text } of files) {
    const blocks = text.trim() === '' ? [] : await blocksOf(text);
    // What ends a file may come to stand before another block.
    runs.push(begins + id, ...blocks.slice(0, -1), ...blocks.slice(-1).map((block) => `${block.trimEnd()}\n\n`));
  }
  return runs;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^ {0,3}(:{3,})/gm)].map(([, fence = '']) => fence.length));
  const fence = ':'.repeat(longest + 1);
  return `${fence}${theirsName}\n${text}\n${fence}\n\n`;
}

const lineEnds = (blocks: readonly string[]): number => blocks.join('').split('\n').length - 1;
