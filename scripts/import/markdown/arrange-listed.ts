/** Files in the order that a list has them in. In: a folder of sources, the list's path, what it lists. Out: the items, and what is wrong with it. */
import { isMarkdownName } from '../../book/dialect-signs.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { pathOf } from './addresses.ts';
import { orderedTwice, orderMissing } from './order-problems.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';

/** What a list has in one of its lines. */
export interface ListedItem {
  /** A part without a file is a heading; a draft has no file yet. */
  readonly type: 'part' | 'chapter' | 'draft';
  readonly title: string | undefined;
  /** Relative to the list. */
  readonly path: string;
  /** Where it stands: before the numbered chapters, among them, after them. */
  readonly place: 'prefix' | 'numbered' | 'suffix';
  /** From 1. */
  readonly line: number;
}

const matters = { prefix: 'frontmatter', numbered: 'bodymatter', suffix: 'backmatter' } as const;

/** Takes the files that a list names; others are left out with a hint. */
export function arrangeListed(
  source: SourceFolder,
  list: string,
  listed: readonly ListedItem[],
): Pick<Arrangement, 'items' | 'problems'> {
  const problems: Problem[] = [];
  const items: SpineItem[] = [];
  const taken = new Set<string>();
  for (const { type, title, path, place, line } of listed) {
    const at = { path: list, start: { line, column: 1 } };
    if (type === 'draft') {
      problems.push(problem('import-left-out', at, `Left out: “${title ?? path}”, a chapter that has no file yet`));
      continue;
    }
    if (path === '') {
      items.push({ path: `${list}#${line}`, text: `# ${title}\n`, kind: 'part' });
      continue;
    }
    const file = pathOf(path.replaceAll('%', '%25'), list);
    if (file === undefined) {
      problems.push(problem('import-left-out', at, `Left out: “${path}”, which does not lie in this folder`));
      continue;
    }
    const found = source.text(file);
    if (found === undefined) {
      problems.push(orderMissing(path, at));
      continue;
    }
    if (taken.has(file)) {
      problems.push(orderedTwice(path, at));
      continue;
    }
    taken.add(file);
    items.push({ path: file, text: found, title, matter: matters[place], ...(type === 'part' && { kind: 'part' }) });
  }
  const folder = list.split('/').slice(0, -1).join('/');
  const name = list.split('/').at(-1) ?? list;
  const unlisted = source.names.filter(
    (path) =>
      isMarkdownName(path) && path !== list && !taken.has(path) && (folder === '' || path.startsWith(`${folder}/`)),
  );
  for (const path of unlisted.filter((each) => !/(?:^|\/)readme\.md$/i.test(each)))
    problems.push(problem('file-ignored', { path }, `${name} does not list “${path}”, so it is not in the book.`));
  return { items, problems };
}
