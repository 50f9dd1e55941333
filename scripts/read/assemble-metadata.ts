/**
 * In: what book.yaml, the first file's metadata block and an importer say. Out: Metadata with every default filled in.
 * The first of these that gives a key wins, in that order.
 */
import { createHash } from 'node:crypto';
import type { Direction } from '../book/book.ts';
import type { ImportedMetadata } from '../book/manuscript.ts';
import type { Archival, Contributor, Metadata } from '../book/metadata.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import type { Place } from '../report/problem.ts';

export interface MetadataSources {
  readonly values: BookValues;
  readonly imported: ImportedMetadata | undefined;
  /** A title to fall back on. */
  readonly guessedTitle: string;
  readonly coverPlace?: Place | undefined;
  readonly ornamentPlace?: Place | undefined;
  /** Seconds since 1970, from SOURCE_DATE_EPOCH. */
  readonly sourceDate: number | undefined;
}

/** Scripts that are read from right to left, by the language or the script subtag that says so. */
const rightToLeft =
  /^(ar|arc|ckb|dv|fa|he|ks|ku-arab|nqo|pnb|prs|ps|sd|syr|ug|ur|yi)(-|$)|-(arab|hebr|nkoo|syrc|thaa)(-|$)/i;

/** The direction a language is written in. */
export function directionOf(lang: string): Direction {
  return rightToLeft.test(lang) && !/-latn(-|$)/i.test(lang) ? 'rtl' : 'ltr';
}

export function assembleMetadata({
  values: typed,
  imported: { author, ...imported } = {},
  guessedTitle,
  coverPlace,
  ornamentPlace,
  sourceDate,
}: MetadataSources): Metadata {
  const values = { ...imported, ...typed };
  const title = values.title ?? guessedTitle;
  const lang = values.lang ?? 'en';
  const authors = [...(values.author ?? []), ...(values.authors ?? [])];
  const contributors: Contributor[] = [
    ...authors.map((each) => ({ name: each.name, role: each.role ?? ('author' as const), fileAs: each['file-as'] })),
    ...(values.contributors ?? []).map((each) => ({
      name: each.name,
      role: each.role ?? ('contributor' as const),
      fileAs: each['file-as'],
    })),
    ...(authors.length === 0 && author ? [{ name: author, role: 'author' as const }] : []),
  ];
  const date = values.date ?? values.published;
  const style = values.typography;
  return {
    title,
    subtitle: values.subtitle,
    contributors,
    lang,
    dir: values.dir ?? directionOf(lang),
    identifier:
      values.identifier ?? `urn:uuid:${uuidOf([title, ...contributors.map((each) => each.name), lang].join('\n'))}`,
    publisher: values.publisher,
    description: values.description,
    date,
    updated: values.updated,
    modified: modifiedOf(values, sourceDate),
    series: values.series,
    tags: values.tags ?? [],
    rights: values.rights,
    source: values.source,
    retrieved: values.retrieved,
    archival: archivalOf(values),
    cover: values.cover,
    coverPlace,
    coverAlt: values['cover-alt'],
    accessibility: values.accessibility && { certifiedBy: values.accessibility['certified-by'] },
    typography: { style: style?.style ?? 'chicago', elisions: style?.elisions ?? [], rules: style?.rules ?? {} },
    design: {
      theme: values.theme ?? 'classic',
      ornament: values.ornament,
      ornamentPlace,
      hasColophon: values.colophon ?? true,
      embedsFonts: values['embed-fonts'] ?? false,
      drawsCover: values['draw-cover'] ?? true,
    },
    autolinks: values.autolinks ?? false,
    plugins: { remark: values.plugins?.remark ?? [], rehype: values.plugins?.rehype ?? [] },
  };
}

/** What an importer found, and what was typed over it. */
type Told = Omit<BookValues, keyof ImportedMetadata> & Omit<ImportedMetadata, 'author'>;

/** Undefined where no key speaks of it: then the book has no page about it. */
function archivalOf(values: Told): Archival | undefined {
  const archival: Archival = {
    rating: values.rating,
    warnings: values.warnings ?? [],
    fandoms: values.fandoms ?? [],
    relationships: values.relationships ?? [],
    characters: values.characters ?? [],
    status: values.status,
    chapters: values.chapters,
    countsWords: values.words ?? false,
  };
  const { warnings, fandoms, relationships, characters } = archival;
  const isSaid = [archival.rating, archival.status, archival.chapters, values.retrieved].some(
    (each) => each !== undefined,
  );
  return isSaid ||
    archival.countsWords ||
    [warnings, fandoms, relationships, characters].some(({ length }) => length > 0)
    ? archival
    : undefined;
}

/** When nothing says when a book changed: a date that is the same for everyone. */
const noDate = '2000-01-01T00:00:00Z';

/** EPUB 3.3 §5.5.3.3: the second of the last change, in UTC. Never the clock’s. */
function modifiedOf(values: Told, sourceDate: number | undefined): string {
  if (values.modified) return toSecond(values.modified);
  if (sourceDate !== undefined) return new Date(sourceDate * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const dates = [values.date, values.published, values.updated].flatMap((each) => (each ? [toSecond(each)] : []));
  return dates.sort().at(-1) ?? noDate;
}

/** A W3CDTF date as UTC to the second; a date without a time is its first second. */
function toSecond(date: string): string {
  const zoned = /T/.test(date) && !/(Z|[+-]\d\d:\d\d)$/.test(date) ? `${date}Z` : date;
  return new Date(zoned).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Fleuron’s own namespace for name-based UUIDs. */
const namespace = Buffer.from('0b8f6f2a6c1d4d57a7c20f1e5c9a43e1', 'hex');

/** A name-based UUID (RFC 9562 §5.5): the same words, the same UUID, whatever else changes in the book. */
function uuidOf(words: string): string {
  const hash = createHash('sha1').update(namespace).update(words.normalize('NFC')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
