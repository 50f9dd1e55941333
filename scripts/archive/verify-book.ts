/**
 * Checks an EPUB against what it was made from. In: its bytes, and perhaps its manuscript. Out: a problem for each
 * difference, and what was found in a sentence: what was proved, and what only matches a list that anybody can write anew.
 */
import { equalBytes } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import { isShared } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import type { Provenance } from '../book/publication.ts';
import { readSourceList, sourceListPath } from '../book/source-list.ts';
import { version } from '../book/version.ts';
import type { BuildOptions, Built } from '../pipeline/build.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { readExactZip } from '../zip/exact-zip.ts';
import type { Files } from './bag.ts';

export interface Verdict {
  readonly problems: readonly Problem[];
  /** Whether what matches its checksums was also made again, and is the same. */
  readonly isProved: boolean;
  readonly sentence: string;
}

/** What a book says that it was made from. */
export interface SourceManuscript {
  /** Its files as they lie there, with those that it shares with other books. */
  readonly kept: (shared: ReadonlySet<string>) => Outcome<Files | undefined>;
  /** Builds it anew. */
  readonly build: (options: Pick<BuildOptions, 'sourceDate' | 'editions'>) => Promise<Built>;
}

interface BookCheck {
  /** How the book is called. */
  readonly path: string;
  readonly source: SourceManuscript | undefined;
  readonly limits: Limits;
}

/** Every damage of a book, and every difference from its manuscript. */
export async function verifyBook(epub: Uint8Array, { path, source, limits }: BookCheck): Promise<Verdict> {
  const { value: recorded, problems: damage } = readRecord(epub, path, limits);
  const damaged = (problems: readonly Problem[]) => ({
    problems,
    isProved: false,
    sentence: 'The book is not what it should be.',
  });
  if (!recorded) return damaged(damage);
  const { list, modified } = recorded;
  const count = `${list.files.size} source${list.files.size === 1 ? '' : 's'}`;
  const as = list.edition === undefined ? '' : `, as their ${list.edition} edition`;
  const unproved = (sentence: string) => ({ problems: [], isProved: false, sentence });
  if (source === undefined)
    return unproved(
      `${path} has the checksums that it carries, and records ${count}. That it was made from them is not proved: name its manuscript with --source.`,
    );
  const built = await source.build({
    sourceDate: modified === undefined ? undefined : secondsOf(modified),
    editions: [list.edition ?? 'epub'],
  });
  const made = [...(built.value?.publication.provenance?.files.keys() ?? [])];
  const kept = source.kept(new Set(made.filter(isShared)));
  const problems = kept.problems.filter(({ severity }) => severity === 'error');
  // A stranger's manuscript reads nothing outside of its folder.
  const isAlone = built.problems.some(({ rule }) => rule === 'shared-left-out');
  const files = isAlone ? new Map([...list.files].filter(([name]) => !isShared(name))) : list.files;
  problems.push(...compareSources({ files }, kept.value ?? new Map(), ''));
  for (const name of made)
    if (!list.files.has(name))
      problems.push(
        problem(
          'source-extra',
          { path: name },
          'The manuscript has this file, and the book was not made from it.',
          'Take it out of the manuscript, or build the book anew.',
        ),
      );
  if (problems.length > 0) return damaged(problems);
  const why =
    list.version !== version
      ? `it was made by Fleuron ${list.version}, and this is ${version}, which may set it in another way`
      : built.problems.some(({ rule }) => rule === 'code-not-run')
        ? 'its plug-ins and templates were not run'
        : isAlone
          ? 'the pages that it shares with other books were not read'
          : undefined;
  if (why !== undefined)
    return unproved(
      `${path} records the checksums of these ${count}${as}. That its text is theirs is not proved: ${why}.`,
    );
  if (!built.value || !equalBytes(built.value.epub, epub))
    return damaged([
      problem(
        'book-not-rebuilt',
        { path },
        'The sources give another book than this.',
        'Compare it with another copy: one of the two was changed.',
      ),
    ]);
  const sentence = `${path} was made from these ${count}${as}; built again it is the same, to the byte.`;
  return { problems: [], isProved: true, sentence };
}

interface BookRecord {
  /** What the book was made from. */
  readonly list: Provenance;
  /** Its date. */
  readonly modified: string | undefined;
}

/** What a book says of its making; undefined where a part of it is damaged, or where it says nothing. */
export function readRecord(epub: Uint8Array, path: string, limits: Limits): Outcome<BookRecord | undefined> {
  const failed = (...problems: readonly Problem[]) => ({ value: undefined, problems });
  const zip = readExactZip(epub, limits);
  if ('reason' in zip) return failed(problem('book-damaged', { path }, `The book ${zip.reason}.`, wholeCopy));
  const problems: Problem[] = [];
  let list: Provenance | undefined;
  let modified: string | undefined;
  for (const entry of zip.entries) {
    const read = entry.read();
    if ('reason' in read)
      problems.push(problem('book-damaged', { path: entry.path }, `This part of the book ${read.reason}.`, wholeCopy));
    else if (entry.path === sourceListPath) list = readSourceList(new TextDecoder().decode(read.bytes));
    else if (entry.path.endsWith('.opf'))
      modified ??= /dcterms:modified">([^<]{1,40})</.exec(new TextDecoder().decode(read.bytes))?.[1];
  }
  if (problems.length > 0) return failed(...problems);
  if (list) return { value: { list, modified }, problems };
  const reason = `The book has no ${sourceListPath}, so nothing says what it was made from.`;
  return failed(problem('source-unrecorded', { path }, reason, 'Build it anew from its manuscript.'));
}

const wholeCopy = 'Take the book from a copy that is whole, or build it anew.';

/** Each source that a book records and that is not there as it was; `folder` goes before their paths. */
export function compareSources({ files }: Pick<Provenance, 'files'>, kept: Files, folder: string): readonly Problem[] {
  return [...files].flatMap(([name, sum]) => {
    const bytes = kept.get(name);
    if (bytes && sha256(bytes) === sum) return [];
    const place = { path: `${folder}${name}` };
    return bytes
      ? [problem('source-changed', place, 'The book was made from another state of this file.', ofManuscript)]
      : [problem('source-missing', place, 'The book was made from this file, and it is not there.', ofManuscript)];
  });
}

const ofManuscript = 'Look for it in another copy of the manuscript.';

/** A date as SOURCE_DATE_EPOCH would give it; a stranger's may be none. */
export function secondsOf(date: string): number | undefined {
  const seconds = Date.parse(date) / 1000;
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}
