/**
 * The door to drawn covers. In: a book, and what its folder holds. Out: a cover where it has none. What draws it is loaded then.
 */

import type { OpenAsset } from '../book/assets.ts';
import { allSections, type Book } from '../book/book.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import type { DrawnCover, Templates } from '../book/publication.ts';
import { bundledPackages, version } from '../book/version.ts';
import type { Outcome } from '../report/problem.ts';
import { printTemplate } from '../templates/print-template.ts';

export interface CoverOptions {
  readonly templates: Templates;
  /** The author's own among them. */
  readonly authors: ReadonlyMap<string, string>;
  readonly openAsset: OpenAsset;
  /** Where covers are kept; another press draws them anew. */
  readonly covers: CoverCache | undefined;
}

/** Draws the cover of a book without one; undefined where the author gives one or asks for none, or where it cannot be drawn. */
export async function coverFor(
  { metadata, sections }: Book,
  { templates, authors, openAsset, covers }: CoverOptions,
): Promise<Outcome<DrawnCover | undefined>> {
  const none = { value: undefined, problems: [] };
  if (!metadata.design.drawsCover || metadata.cover !== undefined) return none;
  for (const { kind } of allSections(sections)) if (kind === 'cover') return none;
  const template = templates.get('cover.svg.ejs');
  const { drawCover } = await import('./draw-cover.ts');
  const { value: picture, problems } = await drawCover(metadata, {
    print: (data) => printTemplate(templates, 'cover.svg.ejs', data),
    open: openAsset,
    cached: covers && { covers, tools: JSON.stringify([version, bundledPackages, template]) },
  });
  return { value: picture && { picture, isAuthors: authors.get('cover.svg.ejs') === template }, problems };
}
