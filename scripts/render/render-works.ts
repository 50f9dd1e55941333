/** What the works in a book of several show before their text. In: the book. Out: each work, with its cover as a picture of the book. */
import { type Book, extensions, type OpenPicture } from '../book/book.ts';
import { coverAlt } from '../book/cover-alt.ts';
import { labelsFor } from '../book/labels.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { Cover, RenderedWork } from '../book/publication.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';

/** Opens their covers; one that cannot be had is the problem that opening it gives, and the work has no plate. */
export async function renderWorks(
  { works = new Map() }: Book,
  open: OpenPicture,
): Promise<Outcome<readonly RenderedWork[]>> {
  const { problems, take } = collector();
  const value: RenderedWork[] = [];
  for (const [id, metadata] of works)
    value.push({ id, metadata, labels: labelsFor(metadata.lang), cover: take(await plateOf(id, metadata, open)) });
  return { value, problems };
}

async function plateOf(
  id: string,
  { cover: path, coverPlace, coverAlt: given, title, contributors, lang }: Metadata,
  open: OpenPicture,
): Promise<Outcome<Cover | undefined>> {
  if (path === undefined) return { value: undefined, problems: [] };
  const { value: picture, problems } = await open(path, coverPlace ?? { path });
  if (!picture) return { value: undefined, problems };
  const { mediaType, bytes, width, height } = picture;
  const name = `${id}-cover`;
  const href = `images/${name}.${extensions[mediaType]}`;
  const alt = coverAlt({ title, authors: authorNames(contributors), given, isDrawn: false }, labelsFor(lang));
  const resource = { id: `${name}-image`, href, mediaType, properties: [], bytes, size: { width, height } };
  return { value: { picture, resource, alt }, problems };
}
