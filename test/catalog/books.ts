/** Books of tests: stories of a catalogue, and small EPUBs. */
import type { BookFacts, Catalog } from '../../scripts/catalog/catalog.ts';
import { editionOf, type KnownStory, makeCatalog } from '../../scripts/catalog/make-catalog.ts';
import { packZip } from '../tools/zip.ts';

/** A story by the paths of its files. */
export function story(facts: Partial<BookFacts>, ...paths: readonly string[]): KnownStory {
  const files = paths.flatMap((path) => {
    const named = editionOf(path);
    return named ? [{ path, ...named, size: 2048, revision: '1' }] : [];
  });
  const title = facts.title ?? files[0]?.stem ?? '';
  return {
    facts: { authors: [], subjects: [], ...facts, title },
    files,
    stem: files[0]?.stem ?? '',
    written: '2020-02-03T04:05:06Z',
  };
}

/** A shelf with two series, three authors, two languages, and a hundred stories more. */
export const shelf = (): Catalog =>
  makeCatalog('A Shelf', [
    story(
      {
        title: 'The Lamp & the Sea',
        subtitle: 'A Tale',
        authors: [{ name: 'Ann Bee', fileAs: 'Bee, Ann' }],
        series: { name: 'Lamps', position: '2' },
        lang: 'en-GB',
        identifier: 'urn:isbn:9780306406157',
        description: 'Who lit <it>?\n\nNobody knows.',
        subjects: ['Fantasy', 'Sea “stories”'],
        date: '1913',
        modified: '2024-05-06T07:08:09Z',
        words: 12345,
        cover: { path: 'OEBPS/cover.jpg', mediaType: 'image/jpeg' },
      },
      'Bee/lamp.epub',
      'Bee/lamp.kepub.epub',
      'Bee/lamp.html',
    ),
    story(
      {
        title: 'A First Lamp',
        authors: [{ name: 'Ann Bee' }, { name: 'Cy Dee' }],
        series: { name: 'Lamps', position: '1' },
        lang: 'en',
      },
      'Bee/first.epub',
    ),
    story({ title: 'Élan', authors: [{ name: 'Zoë' }], lang: 'fr', modified: '2025-01-01T00:00:00Z' }, 'élan 50%.epub'),
    ...Array.from({ length: 100 }, (_, at) => story({ title: `Story ${at + 100}`, lang: 'en' }, `more/${at}.epub`)),
  ]);

/** An EPUB with these lines of metadata; `pages` by path, the package’s folder is that of the archive. */
export function epub(
  metadata: string,
  pages: Readonly<Record<string, string | Uint8Array>> = {},
  items = '',
): Uint8Array {
  return packZip(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'p.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>${items}</manifest><spine><itemref idref="a"/></spine></package>`,
      'a.xhtml':
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head><body><h1>One</h1><p>Words of it.</p></body></html>',
      ...pages,
    },
    ['mimetype'],
  );
}
