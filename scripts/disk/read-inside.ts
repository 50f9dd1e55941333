/** Reads a listed file of a manuscript. In: a folder and a path in it. Out: bytes or text, never from outside the folder. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { decodeForeign, decodeText } from '../book/decode.ts';
import type { LimitName, Limits } from '../book/limits.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { whyNot } from './fs-errors.ts';
import { readRegular, type Unread } from './read-regular.ts';

export interface Root {
  /** Real and absolute. */
  readonly path: string;
  /** The absolute paths, as bytes, of files whose names are no UTF-8, by the name that we show. */
  readonly rawNames: ReadonlyMap<string, Buffer>;
}

/** Whether an absolute path lies below a folder, by its words alone. */
export const isInside = (root: string, path: string) =>
  path !== root && !relative(root, path).split(sep).includes('..') && resolve(root, relative(root, path)) === path;

interface UnreadInside extends Unread {
  /** What was expected instead. */
  readonly wanted: string;
}

/** Reads a listed file, wherever a link inside the folder leads; the reason of a failure finishes “Unexpected …”. */
export function readInside(
  root: Root,
  path: string,
  name: LimitName,
  limits: Limits,
): { readonly bytes: Uint8Array } | UnreadInside {
  let real: string | Buffer;
  try {
    const raw = root.rawNames.get(path);
    real = raw ? realpathSync.native(raw, 'buffer') : realpathSync(join(root.path, path));
  } catch (error) {
    return { reason: `file that ${whyNot(error)}`, rule: 'file-unreadable', wanted: 'one that can be read' };
  }
  // A name that is no UTF-8 is compared byte for byte, as Latin-1.
  const [from, to] =
    typeof real === 'string' ? [root.path, real] : [Buffer.from(root.path).toString('latin1'), real.toString('latin1')];
  if (!isInside(from, to))
    return {
      reason: 'link that leads out of the manuscript folder',
      rule: 'file-unreadable',
      wanted: 'a file inside it',
    };
  const result = readRegular(real, name, limits);
  if ('bytes' in result) return result;
  const wanted = result.rule === 'file-too-large' ? 'a smaller one' : 'a text file';
  return { ...result, reason: `file that ${result.reason}`, wanted };
}

interface OpenedText extends Outcome<string | undefined> {
  /** Of the bytes as they lay there, in hexadecimal. */
  readonly sha256?: string;
  /** How many bytes they are. */
  readonly size?: number;
}

/** Reads a listed file as text: plain text in any encoding, all else as UTF-8. */
export function openText(root: Root, path: string, name: LimitName, limits: Limits): OpenedText {
  const read = readInside(root, path, name, limits);
  if ('reason' in read) {
    const reason = `Unexpected ${read.reason}, expected ${read.wanted}`;
    return { value: undefined, problems: [problem(read.rule, { path }, reason, read.hint)] };
  }
  const { bytes } = read;
  const decode = /(?:\.txt|\.text|^[^.]*)$/i.test(basename(path)) ? decodeForeign : decodeText;
  return { ...decode(bytes, path), sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}
