/** What points at pages: landmarks, and contents where no section is listed. In: documents in order. Out: entries. */
import type { Labels } from '../book/labels.ts';
import type { ContentDocument, Landmark, NavEntry } from '../book/publication.ts';

/** Landmarks point at the first of each: cover, title page, contents, text, glossary. */
export function makeLandmarks(documents: readonly ContentDocument[], labels: Labels): readonly Landmark[] {
  const first = (
    test: (document: ContentDocument) => boolean,
    epubType: string,
    guideType: string,
    title: string,
  ): readonly Landmark[] => {
    const document = documents.find(test);
    return document ? [{ epubType, guideType, title, href: document.href }] : [];
  };
  return [
    ...first(isOf('cover'), 'cover', 'cover', labels.cover),
    ...first(isOf('title-page'), 'titlepage', 'title-page', labels.titlePage),
    ...first(isOf('contents'), 'toc', 'toc', labels.contents),
    ...first(({ matter }) => matter === 'bodymatter', 'bodymatter', 'text', labels.text),
    ...first(isOf('glossary'), 'glossary', 'glossary', documents.find(isOf('glossary'))?.title ?? ''),
  ];
}

/** A page of the book itself, not of a work in it. */
const isOf =
  (wanted: ContentDocument['kind']) =>
  ({ kind, work }: ContentDocument): boolean =>
    kind === wanted && work === undefined;

/** A nav needs one entry at least (EPUB 3.3 §7.4.2): a book without listed sections has its first page. */
export function firstPageNav(
  documents: readonly ContentDocument[],
  labels: Labels,
  title: string,
): readonly NavEntry[] {
  const first = documents.find(({ kind }) => kind !== 'cover' && kind !== 'contents');
  return [{ title: title || labels.text, href: first?.href ?? 'contents.xhtml', entries: [] }];
}
