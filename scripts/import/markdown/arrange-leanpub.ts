/** A Leanpub book in its order. In: a folder of sources and the path of its Book.txt. Out: an arrangement: front, main and back matter. */
import type { Matter } from '../../book/sections.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { pathOf } from './addresses.ts';
import { orderedTwice, orderMissing } from './order-problems.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';

const matters: Readonly<Record<string, Matter>> = {
  frontmatter: 'frontmatter',
  mainmatter: 'bodymatter',
  backmatter: 'backmatter',
};

/** Arranges the files that Book.txt lists. */
export function arrangeLeanpub(source: SourceFolder, list: string, text: string): Arrangement {
  const problems: Problem[] = [];
  const items: SpineItem[] = [];
  const taken = new Set<string>();
  let matter: Matter | undefined;
  text.split('\n').forEach((row, at) => {
    const name = row.trim();
    const place = { path: list, start: { line: at + 1, column: 1 } };
    const own = /^\{?(frontmatter|mainmatter|backmatter)[:}]$/.exec(name)?.[1];
    if (own !== undefined) matter = matters[own];
    if (name === '' || own !== undefined) return;
    const path = pathOf(name.replaceAll('%', '%25'), list);
    const found = path === undefined ? undefined : source.text(path);
    if (path === undefined || found === undefined) {
      if (name.startsWith('#')) return;
      problems.push(orderMissing(name, place));
      return;
    }
    if (taken.has(path)) {
      problems.push(orderedTwice(name, place));
      return;
    }
    taken.add(path);
    const parted = partMatters(path, found, matter);
    items.push(...parted.items);
    matter = parted.matter;
  });
  const folder = list.split('/').slice(0, -1).join('/');
  const inFolder = (name: string) => name.split('/').slice(0, -1).join('/') === folder;
  for (const path of source.names) {
    if (!inFolder(path) || taken.has(path) || path === list) continue;
    if (/(?:^|\/)(?:Sample|Subset)\.txt$/.test(path))
      problems.push(
        problem('file-ignored', { path }, 'A list of what Leanpub shows before it is bought; it is left out'),
      );
    else if (/\.(?:md|markdown|txt)$/i.test(path) && !/readme\./i.test(path))
      problems.push(problem('file-ignored', { path }, `Book.txt does not list “${path}”, so it is not in the book.`));
  }
  const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  return {
    dialect: 'leanpub',
    items,
    facts: {},
    problems,
    pictureFolders: [inside('images'), inside('resources'), inside('resources/images'), inside('')],
  };
}

/** Parts a file at `{mainmatter}` and its like, which count on into the next file. */
function partMatters(
  path: string,
  text: string,
  before: Matter | undefined,
): { readonly items: readonly SpineItem[]; readonly matter: Matter | undefined } {
  const rows = text.split('\n');
  const items: SpineItem[] = [];
  let matter = before;
  let from = 0;
  const close = (to: number) => {
    const part = rows.slice(from, to).join('\n');
    if (part.trim() !== '') items.push({ path, text: part, before: from, matter });
    from = to + 1;
  };
  let code = false;
  rows.forEach((row, at) => {
    if (/^ {0,3}(?:`{3}|~{3})/.test(row)) code = !code;
    const own = /^\{(frontmatter|mainmatter|backmatter)\}[ \t]*$/.exec(row)?.[1];
    if (own === undefined || code) return;
    close(at);
    matter = matters[own];
  });
  close(rows.length);
  return { items, matter };
}
