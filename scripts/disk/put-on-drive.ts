/** Puts a book on a reader's drive: whole or not at all, and never on the disk below it where the drive is gone. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Problem, problem } from '../report/problem.ts';
import { driveOf } from './find-readers.ts';
import { writeBook } from './write-book.ts';
import { syncFolder } from './write-fsync.ts';

/** Left free, in bytes: the folder's own names take room, too. */
const spare = 64 * 1024;

/**
 * Writes bytes to a path below a drive's root and waits until the drive has them. `drive` is its number when it was found. An older file counts as
 * taken room: it stays until the newer one is whole. Answers with `reader-gone`, `reader-full` or `write-failed`.
 */
export function putOnDrive(path: string, bytes: Uint8Array, root: string, drive: number): Problem | undefined {
  const gone = () =>
    driveOf(root) === drive
      ? undefined
      : problem(
          'reader-gone',
          { path },
          'The reader was unplugged before the book was on it. What was there is as it was.',
          'Plug it in, and send the book again.',
        );
  const refused = gone() ?? fullProblem(path, bytes.length, root);
  if (refused) return refused;
  const failed = writeBook(path, bytes, gone);
  if (!failed) syncFolder(dirname(path));
  return failed && (gone() ?? failed);
}

function fullProblem(path: string, size: number, root: string): Problem | undefined {
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free >= size + spare) return undefined;
  return problem(
    'reader-full',
    { path },
    `The book has ${megabytes(size)}, and the reader has ${megabytes(free)} free, so it was not sent.`,
    'Remove something from the reader, and send the book again.',
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
