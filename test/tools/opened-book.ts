/** A bound book taken apart for assertions: package document, manifest, spine, content documents, stylesheets. */
import { type Epub, readEpub } from './epub.ts';
import { find, type Hit } from './xml.ts';

export interface Item {
  readonly id: string;
  /** Its path in the ZIP. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

export interface OpenedBook extends Epub {
  /** Path and text of the package document. */
  readonly packagePath: string;
  readonly package: string;
  readonly manifest: readonly Item[];
  /** Manifest items in spine order. */
  readonly spine: readonly Item[];
  /** The nav document. */
  readonly nav: Item;
  /** All XHTML: nav and spine. */
  readonly pages: readonly Item[];
  readonly stylesheets: readonly Item[];
}

/** Opens a book, which must have a container, a package document and a nav. */
export function openBook(epub: Uint8Array): OpenedBook {
  const zip = readEpub(epub);
  const container = zip.text('META-INF/container.xml');
  const packagePath = find(container, '//container:rootfile')[0]?.attributes['full-path'] ?? '';
  const text = zip.text(packagePath);
  const manifest = find(text, '//opf:manifest/opf:item').map((hit) => itemOf(hit, packagePath));
  const spine = find(text, '//opf:spine/opf:itemref').map(({ attributes }) => {
    const item = manifest.find(({ id }) => id === attributes['idref']);
    if (!item) throw new Error(`Unexpected itemref ${attributes['idref']} without an item`);
    return item;
  });
  const nav = manifest.find(({ properties }) => properties.includes('nav'));
  if (!nav) throw new Error('Unexpected book without a nav');
  return {
    ...zip,
    packagePath,
    package: text,
    manifest,
    spine,
    nav,
    pages: manifest.filter(({ mediaType }) => mediaType === 'application/xhtml+xml'),
    stylesheets: manifest.filter(({ mediaType }) => mediaType === 'text/css'),
  };
}

/** What an href means, as a path in the ZIP and a fragment; undefined for an address outside the book. */
export function resolveHref(
  href: string,
  from: string,
): { readonly path: string; readonly fragment: string } | undefined {
  const base = `epub:///${from.split('/').map(encodeURIComponent).join('/')}`;
  const url = new URL(href, base);
  if (url.protocol !== 'epub:') return undefined;
  return { path: decodeURIComponent(url.pathname.slice(1)), fragment: decodeURIComponent(url.hash.slice(1)) };
}

function itemOf({ attributes }: Hit, packagePath: string): Item {
  return {
    id: attributes['id'] ?? '',
    path: resolveHref(attributes['href'] ?? '', packagePath)?.path ?? '',
    mediaType: attributes['media-type'] ?? '',
    properties: (attributes['properties'] ?? '').split(/\s+/).filter(Boolean),
  };
}
