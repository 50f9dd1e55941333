/**
 * Opens any EPUB as those see it who are to accept it. In: its bytes. Out: its package, pages, style sheets and pictures, each with
 * the places of its marks (EPUB 3.3 and OPF 2.0.1). Whatever is in it: nothing is run, fetched or written.
 */
import { decodeLatin1 } from '../book/bytes.ts';
import { decodeXml } from '../book/decode.ts';
import { pathIn } from '../book/epub-addresses.ts';
import type { Limits } from '../book/limits.ts';
import { readZip, type ZipEntry } from '../zip/read-zip.ts';
import { type ScannedElement, type ScannedXml, scanXml } from './scan-xml.ts';

export interface XmlPart extends ScannedXml {
  readonly path: string;
  readonly text: string;
}

export interface Item {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
  readonly element: ScannedElement;
}

export interface EpubParts {
  /** Every entry in the order of the ZIP. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly size: number;
  /** Whether the first entry is `mimetype`, stored, without extra fields (OCF 3.3 §4.3). */
  readonly isMimetypeFirst: boolean;
  readonly packageDocument: XmlPart;
  readonly items: readonly Item[];
  /** The documents of the manifest that are XHTML. */
  readonly pages: readonly XmlPart[];
  readonly sheets: readonly { readonly path: string; readonly text: string }[];
}

/** The parts of an EPUB, or why they cannot be had, in words that go on after “The book”. */
export function openParts(bytes: Uint8Array, limits: Limits): EpubParts | { readonly reason: string } {
  const zip = readZip(bytes, limits);
  if ('reason' in zip) return zip;
  const files = new Map<string, Uint8Array>();
  for (const entry of zip.entries) {
    const read = readEntry(entry);
    if ('reason' in read) return { reason: `has a file that ${read.reason}: “${entry.path.slice(0, 100)}”` };
    files.set(entry.path, read.bytes);
  }
  const partOf = (path: string): XmlPart | undefined => {
    const file = files.get(path);
    if (!file) return undefined;
    const text = decodeXml(file);
    return { path, text, ...scanXml(text) };
  };
  const root = partOf('META-INF/container.xml')?.elements.find(({ name }) => name === 'rootfile');
  const packageDocument = partOf(root?.attributes['full-path'] ?? '');
  if (!packageDocument) return { reason: 'has no package document' };
  const items = packageDocument.elements.flatMap((element): readonly Item[] => {
    const { id = '', href, properties = '' } = element.attributes;
    const path = element.name === 'item' && href !== undefined && pathIn(packageDocument.path, href);
    if (!path) return [];
    const mediaType = element.attributes['media-type'] ?? '';
    return [{ id, path, mediaType, properties: properties.split(/\s+/), element }];
  });
  const ofType = (type: string) => items.filter(({ mediaType, path }) => mediaType === type && files.has(path));
  return {
    files,
    size: bytes.length,
    isMimetypeFirst: decodeLatin1(bytes.subarray(26, 58)) === '\b\0\0\0mimetypeapplication/epub+zip',
    packageDocument,
    items,
    pages: ofType('application/xhtml+xml').flatMap(({ path }) => partOf(path) ?? []),
    sheets: ofType('text/css').map(({ path }) => ({ path, text: decodeXml(files.get(path) ?? new Uint8Array()) })),
  };
}

function readEntry(entry: ZipEntry) {
  return entry.isLink ? { reason: 'is a link' } : entry.read();
}
