/**
 * A shelf as files, for any host that serves files: pages and catalogues without search, covers, and the page that shows a book. In: a
 * library. Out: the files one by one, so that a large library need not be in memory.
 */
import { encodeUtf8 } from '../book/bytes.ts';
import { coverAddress, readerFolder, thumbnailAddress } from '../catalog/addresses.ts';
import type { CatalogBook } from '../catalog/catalog.ts';
import { siteTexts } from '../catalog/site.ts';
import type { ShelfPart } from '../disk/write-shelf.ts';
import type { SiteSettings } from './site.ts';

interface StaticSettings extends SiteSettings {
  /** The paths of the reader’s files, below its folder. */
  readonly readerNames: readonly string[];
  /** Whether a picture’s file is there, made of this revision of the book. */
  readonly isKept: (path: string, revision: string) => boolean;
}

export async function* staticShelf(settings: StaticSettings): AsyncGenerator<ShelfPart> {
  yield* readerParts(settings);
  for (const book of settings.library.catalog.books) if (book.cover) yield* coverParts(book, settings);
  for (const { path, text } of siteTexts(settings.library.catalog)) yield { path, bytes: encodeUtf8(text) };
}

/** The page that shows a book, and the typefaces of its style sheet. */
async function* readerParts({ readerNames, readerFile }: StaticSettings): AsyncGenerator<ShelfPart> {
  for (const name of readerNames) {
    const file = await readerFile(name === 'index.html' ? '' : name);
    if (!file) continue;
    yield { path: `${readerFolder}${name}`, bytes: file.bytes };
    const sheet = name.endsWith('.css') ? new TextDecoder().decode(file.bytes) : '';
    for (const [, asset = ''] of sheet.matchAll(/url\(["']?(?:\.\/)?(assets\/[^"')]+)/g)) {
      const found = await readerFile(asset);
      if (found) yield { path: `${readerFolder}${asset}`, bytes: found.bytes };
    }
  }
}

async function* coverParts(book: CatalogBook, { covers, isKept }: StaticSettings): AsyncGenerator<ShelfPart> {
  const revision = book.files[0]?.revision ?? '';
  const pictures = [
    { path: coverAddress(book), read: async () => covers.cover(book) },
    { path: thumbnailAddress(book), read: () => covers.thumbnail(book) },
  ];
  for (const { path, read } of pictures) {
    const bytes = isKept(path, revision) ? undefined : (await read())?.bytes;
    if (bytes || isKept(path, revision)) yield { path, bytes, revision };
  }
}
