/** An earlier version of a book, as it was bound: what its readers’ places are counted in. */
import type { ContentDocument } from '../book/publication.ts';
import type { SectionKind } from '../book/sections.ts';

export interface EarlierBook {
  readonly identifier: string | undefined;
  /** Pages that have an author, in reading order. */
  readonly pages: readonly EarlierPage[];
}

export interface EarlierPage extends Pick<ContentDocument, 'id' | 'href' | 'lang' | 'content'> {
  readonly kind: SectionKind;
}

/** Puts each sentence of a page into a span with its number, as Kobo’s reader wants it. */
export type MarkSentences = <Page extends Pick<ContentDocument, 'content' | 'lang'>>(page: Page) => Page;
