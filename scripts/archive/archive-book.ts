/**
 * In: a bound book and the manuscript it was bound from. Out: the files of a bag that keeps both.
 * The same book and manuscript give the same bag.
 */
import { encodeUtf8 } from '../book/bytes.ts';
import { slug } from '../book/file-names.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { Publication } from '../book/publication.ts';

import { version } from '../book/version.ts';
import type { Bound } from '../pipeline/build.ts';
import type { Finished } from '../pipeline/keep-previous.ts';
import { hasErrors } from '../report/problem.ts';
import { type Files, type InfoLine, makeBag } from './bag.ts';
import { readingText } from './plain-text.ts';
import { recordEvents } from './premis.ts';

export interface Archived {
  readonly epub: Uint8Array;
  /** Its web edition, if it is not too large for one. */
  readonly html?: Uint8Array | undefined;
  readonly publication: Publication;
  /** Every file of the manuscript, by its path in it, and those that it shares with other books. */
  readonly manuscript: Files;
  /** The manuscript's own name, and whether it is a folder or one file. */
  readonly name: string;
  readonly isFolder: boolean;
  /** How the book and its reading copies are called, without an ending. */
  readonly slug: string;
  /** The press's own. */
  readonly version: string;
}

/** What `metadata.json` says of the bag itself. */
export interface BagFacts {
  /** The Fleuron that made it. */
  readonly fleuron: string;
  /** Which version of the story lies at the top of the bag, from 1. */
  readonly version: number;
  readonly book: string;
  readonly manuscript: { readonly name: string; readonly kind: 'folder' | 'file' };
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The book of the version before, whose addresses the next one keeps; none where it is of another story. */
export function previousIn(files: Files, facts: BagFacts, { identifier }: Metadata): Finished | undefined {
  const bytes = facts.metadata['identifier'] === identifier ? files.get(facts.book) : undefined;
  return bytes && { name: facts.book, bytes, isAsked: false };
}

/** What is kept of a book that was bound of these files. A story too large for one page is kept without it. */
export async function archivedOf(
  { epub, publication, templates }: Bound,
  source: Pick<Archived, 'manuscript' | 'name' | 'isFolder'>,
): Promise<Archived> {
  const { makeEdition } = await import('../editions/make-edition.ts');
  const web = await makeEdition('web', publication, templates);
  const html = hasErrors(web.problems) ? undefined : web.value.file;
  return { ...source, epub, html, publication, slug: slug(publication.metadata.title), version };
}

/** Where a file of the manuscript lies in a version; what is shared with other books has a folder of its own. */
export const keptPath = (path: string, shared: string | undefined): string =>
  shared !== undefined && path.startsWith(`${shared}/`)
    ? `shared/${path.slice(shared.length + 1)}`
    : `manuscript/${path}`;

/** The payload of one version: what lies at the top of `data/`. */
export function payloadOf(archived: Archived, edition: number): Files {
  const { epub, html, publication, manuscript, name, isFolder, slug, version } = archived;
  const { metadata } = publication;
  const sources = new Map([...manuscript].map(([path, bytes]) => [keptPath(path, metadata.shared), bytes] as const));
  const made = new Map<string, Uint8Array>([
    [`${slug}.epub`, epub],
    ...(html ? ([[`reading/${slug}.html`, html]] as const) : []),
    [`reading/${slug}.txt`, encodeUtf8(readingText(publication))],
  ]);
  const facts: BagFacts = {
    fleuron: version,
    version: edition,
    book: `${slug}.epub`,
    manuscript: { name, kind: isFolder ? 'folder' : 'file' },
    metadata: publicMetadata(metadata),
  };
  const events = recordEvents({ metadata, version, edition, manuscript: name, sources, made });
  return new Map([
    ...sources,
    ...made,
    ['metadata.json', encodeUtf8(printJson(facts))],
    ['events.json', encodeUtf8(printJson(events))],
    ['rights.txt', encodeUtf8(`${metadata.rights ?? 'The metadata says nothing about rights.'}\n`)],
    ['READ-ME.txt', encodeUtf8(readMe(metadata, slug))],
  ]);
}

/** Lays a payload into a bag that says whose book it keeps. */
export const bagOf = (payload: Files, archived: Archived): Files => makeBag(payload, infoOf(archived));

/** What `bag-info.txt` says of a book. */
export function infoOf({ publication: { metadata }, version }: Archived): readonly InfoLine[] {
  const authors = authorNames(metadata.contributors);
  return [
    ['Source-Organization', metadata.publisher],
    ['External-Identifier', metadata.identifier],
    [
      'External-Description',
      `${metadata.title}${authors.length ? ` by ${authors.join(', ')}` : ''}${metadata.description ? `: ${metadata.description}` : ''}`,
    ],
    ['Bagging-Date', metadata.modified.slice(0, 10)],
    ['Bag-Software-Agent', `Fleuron ${version}`],
  ];
}

/** What the book says of itself, without what only the press needs. */
function publicMetadata(metadata: Metadata): Readonly<Record<string, unknown>> {
  const { coverPlace: _p, typography: _t, autolinks: _a, plugins: _g, hasOwnIdentifier: _i, ...rest } = metadata;
  return rest;
}

export const printJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const readMe = ({ title, shared }: Metadata, slug: string): string => `${title}

This folder is a BagIt bag (RFC 8493): a copy of a story that can be proved whole.

  ${slug}.epub           the book, for readers and phones
  reading/${slug}.html   the same in one file for a browser; needs nothing else
  reading/${slug}.txt    the same as plain text
  manuscript/            what it was made from, byte for byte${
    shared === undefined ? '' : '\n  shared/                what of it lies in a folder that several books share'
  }
  metadata.json          what the book says of itself
  events.json            what was done, with what, in the terms of PREMIS
  rights.txt             who holds which rights
  versions/              older versions, if there are any, each as it was
  changes.json           what changed since the one before, and in each version

To prove it without any program of ours, go to the folder above this one and type

  sha512sum --strict -c manifest-sha512.txt
`;
