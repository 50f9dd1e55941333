/** The book that is to be sent: a finished one as it is, or one made of a manuscript in the edition that the reader wants. */
import { basename, resolve } from 'node:path';
import { type EditionName, editions } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { openCoverCache } from '../disk/cover-cache.ts';
import type { Originals } from '../disk/overwrite.ts';
import { readFinished } from '../disk/read-finished.ts';
import { isFolder } from '../disk/write-book.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
import { buildManuscript } from './build-manuscript.ts';
import type { Reporter } from './reporter.ts';

export interface SendOptions {
  readonly path: string;
  /** Undefined for the one that the reader wants. */
  readonly edition: EditionName | undefined;
  /** Whether a file on the reader may be written over. */
  readonly replace: boolean;
  readonly untrusted: boolean;
  readonly limits: Limits;
}

export interface BookToSend {
  readonly title: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** Whether it is sent as it lay there. */
  readonly isFinished: boolean;
  /** What no copy of it may take the place of. */
  readonly originals: Originals;
}

interface SendOutcome {
  readonly value: BookToSend | undefined;
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads or builds the book at a path; `edition` is the one for a manuscript. */
export async function bookToSend(
  { path, untrusted, limits }: SendOptions,
  edition: EditionName,
  reporter: Reporter,
): Promise<SendOutcome> {
  if (/\.epub$/i.test(path) && !isFolder(path)) {
    const { value: bytes, problems } = readFinished(path, limits);
    const [, title = '', ending = '.epub'] = /^(.*?)((?:\.[a-z]+)?\.epub)$/i.exec(basename(path)) ?? [];
    const originals = { files: [path], folders: [] };
    const value = bytes && { title, ending, bytes, isFinished: true, originals };
    return { value, problems, sources: new Map() };
  }
  const wanted = { untrusted, limits, editions: [edition], coverCache: openCoverCache() };
  const built = await buildManuscript(path, wanted, reporter);
  const { value: bound, problems, sources } = built;
  const bytes = bound?.editions[0]?.bytes;
  if (!bound || !bytes || hasErrors(problems)) return { value: undefined, problems, sources };
  const originals = { files: [...built.read], folders: [resolve(path)].filter(isFolder) };
  const { title } = bound.publication.metadata;
  const value = { title, ending: editions[edition].ending, bytes, isFinished: false, originals };
  return { value, problems, sources };
}

/** Ends without sending: tells the problems, and answers with the exit code. */
export const stopWith =
  (reporter: Reporter) =>
  (problems: readonly Problem[], code: number, sources: ReadonlyMap<string, string> = new Map()): number => {
    reporter.finish({ problems, sources, sentence: 'Nothing was sent.' });
    return code;
  };
