/**
 * In: the text of a manifest (RFC 8493 §2.1.3). Out: the checksum of each path, and a problem for each line that is none.
 */
import type { Algorithm } from '../book/hash.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { decodePath, isSafePath } from './bag-paths.ts';

/** Hexadecimal digits of each checksum that BagIt names and we can make. */
const digits: Readonly<Record<Algorithm, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 };

const isAlgorithm = (name: string): name is Algorithm => Object.hasOwn(digits, name);

/** The algorithm a manifest's name tells, if it is one's name. */
export function algorithmOf(path: string, kind: 'manifest' | 'tagmanifest'): Algorithm | undefined {
  const algorithm = new RegExp(`^${kind}-([a-z0-9]{1,10})\\.txt$`).exec(path)?.[1];
  return algorithm !== undefined && isAlgorithm(algorithm) ? algorithm : undefined;
}

const listFromCopy = 'Take the list from another copy of the archive.';

/** Reads a manifest; `isPayload` says that its paths must lie in `data/`. */
export function readManifest(
  text: string,
  { path, algorithm, isPayload }: { readonly path: string; readonly algorithm: Algorithm; readonly isPayload: boolean },
): Outcome<ReadonlyMap<string, string>> {
  const sums = new Map<string, string>();
  const problems: Problem[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [at, line] of lines.entries()) {
    if (line === '' && at === lines.length - 1) continue;
    const place = { path, start: { line: at + 1, column: 1 } };
    const match = /^([0-9a-fA-F]+)[ \t]+\*?(.*)$/s.exec(line);
    const [, sum = '', written = ''] = match ?? [];
    const listed = decodePath(written.replace(/^\.\//, ''));
    if (!match || sum.length !== digits[algorithm])
      problems.push(
        problem(
          'manifest-malformed',
          place,
          `This line is no ${algorithm} checksum with a path, so a file of the archive is not proved.`,
          listFromCopy,
        ),
      );
    else if (!isSafePath(listed))
      problems.push(
        problem(
          'bag-path-unsafe',
          place,
          `The path “${listed.slice(0, 100)}” leads out of the archive, so nothing is looked for there.`,
          listFromCopy,
        ),
      );
    else if (isPayload !== listed.startsWith('data/'))
      problems.push(
        problem(
          'manifest-malformed',
          place,
          `“${listed}” is in the wrong list: this one is for files ${isPayload ? 'in' : 'outside'} data/.`,
          listFromCopy,
        ),
      );
    else if (sums.has(listed))
      problems.push(
        problem('manifest-malformed', place, `A second line for “${listed}”; a file has one.`, listFromCopy),
      );
    else sums.set(listed, sum.toLowerCase());
  }
  return { value: sums, problems };
}
