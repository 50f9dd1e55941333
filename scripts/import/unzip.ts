/**
 * Opens a ZIP that a stranger packed. In: bytes. Out: the files we may need, by name; one clear problem where it is
 * damaged, a bomb, or has names that lead out of it. Nothing is written; a ZIP in a ZIP stays shut.
 */
import { type LimitName, type Limits, megabyte, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { readZip, type ZipEntry } from '../zip/read-zip.ts';
import type { Foreign } from './imported.ts';

/** A ZIP from elsewhere. */
export type Packed = Pick<Foreign, 'name' | 'bytes' | 'limits'>;

export type Files = ReadonlyMap<string, Uint8Array>;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** The names in it. */
export function entryNames(packed: Packed): Outcome<ReadonlySet<string> | undefined> {
  const { value, problems } = openZip(packed);
  return { value: value && new Set(value.map(({ path }) => path)), problems };
}

/** Unpacks the files whose names pass. What is not wanted, as films and fonts, may be larger than any text. */
export function unzip(packed: Packed, wanted: (name: string) => boolean): Outcome<Files | undefined> {
  const { value, problems } = openZip(packed);
  if (!value) return { value, problems };
  const entries = value.filter((entry) => wanted(entry.path));
  const passed = passedLimit(entries, packed.limits);
  if (passed) {
    const hint = raiseLimit(passed.limit, packed.limits, passed.needed);
    return refused(packed, `${passed.what}, so nothing of it is read.`, hint);
  }
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const found = entry.read();
    if ('bytes' in found) files.set(entry.path, found.bytes);
    else return refused(packed, `“${shown(entry.path)}” in the archive ${found.reason}.`);
  }
  return { value: files, problems: [] };
}

const refused = ({ name: path }: Packed, reason: string, hint?: string): Outcome<undefined> => ({
  value: undefined,
  problems: [problem('import-refused', { path }, reason, hint)],
});

/** The files of an archive, none of which leads out of it. */
function openZip(packed: Packed): Outcome<readonly ZipEntry[] | undefined> {
  const { bytes, limits } = packed;
  const zip = readZip(bytes, { ...limits, 'archive-files': limits.files, 'archive-file': limits.unpacked });
  if ('reason' in zip)
    return refused(
      packed,
      `The archive ${zip.reason}.`,
      zip.tooLarge && raiseLimit(zip.tooLarge === 'archive-files' ? 'files' : zip.tooLarge, limits),
    );
  const astray = zip.entries.find((entry) => leadsOut(entry.path))?.path;
  if (astray !== undefined)
    return refused(packed, `The name “${shown(astray)}” leads out of the archive, so nothing of it is read.`);
  return { value: zip.entries.filter((entry) => !entry.isLink && !entry.path.endsWith('/')), problems: [] };
}

interface Passed {
  readonly what: string;
  readonly limit: LimitName;
  readonly needed: number;
}

/** The first limit that files pass by the sizes they declare; they are never unpacked beyond those. */
function passedLimit(entries: readonly ZipEntry[], limits: Limits): Passed | undefined {
  let total = 0;
  let texts = 0;
  for (const { path, size, packedSize } of entries) {
    total += size;
    if (total > limits.unpacked) {
      const what = `The archive unpacks to more than ${printLimit('unpacked', limits.unpacked)}`;
      return { what, limit: 'unpacked', needed: total };
    }
    if (size > megabyte && size > packedSize * limits.ratio) {
      const what = `“${shown(path)}” unpacks to ${printLimit('unpacked', size)}, more than ${limits.ratio} times its size`;
      return { what, limit: 'ratio', needed: Math.ceil(size / Math.max(1, packedSize)) };
    }
    if (!/\.(?:x?html?|xml|opf|ncx)$/i.test(path)) continue;
    texts += size;
    if (size > limits.page) {
      const what = `“${shown(path)}” has more than ${printLimit('page', limits.page)}`;
      return { what, limit: 'page', needed: size };
    }
    if (texts > limits.texts)
      return {
        what: `The texts of the archive have more than ${printLimit('texts', limits.texts)}`,
        limit: 'texts',
        needed: texts,
      };
  }
  return undefined;
}

const shown = (name: string): string => name.slice(0, 80);

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}
