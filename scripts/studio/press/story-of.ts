/** A story as the app shows it. In: what is kept. Out: its texts, its other files, and where a key of the book is written. */
import { isMarkdownName } from '../../book/dialect-signs.ts';
import { comparePaths } from '../../book/file-names.ts';
import { bookKeys } from '../../book/metadata-schema.ts';
import { splitMetadata } from '../../metadata/metadata-block.ts';
import { metadataFiles } from '../../pipeline/load-manuscript.ts';
import { isKeptForUpdates, recordPath, undoPath } from '../../versions/undo-record.ts';
import type { Story, StoryFile, StoryText } from '../protocol.ts';
import { factsOf } from './facts-of.ts';
import { fingerprintOf, textOf } from './kept-text.ts';
import type { KeptStory } from './place.ts';

/** What lies in a store now. */
export function storyOf(kept: KeptStory): Story {
  const texts: StoryText[] = [];
  const others: StoryFile[] = [];
  for (const path of pathsOf(kept)) {
    const bytes = kept.files.get(path);
    if (!bytes || isKeptForUpdates(path)) continue;
    const sha256 = fingerprintOf(bytes);
    const text = textOf(path, bytes);
    if (text === undefined) others.push({ path, size: bytes.length, sha256 });
    else texts.push({ path, text, sha256 });
  }
  const { id, name, guesses, importedFrom } = kept;
  const factsPath = factsPathOf(kept);
  const said = texts.find(({ path }) => path === factsPath);
  const facts = factsPath === undefined ? undefined : said ? factsOf(said.path, said.text) : {};
  const updates = { hasRecord: kept.files.has(recordPath), wasUpdated: kept.files.has(undoPath) };
  return { id, name, texts, others, guesses, importedFrom, ...updates, factsPath, facts };
}

const pathsOf = ({ files }: KeptStory): readonly string[] => [...files.keys()].sort(comparePaths);

/**
 * Where a key of the book is written: the file of metadata, the one Markdown file, or the first one where it speaks of the book;
 * `book.yaml` where nothing does. Undefined of one file in another format, which has no place for it.
 */
export function factsPathOf(kept: KeptStory): string | undefined {
  if (kept.file !== undefined) return isMarkdownName(kept.file) ? kept.file : undefined;
  const paths = pathsOf(kept);
  const [own] = metadataFiles(paths);
  if (own !== undefined) return own;
  const [first, second] = paths.filter((path) => isMarkdownName(path) && !/^(?:templates\/|readme\.md$)/i.test(path));
  if (second === undefined && first !== undefined) return first;
  const keys = keysAbove(kept, first);
  const areChapters = keys.includes('title') && keysAbove(kept, second).includes('title');
  const speaksOfBook = !areChapters && keys.some((key) => Object.hasOwn(bookKeys, key));
  return first !== undefined && speaksOfBook ? first : 'book.yaml';
}

/** The keys in the block above a text. */
function keysAbove({ files }: KeptStory, path: string | undefined): readonly string[] {
  const bytes = files.get(path ?? '');
  const text = path !== undefined && bytes ? textOf(path, bytes) : undefined;
  const { block = '' } = splitMetadata(text ?? '', '');
  return [...block.matchAll(/^([\p{L}-]+)[ \t]*:/gmu)].map(([, key = '']) => key);
}
