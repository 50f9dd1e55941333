/**
 * Brings the files that style sheets name into the book. In: an address in a sheet, and how files are opened. Out: the file as a
 * resource, once for each.
 */
import type { OpenAsset } from '../book/assets.ts';
import { extensions } from '../book/book.ts';
import { dataOf, shortAddress } from '../book/data-address.ts';
import { manuscriptPath } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, Opened } from '../book/manuscript.ts';
import type { Resource } from '../book/publication.ts';
import { forbidsEmbedding } from '../codecs/open-type.ts';
import { pictureOpener } from '../pictures/open-picture.ts';
import { hasErrors, type Outcome, type Place, problem } from '../report/problem.ts';
import { type Fault, faults } from './faults.ts';
import { fontFormat } from './font-format.ts';

/** What an address may lead to. */
export type FileKind = 'font' | 'picture';

/** Opens what an address in the sheet at a place leads to; undefined with a problem where it cannot be had. */
export type OpenFile = (address: string, kind: FileKind, place: Place) => Promise<Outcome<Resource | undefined>>;

interface StyleFiles {
  readonly open: OpenFile;
  /** What was opened, by what it was asked for as. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** SHA-256 of the author's files among it, by manuscript path. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** Makes an opener; typefaces and pictures are told by their bytes, and pictures made fit for a book as any are. */
export function styleFiles(
  { open }: Pick<Manuscript, 'open'>,
  { openAsset, limits }: { readonly openAsset: OpenAsset; readonly limits: Limits },
): StyleFiles {
  const resources = new Map<string, Resource>();
  const fingerprints = new Map<string, string>();
  const openFile: OpenFile = async (address, kind, place) => {
    const data = dataOf(address);
    const name = data ? shortAddress(address) : address;
    const path = data ? address : manuscriptPath(address, place.path);
    if (path === undefined) return refused(faults.remote(name), place);
    const key = `${kind} ${path}`;
    const known = resources.get(key);
    if (known) return { value: known, problems: [] };
    const opened = data ? { bytes: data } : open(path, place);
    const isFont = kind === 'font';
    const file = isFont ? font(opened, name, place) : await picture(opened, address, place);
    const { value, problems } = told(opened, file, { kind, name, place });
    if (!value) return { value, problems };
    const number = resources.size + 1;
    const resource = {
      id: `style-${kind}-${number}`,
      href: `${isFont ? 'fonts' : 'images'}/style-${number}.${value.ending}`,
      mediaType: value.mediaType,
      properties: [],
      bytes: value.bytes,
    };
    resources.set(key, resource);
    if ('sha256' in opened && opened.sha256 !== undefined) fingerprints.set(path, opened.sha256);
    return { value: resource, problems };
  };
  const picture = async (opened: Opened, address: string, place: Place): Promise<Outcome<File | undefined>> => {
    const { value, problems } = await pictureOpener({ open: () => opened }, openAsset, limits)(address, place);
    return { value: value && { ...value, ending: extensions[value.mediaType] }, problems };
  };
  return { open: openFile, resources, fingerprints };
}

const refused = ({ reason, hint }: Fault, place: Place) => ({
  value: undefined,
  problems: [problem('style-file', place, reason, hint)],
});

/** A file that was opened; where there is none, why. */
function told(
  opened: Opened,
  file: Outcome<File | undefined>,
  { kind, name, place }: { readonly kind: FileKind; readonly name: string; readonly place: Place },
): Outcome<File | undefined> {
  const failure = 'problem' in opened ? opened.problem : undefined;
  if (failure?.severity === 'error') return { value: undefined, problems: [failure] };
  if (failure?.rule === 'picture-outside') return refused(faults.remote(name), place);
  if (file.value || hasErrors(file.problems)) return file;
  return refused(kind === 'font' ? faults.noFont(name) : faults.noPicture(name), place);
}

interface File {
  readonly mediaType: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
}

function font(opened: Opened, name: string, place: Place): Outcome<File | undefined> {
  const bytes = 'bytes' in opened ? opened.bytes : undefined;
  const format = bytes && fontFormat(bytes);
  if (!bytes || !format) return { value: undefined, problems: [] };
  const { reason, hint } = faults.noEmbedding(name);
  const isForbidden = !format.ending.startsWith('woff') && forbidsEmbedding(bytes);
  return {
    value: { ...format, bytes },
    problems: isForbidden ? [problem('typeface-embedding', place, reason, hint)] : [],
  };
}
