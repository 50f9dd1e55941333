/** A folder of notes, or one note. In: a folder of sources. Out: an arrangement in the order of names, as the press itself reads a folder. */

import { isMarkdownName } from '../../book/dialect-signs.ts';
import { usualLimits } from '../../book/limits.ts';
import { readKeys } from '../../metadata/keys.ts';
import { problem } from '../../report/problem.ts';
import { stemOf } from './addresses.ts';
import { factsOfKeys } from './book-keys.ts';
import { createReporter } from './diagnostics.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement } from './spine-item.ts';

export interface FolderFacts {
  /** Whether the folder is an Obsidian vault, or lies in one. */
  readonly isVault: boolean;
  readonly find: (name: string, from: string) => string | undefined;
}

/** Arranges all Markdown files of a folder; a note that another embeds whole comes where it is embedded. */
export function arrangeFolder(source: SourceFolder, { isVault, find }: FolderFacts): Arrangement {
  const paths = source.names.filter((name) => isMarkdownName(name) && !/(?:^|\/)readme\.md$/i.test(name));
  const embedded = new Set<string>();
  const items = paths.flatMap((path) => {
    const text = source.text(path);
    if (text === undefined) return [];
    for (const [, name = ''] of text.matchAll(/!\[\[([^[\]|#\n]{1,300})(?:\|[^[\]\n]{0,500})?\]\]/g)) {
      const target = find(name.trim(), path);
      if (target !== undefined && target !== path) embedded.add(target);
    }
    return [{ path, text, title: stemOf(path), printsTitle: isVault }];
  });
  const kept = items.filter(({ path }) => !embedded.has(path));
  const rest = kept.length > 0 ? kept : items;
  const metadata = readMetadata(source);
  const ignored = source.names.filter((name) => /\.(?:canvas|base|excalidraw)$/i.test(name));
  return {
    dialect: isVault ? 'obsidian' : undefined,
    items: rest,
    facts: metadata?.facts ?? {},
    problems: [
      ...(metadata?.problems ?? []),
      ...ignored.map((path) => problem('file-ignored', { path }, 'Unexpected file that is no text; it is left out')),
    ],
    pictureFolders: [],
  };
}

/** What a file of metadata beside the notes says. */
function readMetadata(source: SourceFolder): Pick<Arrangement, 'facts' | 'problems'> | undefined {
  const path = source.names.find((name) => /^metadata\.ya?ml$/i.test(name));
  const text = path === undefined ? undefined : source.text(path);
  if (path === undefined || text === undefined) return undefined;
  const { report, problems } = createReporter(path);
  const read = readKeys(text, { path, firstLine: 1, limits: usualLimits });
  const facts = factsOfKeys(read.value, report);
  return { facts, problems: [...read.problems, ...problems()] };
}

/** Finds notes and pictures as Obsidian does: by path, then by name wherever it lies, the shortest path first. */
export function finderOf(names: readonly string[]): FolderFacts['find'] {
  const byName = new Map<string, string>();
  const all = new Set(names);
  for (const path of [...names].sort((one, other) => one.split('/').length - other.split('/').length)) {
    const name = (path.split('/').at(-1) ?? '').toLowerCase();
    for (const each of [
      path.toLowerCase(),
      name,
      ...(isMarkdownName(path) ? [path.toLowerCase(), name].map((whole) => whole.replace(/\.[^.]*$/, '')) : []),
    ])
      if (!byName.has(each)) byName.set(each, path);
  }
  return (name, from) => {
    const folder = from.split('/').slice(0, -1).join('/');
    const near = folder === '' ? name : `${folder}/${name}`;
    if (all.has(name)) return name;
    if (all.has(`${name}.md`)) return `${name}.md`;
    for (const each of [near, name]) {
      const found = byName.get(each.toLowerCase()) ?? byName.get(`${each.toLowerCase()}.md`);
      if (found !== undefined) return found;
    }
    return byName.get((name.split('/').at(-1) ?? '').toLowerCase());
  };
}
