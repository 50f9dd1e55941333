/** Chooses how a source is ordered: mdBook, Leanpub, a folder of notes, one file. In: a folder of sources and what was named. Out: an arrangement, or why there is none. */
import { isMarkdownName, isOrder, orderAmong } from '../../book/dialect-signs.ts';
import { stemOf } from '../../book/file-names.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { guessHint } from '../confidence.ts';
import { arrangeCrowbook } from './arrange-crowbook.ts';
import { arrangeFolder, type FolderFacts } from './arrange-folder.ts';
import { arrangeLeanpub } from './arrange-leanpub.ts';
import { arrangeLongform } from './arrange-longform.ts';
import { arrangeManuskript, isManuskript } from './arrange-manuskript.ts';
import { arrangeMdbook } from './arrange-mdbook.ts';
import { arrangeYamlList } from './arrange-yaml-list.ts';
import { isSummary } from './mdbook-summary.ts';
import { readBookToml } from './mdbook-toml.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement } from './spine-item.ts';

/** Arranges what was named; undefined stands for the folder itself. */
export async function arrange(
  source: SourceFolder,
  named: string | undefined,
  facts: FolderFacts,
): Promise<Arrangement | { readonly refused: Problem }> {
  if (named === undefined && isManuskript(source))
    return withHint(arrangeManuskript(source), 'MANUSKRIPT', 'Manuskript’s project');
  const index = named ?? indexOf(source);
  const longform = index === undefined ? undefined : arrangeLongform(source, index, source.text(index) ?? '');
  if (index !== undefined && longform) return withHint(longform, index, 'Longform’s list of scenes');
  const list = named ?? (await listOf(source));
  const text = list === undefined ? undefined : source.text(list);
  const ordered = list === undefined || text === undefined ? undefined : await arrangeOrder(source, list, text);
  if (ordered) return ordered;
  if (named !== undefined)
    return text === undefined
      ? { refused: problem('import-refused', { path: named }, 'The file holds no text.') }
      : {
          dialect: facts.isVault ? 'obsidian' : undefined,
          items: [{ path: named, text, title: stemOf(named) }],
          facts: {},
          problems: [],
          pictureFolders: [],
        };
  if (source.names.some((name) => /^book\.ya?ml$/.test(name)))
    return {
      refused: problem(
        'import-refused',
        { path: 'book.yaml' },
        'This is a manuscript of Fleuron’s own, so there is nothing to import.',
        'It can be built as it is: fleuron build, and the folder.',
      ),
    };
  const folder = arrangeFolder(source, facts);
  if (folder.items.length > 0) return folder;
  return {
    refused: problem(
      'import-refused',
      { path: source.name },
      'There is no SUMMARY.md, Book.txt or Markdown file in the folder, so nothing is imported.',
    ),
  };
}

/** What a list of files orders, if it is one. */
async function arrangeOrder(source: SourceFolder, list: string, text: string): Promise<Arrangement | undefined> {
  const name = list.split('/').at(-1) ?? list;
  if (name === 'SUMMARY.md' && isSummary(text))
    return withHint(await arrangeMdbook(source, list, text), list, 'mdBook’s SUMMARY.md, the order of a book');
  if (name === 'Book.txt')
    return withHint(arrangeLeanpub(source, list, text), list, 'Leanpub’s Book.txt, the order of a book');
  if (name.endsWith('.book')) return withHint(arrangeCrowbook(source, list, text), list, 'Crowbook’s list of chapters');
  if (isOrder(name)) return withHint(arrangeYamlList(source, list, text), list, 'a list of the book’s files');
  return undefined;
}

/** The one note of a folder that Longform keeps its list of scenes in. */
function indexOf(source: SourceFolder): string | undefined {
  const [index, ...others] = source.names.filter(
    (name) => isMarkdownName(name) && /^---\n[\s\S]*?^longform:/m.test(source.text(name)?.slice(0, 4000) ?? ''),
  );
  return others.length === 0 ? index : undefined;
}

/** The file of a folder that says its order. */
async function listOf(source: SourceFolder): Promise<string | undefined> {
  const toml = source.names.includes('book.toml') ? source.text('book.toml') : undefined;
  const src = toml === undefined ? undefined : (await readBookToml(toml, 'book.toml')).value.src;
  const summary = src === undefined ? undefined : `${src}/SUMMARY.md`.replace(/^\.?\//, '');
  const isListed = summary !== undefined && source.names.includes(summary) && isSummary(source.text(summary) ?? '');
  return isListed ? summary : orderAmong(source.names, source.text);
}

function withHint(arrangement: Arrangement, path: string, what: string): Arrangement {
  const place = { path, start: { line: 1, column: 1 } };
  const hint = guessHint({ words: path, taken: what, way: 'file that only this tool has' }, place);
  return { ...arrangement, problems: [hint, ...arrangement.problems] };
}
