/** A folder of notes, or one note. In: a folder of sources. Out: an arrangement in the order of names, as the press itself reads a folder. */

import { isMarkdownName } from '../../book/dialect-signs.ts';
import { stemOf } from '../../book/file-names.ts';
import type { FindFile } from '../../book/find-file.ts';
import { usualLimits } from '../../book/limits.ts';
import { problem } from '../../report/problem.ts';
import { factsOfKeys } from './book-keys.ts';
import { createReporter } from './diagnostics.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement } from './spine-item.ts';
import { plainKeys } from './spine-item-keys.ts';

export interface FolderFacts {
  /** Whether the folder is an Obsidian vault, or lies in one. */
  readonly isVault: boolean;
  readonly find: FindFile;
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
      ...ignored.map((path) => problem('file-ignored', { path }, `“${path}” is no text, so it is not in the book.`)),
    ],
    pictureFolders: [],
  };
}

/** What a file of metadata beside the notes says. */
function readMetadata(source: SourceFolder): Pick<Arrangement, 'facts' | 'problems'> | undefined {
  const path = source.names.find((name) => /^meta(?:data)?\.ya?ml$/i.test(name));
  const text = path === undefined ? undefined : source.text(path);
  if (path === undefined || text === undefined) return undefined;
  const { report, problems } = createReporter(path);
  const read = plainKeys(text, { path, firstLine: 1, limits: usualLimits });
  const facts = factsOfKeys(read.value, report);
  return { facts, problems: [...read.problems, ...problems()] };
}
