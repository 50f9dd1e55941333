/** Reads a listed file of a manuscript. In: a folder and a path in it. Out: bytes, never from outside the folder. */
import { realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { sha256 } from '../book/digest.ts';
import type { ReadFile, Unread } from '../book/given-files.ts';
import type { LimitName, Limits } from '../book/limits.ts';
import { describeReadError } from './fs-errors.ts';
import { realPath } from './path-facts.ts';
import { readRegular } from './read-regular.ts';

export interface Root {
  /** Real and absolute. */
  readonly path: string;
  /** The absolute paths, as bytes, of files whose names are no UTF-8, by the name that we show. */
  readonly rawNames: ReadonlyMap<string, Buffer>;
}

/** Whether an absolute path lies below a folder, by its words alone. */
export const isInside = (root: string, path: string) =>
  path !== root && !relative(root, path).split(sep).includes('..') && resolve(root, relative(root, path)) === path;

/** Reads a listed file, wherever a link inside the folder leads. Adds its real path to `read`. */
export function readInside(
  root: Root,
  path: string,
  { name, limits, read }: { readonly name: LimitName; readonly limits: Limits; readonly read?: Set<string> },
): ReadFile | Unread {
  let real: string | Buffer;
  try {
    const raw = root.rawNames.get(path);
    real = raw ? realpathSync.native(raw, 'buffer') : realPath(join(root.path, path));
  } catch (error) {
    return { reason: describeReadError(error), rule: 'file-unreadable' };
  }
  // A name that is no UTF-8 is compared byte for byte, as Latin-1.
  const [from, to] =
    typeof real === 'string' ? [root.path, real] : [Buffer.from(root.path).toString('latin1'), real.toString('latin1')];
  if (!isInside(from, to))
    return { reason: 'is a link that leads out of the manuscript folder', rule: 'file-unreadable' };
  read?.add(real.toString());
  const result = readRegular(real, name, limits);
  return 'bytes' in result ? { ...result, sha256: sha256(result.bytes) } : result;
}
