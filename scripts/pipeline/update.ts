/**
 * An update, on one page: the folder as it is → the record of the last import → a three-way merge → proof that no word is lost, and that
 * the result can be read. In: values. Out: what is to be written; nothing is written here.
 */
import { sha256 } from '../book/digest.ts';
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { quoteParting } from '../book/parting.ts';
import { readBook } from '../read/read.ts';
import { readFiles } from '../read/read-files.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { metadataOf } from '../versions/blocks.ts';
import { lostWord } from '../versions/check-words.ts';
import { printNews } from '../versions/news.ts';
import { packRecord, unpackRecord } from '../versions/record.ts';
import type { FileChange, StoryFolder } from '../versions/story-folder.ts';
import { updateStory } from '../versions/update-story.ts';
import { alone, type ImportedManuscript, textsOf } from './import.ts';
import { importedFolder } from './import-record.ts';
import { loadManuscript } from './load-manuscript.ts';
import { pictureSums } from './picture-sums.ts';

interface UpdateInput {
  /** The folder as it is. */
  readonly manuscript: Manuscript;
  readonly imported: ImportedManuscript;
  /** The record of the last import, if there is one; or what was imported then. */
  readonly last: Uint8Array | ImportedManuscript | undefined;
  /** Of the import, YYYY-MM-DD. */
  readonly day: string;
  readonly limits: Limits;
}

interface ManuscriptUpdate {
  /** Texts and pictures to write, by path in the folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The record of this import. */
  readonly record: Uint8Array | undefined;
  /** What it brought, for the page “What Is New”; undefined where no chapter changed. */
  readonly news: string | undefined;
  readonly changes: readonly FileChange[];
}

/** Merges a new import with a folder. Undefined, with the reason, where it cannot be. */
export async function updateManuscript(input: UpdateInput): Promise<Outcome<ManuscriptUpdate | undefined>> {
  const { manuscript, imported, last, day, limits } = input;
  const base =
    last instanceof Uint8Array ? unpackRecord(last, limits, sha256) : last && { ...importedFolder(last), day };
  if (!base) return { value: undefined, problems: [noRecord(manuscript.name, last !== undefined)] };
  const { value: mine, problems } = await folderNow(manuscript, limits);
  if (hasErrors(problems)) return { value: undefined, problems };
  const theirs = importedFolder(imported);
  const bookFile = manuscript.bookFile?.path ?? 'book.yaml';
  const days = { last: base.day, now: day };
  const update = await updateStory({ base, mine, theirs }, { bookFile, days });
  const after = new Map([...mine.texts, ...update.texts]);
  const deleted = new Set(update.changes.filter(({ what }) => what === 'deleted-here').map(({ path }) => path));
  const fresh = update.base.order.filter((path) => !deleted.has(path));
  const lost = lostWord(
    bodiesOf(mine.texts, mine.order),
    bodiesOf(base.texts, base.order),
    bodiesOf(update.base.texts, fresh),
    bodiesOf(
      after,
      [...after.keys()].filter((path) => path.endsWith('.md')),
    ),
  );
  const unreadable = lost ? [] : await problemsAfter(manuscript, after, limits);
  if (lost || unreadable.length > 0)
    return { value: undefined, problems: [...unreadable, ...(lost ? [wordsLost(manuscript.name, lost.word)] : [])] };
  const pictures = [...update.pictures].flatMap(([path, from]) => {
    const bytes = imported.pictures.get(from);
    return bytes ? [[path, bytes] as const] : [];
  });
  const files = new Map<string, string | Uint8Array>([...pictures, ...update.texts]);
  const record = files.size > 0 || update.changes.length > 0 ? packRecord({ ...update.base, day }, sha256) : undefined;
  return { value: { files, record, news: printNews(update.changes, days), changes: update.changes }, problems: [] };
}

/** Merges a new import with a folder of files. Undefined, with the reason, where they are no manuscript, or it cannot be. */
export async function updateGiven(
  given: GivenFiles,
  input: Omit<UpdateInput, 'manuscript'>,
): Promise<Outcome<ManuscriptUpdate | undefined>> {
  const { value: loaded, problems } = loadManuscript(given, input.limits);
  if (loaded?.manuscript && !loaded.foreign) return updateManuscript({ ...input, manuscript: loaded.manuscript });
  const reason = 'The folder is no manuscript of Markdown, so nothing can be merged with it.';
  const hint = loaded?.omnibus && `It lists works. Name the folder of one: -o ${given.name}/work`;
  return {
    value: undefined,
    problems: [...problems, problem('update-impossible', { path: given.name }, reason, hint)],
  };
}

/** What was not brought in, or stands in both ways, at its line. */
export const updateProblems = (changes: readonly FileChange[]): readonly Problem[] =>
  changes.flatMap(({ path, what, conflicts }) => [
    ...(what === 'deleted-here'
      ? [
          problem(
            'update-kept',
            { path },
            'You deleted this file, and the new import has changed it. It stays deleted.',
          ),
        ]
      : []),
    ...conflicts.map(({ line, mine, theirs }) => {
      const place = { path, start: { line, column: 1 } };
      const [here, there] = quoteParting(mine, theirs);
      if (path.endsWith('.md') && theirs !== '' && line > 1)
        return problem(
          'update-unsettled',
          place,
          `Changed here and there. Here: ${here}. There: ${there}.`,
          'Both are in the file, and the book has yours. Keep one, and delete the lines with “:::”.',
        );
      return problem('update-kept', place, `Changed here and there, so yours stays. Here: ${here}. There: ${there}.`);
    }),
  ]);

const noRecord = (folder: string, isDamaged: boolean): Problem =>
  problem(
    'update-impossible',
    { path: folder },
    isDamaged
      ? 'The record of the last import (.fleuron/import.zip) is damaged, so nobody can tell what was changed here since.'
      : 'The folder has no record of an import (.fleuron/import.zip), so nobody can tell what was changed here since.',
    'Name the file that it was imported from: --base old.html.',
  );

const wordsLost = (folder: string, word: string): Problem =>
  problem(
    'words-lost',
    { path: folder },
    `The update would lose “${word}”, so nothing was written.`,
    'Please report it: an update must keep every word.',
  );

async function folderNow(manuscript: Manuscript, limits: Limits): Promise<Outcome<StoryFolder>> {
  const { value, problems } = await readFiles(manuscript, limits);
  const read = value.files.map(({ file }) => file.path);
  return {
    value: {
      texts: textsOf(manuscript),
      // Drafts, and what an order leaves out, are files all the same.
      order: [...new Set([...read, ...manuscript.files.map(({ path }) => path)])],
      pictures: pictureSums(manuscript),
    },
    problems: problems.filter(({ severity }) => severity === 'error'),
  };
}

const bodiesOf = (texts: ReadonlyMap<string, string>, paths: readonly string[]): readonly string[] =>
  paths.map((path) => {
    const text = texts.get(path) ?? '';
    return text.slice(metadataOf(text).length);
  });

/** What would keep the updated folder from being built. */
async function problemsAfter(
  manuscript: Manuscript,
  texts: ReadonlyMap<string, string>,
  limits: Limits,
): Promise<readonly Problem[]> {
  const withText = (path: string) => ({ path, text: texts.get(path) ?? '' });
  const { bookFile } = manuscript;
  const updated: Manuscript = {
    ...manuscript,
    files: [...texts.keys()].filter((path) => path.endsWith('.md')).map(withText),
    bookFile: bookFile && withText(bookFile.path),
  };
  const { problems } = await readBook(updated, alone({ limits }));
  return problems.filter(({ severity }) => severity === 'error');
}
