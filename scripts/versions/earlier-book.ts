/** An earlier version of a book, as it was bound: what its readers’ places are counted in. */
import type { ElementContent } from 'hast';
import type { ContentDocument } from '../book/publication.ts';

export interface EarlierBook {
  readonly identifier: string | undefined;
  /** Its files, in reading order. */
  readonly pages: readonly EarlierPage[];
}

export interface EarlierPage {
  readonly href: string;
  /** With its sentences marked. */
  readonly content: readonly ElementContent[];
  readonly sections: readonly EarlierSection[];
}

/** A section in a file, or a part of one. */
export interface EarlierSection extends Pick<ContentDocument, 'id' | 'href' | 'kind' | 'content'> {
  /** Whether an author wrote it. */
  readonly isAuthors: boolean;
}

/** Puts each sentence of a page into a span with its number, as Kobo’s reader wants it. */
export type MarkSentences = <Page extends Pick<ContentDocument, 'content' | 'lang'>>(page: Page) => Page;
