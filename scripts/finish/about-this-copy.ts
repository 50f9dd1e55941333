/**
 * The page “About This Copy”: what an archive needs to know of a story. In: metadata. Out: rows, and the page.
 * `templates/about-this-copy.xhtml.ejs` prints them.
 */
import { type AboutKey, aboutKeys, aboutLabels } from '../book/about-labels.ts';
import { labelLanguage } from '../book/labels.ts';
import { type Archival, authorNames, type Metadata } from '../book/metadata.ts';
import type { ContentDocument } from '../book/publication.ts';
import type { Outcome } from '../report/problem.ts';
import { type PageSources, printPage } from './print-page.ts';

interface AboutRow {
  readonly key: AboutKey;
  readonly label: string;
  readonly values: readonly string[];
  /** Where the value leads, if it is a web address. */
  readonly href?: string | undefined;
}

/** The rows of the page; none where the metadata has nothing that the rest of the book does not tell already. */
export const aboutRows = (metadata: Metadata): readonly AboutRow[] => (metadata.archival ? rowsOf(metadata) : []);

/** The rows of a work in a book of several, which tells of it at no other place. */
export const workRows = (metadata: Metadata): readonly AboutRow[] => rowsOf({ ...metadata, series: undefined }, false);

function rowsOf(metadata: Metadata, isWhole = true): readonly AboutRow[] {
  const { archival, series } = metadata;
  const { rating, warnings, fandoms, relationships, characters, chapters, status, wordCount } = archival ?? nothing;
  const values: Readonly<Partial<Record<AboutKey, string | readonly string[] | undefined>>> = {
    rating,
    warnings,
    fandoms,
    relationships,
    characters,
    tags: metadata.tags,
    series: series && (series.position ? `${series.name}, ${series.position}` : series.name),
    chapters,
    status,
    words: wordCount === undefined ? undefined : String(wordCount),
    published: metadata.date,
    updated: metadata.updated,
    retrieved: metadata.retrieved,
    source: metadata.source,
    rights: metadata.rights,
    identifier: isWhole ? metadata.identifier : undefined,
  };
  const labels = aboutLabels(metadata.lang);
  return aboutKeys.flatMap((key) => {
    const value = values[key];
    const list = typeof value === 'string' ? [value] : (value ?? []);
    if (list.length === 0) return [];
    const isAddress = key === 'source' && /^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(list[0] ?? '');
    return [{ key, label: labels[key], values: list, href: isAddress ? list[0] : undefined }];
  });
}

const nothing: Partial<Archival> = {};

/** The page; that of a work is headed by the work’s title. */
export function printAboutPage(sources: PageSources, rows: readonly AboutRow[]): Outcome<ContentDocument> {
  const { lang, contributors } = sources.metadata;
  const title = sources.work === undefined ? aboutLabels(lang).about : sources.metadata.title;
  const authors = authorNames(contributors);
  return printPage(sources, 'about-this-copy', title, { labelLang: labelLanguage(lang), title, authors, rows });
}
