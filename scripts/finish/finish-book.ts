/**
 * The stage after rendering. In: a book whose sections are rendered. Out: a Publication, with the pages that the press adds
 * (cover, half title, title page, copyright page, contents, About This Copy, colophon), each printed once, and what points at pages.
 */
import type {
  ContentDocument,
  Provenance,
  Publication,
  RenderedBook,
  Resource,
  Templates,
} from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import { giveParagraphIds } from '../html/paragraph-ids.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';
import { aboutRows, printAboutPage } from './about-this-copy.ts';
import { type Making, printColophon } from './colophon.ts';
import { printCopyrightPage } from './copyright-page.ts';
import { printContents, printCover, printHalfTitle, printTitlePage } from './front-pages.ts';
import { firstPageNav, makeLandmarks } from './landmarks.ts';
import { withWordCount } from './word-count.ts';
import { withWorkPages } from './work-pages.ts';

interface FinishOptions {
  readonly templates: Templates;
  readonly provenance: Provenance;
  /** What the colophon calls the typefaces that are put into the book. */
  readonly typefaces?: Making['typefaces'];
}

/** Finishes a book. A template that fails, or prints what is no XHTML, is a problem; an author's own page takes the place of the press's. */
export function finishBook(
  rendered: RenderedBook,
  { templates, provenance, typefaces = [] }: FinishOptions,
): Outcome<Publication> {
  const { cover, labels, accessibility } = rendered;
  const { problems, take } = collector();
  const metadata = withWordCount(rendered.metadata, rendered.documents);
  const { design } = metadata;
  const kinds = new Set(rendered.documents.flatMap(({ kind, work }) => (work === undefined ? [kind] : [])));
  const about = kinds.has('about-this-copy') ? [] : aboutRows(metadata);
  const own = { metadata, labels, templates };
  const aboutPage = about.length > 0 ? take(printAboutPage(own, about)) : undefined;
  const nav = [...rendered.nav, ...(aboutPage ? [{ title: aboutPage.title, href: aboutPage.href, entries: [] }] : [])];
  const pages = [
    cover && !kinds.has('cover') ? take(printCover(own, cover)) : undefined,
    design.hasHalfTitle && !kinds.has('half-title') ? take(printHalfTitle(own)) : undefined,
    kinds.has('title-page') ? undefined : take(printTitlePage(own)),
    design.hasCopyrightPage && !kinds.has('copyright') ? take(printCopyrightPage(own)) : undefined,
    kinds.has('contents') ? undefined : take(printContents(own, nav)),
    aboutPage,
    design.hasColophon && !kinds.has('colophon') ? take(printColophon(own, { provenance, typefaces })) : undefined,
  ].filter((page) => page !== undefined);
  giveParagraphIds(rendered.documents.map(({ content }) => content));
  const documents = inOrder(take(withWorkPages(rendered, templates)), pages);
  const value: Publication = {
    metadata,
    labels,
    accessibility,
    documents,
    resources: [
      ...[cover, ...rendered.works.map((work) => work.cover)].flatMap((each) => each?.resource ?? []),
      ...rendered.resources,
      modernStyle(templates),
    ],
    nav: nav.length > 0 ? nav : firstPageNav(documents, labels, metadata.title),
    pages: rendered.pages,
    landmarks: makeLandmarks(documents, labels),
    provenance,
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

/** What is newer than CSS 2.1 stands in a sheet of its own: an old engine that drops it keeps the other. */
function modernStyle(templates: Templates): Resource {
  const css = `${templates.get('core-modern.css') ?? ''}\n${templates.get('modern.css') ?? ''}`;
  return {
    id: 'modern-style',
    href: 'modern.css',
    mediaType: 'text/css',
    properties: [],
    bytes: new TextEncoder().encode(css),
  };
}
