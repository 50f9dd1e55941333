/**
 * The door to drawn covers. In: a book, and what its folder holds. Out: a cover where it has none. What draws it is loaded then.
 */

import type { OpenAsset } from '../book/assets.ts';
import { allSections, type Book } from '../book/book.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import type { DrawnCover, Templates } from '../book/publication.ts';
import type { Outcome } from '../report/problem.ts';
import { printTemplate } from '../templates/print-template.ts';

export interface CoverOptions {
  /** Path of a file named `cover.jpg` or the like. */
  readonly coverPath: string | undefined;
  readonly templates: Templates;
  /** Whether the template is the author's. */
  readonly isAuthors: boolean;
  readonly openAsset: OpenAsset;
  /** Where covers are kept; and what draws them, so that another press draws them anew. */
  readonly cached: { readonly covers: CoverCache | undefined; readonly tools: readonly unknown[] };
}

/** Draws the cover of a book without one; undefined where the author gives one or asks for none, or where it cannot be drawn. */
export async function coverFor(
  { metadata, sections }: Book,
  { coverPath, templates, isAuthors, openAsset, cached: { covers: cache, tools } }: CoverOptions,
): Promise<Outcome<DrawnCover | undefined>> {
  const none = { value: undefined, problems: [] };
  if (!metadata.design.drawsCover || metadata.cover !== undefined || coverPath !== undefined) return none;
  for (const { kind } of allSections(sections)) if (kind === 'cover') return none;
  const { drawCover } = await import('./draw-cover.ts');
  const { value: picture, problems } = await drawCover(metadata, {
    print: (data) => printTemplate(templates, 'cover.svg.ejs', data),
    open: openAsset,
    cached: cache && { covers: cache, tools: JSON.stringify([...tools, templates.get('cover.svg.ejs')]) },
  });
  return { value: picture && { picture, isAuthors }, problems };
}
