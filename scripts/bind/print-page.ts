/** Prints a document's content. In: a content document. Out: the page as templates see it, and what leads back from its lines. */
import type { BoundDocument, ContentDocument } from '../book/publication.ts';
import { printXhtml } from '../html/print-xhtml.ts';

export interface Page extends ContentDocument {
  /** The markup of the body. */
  readonly body: string;
  /** Manifest properties (EPUB 3.3 §5.6.2 and appendix D.6): `svg`, `mathml`. */
  readonly properties: readonly string[];
}

export interface PrintedPage {
  readonly page: Page;
  /** For each line of the body the author's line, or 0. */
  readonly sourceLines: readonly number[];
}

const properties: Readonly<Record<string, string>> = { svg: 'svg', math: 'mathml' };

/** Prints a page's body. */
export function printPage(document: ContentDocument): PrintedPage {
  const { markup, sourceLines, foreign } = printXhtml(document.content);
  const own = [...foreign].map((name) => properties[name] ?? name).sort();
  return { page: { ...document, body: markup, properties: own }, sourceLines };
}

/** The lines of a page as the template printed it; undefined where it is no author's. */
export function linesOf({ page, sourceLines }: PrintedPage, printed: string): BoundDocument | undefined {
  const { href, path, body } = page;
  if (path === undefined) return undefined;
  // By its first line: a template may change some of the others, which stay where they are.
  const start = printed.indexOf(body.split('\n', 1)[0] ?? '');
  if (start === -1) return { href, path, lines: [] };
  const before = printed.slice(0, start).split('\n').length - 1;
  return { href, path, lines: [...Array<number>(before).fill(0), ...sourceLines] };
}
