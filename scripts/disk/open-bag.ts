/**
 * Opens what may be a bag: a folder, or a ZIP of one. In: a path. Out: its files, none of them read yet.
 * Follows no link, unpacks nothing to disk, reads piece by piece.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BagFile } from '../archive/verify-bag.ts';
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Outcome, problem } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
import { readExactZip } from '../zip/exact-zip.ts';
import { describeReadError } from './fs-errors.ts';
import { meantPath } from './near-path.ts';

/** The files at a path by their paths in the bag; undefined with a problem where nothing can be opened. */
export function openBag(path: string, limits: Limits): Outcome<readonly BagFile[] | undefined> {
  try {
    return statSync(path).isDirectory() ? openFolder(path, limits) : openZip(path, limits);
  } catch (error) {
    return refused('bag-missing', path, `path ${describeReadError(error)}`, meantPath(path));
  }
}

const refused = (rule: RuleName, path: string, reason: string, hint?: string): Outcome<undefined> => ({
  value: undefined,
  problems: [problem(rule, { path }, `The ${reason}, so nothing is verified.`, hint)],
});

const tooLarge = (path: string, name: LimitName, limits: Limits, what: string): Outcome<undefined> =>
  refused('bag-too-large', path, what, raiseLimit(name, limits));

function openFolder(root: string, limits: Limits): Outcome<readonly BagFile[] | undefined> {
  const files: BagFile[] = [];
  const folders = [''];
  let whole = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const name of readdirSync(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const facts = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (!facts && name.includes('\uFFFD'))
        return refused('bag-path-unsafe', path, 'name is not UTF-8, and no list can hold it');
      if (!facts) continue; // removed since its folder was read: if a manifest lists it, it is missing
      if (facts.isDirectory()) folders.push(path);
      else {
        files.push({
          path,
          size: facts.size,
          isIrregular: !facts.isFile(),
          stream: (take) => streamFile(join(root, path), take),
        });
        whole += facts.size;
      }
      if (files.length + folders.length > limits['archive-files']) {
        const most = printLimit('archive-files', limits['archive-files']);
        return tooLarge(root, 'archive-files', limits, `folder has more than ${most} files`);
      }
    }
  }
  if (whole > limits.archive)
    return tooLarge(root, 'archive', limits, `folder has more than ${printLimit('archive', limits.archive)}`);
  return { value: files.sort((left, right) => (left.path < right.path ? -1 : 1)), problems: [] };
}

function openZip(path: string, limits: Limits): Outcome<readonly BagFile[] | undefined> {
  if (!statSync(path).isFile()) return refused('bag-missing', path, 'path is a device or a pipe');
  if (statSync(path).size > limits.zip)
    return tooLarge(path, 'zip', limits, `file has more than ${printLimit('zip', limits.zip)}`);
  const zip = readExactZip(readFileSync(path), limits);
  if ('reason' in zip) {
    if (zip.tooLarge) return tooLarge(path, zip.tooLarge, limits, `file ${zip.reason}`);
    return refused(zip.isInexact ? 'bag-malformed' : 'bag-missing', path, `file ${zip.reason}`);
  }
  // A bag in a ZIP lies below one folder (RFC 8493 §4).
  const top = zip.entries.find((entry) => /^[^/]+\/bagit\.txt$/.test(entry.path))?.path.split('/')[0];
  const prefix = top === undefined ? '' : `${top}/`;
  const value = zip.entries.map((entry): BagFile => {
    const inside = entry.path.startsWith(prefix);
    return {
      path: inside ? entry.path.slice(prefix.length) : `../${entry.path}`,
      size: entry.size,
      isIrregular: entry.isLink,
      stream: (take) => {
        const read = entry.read();
        if ('reason' in read) return read.reason;
        take(read.bytes);
        return undefined;
      },
    };
  });
  return { value, problems: [] };
}

function streamFile(path: string, take: (bytes: Uint8Array) => void): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if (!fstatSync(file).isFile()) return 'is not a regular file';
    const piece = Buffer.allocUnsafe(1024 * 1024);
    for (let got = readSync(file, piece); got > 0; got = readSync(file, piece)) take(piece.subarray(0, got));
    return undefined;
  } catch (error) {
    return describeReadError(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
