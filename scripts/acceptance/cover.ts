/** The cover of an EPUB: the picture that its package names (EPUB 3.3 §D.3.2, and the `meta` that older readers look for). */
import type { Limits } from '../book/limits.ts';
import { readPicture } from '../pictures/read-picture.ts';
import type { EpubParts, Item } from './epub-parts.ts';
import type { Objection } from './objection.ts';

interface Cover {
  readonly item: Item;
  /** In pixels; undefined where the picture cannot be read. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** Whether the `meta` of EPUB 2 names it. */
  readonly isNamedForOld: boolean;
}

/** The cover, if the package names one. */
export function coverOf(parts: EpubParts, limits: Limits): Cover | undefined {
  const { items, packageDocument } = parts;
  const named = packageDocument.elements.find(
    ({ name, attributes }) => name === 'meta' && attributes['name'] === 'cover',
  );
  const older = items.find(({ id }) => id === named?.attributes['content']);
  const item = items.find(({ properties }) => properties.includes('cover-image')) ?? older;
  if (!item) return undefined;
  return { item, size: sizeOf(parts, item, limits), isNamedForOld: older !== undefined };
}

/** A picture's size in pixels; undefined for one that cannot be read, or that is no picture of pixels. */
export function sizeOf({ files }: EpubParts, { path, mediaType }: Item, limits: Limits) {
  const bytes = files.get(path);
  if (!bytes || !/^image\/(?:jpe?g|png|gif)$/.test(mediaType)) return undefined;
  const { value } = readPicture(bytes, { path }, path, limits);
  return value && { width: value.width, height: value.height };
}

/** Where the package names no cover: Apple Books and Kobo take none from elsewhere. */
export const noCover = ({ packageDocument: { path } }: EpubParts): Objection => ({
  weight: 'lost',
  path,
  reason: 'The package names no cover, so the shelf shows none.',
  hint: 'Give a picture the property “cover-image”.',
});
