/**
 * Several works become one book. In: what the book itself has, and its works as they were read. Out: a book in which each work is a
 * section that holds its own. No text is changed.
 */
import { type Book, mapSections, type Section } from '../book/book.ts';
import type { Contributor, Metadata } from '../book/metadata.ts';
import type { Facts } from '../book/metadata-schema.ts';
import { traitsOf } from '../book/sections.ts';
import type { ListedWork } from './locate-works.ts';

export interface ReadWork {
  readonly listed: ListedWork;
  readonly book: Book;
  /** Where a path of the work lies in the book’s folder. */
  readonly placeOf: (path: string) => string;
  /** What its pictures’ addresses start from, where that is not the file that names them. */
  readonly base?: string | undefined;
}

/** Joins them: front matter of the book’s own, the works, what else it has of its own. */
export function joinWorks(own: Book, read: readonly ReadWork[]): Book {
  const works = new Map<string, Metadata>();
  const parts = read.map((each, at) => {
    const id = `work-${at + 1}`;
    const metadata = metadataIn(each, own.metadata);
    works.set(id, metadata);
    return partOf(each, id, { metadata, around: own.metadata });
  });
  const isFront = ({ kind }: Section): boolean => traitsOf(kind).matter === 'frontmatter';
  const sections = [...own.sections.filter(isFront), ...parts, ...own.sections.filter((each) => !isFront(each))];
  return { ...own, sections, works };
}

/** The section that holds a work: its own title page, where it has one, or an empty one that the press fills. */
function partOf(
  { listed, book, placeOf, base }: ReadWork,
  id: string,
  { metadata, around }: { readonly metadata: Metadata; readonly around: Metadata },
): Section {
  const lang = metadata.lang === around.lang ? undefined : metadata.lang;
  const dir = metadata.dir === around.dir ? undefined : metadata.dir;
  const inside = mapSections(book.sections, (section) => ({
    ...section,
    id: `${id}-${section.id}`,
    path: placeOf(section.path),
    lang: section.lang ?? lang,
    dir: section.dir ?? dir,
    work: id,
    base,
  }));
  const titlePage = inside.find(({ kind }) => kind === 'title-page');
  if (titlePage) return { ...titlePage, id, sections: inside.filter((each) => each !== titlePage) };
  const content = { type: 'root' as const, children: [] };
  return { id, kind: 'part', path: listed.path, lang, dir, work: id, content, notes: [], sections: inside };
}

/** What a work says of itself, and what the list says better; its design is the book’s. */
function metadataIn({ listed, book: { metadata }, placeOf }: ReadWork, { design }: Metadata): Metadata {
  const { cover, coverPlace, series, title } = metadata;
  const position = listed['series-index'] ?? series?.position;
  return {
    ...metadata,
    title: listed.title ?? title,
    design,
    series: series && { ...series, position },
    cover: cover && placeOf(cover.replace(/^\.\//, '')),
    coverPlace: coverPlace && { ...coverPlace, path: placeOf(coverPlace.path) },
  };
}

/** The name of the series that all works belong to. */
export function seriesOf(works: readonly Book[]): string | undefined {
  return shared(works.map(({ metadata }) => metadata.series?.name));
}

/** What works say together of the book that they are in; its own book.yaml says it better. */
export function factsOfWorks(works: readonly Book[]): Facts {
  const all = works.map(({ metadata }) => metadata);
  const archival = all.flatMap((each) => each.archival ?? []);
  const people = peopleOf(all.flatMap(({ contributors }) => contributors));
  return {
    title: seriesOf(works),
    author: people.filter(({ role }) => role === 'author'),
    contributors: people.filter(({ role }) => role !== 'author'),
    lang: union(all.flatMap(({ lang, otherLangs = [] }) => [lang, ...otherLangs])),
    publisher: shared(all.map(({ publisher }) => publisher)),
    tags: union(all.flatMap(({ tags }) => tags)),
    rating: shared(all.map((each) => each.archival?.rating)),
    warnings: union(archival.flatMap(({ warnings }) => warnings)),
    fandoms: union(archival.flatMap(({ fandoms }) => fandoms)),
    relationships: union(archival.flatMap(({ relationships }) => relationships)),
    characters: union(archival.flatMap(({ characters }) => characters)),
    status: shared(all.map((each) => each.archival?.status)),
    words: archival.some(({ countsWords }) => countsWords) ? 'yes' : undefined,
  };
}

const union = (words: readonly string[]): string[] | undefined => (words.length > 0 ? [...new Set(words)] : undefined);

/** What all say alike. */
const shared = (values: readonly (string | undefined)[]): string | undefined =>
  values.every((each) => each === values[0]) ? values[0] : undefined;

/** Each person once for each thing done. */
function peopleOf(contributors: readonly Contributor[]) {
  const found = new Map(contributors.map((each) => [`${each.role} ${each.name}`, each]));
  return [...found.values()].map(({ name, role, fileAs }) => ({ name, role, 'file-as': fileAs }));
}
