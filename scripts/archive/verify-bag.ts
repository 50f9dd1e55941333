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
    const reason = 'Unexpected folder or ZIP without bagit.txt, expected a bag (BagIt, RFC 8493)';
    return [problem('bag-missing', undefined, reason)];
  }
  const { problems, take, add } = collector();
  const text = (path: string): string | undefined => take(tagFile(there.get(path), limits));
  add(checkDeclaration(text('bagit.txt')));
  if (there.has('fetch.txt')) {
    const reason = 'Unexpected list of files to be fetched, expected them in the bag';
    add([problem('bag-file-missing', { path: 'fetch.txt' }, reason)]);
  }
  const sums: Sums = new Map();
  for (const kind of ['manifest', 'tagmanifest'] as const) {
    const lists = [...there.keys()].flatMap((path) => {
      const algorithm = algorithmOf(path, kind);
      return algorithm === undefined ? [] : [{ path, algorithm, isPayload: kind === 'manifest' }];
    });
    if (lists.length === 0)
      add([problem('bag-malformed', { path: `${kind}-sha512.txt` }, `Unexpected bag without a ${kind}, expected one`)]);
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
  const reason = isIrregular
    ? 'Unexpected link or device, expected a regular file'
    : 'Unexpected path that leaves the bag, expected one inside it';
  return [problem('bag-path-unsafe', { path }, reason)];
}

function checkDeclaration(text: string | undefined): readonly Problem[] {
  const sound = /^BagIt-Version: (0\.9\d|1\.\d)\r?\nTag-File-Character-Encoding: UTF-8\s*$/i;
  if (text === undefined || sound.test(text)) return [];
  const reason = 'Unexpected declaration, expected a BagIt version up to 1 in UTF-8';
  return [problem('bag-malformed', { path: 'bagit.txt' }, reason)];
}

/** Files that a manifest lists and the bag lacks. */
const missing = (listed: ReadonlyMap<string, string>, list: string, there: ReadonlyMap<string, BagFile>) =>
  [...listed.keys()]
    .filter((path) => !there.has(path))
    .map((path) => problem('bag-file-missing', { path }, `Unexpected bag without a file that ${list} lists`));

/** Files that a manifest should list and does not. */
const unlisted = (
  files: readonly BagFile[],
  listed: ReadonlyMap<string, string>,
  { path: list, isPayload }: { readonly path: string; readonly isPayload: boolean },
) =>
  files
    .filter(({ path }) => path.startsWith('data/') === isPayload && !/^tagmanifest-/.test(path) && !listed.has(path))
    .map(({ path }) => problem('bag-file-extra', { path }, `Unexpected file that ${list} does not list`));

function checkSums(file: BagFile, sums: Sums): readonly Problem[] {
  const { path } = file;
  const made = [...(sums.get(path) ?? [])].map(([algorithm, sum]) => ({ algorithm, sum, hash: createHash(algorithm) }));
  if (made.length === 0) return [];
  const unreadable = file.stream((bytes) => made.forEach(({ hash }) => void hash.update(bytes)));
  if (unreadable !== undefined) return [problem('bag-file-changed', { path }, `Unexpected file that ${unreadable}`)];
  const wrong = made.find(({ sum, hash }) => toHex(hash.digest()) !== sum);
  if (!wrong) return [];
  const reason = `Unexpected bytes, expected those of the ${wrong.algorithm} checksum in the manifest`;
  return [problem('bag-file-changed', { path }, reason)];
}

/** Payload-Oxum (RFC 8493 §2.2.2) tells how many bytes and files there are: the quickest sign of loss. */
function checkOxum(files: readonly BagFile[], info: string): readonly Problem[] {
  const oxum = /^Payload-Oxum:[ \t]*(\S*)/im.exec(info)?.[1];
  if (oxum === undefined) return [];
  const found = payloadOxum(files);
  return oxum === found
    ? []
    : [problem('bag-oxum', { path: 'bag-info.txt' }, `Unexpected payload of ${found} (bytes.files), expected ${oxum}`)];
}

/** How many bytes and files the payload of a bag has, as its Payload-Oxum says it. */
export function payloadOxum(files: readonly BagFile[]): string {
  const data = files.filter(({ path }) => path.startsWith('data/'));
  return `${data.reduce((sum, { size }) => sum + size, 0)}.${data.length}`;
}

/** The text of a tag file; undefined where there is none, or with a problem where it cannot be read. */
function tagFile(file: BagFile | undefined, limits: Limits): Outcome<string | undefined> {
  const failed = (reason: string, hint?: string) => ({
    value: undefined,
    problems: [problem('bag-malformed', file && { path: file.path }, `Unexpected tag file that ${reason}`, hint)],
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
