/**
 * A project of Manuskript in its order: folders and texts in `outline/`, each named with its place. In: a folder of sources. Out: an arrangement:
 * parts and chapters, texts in a chapter as its scenes. What is not to be compiled stays out.
 */
import type { Facts } from '../../book/metadata-schema.ts';
import { escapeHeading } from '../escape.ts';
import { namesLeftOut, type OutlineNode, outlineSections } from '../outline.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';

/** Whether a folder is such a project. */
export const isManuskript = ({ names }: Pick<SourceFolder, 'names'>): boolean =>
  names.includes('MANUSKRIPT') || (names.includes('outline/folder.txt') && names.includes('infos.txt'));

/** Arranges it. */
export function arrangeManuskript(source: SourceFolder): Arrangement {
  const sections = outlineSections(nodesIn(source, 'outline'));
  const items = sections.map(({ kind, title, contents }, at): SpineItem => {
    const heading = title === '' ? '' : `# ${escapeHeading(title)}\n\n`;
    return {
      path: `outline/${at + 1}`,
      text: `${`${heading}${contents.join('\n\n* * *\n\n')}`.trim()}\n`,
      kind,
      title,
    };
  });
  return {
    dialect: 'outline',
    items,
    facts: factsIn(source),
    problems: namesLeftOut(sections, source.name),
    pictureFolders: [],
  };
}

function nodesIn(source: SourceFolder, folder: string): readonly OutlineNode<string>[] {
  const inside = source.names
    .filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1));
  const names = [...new Set(inside.map((name) => name.split('/')[0] ?? ''))];
  return names.flatMap((name) => {
    const path = `${folder}/${name}`;
    const isFolder = inside.some((each) => each.startsWith(`${name}/`));
    const file = isFolder ? `${path}/folder.txt` : path;
    if (!isFolder && !/\.(?:md|txt)$/.test(name)) return [];
    if (name === 'folder.txt') return [];
    const { keys, text } = headerOf(source.text(file) ?? '');
    const children = isFolder ? nodesIn(source, path) : [];
    const isOut = keys.get('compile') === '0';
    if (isOut && !isFolder) return [];
    const title = keys.get('title') ?? name.replace(/^\d+-|\.\w+$/g, '').replaceAll('_', ' ');
    return [{ title, content: isOut || text.trim() === '' ? undefined : text.trim(), children }];
  });
}

/** `title:          Jerusalem` in lines above an empty one; a value goes on in lines that are moved in. */
function headerOf(file: string): { readonly keys: ReadonlyMap<string, string>; readonly text: string } {
  const keys = new Map<string, string>();
  const lines = file.split(/\r?\n/);
  let last = '';
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, key, value = ''] = /^([\w ]{1,40}):\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined) {
      last = key.toLowerCase();
      keys.set(last, value.trim());
    } else if (/^\s+\S/.test(line) && last !== '') keys.set(last, `${keys.get(last) ?? ''} ${line.trim()}`);
    else break;
  }
  return keys.has('title') ? { keys, text: lines.slice(at).join('\n') } : { keys: new Map(), text: file };
}

function factsIn(source: SourceFolder): Facts {
  const keys = new Map(
    (source.text('infos.txt') ?? '').split(/\r?\n/).flatMap((line) => {
      const [, key, value] = /^(\w+):\s*(\S.*)$/.exec(line) ?? [];
      return key !== undefined && value !== undefined ? [[key.toLowerCase(), value.trim()] as const] : [];
    }),
  );
  const said = (key: string): string | undefined => keys.get(key);
  const [series, position] = [said('serie'), said('volume')];
  return {
    title: said('title'),
    subtitle: said('subtitle'),
    author: said('author'),
    series:
      series !== undefined && position !== undefined && /^\d+$/.test(position) ? { name: series, position } : series,
    rights: said('license'),
    tags: said('genre')?.split(/,\s*/),
  };
}
