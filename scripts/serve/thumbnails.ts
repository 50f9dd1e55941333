/** Small covers, made when they are first asked for, one after the other, and kept as long as there is room. */
import type { OpenAsset } from '../book/assets.ts';
import type { Limits } from '../book/limits.ts';
import type { CatalogBook } from '../catalog/catalog.ts';
import type { LibraryFolder } from '../disk/library-folder.ts';
import { thumbnailOf } from '../pictures/thumbnail.ts';

/** In pixels: twice what a page shows, for screens that have two in each. */
const thumbnailWidth = 320;
/** Some 30 kB each. */
const mostKept = 2000;

interface Picture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Covers {
  /** The cover as it is in the book. */
  cover(book: CatalogBook): Picture | undefined;
  /** A small one; of a cover that is small, itself. */
  thumbnail(book: CatalogBook): Promise<Picture | undefined>;
}

export function createCovers(library: LibraryFolder, openAsset: OpenAsset, limits: Limits): Covers {
  const kept = new Map<string, Promise<Picture | undefined>>();
  let busy: Promise<unknown> = Promise.resolve();

  const cover = (book: CatalogBook): Picture | undefined => {
    const bytes = library.readCover(book);
    return bytes && book.cover && { mediaType: book.cover.mediaType, bytes };
  };

  async function make(book: CatalogBook): Promise<Picture | undefined> {
    const whole = cover(book);
    if (!whole) return undefined;
    const bytes = await thumbnailOf(whole.bytes, thumbnailWidth, openAsset, limits);
    return bytes ? { mediaType: 'image/jpeg', bytes } : whole;
  }

  return {
    cover,
    thumbnail: (book) => {
      const name = `${book.key} ${book.files[0]?.revision}`;
      const found = kept.get(name) ?? busy.then(() => make(book));
      if (!kept.has(name)) busy = found.catch(() => {});
      kept.delete(name); // what is asked for stays longest
      kept.set(name, found);
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
      return found;
    },
  };
}
