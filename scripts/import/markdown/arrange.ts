/** Chooses how a source is ordered: mdBook, Leanpub, a folder of notes, one file. In: a folder of sources and what was named. Out: an arrangement, or why there is none. */
import { isMarkdownName } from '../../book/dialect-signs.ts';
import { stemOf } from '../../book/file-names.ts';
import { type Problem, problem } from '../../report/problem.ts';
import { guessHint } from '../confidence.ts';
import { arrangeFolder, type FolderFacts } from './arrange-folder.ts';
import { arrangeLeanpub } from './arrange-leanpub.ts';
import { arrangeLongform } from './arrange-longform.ts';
import { arrangeManuskript, isManuskript } from './arrange-manuskript.ts';
import { arrangeMdbook } from './arrange-mdbook.ts';
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
  if (list !== undefined && /(?:^|\/)SUMMARY\.md$/.test(list) && text !== undefined && isSummary(text))
    return withHint(await arrangeMdbook(source, list, text), list, 'mdBook’s SUMMARY.md, the order of a book');
  if (list !== undefined && /(?:^|\/)Book\.txt$/.test(list) && text !== undefined)
    return withHint(arrangeLeanpub(source, list, text), list, 'Leanpub’s Book.txt, the order of a book');
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

/** The one note of a folder that Longform keeps its list of scenes in. */
function indexOf(source: SourceFolder): string | undefined {
  const [index, ...others] = source.names.filter(
    (name) => isMarkdownName(name) && /^---\n[\s\S]*?^longform:/m.test(source.text(name)?.slice(0, 4000) ?? ''),
  );
  return others.length === 0 ? index : undefined;
}

/** The file of a folder that says its order. */
async function listOf(source: SourceFolder): Promise<string | undefined> {
  const has = (path: string) => (source.names.includes(path) ? path : undefined);
  const toml = has('book.toml') && source.text('book.toml');
  const src = toml === undefined ? 'src' : (await readBookToml(toml, 'book.toml')).value.src;
  const summary = has(src === '.' || src === '' ? 'SUMMARY.md' : `${src}/SUMMARY.md`) ?? has('SUMMARY.md');
  const isOrder = summary !== undefined && isSummary(source.text(summary) ?? '');
  return isOrder ? summary : (has('Book.txt') ?? has('manuscript/Book.txt'));
}

function withHint(arrangement: Arrangement, path: string, what: string): Arrangement {
  const place = { path, start: { line: 1, column: 1 } };
  const hint = guessHint({ words: path, taken: what, way: 'file that only this tool has' }, place);
  return { ...arrangement, problems: [hint, ...arrangement.problems] };
}
