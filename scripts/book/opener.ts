/** Opens the files that a text refers to, within a manuscript's limits. In: how a path is found. Out: bytes, or one problem. */
import { type Place, problem } from '../report/problem.ts';
import type { LoadedForeign, ReadFile, Unread } from './given-files.ts';
import { type LimitName, type Limits, printLimit } from './limits.ts';
import type { Manuscript, Opened } from './manuscript.ts';
import { raiseLimit } from './raise-limit.ts';

/** Where a path leads: to a file, known by a key that is its own; to nothing; or out of the folder. */
export type Target = 'outside' | 'missing' | { readonly key: string; readonly read: () => ReadFile | Unread };

/** Makes a reader of files in a folder; a path that leads out of it is refused without a look at what is there. */
export function createOpener(find: (path: string) => Target, limits: Limits): Manuscript['open'] {
  const sizes = new Map<string, number>();
  let left = limits.pictures;
  return (path: string, place: Place): Opened => {
    const target = find(path);
    if (target === 'outside') {
      const reason = `“${path}” leads out of the manuscript folder; the book shows the picture’s description instead.`;
      return { problem: problem('picture-outside', place, reason, 'Copy the picture into the folder.') };
    }
    if (target === 'missing') {
      const reason = `There is no picture “${path}”; the book shows its description instead.`;
      return { problem: problem('picture-missing', place, reason) };
    }
    const result = target.read();
    if ('reason' in result) {
      if (result.rule === 'file-too-large') {
        const why = `“${path}” ${result.reason}, so it is not in the book.`;
        return { problem: problem('picture-too-large', place, why, result.hint) };
      }
      const rule = result.rule === 'file-unreadable' ? 'picture-missing' : result.rule;
      const reason = `“${path}” ${result.reason}, so the book shows its description instead.`;
      return { problem: problem(rule, place, reason, result.hint) };
    }
    if (!sizes.has(target.key)) {
      sizes.set(target.key, result.bytes.length);
      left -= result.bytes.length;
    }
    if (left >= 0) return result;
    const reason = `With “${path}” the pictures have more than ${printLimit('pictures', limits.pictures)} together.`;
    const hint = raiseLimit('pictures', limits, limits.pictures - left);
    return { problem: problem('book-too-large', place, reason, hint) };
  };
}

/** The files beside one that an importer reads. */
export const besideOf =
  (open: Manuscript['open'], name: string): LoadedForeign['beside'] =>
  (path) => {
    const opened = open(path, { path: name });
    return 'bytes' in opened ? opened.bytes : undefined;
  };

/** Why a file of a size is not read, if it is larger than a limit. */
export function tooLarge(size: number, name: LimitName, limits: Limits): Unread | undefined {
  if (size <= limits[name]) return undefined;
  return {
    reason: `has ${printLimit(name, size)} (the limit is ${printLimit(name, limits[name])})`,
    rule: 'file-too-large',
    hint: raiseLimit(name, limits, size),
  };
}
