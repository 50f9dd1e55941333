/** What a package says about its book, as keys of `book.yaml`. In: a Package. Out: facts, each value as it was given. */
import { type ContributorRole, contributorRoles } from '../../book/metadata.ts';
import { type Facts, isDate, isLanguageTag } from '../../book/metadata-schema.ts';
import { personFact } from '../header-facts.ts';
import type { Package } from './package.ts';
import { elementsNamed, type XmlElement } from './read-xml.ts';

/** A person of the package. `relator` is a MARC code. */
interface Person {
  readonly name: string;
  readonly relator: string | undefined;
  readonly fileAs: string | undefined;
  readonly isAuthor: boolean;
}

/** Reads the facts. `roleOf` may know better than the MARC code which word an author typed; a book of ours has it. */
export function factsOf({ metadata, root }: Package, roleOf?: (name: string) => ContributorRole | undefined): Facts {
  const all = (name: string) => elementsNamed(metadata, name).filter(({ text }) => text !== '');
  const metas = elementsNamed(metadata, 'meta');
  const refined = (element: XmlElement, property: string): string | undefined => {
    const id = element.attributes.get('id');
    const found =
      id === undefined
        ? undefined
        : metas.find(
            ({ attributes }) => attributes.get('refines') === `#${id}` && attributes.get('property') === property,
          );
    return found?.text || undefined;
  };
  const meta = (property: string) =>
    metas.find(({ attributes }) => attributes.get('property') === property && !attributes.has('refines'));
  const named = (name: string) =>
    metas.find(({ attributes }) => attributes.get('name') === name)?.attributes.get('content') || undefined;
  const titles = all('title');
  const subtitle = titles.find((each) => refined(each, 'title-type') === 'subtitle');
  const title =
    titles.find((each) => refined(each, 'title-type') === 'main') ?? titles.find((each) => each !== subtitle);
  const people = metadata.children
    .flatMap((each) => (each.name === 'metadata' ? each.children : [each])) // OEB 1 wraps them once more
    .filter(({ name, text }) => (name === 'creator' || name === 'contributor') && text !== '')
    .map((each): Person => {
      const relator = refined(each, 'role') ?? each.attributes.get('opf:role');
      const sorted = refined(each, 'file-as') ?? each.attributes.get('opf:file-as');
      const fileAs = !roleOf && sorted === 'Unknown' ? undefined : sorted; // what calibre writes for want of one
      return {
        name: each.text,
        relator,
        fileAs,
        isAuthor: each.name === 'creator' && (relator === undefined || relator === 'aut'),
      };
    })
    .filter(({ relator }) => relator !== 'bkp'); // the program that made it
  const unique = root.attributes.get('unique-identifier');
  const identifier =
    all('identifier').find(({ attributes }) => attributes.get('id') === unique) ?? all('identifier')[0];
  const lang = all('language')[0]?.text;
  const told = all('description')[0]?.text;
  // Others put HTML in here; what a book of ours says is text.
  const description = roleOf
    ? told
    : told
        ?.replace(/<\/?(?:a|b|em|i|span|strong|sub|sup|u)\b[^<>]*>/gi, '')
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
  const dates = all('date').filter(({ text }) => isDate(text));
  const date =
    dates.find(({ attributes }) => attributes.get('opf:event') === 'publication') ??
    dates.find(({ attributes }) => !attributes.has('opf:event'));
  const modified = meta('dcterms:modified')?.text;
  // A second that both were made in is when the file was made, not when the work was published.
  const isMade = !roleOf && date !== undefined && date.text === modified;
  const collection = meta('belongs-to-collection');
  const series = collection?.text || named('calibre:series');
  const place = (collection && refined(collection, 'group-position')) ?? named('calibre:series_index');
  const position = place?.replace(/\.0+$/, '');
  const certifier = metas.find(({ attributes }) => attributes.get('property') === 'a11y:certifiedBy')?.text;
  const inner = people.slice(
    0,
    Math.max(
      0,
      people.findIndex(({ isAuthor }) => !isAuthor),
    ) || (people.every(({ isAuthor }) => isAuthor) ? people.length : 0),
  );
  const others = people.slice(inner.length);
  return {
    title: title?.text,
    subtitle: subtitle?.text,
    ...(inner.length === 1 && inner[0]?.fileAs === undefined
      ? { author: inner[0]?.name }
      : { authors: inner.map((each) => personFact(each)) }),
    contributors: others.map((each) =>
      personFact(each, each.isAuthor ? 'author' : (roleOf?.(each.name) ?? roleOfRelator(each.relator))),
    ),
    lang: lang !== undefined && isLanguageTag(lang) ? lang : undefined,
    identifier: identifier && (roleOf ? identifier.text : identifierOf(identifier.text)),
    publisher: all('publisher')[0]?.text,
    description: description || undefined,
    date: isMade || date?.text.startsWith('0101-') ? undefined : date?.text,
    modified: modified !== undefined && isDate(modified) ? modified : undefined,
    series: series && position && /^\d+(\.\d+)*$/.test(position) ? { name: series, position } : series,
    tags: all('subject').map(({ text }) => text),
    rights: all('rights')[0]?.text,
    source: all('source')[0]?.text,
    rating: meta('schema:contentRating')?.text || undefined,
    characters: metas
      .filter(({ attributes, text }) => attributes.get('property') === 'schema:character' && text !== '')
      .map(({ text }) => text),
    status: meta('schema:creativeWorkStatus')?.text || undefined,
    accessibility: certifier ? { 'certified-by': certifier } : undefined,
  };
}

/** A bare UUID is a URN without its name. */
const identifierOf = (text: string): string =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text) ? `urn:uuid:${text}` : text;

function roleOfRelator(relator: string | undefined): ContributorRole {
  const found = Object.entries(contributorRoles).find(([, code]) => code === relator)?.[0];
  return (found as ContributorRole | undefined) ?? 'contributor';
}
