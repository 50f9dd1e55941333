/** An mdBook in its order. In: a folder of sources and the path of its SUMMARY.md. Out: an arrangement: parts, chapters, what comes before and after. */
import { type Problem, problem } from '../../report/problem.ts';
import { pathOf } from './addresses.ts';
import { readSummary } from './mdbook-summary.ts';
import { type BookToml, readBookToml } from './mdbook-toml.ts';
import { orderedTwice, orderMissing } from './order-problems.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';

/** Arranges the files that SUMMARY.md lists; others are left out with a hint. */
export async function arrangeMdbook(source: SourceFolder, summary: string, text: string): Promise<Arrangement> {
  const problems: Problem[] = [];
  const toml = source.names.includes('book.toml') ? source.text('book.toml') : undefined;
  const read = toml === undefined ? undefined : await readBookToml(toml, 'book.toml');
  problems.push(...(read?.problems ?? []));
  const facts: BookToml['facts'] = read?.value.facts ?? {};
  const items: SpineItem[] = [];
  const taken = new Set<string>();
  for (const { type, title, path, place, line } of readSummary(text)) {
    const at = { path: summary, start: { line, column: 1 } };
    if (type === 'part') {
      items.push({ path: `${summary}#${line}`, text: `# ${title}\n`, kind: 'part' });
      continue;
    }
    if (type === 'draft') {
      problems.push(problem('import-left-out', at, `Left out: “${title}”, a chapter that has no file yet`));
      continue;
    }
    const file = pathOf(path, summary);
    const found = file === undefined ? undefined : source.text(file);
    if (file === undefined || found === undefined) {
      problems.push(orderMissing(path, at));
      continue;
    }
    if (taken.has(file)) {
      problems.push(orderedTwice(path, at));
      continue;
    }
    taken.add(file);
    const matter = place === 'prefix' ? 'frontmatter' : place === 'suffix' ? 'backmatter' : 'bodymatter';
    items.push({ path: file, text: found, matter, title });
  }
  const folder = summary.split('/').slice(0, -1).join('/');
  const unlisted = source.names.filter(
    (name) =>
      /\.md$/i.test(name) && name !== summary && !taken.has(name) && (folder === '' || name.startsWith(`${folder}/`)),
  );
  for (const path of unlisted.filter((name) => !/(?:^|\/)readme\.md$/i.test(name)))
    problems.push(problem('file-ignored', { path }, `SUMMARY.md does not list “${path}”, so it is not in the book.`));
  return { dialect: 'mdbook', items, facts, problems, pictureFolders: [] };
}
