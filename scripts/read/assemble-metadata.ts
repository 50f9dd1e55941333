/**
 * In: what book.yaml, the first file's metadata block or an importer say. Out: Metadata with every default filled in.
 */
import { editionNames } from '../book/editions.ts';
import { directionOfLanguage } from '../book/language-names.ts';
import { type Archival, type Contributor, type Metadata, noDate } from '../book/metadata.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import { uuidOf } from '../book/uuid.ts';
import { identifierOf } from '../metadata/identifiers.ts';
import type { Place } from '../report/problem.ts';

interface MetadataSources {
  readonly values: BookValues;
  /** A title to fall back on. */
  readonly guessedTitle: string;
  /** Dates that stand above single files. */
  readonly dates?: readonly string[] | undefined;
  /** A picture that is the cover where no key names one. */
  readonly coverFile?: string | undefined;
  readonly coverPlace?: Place | undefined;
  readonly designPlace?: Place | undefined;
  readonly ornamentPlace?: Place | undefined;
  readonly headingImagePlace?: Place | undefined;
  readonly fontsPlace?: Place | undefined;
  /** Seconds since 1970, from SOURCE_DATE_EPOCH. */
  readonly sourceDate: number | undefined;
  /** The folder of shared pages that was read. */
  readonly shared?: string | undefined;
}

export function assembleMetadata({
  values,
  guessedTitle,
  dates = [],
  coverFile,
  coverPlace,
  designPlace,
  ornamentPlace,
  headingImagePlace,
  fontsPlace = { path: 'book.yaml' },
  sourceDate,
  shared,
}: MetadataSources): Metadata {
  const title = values.title ?? guessedTitle;
  const [lang = 'en', ...otherLangs] = listOf(values.lang);
  const named = [...(values.author ?? []), ...(values.authors ?? [])];
  // Pandoc’s `author` and calibre’s `creator` may name one person twice.
  const authors = named.filter((each, at) => named.findIndex(({ name }) => name === each.name) === at);
  const contributors: Contributor[] = [
    ...authors.map((each) => ({ name: each.name, role: each.role ?? ('author' as const), fileAs: each['file-as'] })),
    ...(values.contributors ?? []).map((each) => ({
      name: each.name,
      role: each.role ?? ('contributor' as const),
      fileAs: each['file-as'],
    })),
  ];
  const date = values.date ?? values.published;
  const style = values.typography;
  return {
    title,
    subtitle: values.subtitle,
    contributors,
    lang,
    // In vertical lines `rtl` would turn the text around, and not the pages.
    dir: values['writing-mode'] === 'vertical-rl' ? 'ltr' : (values.dir ?? directionOfLanguage(lang)),
    otherLangs,
    ...identifiersOf(values, () => [title, ...volumeOf(values), ...contributors.map((each) => each.name), lang]),
    publisher: values.publisher,
    description: values.description,
    date,
    updated: values.updated,
    modified: modifiedOf(values, dates, sourceDate),
    series: values.series,
    tags: values.tags ?? [],
    ...rightsOf(values),
    source: values.source ?? printIsbnOf(values),
    pagesOf: values['pages-of'] ?? printIsbnOf(values),
    retrieved: values.retrieved,
    archival: archivalOf(values),
    shared,
    cover: values.cover ?? coverFile,
    coverPlace,
    coverAlt: values['cover-alt'],
    accessibility: values.accessibility && { certifiedBy: values.accessibility['certified-by'] },
    typography: {
      style: style?.style ?? 'chicago',
      quotes: style?.quotes,
      elisions: style?.elisions ?? [],
      rules: style?.rules ?? {},
    },
    design: {
      theme: values.theme ?? 'classic',
      options: values.design,
      optionsPlace: designPlace,
      ornament: values.ornament,
      ornamentPlace,
      headingImage: values['heading-image'],
      headingImagePlace,
      hasHalfTitle: values['half-title'],
      hasCopyrightPage: values['copyright-page'],
      hasColophon: values.colophon ?? true,
      // The theme's body would be in the book and never be seen.
      embedsFonts: (values['embed-fonts'] ?? false) && values.fonts?.body === undefined,
      fonts: values.fonts && {
        body: values.fonts.body,
        headings: values.fonts.headings,
        licence: values.fonts.licence ?? values.fonts.license,
        place: fontsPlace,
      },
      isVertical: values['writing-mode'] === 'vertical-rl',
      drawsCover: values['draw-cover'] ?? true,
      setsCoverTitle: values['cover-title'],
      coverColours: values['cover-colours'],
      coverComposition: values['cover-composition'],
    },
    contentsDepth: values['toc-depth'],
    notesAt: values.notes,
    tellsNews: values['whats-new'],
    autolinks: values.autolinks ?? false,
    plugins: { remark: values.plugins?.remark ?? [], rehype: values.plugins?.rehype ?? [] },
  };
}

/** A licence that is all that is said is what is said of rights. */
const rightsOf = ({ rights, licence, isbn }: BookValues): Pick<Metadata, 'rights' | 'licence' | 'isbns'> => ({
  rights: rights ?? licence,
  licence: rights === undefined ? undefined : licence,
  isbns: typeof isbn === 'string' ? { epub: isbn } : isbn,
});

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** What tells a volume from the others that have its title and its authors. */
const volumeOf = ({ series, subtitle }: BookValues): readonly string[] =>
  [series?.position === undefined ? undefined : `${series.name} ${series.position}`, subtitle].filter(
    (each) => each !== undefined,
  );

/** The main identifier, others, and those of editions; the same words make the same identifier where none is given. */
function identifiersOf(
  { identifier, isbn }: BookValues,
  words: () => readonly string[],
): Pick<Metadata, 'identifier' | 'hasOwnIdentifier' | 'otherIdentifiers' | 'editionIdentifiers'> {
  const isbns = typeof isbn === 'string' ? { epub: isbn } : (isbn ?? {});
  const own = isbns.epub === undefined ? [] : [isbns.epub];
  const [main, ...others] = new Set([...listOf(identifier), ...own].map(identifierOf));
  const ofEditions = editionNames.flatMap((name) => {
    const each = isbns[name];
    return each === undefined || name === 'epub' ? [] : [[name, identifierOf(each)] as const];
  });
  return {
    identifier: main ?? `urn:uuid:${uuidOf(words().join('\n'))}`,
    hasOwnIdentifier: main !== undefined,
    otherIdentifiers: others,
    editionIdentifiers: Object.fromEntries(ofEditions),
  };
}

/** What the pages of an EPUB were taken from is its source: the printed book, where that has an ISBN. */
const printIsbnOf = ({ isbn }: BookValues): string | undefined =>
  typeof isbn === 'object' && isbn.print !== undefined ? identifierOf(isbn.print) : undefined;

/** Undefined where no key speaks of it: then the book has no page about it. */
function archivalOf(values: BookValues): Archival | undefined {
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

/** EPUB 3.3 §5.5.3.3: the second of the last change, in UTC. Never the clock’s. */
function modifiedOf(values: BookValues, ofFiles: readonly string[], sourceDate: number | undefined): string {
  if (values.modified) return toSecond(values.modified);
  if (sourceDate !== undefined) return new Date(sourceDate * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const all = [values.date, values.published, values.updated, ...ofFiles];
  const dates = all.flatMap((each) => (each ? [toSecond(each)] : []));
  return dates.sort().at(-1) ?? noDate;
}

/** A W3CDTF date as UTC to the second; a date without a time is its first second. */
function toSecond(date: string): string {
  const zoned = /T/.test(date) && !/(Z|[+-]\d\d:\d\d)$/.test(date) ? `${date}Z` : date;
  return new Date(zoned).toISOString().replace(/\.\d+Z$/, 'Z');
}
