/**
 * Proves a bag whole (RFC 8493 §3). In: the files that lie there, each read when it is wanted. Out: a problem for each
 * damage.
 */
import { createHash } from '#hash';
import { concatBytes } from '../book/bytes.ts';
import { toHex } from '../book/digest.ts';
import type { Algorithm } from '../book/hash.ts';
import { type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Problem, problem } from '../report/problem.ts';
import { isSafePath } from './bag-paths.ts';
import { algorithmOf, readManifest } from './manifest.ts';

/** A file of a bag, wherever it lies. */
export interface BagFile {
  readonly path: string;
  readonly size: number;
  /** Whether it is a link, or anything else that is no regular file. */
  readonly isIrregular: boolean;
  /** Gives its bytes piece by piece to `onBytes`; says why where it cannot. */
  stream(onBytes: (bytes: Uint8Array) => void): string | undefined;
}

/** Every damage of a bag. */
export function verifyBag(files: readonly BagFile[], limits: Limits): readonly Problem[] {
  const problems: Problem[] = [];
  const there = new Map(files.map((file) => [file.path, file]));
  for (const { path, isIrregular } of files) {
    if (isIrregular)
      problems.push(
        problem(
          'bag-path-unsafe',
          { path },
          'This is a link or a device; it is not followed.',
          'Put a file in its place.',
        ),
      );
    else if (!isSafePath(path))
      problems.push(problem('bag-path-unsafe', { path }, 'The path leads out of the archive, so nothing is read.'));
  }
  if (problems.length > 0) return problems;
  const text = (path: string): string | undefined => {
    const file = there.get(path);
    const read = file && wholeText(file, limits);
    if (read !== undefined && 'text' in read) return read.text;
    if (read)
      problems.push(
        problem('bag-malformed', { path }, `The file ${read.reason}, so what it says is not known.`, read.hint),
      );
    return undefined;
  };
  const declaration = text('bagit.txt');
  if (!there.has('bagit.txt')) {
    const reason = 'There is no bagit.txt, so this is no archive (a bag of BagIt, RFC 8493).';
    return [problem('bag-missing', undefined, reason, 'Name the folder or the ZIP that “fleuron archive” wrote.')];
  }
  if (
    declaration !== undefined &&
    !/^BagIt-Version: (0\.9\d|1\.\d)\r?\nTag-File-Character-Encoding: UTF-8\s*$/i.test(declaration)
  )
    problems.push(
      problem(
        'bag-malformed',
        { path: 'bagit.txt' },
        'The file names no version of BagIt up to 1 with UTF-8, so the archive may mean something else.',
        fromCopy,
      ),
    );
  if (there.has('fetch.txt'))
    problems.push(
      problem(
        'bag-file-missing',
        { path: 'fetch.txt' },
        'The archive leaves files to be fetched from elsewhere; nothing is fetched, so they are missing.',
        'Put them into the archive.',
      ),
    );
  const sums = new Map<string, Map<Algorithm, string>>();
  for (const kind of ['manifest', 'tagmanifest'] as const) {
    const isPayload = kind === 'manifest';
    const lists = [...there.keys()].flatMap((path) => {
      const algorithm = algorithmOf(path, kind);
      return algorithm === undefined ? [] : [{ path, algorithm }];
    });
    if (lists.length === 0)
      problems.push(
        problem(
          'bag-malformed',
          { path: `${kind}-sha512.txt` },
          `There is no ${kind}, so nothing says how the files should be.`,
          fromCopy,
        ),
      );
    for (const { path, algorithm } of lists) {
      const read = readManifest(text(path) ?? '', { path, algorithm, isPayload });
      problems.push(...read.problems);
      for (const [listed, sum] of read.value) {
        const of = sums.get(listed) ?? new Map<Algorithm, string>();
        sums.set(listed, of.set(algorithm, sum));
        if (!there.has(listed))
          problems.push(
            problem('bag-file-missing', { path: listed }, `${path} lists this file, and it is not there.`, fromCopy),
          );
      }
      if (read.problems.length > 0) continue; // a line that cannot be read may have been that file's
      for (const { path: present } of files) {
        const isOurs = isPayload
          ? present.startsWith('data/')
          : !present.startsWith('data/') && !/^tagmanifest-/.test(present);
        if (isOurs && !read.value.has(present))
          problems.push(
            problem(
              'bag-file-extra',
              { path: present },
              `${path} does not list this file, so nothing proves it.`,
              'Take it out of the archive.',
            ),
          );
      }
    }
  }
  for (const file of files) {
    const wanted = sums.get(file.path);
    if (!wanted) continue;
    const made = [...wanted].map(([algorithm, sum]) => ({ algorithm, sum, hash: createHash(algorithm) }));
    const reason = file.stream((bytes) => made.forEach(({ hash }) => void hash.update(bytes)));
    const wrong = reason === undefined ? made.find(({ sum, hash }) => toHex(hash.digest()) !== sum) : undefined;
    if (reason !== undefined)
      problems.push(problem('bag-file-changed', { path: file.path }, `The file ${reason}.`, fromCopy));
    else if (wrong)
      problems.push(
        problem(
          'bag-file-changed',
          { path: file.path },
          `The file is not as it was: its ${wrong.algorithm} checksum is not the one in the list.`,
          fromCopy,
        ),
      );
  }
  return [...problems, ...checkOxum(files, text('bag-info.txt') ?? '')];
}

/** Payload-Oxum (RFC 8493 §2.2.2) tells how many bytes and files there are: the quickest sign of loss. */
function checkOxum(files: readonly BagFile[], info: string): readonly Problem[] {
  const oxum = /^Payload-Oxum:[ \t]*(\S*)/im.exec(info)?.[1];
  if (oxum === undefined) return [];
  const found = payloadOxum(files);
  return oxum === found
    ? []
    : [
        problem(
          'bag-oxum',
          { path: 'bag-info.txt' },
          `It says ${oxum} (bytes.files), and ${found} are there.`,
          fromCopy,
        ),
      ];
}

/** What to do where a file of an archive is not as it was. */
export const fromCopy = 'Take it from another copy of the archive.';

/** How many bytes and files the payload of a bag has, as its Payload-Oxum says it. */
export function payloadOxum(files: readonly BagFile[]): string {
  const data = files.filter(({ path }) => path.startsWith('data/'));
  return `${data.reduce((sum, { size }) => sum + size, 0)}.${data.length}`;
}

function wholeText(
  file: BagFile,
  limits: Limits,
): { readonly text: string } | { readonly reason: string; readonly hint?: string } {
  if (file.size > limits.text)
    return {
      reason: `is larger than ${printLimit('text', limits.text)}`,
      hint: raiseLimit('text', limits, file.size),
    };
  const read = readBagFile(file);
  if ('reason' in read) return read;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { reason: 'is no UTF-8' };
  }
}

/** All bytes of a file of a bag, or why they cannot be had. */
export function readBagFile(file: BagFile): { readonly bytes: Uint8Array } | { readonly reason: string } {
  const parts: Uint8Array[] = [];
  const reason = file.stream((bytes) => void parts.push(Uint8Array.from(bytes)));
  return reason === undefined ? { bytes: concatBytes(parts) } : { reason };
}
