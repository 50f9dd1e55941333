/**
 * What is at each address of a shelf. In: a path and a query. Out: an answer. Only what the catalogue or the reader’s page lists is ever
 * opened, whatever a path says.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { encodeUtf8 } from '../book/bytes.ts';
import { lookUp } from '../book/look-up.ts';
import { readerFolder, startFeed, startPage } from '../catalog/addresses.ts';
import type { BookFile, Catalog } from '../catalog/catalog.ts';
import { bookType } from '../catalog/feeds/feed.ts';
import { pagePolicy } from '../catalog/pages/markup.ts';
import { siteText } from '../catalog/site.ts';
import type { LibraryFolder } from '../disk/library-folder.ts';
import { headerPolicy } from '../studio/policy.ts';
import type { AppFile } from '../studio/server/app-files.ts';
import { type Answer, attachment } from './answer.ts';
import type { Covers } from './thumbnails.ts';

export interface SiteSettings {
  readonly library: LibraryFolder;
  readonly covers: Covers;
  /** The files of the page that shows a book; by an empty path the page itself. */
  readonly readerFile: (path: string) => Promise<AppFile | undefined>;
}

/** Addresses that people type, with a slash at the end or without. */
const aliases: Readonly<Record<string, string>> = {
  '': startPage,
  shelf: startPage,
  opds: startFeed('xml'),
  opds2: startFeed('json'),
};

const nothing: Answer = { status: 404, reason: 'There is nothing at this address.' };
/** Bytes of books and pictures are shown as what they are, and run nothing. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox; frame-ancestors 'none'";
const policy = (value: string) => ({ 'Content-Security-Policy': value });
/** Asked for again each time, and sent again only if it is another. */
const fresh = { 'Cache-Control': 'private, no-cache' };

/** So many texts are kept: some 50 kB each. */
const mostTexts = 1000;

type Site = (path: string, query: string) => Promise<Answer>;

/** The answers; texts are made once for each catalogue. `path` has no slash before it. */
export function createSite({ library, covers, readerFile }: SiteSettings): Site {
  let shown: Catalog | undefined;
  let files = new Map<string, BookFile>();
  const texts = new Map<string, Answer>();

  /** Forgets what was made of another catalogue. */
  function follow({ catalog }: LibraryFolder): void {
    if (shown === catalog) return;
    shown = catalog;
    texts.clear();
    files = new Map(catalog.books.flatMap((book) => book.files.map((file) => [file.path, file])));
  }

  function textAt(path: string, query: string): Answer | undefined {
    const asked = path.includes('search.') ? query : '';
    const name = `${path}?${asked}`;
    const kept = texts.get(name);
    if (kept) return kept;
    const bare = path.replace(/\/$/, '');
    const address = { path: lookUp(aliases, bare) ?? bare, query: new URLSearchParams(asked), at: path };
    const made = siteText(library.catalog, address, true);
    const answer = made && textAnswer(made.text, made.mediaType);
    if (!answer) return undefined;
    for (const oldest of texts.keys()) {
      if (texts.size < mostTexts) break;
      texts.delete(oldest);
    }
    texts.set(name, answer);
    return answer;
  }

  async function fileAt(path: string): Promise<Answer> {
    const book = files.get(path);
    const file = book && (await library.open(book));
    if (!book || !file) return nothing;
    return {
      mediaType: bookType(book.edition),
      etag: `"${file.size.toString(36)}-${file.modified.getTime().toString(36)}"`,
      headers: { ...fresh, ...policy(filePolicy), 'Content-Disposition': attachment(path.split('/').at(-1) ?? '') },
      file,
    };
  }

  async function pictureAt(kind: string, key: string): Promise<Answer> {
    const book = library.catalog.byKey.get(key);
    const picture = book && (kind === 'cover' ? covers.cover(book) : await covers.thumbnail(book));
    if (!picture) return nothing;
    const headers = { 'Cache-Control': 'private, max-age=3600', ...policy(filePolicy) };
    return { ...picture, etag: `"${digestOf(picture.bytes)}"`, headers };
  }

  async function readerAt(path: string): Promise<Answer> {
    const file = await readerFile(path === 'index.html' ? '' : path);
    if (!file) return nothing;
    const isNamedByContent = /-[A-Z\d]{8}\.(?:js|css)$/.test(path);
    const caching = isNamedByContent ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : fresh;
    return { ...file, etag: `"${digestOf(file.bytes)}"`, headers: { ...caching, ...policy(headerPolicy) } };
  }

  return async (encoded, query) => {
    follow(library);
    const path = decodedPath(encoded);
    if (path === undefined) return nothing;
    const text = textAt(path, query);
    if (text) return text;
    const [, kind, key] = /^shelf\/(cover|thumbnail)-([a-f\d]{32})\.(?:jpg|png|gif|webp)$/.exec(path) ?? [];
    if (kind && key) return pictureAt(kind, key);
    return path.startsWith(readerFolder) ? readerAt(path.slice(readerFolder.length)) : fileAt(path);
  };
}

function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function textAnswer(text: string, mediaType: string): Answer {
  const bytes = encodeUtf8(text);
  const isPage = mediaType.startsWith('text/html');
  return {
    mediaType,
    etag: `W/"${digestOf(bytes)}"`,
    headers: { ...fresh, ...policy(`${isPage ? pagePolicy : "default-src 'none'"}; frame-ancestors 'none'`) },
    bytes,
    packed: gzipSync(bytes),
  };
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
