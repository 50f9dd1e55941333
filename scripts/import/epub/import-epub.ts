/** An EPUB becomes an imported book. In: its bytes. Out: the book, or one clear problem. */
import type { Outcome } from '../../report/problem.ts';
import type { ImportedBook } from '../imported.ts';
import { type Packed, unzip } from '../unzip.ts';
import { importForeignEpub } from './import-foreign-epub.ts';
import { readPackage } from './package.ts';
import { importOwnEpub, isOwnEpub } from './round-trip.ts';

/** Of typefaces those that an author of ours brought, which are named so. */
const wanted =
  /^META-INF\/[^/]+$|^OEBPS\/fonts\/style-\d+\.(?:ttf|otf|woff2?)$|\.(?:opf|x?html?|xml|ncx|css|jpe?g|png|gif|svg|webp|avif)$/i;

/** Imports an EPUB 2 or 3, our own or another's. */
export function importEpub(packed: Packed): Outcome<ImportedBook | undefined> {
  const { name: path } = packed;
  const opened = unzip(packed, (name) => wanted.test(name));
  if (!opened.value) return { value: undefined, problems: opened.problems };
  const pack = readPackage(opened.value, path);
  if (!pack.value) return { value: undefined, problems: pack.problems };
  if (isOwnEpub(pack.value)) return { value: importOwnEpub(pack.value, opened.value), problems: [] };
  return importForeignEpub(pack.value, opened.value, path);
}
