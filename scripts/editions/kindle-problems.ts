/**
 * What an author should know of a book for Send to Kindle. In: parts of a publication, a template, the size of a bound book.
 * Out: problems; docs/editions.md lists the rules.
 */
import { drawnAs } from '../book/cover-alt.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Resource } from '../book/publication.ts';
import { isKindleLanguage, largestKindleSize, megabyte, safeKindleSize } from '../devices/kindle-limits.ts';
import { type Problem, problem } from '../report/problem.ts';

/** The cover that Kindle’s shelves want, in pixels. */
const coverWidth = 1600;
const coverHeight = 2560;
/** A hint where Kindle does not list the book's language. */
export function checkLanguage({ lang }: Metadata): readonly Problem[] {
  if (isKindleLanguage(lang)) return [];
  return [
    problem(
      'kindle-advice',
      { path: 'book.yaml' },
      `Kindle does not list the language “${lang}”; Send to Kindle may refuse the book.`,
      'Try it. Other readers open the book in any case.',
    ),
  ];
}

/** A hint where there is no cover, or a small one of the author’s: of one that was drawn there is nothing to do. */
export function checkCover(cover: Resource | undefined, { coverPlace }: Metadata): readonly Problem[] {
  if (!cover)
    return [
      problem(
        'kindle-advice',
        { path: 'book.yaml' },
        'The book has no cover, which Kindle’s shelf shows; it shows the title instead.',
      ),
    ];
  const { size } = cover;
  if (!size || drawnAs(cover.href) || (size.width >= coverWidth && size.height >= coverHeight)) return [];
  return [
    problem(
      'kindle-advice',
      coverPlace ?? { path: cover.href },
      `The cover has ${size.width} × ${size.height} pixels; Kindle’s shelf wants ${coverWidth} × ${coverHeight}.`,
    ),
  ];
}

/** An error for a picture of a format that Kindle refuses. */
export function checkPicture({ href, mediaType }: Resource): readonly Problem[] {
  if (!/^image\//.test(mediaType) || /^image\/(?:jpeg|png|gif|svg\+xml)$/.test(mediaType)) return [];
  return [
    problem(
      'kindle-refused',
      { path: href },
      `A picture is of the type ${mediaType}; Kindle takes JPEG, PNG, GIF and SVG.`,
    ),
  ];
}

/** Errors of a page's template: Kindle takes a file without an encoding for Windows’ letters, and loses links to a body. */
export function checkPageTemplate(page: string): readonly Problem[] {
  const refused = (reason: string) => problem('kindle-refused', { path: 'templates/page.xhtml.ejs' }, reason);
  return [
    ...(/<\?xml\s[^>]*\bencoding\s*=/i.test(page)
      ? []
      : [refused('A page names no encoding; Kindle wants <?xml version="1.0" encoding="UTF-8"?> on top.')]),
    ...(/<body\b[^>]*\sid\s*=/i.test(page)
      ? [refused('A body has an id, which Kindle loses. Put it on an element inside.')]
      : []),
  ];
}

/** A problem for a bound book that is too large to be sent. */
export function checkSize({ length }: { readonly length: number }): readonly Problem[] {
  if (length <= safeKindleSize) return [];
  const size = `The book for Kindle has ${Math.ceil(length / megabyte)} MB`;
  const hint = 'Make its pictures smaller: 1600 pixels on the long side fill a page.';
  return length > largestKindleSize
    ? [problem('kindle-refused', undefined, `${size}; Send to Kindle takes ${largestKindleSize / megabyte} MB.`, hint)]
    : [problem('kindle-size', undefined, `${size}; above ${safeKindleSize / megabyte} MB sending has failed.`, hint)];
}
