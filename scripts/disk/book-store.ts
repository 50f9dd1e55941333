/** A folder of books by what they are made from. In: keys and bytes. Out: the same bytes, whole, or nothing: a damaged file is as none. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { concatBytes, equalBytes } from '../book/bytes.ts';
import { digest } from '../book/digest.ts';
import type { BookStore } from '../library/book-store.ts';
import { replaceFileMeanwhile } from './write-book.ts';

const digestLength = 32;

/** Opens a folder, which is made when something is kept; each file lies below the first two digits of its key, and begins with its own SHA-256. */
export function openBookStore(folder: string): BookStore {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key);
  const get: BookStore['get'] = async (key) => {
    const path = pathOf(key);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    const kept = readFileSync(path);
    const bytes = kept.subarray(digestLength);
    if (equalBytes(digest('sha256', bytes), kept.subarray(0, digestLength))) return bytes;
    rmSync(path, { force: true });
    return undefined;
  };
  const put: BookStore['put'] = async (key, bytes) => {
    const path = pathOf(key);
    if (statSync(path, { throwIfNoEntry: false })) return 'there';
    const failed = await replaceFileMeanwhile(path, concatBytes([digest('sha256', bytes), bytes]));
    if (failed) throw new Error(failed.reason);
    return 'written';
  };
  return { get, put };
}
