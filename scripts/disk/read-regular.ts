/** Reads one file whole. In: an absolute path. Out: its bytes, or why they cannot be had. Waits on no pipe and no device. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Unread } from '../book/given-files.ts';
import type { LimitName, Limits } from '../book/limits.ts';
import { tooLarge } from '../book/opener.ts';
import { describeReadError } from './fs-errors.ts';

/** Reads a regular file that is no larger than a limit; a larger one is refused by its size. */
export function readRegular(
  path: string | Buffer,
  name: LimitName,
  limits: Limits,
): { readonly bytes: Uint8Array } | Unread {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // a pipe would make an ordinary open wait for ever
    const facts = fstatSync(file);
    if (!facts.isFile()) return { reason: 'is not a regular file', rule: 'file-unreadable' };
    const large = tooLarge(facts.size, name, limits);
    if (large) return large;
    const bytes = Buffer.allocUnsafe(facts.size);
    let length = 0;
    for (let got = -1; length < bytes.length && got !== 0; length += got)
      got = readSync(file, bytes, length, bytes.length - length, length);
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { reason: describeReadError(error), rule: 'file-unreadable' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
