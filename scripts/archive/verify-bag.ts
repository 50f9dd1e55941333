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
import { collector } from '../report/collector.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
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
  const unsafe = files.flatMap(checkPath);
  if (unsafe.length > 0) return unsafe;
  const there = new Map(files.map((file) => [file.path, file]));
  if (!there.has('bagit.txt')) {
    const reason = 'There is no bagit.txt, so this is no archive (a bag of BagIt, RFC 8493).';
    return [problem('bag-missing', undefined, reason, 'Name the folder or the ZIP that “fleuron archive” wrote.')];
  }
  const { problems, take, add } = collector();
  const text = (path: string): string | undefined => take(tagFile(there.get(path), limits));
  add(checkDeclaration(text('bagit.txt')));
  if (there.has('fetch.txt')) {
    const reason = 'The archive leaves files to be fetched from elsewhere; nothing is fetched, so they are missing.';
    add([problem('bag-file-missing', { path: 'fetch.txt' }, reason, 'Put them into the archive.')]);
  }
  const sums: Sums = new Map();
  for (const kind of ['manifest', 'tagmanifest'] as const) {
    const lists = [...there.keys()].flatMap((path) => {
      const algorithm = algorithmOf(path, kind);
      return algorithm === undefined ? [] : [{ path, algorithm, isPayload: kind === 'manifest' }];
    });
    if (lists.length === 0)
      add([
        damage('bag-malformed', `${kind}-sha512.txt`, `There is no ${kind}, so nothing says how the files should be.`),
      ]);
    for (const list of lists) {
      const read = readManifest(text(list.path) ?? '', list);
      add(read.problems);
      for (const [path, sum] of read.value)
        sums.set(path, (sums.get(path) ?? new Map<Algorithm, string>()).set(list.algorithm, sum));
      add(missing(read.value, list.path, there));
      if (read.problems.length === 0) add(unlisted(files, read.value, list)); // a line that cannot be read may have been a file's
    }
  }
  for (const file of files) add(checkSums(file, sums));
  add(checkOxum(files, text('bag-info.txt') ?? ''));
  return problems;
}

/** The checksums that manifests give each file. */
type Sums = Map<string, Map<Algorithm, string>>;

function checkPath({ path, isIrregular }: BagFile): readonly Problem[] {
  if (!isIrregular && isSafePath(path)) return [];
  return isIrregular
    ? [
        problem(
          'bag-path-unsafe',
          { path },
          'This is a link or a device; it is not followed.',
          'Put a file in its place.',
        ),
      ]
    : [problem('bag-path-unsafe', { path }, 'The path leads out of the archive, so nothing is read.')];
}

function checkDeclaration(text: string | undefined): readonly Problem[] {
  const sound = /^BagIt-Version: (0\.9\d|1\.\d)\r?\nTag-File-Character-Encoding: UTF-8\s*$/i;
  if (text === undefined || sound.test(text)) return [];
  const reason = 'The file names no version of BagIt up to 1 with UTF-8, so the archive may mean something else.';
  return [damage('bag-malformed', 'bagit.txt', reason)];
}

/** Files that a manifest lists and the bag lacks. */
const missing = (listed: ReadonlyMap<string, string>, list: string, there: ReadonlyMap<string, BagFile>) =>
  [...listed.keys()]
    .filter((path) => !there.has(path))
    .map((path) => damage('bag-file-missing', path, `${list} lists this file, and it is not there.`));

/** Files that a manifest should list and does not. */
const unlisted = (
  files: readonly BagFile[],
  listed: ReadonlyMap<string, string>,
  { path: list, isPayload }: { readonly path: string; readonly isPayload: boolean },
) =>
  files
    .filter(({ path }) => path.startsWith('data/') === isPayload && !/^tagmanifest-/.test(path) && !listed.has(path))
    .map(({ path }) => {
      const reason = `${list} does not list this file, so nothing proves it.`;
      return problem('bag-file-extra', { path }, reason, 'Take it out of the archive.');
    });

function checkSums(file: BagFile, sums: Sums): readonly Problem[] {
  const { path } = file;
  const made = [...(sums.get(path) ?? [])].map(([algorithm, sum]) => ({ algorithm, sum, hash: createHash(algorithm) }));
  if (made.length === 0) return [];
  const unreadable = file.stream((bytes) => made.forEach(({ hash }) => void hash.update(bytes)));
  if (unreadable !== undefined) return [damage('bag-file-changed', path, `The file ${unreadable}.`)];
  const wrong = made.find(({ sum, hash }) => toHex(hash.digest()) !== sum);
  if (!wrong) return [];
  const reason = `The file is not as it was: its ${wrong.algorithm} checksum is not the one in the list.`;
  return [damage('bag-file-changed', path, reason)];
}

/** Payload-Oxum (RFC 8493 §2.2.2) tells how many bytes and files there are: the quickest sign of loss. */
function checkOxum(files: readonly BagFile[], info: string): readonly Problem[] {
  const oxum = /^Payload-Oxum:[ \t]*(\S*)/im.exec(info)?.[1];
  if (oxum === undefined) return [];
  const found = payloadOxum(files);
  return oxum === found
    ? []
    : [damage('bag-oxum', 'bag-info.txt', `It says ${oxum} (bytes.files), and ${found} are there.`)];
}

/** What to do where a file of an archive is not as it was. */
export const fromCopy = 'Take it from another copy of the archive.';

const damage = (rule: RuleName, path: string, reason: string): Problem => problem(rule, { path }, reason, fromCopy);

/** How many bytes and files the payload of a bag has, as its Payload-Oxum says it. */
export function payloadOxum(files: readonly BagFile[]): string {
  const data = files.filter(({ path }) => path.startsWith('data/'));
  return `${data.reduce((sum, { size }) => sum + size, 0)}.${data.length}`;
}

/** The text of a tag file; undefined where there is none, or with a problem where it cannot be read. */
function tagFile(file: BagFile | undefined, limits: Limits): Outcome<string | undefined> {
  const failed = (reason: string, hint?: string) => ({
    value: undefined,
    problems: [
      problem('bag-malformed', file && { path: file.path }, `The file ${reason}, so what it says is not known.`, hint),
    ],
  });
  if (!file) return { value: undefined, problems: [] };
  if (file.size > limits.text)
    return failed(`is larger than ${printLimit('text', limits.text)}`, raiseLimit('text', limits, file.size));
  const read = readBagFile(file);
  if ('reason' in read) return failed(read.reason);
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes), problems: [] };
  } catch {
    return failed('is no UTF-8');
  }
}

/** All bytes of a file of a bag, or why they cannot be had. */
export function readBagFile(file: BagFile): { readonly bytes: Uint8Array } | { readonly reason: string } {
  const parts: Uint8Array[] = [];
  const reason = file.stream((bytes) => void parts.push(Uint8Array.from(bytes)));
  return reason === undefined ? { bytes: concatBytes(parts) } : { reason };
}
