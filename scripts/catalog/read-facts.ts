/** What an EPUB says of itself, for a catalogue. In: its bytes. Out: facts, or why there are none. Only its package is unpacked. */
import type { Limits } from '../book/limits.ts';
import type { PersonFact } from '../book/metadata-schema.ts';
import { elementsNamed } from '../html/read-xml.ts';
import { type Package, readPackage } from '../import/epub/package.ts';
import { packageFacts } from '../import/epub/package-facts.ts';
import { readZip, type ZipEntry } from '../zip/read-zip.ts';
import type { Author, BookFacts } from './catalog.ts';

/** Why a book has no facts, in words that go on after “The book”. */
export interface NoFacts {
  readonly reason: string;
}

/** The facts of an EPUB 2 or 3; one that is locked is not for Fleuron’s readers. */
export function readFacts(bytes: Uint8Array, path: string, limits: Limits): BookFacts | NoFacts {
  const zip = readZip(bytes, limits);
  if ('reason' in zip) return { reason: zip.reason };
  const files = new Map(zip.entries.map((entry) => [entry.path, wantedBytes(entry)]));
  const { value: pack, problems } = readPackage(files, path);
  if (!pack) return { reason: `cannot be read: ${problems[0]?.reason ?? ''}` };
  const facts = packageFacts(pack);
  const series = typeof facts.series === 'string' ? { name: facts.series } : facts.series;
  return {
    title: facts.title ?? '',
    subtitle: facts.subtitle,
    authors: [facts.author ?? facts.authors ?? []].flat().map(authorOf),
    series: series && { name: series.name, position: series.position },
    lang: [facts.lang ?? []].flat()[0],
    identifier: [facts.identifier ?? []].flat()[0],
    description: facts.description,
    subjects: [facts.tags ?? []].flat(),
    publisher: facts.publisher,
    rights: facts.rights,
    date: facts.date,
    modified: facts.modified,
    cover: coverOf(pack),
  };
}

/** The bytes of the package and what names it; of all else nothing. */
function wantedBytes(entry: ZipEntry): Uint8Array {
  const read = /^META-INF\/|\.opf$/i.test(entry.path) && !entry.isLink ? entry.read() : undefined;
  return read && 'bytes' in read ? read.bytes : new Uint8Array();
}

const authorOf = (person: PersonFact): Author =>
  typeof person === 'string' ? { name: person } : { name: person.name, fileAs: person['file-as'] };

/** Kinds of covers that are shown; a drawing may hold programs. */
const shownTypes = /^image\/(?:jpeg|png|gif|webp)$/;

/** The picture that the package names as its cover (EPUB 3.3 §D.3.2; the `meta` of EPUB 2). */
function coverOf({ items, metadata }: Package): BookFacts['cover'] {
  const named = elementsNamed(metadata, 'meta').find(({ attributes }) => attributes['name'] === 'cover');
  const item =
    [...items.values()].find(({ properties }) => properties.includes('cover-image')) ??
    items.get(named?.attributes['content'] ?? '');
  return item && shownTypes.test(item.mediaType) ? { path: item.path, mediaType: item.mediaType } : undefined;
}

/** The bytes of the cover, where the book still has it. */
export function readCover(bytes: Uint8Array, path: string, limits: Limits): Uint8Array | undefined {
  const zip = readZip(bytes, limits);
  const entry = 'entries' in zip ? zip.entries.find((each) => each.path === path && !each.isLink) : undefined;
  const read = entry?.read();
  return read && 'bytes' in read ? read.bytes : undefined;
}
