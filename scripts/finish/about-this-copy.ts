/**
 * What the page “About This Copy” tells: what an archive needs to know of a story. In: metadata. Out: rows to print.
 * Refuses to know: how they are printed; that is `templates/about-this-copy.xhtml.ejs`.
 */
import { type AboutKey, aboutKeys, aboutLabels } from '../book/about-labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument } from '../book/publication.ts';

export interface AboutRow {
  readonly key: AboutKey;
  readonly label: string;
  readonly values: readonly string[];
  /** Where the value leads, if it is a web address. */
  readonly href?: string | undefined;
}

/** The rows of the page; none where the metadata has nothing that the rest of the book does not tell already. */
export function aboutRows(metadata: Metadata): readonly AboutRow[] {
  const { archival, series } = metadata;
  if (!archival) return [];
  const { rating, warnings, fandoms, relationships, characters, chapters, status, wordCount } = archival;
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
    identifier: metadata.identifier,
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

/** How many words the body of the book has: what stands between spaces and holds a letter or a figure. */
export function countWords(documents: readonly Pick<ContentDocument, 'body' | 'matter'>[]): number {
  let count = 0;
  for (const { body, matter } of documents) {
    if (matter !== 'bodymatter') continue;
    const text = body.replace(/<br\/?>/g, ' ').replace(/<[^>]*>/g, '');
    for (const word of text.split(/[\s\u00A0\u202F\u2013\u2014]+/)) if (/[\p{L}\p{N}]/u.test(word)) count++;
  }
  return count;
}
