/**
 * The package of an EPUB: what it holds, in which order, and what it says about itself.
 * In: unpacked files. Out: a Package, or why there is none. Knows EPUB 2 and 3.
 */

import { decodeXml } from '../../book/decode.ts';
import { pathIn } from '../../book/epub-addresses.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsNamed, readXml } from '../../html/read-xml.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import type { Files } from '../unzip.ts';

export interface Item {
  readonly id: string;
  /** Path in the archive. */
  readonly path: string;
  /** Path relative to the package document. */
  readonly href: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

export interface Package {
  /** Path of the package document. */
  readonly path: string;
  readonly root: XmlElement;
  readonly metadata: XmlElement;
  readonly items: ReadonlyMap<string, Item>;
  /** Documents in reading order. */
  readonly spine: readonly Item[];
  /** Whether the book does not say that order: its documents as they are listed. */
  readonly isUnordered?: boolean;
}

/** Reads `META-INF/container.xml` and the package document it names; says so where the book is locked. */
export function readPackage(files: Files, path: string): Outcome<Package | undefined> {
  const refused = (reason: string, hint?: string): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('import-refused', { path }, reason, hint)],
  });
  const xml = (name: string): XmlElement | undefined => {
    const bytes = files.get(name);
    return bytes && readXml(textOf(bytes));
  };
  if (isLocked(files, xml('META-INF/encryption.xml')))
    return refused(
      'This EPUB is locked (DRM), so it cannot be read.',
      'Fleuron opens no locks. Ask the seller for a copy without DRM.',
    );
  const container = xml('META-INF/container.xml');
  const rootfile = container && elementsNamed(container, 'rootfile')[0]?.attributes['full-path'];
  const opf = rootfile ?? [...files.keys()].find((name) => name.endsWith('.opf'));
  const root = opf === undefined ? undefined : xml(opf);
  if (opf === undefined || !root) return refused('The archive is no EPUB: it has no package document.');
  const metadata = elementsNamed(root, 'metadata')[0];
  const items = new Map<string, Item>();
  for (const { attributes } of elementsNamed(root, 'item')) {
    const id = attributes['id'];
    const href = attributes['href'];
    const inside = href === undefined ? undefined : pathIn(opf, href);
    if (id === undefined || href === undefined || inside === undefined) continue;
    const properties = attributes['properties']?.split(/\s+/) ?? [];
    items.set(id, { id, path: inside, href, mediaType: attributes['media-type'] ?? '', properties });
  }
  const spine = elementsNamed(root, 'itemref').flatMap(({ attributes }) => items.get(attributes['idref'] ?? '') ?? []);
  const said = spine.filter((item) => files.has(item.path));
  const isUnordered = said.length === 0; // what ebooklib writes where nobody set `book.spine`
  const there = isUnordered ? [...items.values()].filter((item) => isPage(item) && files.has(item.path)) : said;
  if (there.length === 0) return refused('The EPUB has no page that can be read.');
  return {
    value: {
      path: opf,
      root,
      metadata: metadata ?? { name: 'metadata', attributes: {}, children: [] },
      items,
      spine: there,
      ...(isUnordered && { isUnordered }),
    },
    problems: [],
  };
}

const isPage = ({ mediaType, properties }: Item): boolean =>
  /^(?:application\/xhtml\+xml|text\/html)$/.test(mediaType) && !properties.includes('nav');

/** Obfuscated fonts are no lock; anything else that is encrypted is. */
function isLocked(files: Files, encryption: XmlElement | undefined): boolean {
  if (files.has('META-INF/sinf.xml') || files.has('META-INF/license.lcpl')) return true;
  const methods = encryption ? elementsNamed(encryption, 'EncryptionMethod') : [];
  const locked = methods.some(
    ({ attributes }) =>
      !/^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/.test(attributes['Algorithm'] ?? ''),
  );
  return locked || (files.has('META-INF/rights.xml') && encryption !== undefined && methods.length === 0);
}

/** Text of a file of the package: UTF-8, or UTF-16 by its byte order mark, as EPUB asks. */
export const textOf = (bytes: Uint8Array): string => decodeXml(bytes).replace(/\r\n?/g, '\n');
