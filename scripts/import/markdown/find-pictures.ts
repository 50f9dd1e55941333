/** The pictures that a text shows. In: the text, where it lies, a way to read files. Out: bytes by the paths that the text finds them at. */
import type { Nodes } from 'mdast';
import { isPicturePath } from '../../book/design.ts';
import type { FindFile } from '../../book/find-file.ts';
import type { Limits } from '../../book/limits.ts';
import { walk } from '../../book/walk.ts';
import { pathOf } from './addresses.ts';
import type { Report } from './diagnostics.ts';
import { parseForeign } from './parse-foreign.ts';
import type { SourceFolder } from './source-folder.ts';

export interface PictureContext {
  readonly source: SourceFolder;
  readonly find: FindFile;
  /** Folders in which pictures may lie beside their plain place, as `resources/`. */
  readonly pictureFolders: readonly string[];
  readonly limits: Limits;
  readonly report: Report;
  /** Filled by path. */
  readonly pictures: Map<string, Uint8Array>;
}

/** Finds the pictures of one text. */
export async function findPictures(text: string, from: string, context: PictureContext): Promise<void> {
  if (!/!\[|<img|<image|\]:/i.test(text)) return;
  const { source, find, pictureFolders, limits, report, pictures } = context;
  const add = (path: string, places: readonly (string | undefined)[], line: number, typed: string): void => {
    if (pictures.has(path)) return;
    for (const place of places) {
      const bytes = place === undefined ? undefined : source.bytes(place);
      if (!bytes) continue;
      pictures.set(path, bytes);
      return;
    }
    report({
      rule: 'import-left-out',
      line,
      what: `Left out: the picture “${typed.slice(0, 80)}”, which is not in the folder`,
    });
  };
  walk<Nodes>(await parseForeign(text, limits), (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'wikilink' && node.isEmbed && isPicturePath(node.target)) {
      const path = find(node.target, from);
      add(path ?? node.target, [path], line, node.target);
      return;
    }
    for (const address of addressesIn(node)) {
      const path = pathOf(address, from);
      if (path === undefined || !isPicturePath(path)) continue;
      add(path, [path, ...pictureFolders.map((folder) => pathOf(`${folder}/${address}`, ''))], line, address);
    }
  });
}

function addressesIn(node: Nodes): readonly string[] {
  if (node.type === 'image' || node.type === 'definition') return [node.url];
  if (node.type !== 'html') return [];
  return [...node.value.matchAll(/<(?:img|image)\s[^<>]{0,3000}?\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    ([, double, single]) => double ?? single ?? '',
  );
}
