/**
 * The door to drawn covers. In: a book, and what its folder holds. Out: a cover where it has none. What draws it is loaded then.
 */
import { allSections, type Book } from '../book/book.ts';
import type { CoverShelf } from '../book/cover-shelf.ts';
import type { PressFiles } from '../book/press-files.ts';
import type { DrawnCover, Templates } from '../book/publication.ts';
import type { Outcome } from '../report/problem.ts';
import { printTemplate } from '../templates/print-template.ts';

export interface CoverOptions {
  /** Path of a file named `cover.jpg` or the like. */
  readonly coverPath: string | undefined;
  readonly templates: Templates;
  /** Whether the template is the author's. */
  readonly isAuthors: boolean;
  readonly pressFiles: PressFiles;
  /** Where covers are kept; and what draws them, so that another press draws them anew. */
  readonly kept: { readonly shelf: CoverShelf | undefined; readonly tools: readonly unknown[] };
}

/** Draws the cover of a book without one; undefined where the author gives one or asks for none, or where it cannot be drawn. */
export async function coverFor(
  { metadata, sections }: Book,
  { coverPath, templates, isAuthors, pressFiles, kept: { shelf, tools } }: CoverOptions,
): Promise<Outcome<DrawnCover | undefined>> {
  const none = { value: undefined, problems: [] };
  if (!metadata.design.drawsCover || metadata.cover !== undefined || coverPath !== undefined) return none;
  for (const { kind } of allSections(sections)) if (kind === 'cover') return none;
  const { drawCover } = await import('./draw-cover.ts');
  const { value: picture, problems } = await drawCover(metadata, {
    print: (data) => printTemplate(templates, 'cover.svg.ejs', data),
    open: pressFiles,
    kept: shelf && { shelf, tools: JSON.stringify([...tools, templates.get('cover.svg.ejs')]) },
  });
  return { value: picture && { picture, isAuthors }, problems };
}
