/**
 * The door to all editions. In: a rendered publication and its templates. Out: the same book in another form: a publication
 * to bind, or a file that needs no binding.
 */
import type { EditionName } from '../book/editions.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Publication, Templates } from '../book/publication.ts';
import { type Outcome, problem } from '../report/problem.ts';
import type { Edition } from './edition.ts';

const tooLarge = problem(
  'book-too-large',
  undefined,
  'The web edition has more than a gigabyte, counting a picture wherever it is shown.',
);

/** Makes an edition of a publication; each is loaded when it is wanted. */
export async function makeEdition(
  name: EditionName,
  publication: Publication,
  templates: Templates,
): Promise<Outcome<Edition>> {
  const { provenance } = publication;
  const metadata = withOwnIdentifier(publication.metadata, name);
  const named = { ...publication, metadata, ...(provenance && { provenance: { ...provenance, edition: name } }) };
  switch (name) {
    case 'epub':
      return { value: { publication, templates }, problems: [] };
    case 'kobo': {
      const { makeKobo } = await import('./kobo.ts');
      return { value: { publication: makeKobo(named), templates }, problems: [] };
    }
    case 'kindle': {
      const { makeKindle } = await import('./kindle.ts');
      return makeKindle(named, templates);
    }
    case 'legacy': {
      const { makeLegacy } = await import('./legacy.ts');
      return makeLegacy(named, templates);
    }
    case 'large-print': {
      const { makeLargePrint } = await import('./large-print.ts');
      return { value: makeLargePrint(named, templates), problems: [] };
    }
    case 'web': {
      const { makeWeb } = await import('./web.ts');
      const file = makeWeb({ ...publication, metadata }, templates);
      const problems = file ? [] : [tooLarge];
      return { value: { publication, templates, file: file ?? new Uint8Array() }, problems };
    }
  }
}

/** An edition's own ISBN stands where that of the EPUB for all does, or beside what names the book without one. */
function withOwnIdentifier(metadata: Metadata, name: EditionName): Metadata {
  const own = metadata.editionIdentifiers?.[name];
  if (own === undefined) return metadata;
  const isIsbn = (each: string): boolean => /^urn:isbn:/i.test(each);
  const others = (metadata.otherIdentifiers ?? []).filter((each) => !isIsbn(each));
  return isIsbn(metadata.identifier)
    ? { ...metadata, identifier: own, otherIdentifiers: others }
    : { ...metadata, otherIdentifiers: [own, ...others] };
}
