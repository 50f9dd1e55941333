/** Reads a file of another format. In: a path. Out: its bytes, and a way to what lies beside it. */
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Limits, usualLimits } from '../../book/limits.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import { opener } from './open-file.ts';
import { readRegular } from './read-regular.ts';
import { whyNot } from './why-not.ts';

/** A file of another format, for the importers. */
export interface LoadedForeign {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads a regular file in its folder or below, by relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
}

/** Loads the bytes of one file, whatever it holds. */
export function loadForeign(path: string, limits: Limits = usualLimits): Outcome<LoadedForeign | undefined> {
  let real: string;
  try {
    real = realpathSync(resolve(path));
  } catch (error) {
    const reason = `Unexpected path that ${whyNot(error)}, expected a file to import`;
    return { value: undefined, problems: [problem('manuscript-missing', { path: path === '' ? '.' : path }, reason)] };
  }
  const name = basename(real);
  const result = readRegular(real, 'import', limits);
  if ('reason' in result) {
    const reason = `Unexpected file that ${result.reason}, expected one to import`;
    return { value: undefined, problems: [problem(result.rule, { path: name }, reason, result.hint)] };
  }
  const open = opener(dirname(real), limits);
  const beside = (each: string): Uint8Array | undefined => {
    const opened = open(each, { path: name });
    return 'bytes' in opened ? opened.bytes : undefined;
  };
  return { value: { name, bytes: result.bytes, beside }, problems: [] };
}
