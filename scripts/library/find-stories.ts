/**
 * Finds the stories below a folder. In: what each folder holds. Out: paths, in an order that is the same everywhere. Opens no file.
 *
 * A folder is one story where it has a `book.yaml`, is the project of a writer's program, or holds chapters: texts whose names are all numbers or names of
 * sections. Elsewhere each text, document and EPUB is a story of its own. A folder of pages that stories share is none.
 */
import { isMarkdownName, isOrder, isProjectFile } from '../book/dialect-signs.ts';
import { isChaptersFolder, isSectionName, kindOfName } from '../book/file-names.ts';
import { traitsOf } from '../book/sections.ts';
import { metadataFiles } from '../pipeline/load-manuscript.ts';

export interface FolderEntries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Whether Obsidian keeps its settings in it. */
  readonly isVault: boolean;
}

export interface FoundStory {
  /** With forward slashes; the topmost folder itself is empty. */
  readonly path: string;
  readonly kind: 'folder' | 'file' | 'zip';
}

const isText = (name: string) => isMarkdownName(name) || /\.(?:txt|text)$/i.test(name);

/** Whether a file may be a story by itself, by its name. */
export const isStoryFile = (name: string): boolean =>
  isText(name) || /\.(?:x?html?|docx?|odt|rtf|epub|msk)$/i.test(name);
const isNoStory = /^(?:readme|licen[cs]e|copying|changelog|todo|contributing|made-from)\b/i;

/** Every story, a folder's own files before what lies deeper; `list` answers undefined for a folder that cannot be read, or is to be passed over. */
export function* findStories(
  list: (folder: string) => FolderEntries | undefined,
  folder = '',
): Generator<FoundStory, void> {
  const entries = list(folder);
  if (!entries || (folder !== '' && holdsSharedPages(entries))) return;
  if (isOneStory(entries, folder === '')) {
    yield { path: folder, kind: 'folder' };
    return;
  }
  const at = (name: string) => (folder ? `${folder}/${name}` : name);
  for (const name of [...entries.files].sort()) {
    if (/\.zip$/i.test(name)) yield { path: at(name), kind: 'zip' };
    else if (isStoryFile(name) && !isNoStory.test(name)) yield { path: at(name), kind: 'file' };
  }
  for (const name of [...entries.folders].sort()) yield* findStories(list, at(name));
}

/** Whether a folder is one story. The topmost is one only where it says so. */
function isOneStory({ files, folders, isVault }: FolderEntries, isTopmost: boolean): boolean {
  if (isVault || metadataFiles(files).length > 0) return true;
  if (files.some((name) => isProjectFile(name) || isOrder(name) || name === 'book.toml' || name === 'Book.txt'))
    return true;
  if (isTopmost) return false;
  if (folders.some(isPart)) return true;
  const stories = files.filter((name) => isStoryFile(name) && !isNoStory.test(name));
  const [only, ...others] = stories;
  if (only === undefined) return false;
  if (stories.every(isSectionName)) return others.length > 0 || isText(only);
  return others.length === 0 && isText(only) && [...files, ...folders].some(isBeside);
}

/** Whether all texts of a folder are pages before or behind a story, one about its author or the other books among them. */
function holdsSharedPages({ files }: FolderEntries): boolean {
  const kinds = files.filter((name) => isStoryFile(name) && !isNoStory.test(name)).map(kindOfName);
  return (
    kinds.some((kind) => kind === 'about-the-author' || kind === 'also-by') &&
    kinds.every((kind) => kind !== undefined && traitsOf(kind).matter !== 'bodymatter')
  );
}

/** `part-1`, `Book II`, `chapters`. */
const isPart = (name: string) =>
  isChaptersFolder(name) || (kindOfName(name) === 'part' && /(?:\d|[\s._-][ivx]+)$/i.test(name));

/** What a lone text shares its folder with, when the folder is its manuscript. */
const isBeside = (name: string) => /^(?:cover\.[a-z]+|style\.css|templates)$/i.test(name);

/** The same for files that are known by their paths alone, as in a ZIP; hidden ones are passed over. */
export function foldersOf(paths: Iterable<string>): (folder: string) => FolderEntries | undefined {
  const folders = new Map<string, { files: string[]; folders: Set<string>; isVault: boolean }>();
  const enter = (folder: string) => {
    const known = folders.get(folder);
    if (known) return known;
    const made = { files: [], folders: new Set<string>(), isVault: false };
    folders.set(folder, made);
    if (folder !== '') enter(above(folder)).folders.add(nameOf(folder));
    return made;
  };
  for (const path of paths) {
    const vault = /^((?:.*\/)?)\.obsidian\//.exec(path);
    if (vault) enter((vault[1] ?? '').replace(/\/$/, '')).isVault = true;
    else if (!isHidden(path)) enter(above(path)).files.push(nameOf(path));
  }
  return (folder) => {
    const found = folders.get(folder);
    return found && { ...found, folders: [...found.folders] };
  };
}

/** Whether a file is no part of a story: hidden, of a package, or what macOS puts beside files in a ZIP. */
const isHidden = (path: string) => /(?:^|\/)(?:\.|node_modules\/|__MACOSX\/)/.test(path);
const above = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
