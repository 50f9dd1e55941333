/**
 * Checks an EPUB against what it was made from. In: its bytes, and perhaps its manuscript. Out: a problem for each
 * difference, and what was found in a sentence.
 */
import { equalBytes } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import type { Limits } from '../book/limits.ts';
import { readSourceList, sourceListPath } from '../book/source-list.ts';
import { version } from '../book/version.ts';
import type { BuildOptions, Built } from '../pipeline/build.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { readZip } from '../zip/read-zip.ts';
import { secondsOf } from './rebuild.ts';

/** What a book says that it was made from. */
export interface SourceManuscript {
  /** Its files as they lie there. */
  readonly kept: Outcome<ReadonlyMap<string, Uint8Array> | undefined>;
  /** Builds it anew. */
  readonly build: (options: Pick<BuildOptions, 'sourceDate' | 'editions'>) => Promise<Built>;
}

export interface BookCheck {
  /** How the book is called. */
  readonly path: string;
  readonly source: SourceManuscript | undefined;
  readonly limits: Limits;
}

/** Every damage of a book, and every difference from its manuscript. */
export async function verifyBook(
  epub: Uint8Array,
  { path, source, limits }: BookCheck,
): Promise<{ readonly problems: readonly Problem[]; readonly sentence: string }> {
  const zip = readZip(epub, limits);
  const place = { path };
  if ('reason' in zip) return found([problem('book-damaged', place, `Unexpected book that ${zip.reason}`)]);
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  for (const entry of zip.entries) {
    const read = entry.read();
    if ('reason' in read)
      problems.push(problem('book-damaged', { path: entry.path }, `Unexpected part of the book that ${read.reason}`));
    else if (entry.path === sourceListPath || entry.path.endsWith('.opf'))
      texts.set(entry.path, new TextDecoder().decode(read.bytes));
  }
  if (problems.length > 0) return found(problems);
  const list = texts.get(sourceListPath);
  const recorded = list === undefined ? undefined : readSourceList(list);
  if (!recorded)
    return found([
      problem(
        'source-unrecorded',
        place,
        `Unexpected book without ${sourceListPath}, expected the checksums of its sources`,
      ),
    ]);
  const count = `${recorded.files.size} source${recorded.files.size === 1 ? '' : 's'}`;
  const as = recorded.edition === undefined ? '' : `, as their ${recorded.edition} edition`;
  if (source === undefined)
    return { problems, sentence: `${path} is undamaged and records ${count}; compare them with --source.` };

  const { kept } = source;
  problems.push(...kept.problems.filter(({ severity }) => severity === 'error'));
  for (const [name, sum] of recorded.files) {
    const bytes = kept.value?.get(name);
    if (!bytes)
      problems.push(
        problem('source-missing', { path: name }, 'Unexpected manuscript without a file that the book was made from'),
      );
    else if (sha256(bytes) !== sum)
      problems.push(
        problem('source-changed', { path: name }, 'Unexpected bytes, expected those that the book was made from'),
      );
  }
  const modified = [...texts.values()].flatMap((text) => /dcterms:modified">([^<]{1,40})</.exec(text)?.[1] ?? [])[0];
  const built = await source.build({
    sourceDate: modified === undefined ? undefined : secondsOf(modified),
    editions: [recorded.edition ?? 'epub'],
  });
  for (const name of built.value?.publication.provenance?.files.keys() ?? [])
    if (!recorded.files.has(name))
      problems.push(problem('source-extra', { path: name }, 'Unexpected file that the book was not made from'));
  if (problems.length > 0) return found(problems);
  if (recorded.version !== version || !built.value)
    return { problems, sentence: `${path} was made from these ${count}${as}, by Fleuron ${recorded.version}.` };
  if (!equalBytes(built.value.epub, epub))
    return found([
      problem('book-not-rebuilt', place, 'Unexpected book that its sources do not give, expected the same bytes'),
    ]);
  return { problems, sentence: `${path} was made from these ${count}${as}; built again it is the same, to the byte.` };
}

const found = (problems: readonly Problem[]) => ({ problems, sentence: 'The book is not what it should be.' });
