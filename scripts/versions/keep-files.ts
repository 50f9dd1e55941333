/**
 * Files that stay, by whose number in the reading order some programs keep a place. In: a finished book, and the files of its earlier version. Out:
 * the book, in which a page that is new among those that readers have shares the file of the page before it.
 */
import type { ContentDocument, Publication } from '../book/publication.ts';
import { attributeOf, elementsIn } from '../html/hast-nodes.ts';
import { largestDocument, sizeOf } from '../html/printed-size.ts';
import { onNewPage, sectionsOnPage } from '../html/shared-pages.ts';
import { renameAddresses } from './rename-addresses.ts';

interface EarlierFiles {
  readonly hrefs: ReadonlySet<string>;
  /** The file that a page was in, by its id. */
  readonly byId: ReadonlyMap<string, string>;
  /** The file that most of a page’s words were in. */
  readonly byWords: (document: ContentDocument) => string | undefined;
}

interface File {
  readonly href: string;
  readonly first: ContentDocument;
  readonly others: ContentDocument[];
  size: number;
}

/** Gives pages their files; what leads to them follows. A file that would be too large for old readers gets another behind it. */
export function keepFiles(publication: Publication, earlier: EarlierFiles): Publication {
  const { documents } = publication;
  const homes = homesOf(documents, earlier);
  const lastOf = (isWanted: (document: ContentDocument) => boolean): number =>
    documents.findLastIndex((each, at) => each.path !== undefined && homes[at] !== undefined && isWanted(each));
  // Behind the last chapter that readers have, new ones have files of their own.
  const lastBack = lastOf(() => true);
  const last = lastOf(({ matter }) => matter !== 'backmatter');
  const names = new Set([...earlier.hrefs, ...documents.map(({ href }) => href)]);
  const used = new Set<string>();
  const files: File[] = [];
  for (const [at, document] of documents.entries()) {
    const size = sizeOf(document.content);
    const before = files.at(-1);
    const home = homes[at];
    const isFree = home !== undefined && !used.has(home);
    const mayShare = home === before?.href || (!isFree && at < (document.matter === 'backmatter' ? lastBack : last));
    if (before && mayShare && fits(before, document, size)) {
      before.others.push(document);
      before.size += size;
      continue;
    }
    const href = isFree ? home : freeName(document.href);
    used.add(href);
    files.push({ href, first: document, others: [], size });
  }
  return joinPages(publication, files);

  function freeName(own: string): string {
    let name = own;
    for (let count = 2; used.has(name) || earlier.hrefs.has(name) || (name !== own && names.has(name)); count++)
      name = own.replace('.xhtml', `-${count}.xhtml`);
    return name;
  }
}

/** The file that each page was in; by its words beside another that was there: it is a part of that. */
function homesOf(
  documents: readonly ContentDocument[],
  { hrefs, byId, byWords }: EarlierFiles,
): (string | undefined)[] {
  const homes = documents.map(({ id }) => byId.get(id));
  const words = documents.map((each, at) => (homes[at] === undefined ? byWords(each) : undefined));
  for (const at of documents.keys()) if (words[at] !== undefined && homes[at - 1] === words[at]) homes[at] = words[at];
  for (const at of [...documents.keys()].reverse())
    if (words[at] !== undefined && homes[at + 1] === words[at]) homes[at] = words[at];
  // A page of the press’s own that an author’s template prints without its section was in the file of its name.
  const taken = new Set(homes);
  const ownHome = ({ path, href }: ContentDocument) =>
    path === undefined && hrefs.has(href) && !taken.has(href) ? href : undefined;
  return documents.map((document, at) => homes[at] ?? ownHome(document));
}

/** Whether a page can share a file: its root, and the type of its body, are those of all. */
function fits({ first, size }: File, document: ContentDocument, own: number): boolean {
  const [section] = document.content;
  return (
    first.kind !== 'cover' &&
    (['lang', 'dir', 'matter', 'work', 'linear'] as const).every((name) => first[name] === document[name]) &&
    sectionsOnPage(first.content).length > 0 &&
    section?.type === 'element' &&
    section.tagName === 'section' &&
    attributeOf(section, 'id') === document.id &&
    size + own <= largestDocument
  );
}

function joinPages(publication: Publication, files: readonly File[]): Publication {
  const places = new Map<string, { readonly file: string; readonly start: string }>();
  for (const { href, first, others } of files) {
    places.set(first.href, { file: href, start: href });
    for (const { id, href: own } of others) places.set(own, { file: href, start: `${href}#${id}` });
  }
  const address = (href: string): string => {
    const [file = '', fragment] = href.split('#', 2);
    const place = places.get(file);
    if (!place) return href;
    return fragment === undefined ? place.start : `${place.file}#${fragment}`;
  };
  const elements = elementsIn(publication.documents.flatMap(({ content }) => content));
  const renamed = renameAddresses(publication, elements, address);
  return {
    ...renamed,
    documents: files.map(joined),
    landmarks: publication.landmarks.map((each) => ({ ...each, href: address(each.href) })),
  };
}

function joined({ href, first, others }: File): ContentDocument {
  return {
    ...first,
    id: href.replace('.xhtml', ''),
    href,
    path: others.every(({ path }) => path === first.path) ? first.path : undefined,
    content: [
      ...first.content,
      ...others.flatMap(({ title, content: [section, ...rest] }) =>
        section?.type === 'element' ? [onNewPage(section, title), ...rest] : rest,
      ),
    ],
  };
}
