/** What a book is called where no key and no heading over all others says it. In: pages about the folder. Out: a title, what else they say, a hint. */
import { titleOfName } from '../book/file-names.ts';
import { folderTitle } from '../book/folder-title.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { Facts } from '../book/metadata-schema.ts';
import { type Outcome, problem } from '../report/problem.ts';

export interface GuessedTitle {
  readonly title: string;
  readonly facts: Facts;
}

/** The title that lists of the files, or a readme, have; else the name of the folder or file. */
export function guessTitle(
  { name, about }: Manuscript,
  lists: readonly SourceFile[],
  metadataPath: string | undefined,
): Outcome<GuessedTitle> {
  const [found] = [...lists, ...(about ? [about] : [])].flatMap(({ path, text }) => {
    const called = folderTitle(text, name);
    return called ? [{ ...called, path }] : [];
  });
  const title = found?.title ?? titleOfName(name);
  const hint = problem(
    'title-guessed',
    metadataPath === undefined ? undefined : { path: metadataPath },
    `No title found, so the book is called “${title}”, ${found ? `as in ${found.path}` : 'after its folder or file'}.`,
    'Add “title: …” to book.yaml.',
  );
  return { value: { title, facts: found?.author === undefined ? {} : { author: found.author } }, problems: [hint] };
}
