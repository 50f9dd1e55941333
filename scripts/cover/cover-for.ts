/**
 * The door to drawn covers. In: a book, and what its folder holds. Out: a cover where it has none. What draws it is loaded then.
 */
import type { OpenAsset } from '../book/assets.ts';
import { allSections, type Book, type OpenPicture } from '../book/book.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import type { Metadata } from '../book/metadata.ts';
import type { DrawnCover, TemplateName, Templates } from '../book/publication.ts';
import { bundledPackages, version } from '../book/version.ts';
import type { Outcome } from '../report/problem.ts';
import { printTemplate } from '../templates/print-template.ts';

interface CoverOptions {
  readonly templates: Templates;
  /** The author's own among them. */
  readonly authors: ReadonlyMap<string, string>;
  readonly openAsset: OpenAsset;
  readonly openPicture: OpenPicture;
  /** Where covers are kept; another press draws them anew. */
  readonly covers: CoverCache | undefined;
}

/**
 * Draws the cover of a book without one, or sets the title on the author's where that is asked for; undefined where there is nothing to
 * draw, or where it cannot be drawn.
 */
export async function coverFor(book: Book, options: CoverOptions): Promise<Outcome<DrawnCover | undefined>> {
  const { metadata, sections } = book;
  const { setsCoverTitle, drawsCover } = metadata.design;
  if (metadata.cover !== undefined) return setsCoverTitle ? onPicture(metadata, metadata.cover, options) : none;
  if (!drawsCover) return none;
  for (const { kind } of allSections(sections)) if (kind === 'cover') return none;
  const { drawCover } = await import('./draw-cover.ts');
  const { value: picture, problems } = await drawCover(metadata, drawing('cover.svg.ejs', options));
  const isAuthors = options.authors.get('cover.svg.ejs') === options.templates.get('cover.svg.ejs');
  return { value: picture && { picture, isAuthors }, problems };
}

const none = { value: undefined, problems: [] };

/** What the press has for drawing with a template. */
const drawing = (name: TemplateName, { templates, openAsset, covers }: CoverOptions) => ({
  print: (data: Readonly<Record<string, unknown>>) => printTemplate(templates, name, data),
  open: openAsset,
  cached: covers && { covers, tools: JSON.stringify([version, bundledPackages, templates.get(name)]) },
});

/** What is wrong with the picture itself is told where the cover is looked for. */
async function onPicture(
  metadata: Metadata,
  cover: string,
  options: CoverOptions,
): Promise<Outcome<DrawnCover | undefined>> {
  const place = metadata.coverPlace ?? { path: cover };
  const { value: found, problems: noticed } = await options.openPicture(cover.replace(/^\.\//, ''), place, 'ground');
  if (!found) return none;
  const { titleOnPicture } = await import('./title-on-picture.ts');
  const { value: picture, problems } = await titleOnPicture(
    metadata,
    found,
    place,
    drawing('cover-picture.svg.ejs', options),
  );
  if (!picture) return { value: undefined, problems };
  return { value: { picture, isAuthors: true }, problems: [...noticed, ...problems] };
}
