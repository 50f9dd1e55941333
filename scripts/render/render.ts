/**
 * The third stage. In: a Book. Out: a Publication, every document printed, every link and picture resolved.
 * Refuses to know: Markdown syntax, disks (pictures come through `openPicture`), ZIP.
 */
import type { PluggableList } from 'unified';
import { aboutLabels } from '../book/about-labels.ts';
import { allSections, type Book } from '../book/book.ts';
import { type Labels, labelLanguage, labelsFor } from '../book/labels.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { ContentDocument, NavEntry, Provenance, Publication, Resource, Templates } from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import { aboutRows, countWords } from '../finish/about-this-copy.ts';
import { printColophon } from '../finish/colophon.ts';
import type { Outcome, Problem } from '../report/problem.ts';
import { describeAccessibility } from './accessibility.ts';
import { type DrawnCover, readCover } from './cover.ts';
import { illustrate, type OpenPicture } from './embed-images.ts';
import { resolveLinks } from './links.ts';
import { makeLandmarks, makeNav } from './nav.ts';
import { placeOrnament, readOrnament } from './ornament.ts';
import { impose } from './paginate.ts';
import { pageDocument, printTemplate } from './print-template.ts';
import { type Composed, composeSection } from './section-to-hast.ts';

export interface RenderOptions {
  readonly templates: Templates;
  readonly openPicture: OpenPicture;
  readonly rehypePlugins: PluggableList;
  /** Path of a file named `cover.jpg` or the like, used if the metadata names none. */
  readonly coverPath: string | undefined;
  /** The cover that was drawn because there is no other. */
  readonly drawnCover?: DrawnCover | undefined;
  readonly limits?: Limits | undefined;
  /** What the book is made from, asked once every picture has been opened; without it there is no colophon. */
  readonly provenance?: (() => Provenance) | undefined;
  /** Families of the typefaces that are to be put into the book. */
  readonly typefaces?: readonly string[] | undefined;
}

/** Renders a book. */
export async function renderBook(
  { metadata: given, sections }: Book,
  {
    templates,
    openPicture,
    rehypePlugins,
    coverPath,
    drawnCover,
    provenance,
    typefaces = [],
    limits = usualLimits,
  }: RenderOptions,
): Promise<Outcome<Publication>> {
  const problems: Problem[] = [];
  const take = <Value>(outcome: Outcome<Value>): Value => {
    for (const each of outcome.problems) problems.push(each); // a call takes some 100,000 arguments at most
    return outcome.value;
  };
  const labels = labelsFor(given.lang);
  const ornament = take(await readOrnament(given.design, openPicture));
  const composed = new Map<string, Composed>();
  const how = { metadata: given, labels, ornament: ornament.text, rehypePlugins, deepest: limits.nesting };
  for (const section of allSections(sections)) composed.set(section.id, take(await composeSection(section, how)));
  const all = [...composed.values()];
  const inText = take(await illustrate(all, openPicture));
  const ornaments = placeOrnament(all, ornament) && ornament.picture ? [ornament.picture] : [];
  const illustrated = { ...inText, resources: [...ornaments, ...inText.resources] };
  for (const each of resolveLinks(all)) problems.push(each);
  const imposed = impose(all, given, labels);
  problems.push(...imposed.problems);
  const metadata = withWordCount(given, imposed.documents);
  const kinds = new Set(imposed.documents.map(({ kind }) => kind));
  const about = kinds.has('about-this-copy') ? [] : aboutRows(metadata);
  const aboutTitle = aboutLabels(metadata.lang).about;
  const nav = [
    ...makeNav(sections, composed, imposed, labels, metadata.title),
    ...(about.length ? [{ title: aboutTitle, href: 'about-this-copy.xhtml', entries: [] }] : []),
  ];

  const cover = take(
    await readCover(metadata, labels, { conventional: coverPath, drawn: drawnCover, open: openPicture }),
  );
  const pages: ContentDocument[] = [];
  if (cover && !kinds.has('cover')) {
    const body = take(printTemplate(templates, 'cover.xhtml.ejs', { metadata, labels, cover }));
    pages.push(pageDocument(body, { kind: 'cover', title: labels.cover, metadata }));
  }
  if (!kinds.has('title-page')) {
    const others = metadata.contributors.filter(({ role }) => role !== 'author');
    const body = take(
      printTemplate(templates, 'title-page.xhtml.ejs', {
        metadata,
        labels,
        labelLang: labelLanguage(metadata.lang),
        authors: authorNames(metadata.contributors),
        others,
        ornament: ornament.text,
      }),
    );
    pages.push(pageDocument(body, { kind: 'title-page', title: metadata.title, metadata }));
  }
  if (!kinds.has('contents')) {
    const body = take(printTemplate(templates, 'contents.xhtml.ejs', { metadata, labels, nav }));
    pages.push(pageDocument(body, { kind: 'contents', title: labels.contents, metadata }));
  }
  if (about.length > 0) {
    const body = take(
      printTemplate(templates, 'about-this-copy.xhtml.ejs', {
        metadata,
        labels,
        labelLang: labelLanguage(metadata.lang),
        title: aboutTitle,
        authors: authorNames(metadata.contributors),
        rows: about,
      }),
    );
    pages.push(pageDocument(body, { kind: 'about-this-copy', title: aboutTitle, metadata }));
  }
  if (provenance && metadata.design.hasColophon && !kinds.has('colophon')) {
    pages.push(take(printColophon(metadata, { templates, provenance: provenance(), typefaces })));
  }
  const documents = inOrder(imposed.documents, pages);
  const value: Publication = {
    metadata,
    accessibility: describeAccessibility(metadata, all, illustrated, cover !== undefined),
    documents,
    resources: [...(cover ? [cover.resource] : []), ...illustrated.resources, ...stylesheets(templates)],
    nav: nav.length > 0 ? nav : fallbackNav(documents, labels, metadata.title),
    landmarks: makeLandmarks(documents, labels),
    labels,
  };
  return { value, problems };
}

/** Generated pages go where books have them: before the first page of their matter that comes later by convention; in the back matter, last. */
function inOrder(documents: readonly ContentDocument[], pages: readonly ContentDocument[]): readonly ContentDocument[] {
  const ordered = [...documents];
  for (const page of pages) {
    const place = traitsOf(page.kind).place;
    const at =
      page.matter === 'backmatter'
        ? -1
        : ordered.findIndex(({ kind, matter }) => matter !== 'frontmatter' || traitsOf(kind).place > place);
    ordered.splice(at === -1 ? ordered.length : at, 0, page);
  }
  return ordered;
}

function withWordCount(metadata: Metadata, documents: readonly ContentDocument[]): Metadata {
  const { archival } = metadata;
  return archival?.countsWords
    ? { ...metadata, archival: { ...archival, wordCount: countWords(documents) } }
    : metadata;
}

/** A nav needs one entry at least (EPUB 3.3 §7.4.2): a book without listed sections has its first page. */
function fallbackNav(documents: readonly ContentDocument[], labels: Labels, title: string): readonly NavEntry[] {
  const first = documents.find(({ kind }) => kind !== 'cover' && kind !== 'contents');
  return [{ title: title || labels.text, href: first?.href ?? 'contents.xhtml', entries: [] }];
}

/** What is newer than CSS 2.1 stands in a sheet of its own: an old engine that drops it keeps the other. */
function stylesheets(templates: Templates): readonly Resource[] {
  return [
    {
      id: 'modern-style',
      href: 'modern.css',
      mediaType: 'text/css',
      properties: [],
      bytes: Buffer.from(`${templates.get('core-modern.css') ?? ''}\n${templates.get('modern.css') ?? ''}`),
    },
  ];
}
