/** What a package says about its book, as keys of `book.yaml`. In: a Package. Out: facts, each value as it was given. */

import { personFact } from '../../book/header-facts.ts';
import { type ContributorRole, contributorRoles } from '../../book/metadata.ts';
import { type Facts, isDate, isLanguageTag } from '../../book/metadata-schema.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsIn, elementsNamed, ownText } from '../../html/read-xml.ts';
import { identifierOf } from '../../metadata/identifiers.ts';
import { isNoName } from '../no-name.ts';
import type { Package } from './package.ts';

/** Knows better than the MARC code which word an author typed; a book of ours has it. */
type RoleOf = (name: string) => ContributorRole | undefined;

/** Reads the facts. `roleOf` is there for a book of ours, whose values are as they were typed. */
export function packageFacts({ metadata, root, items }: Package, roleOf?: RoleOf): Facts {
  const terms = termsIn(metadata);
  const { all, first, said, refined } = terms;
  const titles = all('title');
  const subtitle = titles.find((each) => refined(each, 'title-type') === 'subtitle');
  const title =
    titles.find((each) => refined(each, 'title-type') === 'main') ?? titles.find((each) => each !== subtitle);
  const identifiers = all('identifier');
  const own = identifiers.find(({ attributes }) => attributes['id'] === root.attributes['unique-identifier']);
  const names = [own ?? identifiers[0], ...identifiers.filter((each) => each !== (own ?? identifiers[0]))];
  const known = names.flatMap((each) => textOf(each) ?? []).map((each) => (roleOf ? each : identifierOf(each)));
  const langs = all('language')
    .map(ownText)
    .filter(isLanguageTag)
    .map((tag) => (roleOf ? tag : shortest(tag)));
  const description = first('description');
  const modified = said('dcterms:modified');
  const certifier = terms.metas.find(({ attributes }) => attributes['property'] === 'a11y:certifiedBy');
  const certifiedBy = textOf(certifier);
  const sources = all('source');
  const pagesOf = sources.find((each) => refined(each, 'source-of') === 'pagination');
  return {
    title: textOf(title),
    subtitle: textOf(subtitle),
    ...peopleFacts(metadata, terms, roleOf),
    lang: oneOrList(langs),
    identifier: oneOrList(known),
    publisher: first('publisher'),
    description: (roleOf ? description : withoutMarkup(description)) || undefined,
    date: publishedIn(terms, roleOf === undefined ? modified : undefined),
    modified: modified !== undefined && isDate(modified) ? modified : undefined,
    series: seriesFact(terms),
    tags: all('subject').map(ownText),
    rights: first('rights'),
    source: textOf(sources.find((each) => each !== pagesOf && itemOf(each, items) === undefined)),
    'pages-of': textOf(pagesOf),
    rating: said('schema:contentRating'),
    characters: terms.metas
      .filter(({ attributes }) => attributes['property'] === 'schema:character')
      .map(ownText)
      .filter(Boolean),
    status: said('schema:creativeWorkStatus'),
    accessibility: certifiedBy === undefined ? undefined : { 'certified-by': certifiedBy },
  };
}

/** Where items came from, by id: WebToEpub says it of each. */
export function itemSources({ metadata, items }: Package): ReadonlyMap<string, string> {
  return new Map(
    elementsNamed(metadata, 'source').flatMap((each) => {
      const id = itemOf(each, items);
      return id === undefined ? [] : [[id, ownText(each)] as const];
    }),
  );
}

/** The item that a source speaks of. */
function itemOf({ attributes }: XmlElement, items: Package['items']): string | undefined {
  const id = /^id\.(.+)$/.exec(attributes['id'] ?? '')?.[1];
  return id !== undefined && items.has(id) ? id : undefined;
}

/** Others write “spa” for “es”, which no reader hyphenates. */
function shortest(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

const oneOrList = (list: readonly string[]): string | readonly string[] | undefined =>
  list.length > 1 ? list : list[0];

function seriesFact({ meta, named, refined }: Terms): Facts['series'] {
  const collection = meta('belongs-to-collection');
  const name = textOf(collection) ?? named('calibre:series');
  const place = (collection && refined(collection, 'group-position')) ?? named('calibre:series_index');
  const position = place?.replace(/\.0+$/, '');
  return name && position && /^\d+(\.\d+)*$/.test(position) ? { name, position } : name;
}

const textOf = (element: XmlElement | undefined): string | undefined => (element && ownText(element)) || undefined;

interface Terms {
  readonly metas: readonly XmlElement[];
  /** The elements of a name that say something, and what the first of them says. */
  readonly all: (name: string) => readonly XmlElement[];
  readonly first: (name: string) => string | undefined;
  /** The `meta` of a property that speaks of the whole book, and what it says. */
  readonly meta: (property: string) => XmlElement | undefined;
  readonly said: (property: string) => string | undefined;
  /** What EPUB 2’s `meta` of a name says. */
  readonly named: (name: string) => string | undefined;
  /** What a `meta` says of an element. */
  readonly refined: (element: XmlElement, property: string) => string | undefined;
}

function termsIn(metadata: XmlElement): Terms {
  const metas = elementsNamed(metadata, 'meta');
  const all = (name: string) => elementsNamed(metadata, name).filter((each) => ownText(each) !== '');
  const meta = (property: string, of?: string) =>
    metas.find(({ attributes }) => attributes['property'] === property && attributes['refines'] === of);
  return {
    metas,
    all,
    first: (name) => textOf(all(name)[0]),
    meta: (property) => meta(property),
    said: (property) => textOf(meta(property)),
    named: (name) => metas.find(({ attributes }) => attributes['name'] === name)?.attributes['content'] || undefined,
    refined: ({ attributes: { id } }, property) => (id === undefined ? undefined : textOf(meta(property, `#${id}`))),
  };
}

/** A person of the package. `relator` is a MARC code. */
interface Person {
  readonly name: string;
  readonly relator: string | undefined;
  readonly fileAs: string | undefined;
  readonly isAuthor: boolean;
}

/** The authors that come first, and all others after them with their roles. */
function peopleFacts(metadata: XmlElement, { metas, refined }: Terms, roleOf: RoleOf | undefined): Facts {
  const people = elementsIn(metadata)
    .flatMap((each) => (each.name === 'metadata' ? elementsIn(each) : [each])) // OEB 1 wraps them once more
    .filter((each) => (each.name === 'creator' || each.name === 'contributor') && ownText(each) !== '')
    .map((each): Person => {
      const roles = metas.filter(
        ({ attributes }) => attributes['property'] === 'role' && attributes['refines'] === `#${each.attributes['id']}`,
      );
      // Who wrote the book may have annotated it as well.
      const relator =
        roles.map(ownText).find((role) => role === 'aut') ?? refined(each, 'role') ?? each.attributes['opf:role'];
      const sorted = refined(each, 'file-as') ?? (each.attributes['opf:file-as']?.trim() || undefined);
      const fileAs = !roleOf && sorted === 'Unknown' ? undefined : sorted; // what calibre writes for want of one
      const isAuthor = each.name === 'creator' && (relator === undefined || relator === 'aut');
      const name = roleOf ? ownText(each) : firstNameFirst(ownText(each), fileAs);
      return { name, relator, fileAs, isAuthor };
    })
    .filter(({ name, relator = '' }) => roleOf || !(makers.has(relator) || isNoName(name)));
  // A book of ours may have an author who contributed, after others; others list whom they like in any order.
  const inOrder = roleOf ? people : [...people].sort((left, right) => Number(right.isAuthor) - Number(left.isAuthor));
  const end = inOrder.findIndex(({ isAuthor }) => !isAuthor);
  const authors = end === -1 ? inOrder : inOrder.slice(0, end);
  const [first, second] = authors;
  return {
    ...(first && !second && first.fileAs === undefined
      ? { author: first.name }
      : { authors: authors.map((each) => personFact(each)) }),
    contributors: inOrder
      .slice(authors.length)
      .map((each) => personFact(each, each.isAuthor ? 'author' : (roleOf?.(each.name) ?? roleOfRelator(each.relator)))),
  };
}

/** Who made the file, not the work, by MARC code: the program, who scanned, marked, proofread and set it. Its own pages say so. */
const makers: ReadonlySet<string> = new Set(['bkd', 'bkp', 'mrk', 'pfr', 'trc', 'tyd', 'tyg']);

/** “Lee, Ann” where the order to sort by is no other: some programs write it as the name, too. */
const firstNameFirst = (name: string, fileAs: string | undefined): string =>
  fileAs === undefined || fileAs === name
    ? name.replace(/^(\p{Lu}[\p{L}\p{M}’'-]+), (\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*)?)$/u, '$2 $1')
    : name;

function roleOfRelator(relator: string | undefined): ContributorRole {
  const found = Object.entries(contributorRoles).find(([, code]) => code === relator)?.[0];
  return (found as ContributorRole | undefined) ?? 'contributor';
}

/** When the work was published. A second that the file was made in as well says when it was made; so does the year 101, for calibre. */
function publishedIn({ all }: Terms, made: string | undefined): string | undefined {
  const dates = all('date').filter((each) => isDate(ownText(each)));
  const event = ({ attributes }: XmlElement) => attributes['opf:event'];
  const date = dates.find((each) => event(each) === 'publication') ?? dates.find((each) => event(each) === undefined);
  const text = textOf(date);
  return text === made || text?.startsWith('0101-') ? undefined : text;
}

/** A description without the HTML that others put in it. */
const withoutMarkup = (description: string | undefined): string | undefined =>
  description
    ?.replace(/<\/?(?:a|b|em|i|span|strong|sub|sup|u)\b[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
