/**
 * The pages that open a work in a book of several: its cover as a plate, its title page, what is known of it. In: a rendered book. Out: its
 * documents, with these before those of each work. An author’s own page takes the place of the press’s.
 */
import type { ContentDocument, RenderedBook, RenderedWork, Templates } from '../book/publication.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';
import { printAboutPage, workRows } from './about-this-copy.ts';
import { printCover, printTitlePage } from './front-pages.ts';
import type { PageSources } from './print-page.ts';
import { withWordCount } from './word-count.ts';

/** Puts them in; the page that holds the place of a title page goes. */
export function withWorkPages(
  { documents, works }: RenderedBook,
  templates: Templates,
): Outcome<readonly ContentDocument[]> {
  if (works.length === 0) return { value: documents, problems: [] };
  const { problems, take } = collector();
  const byWork = new Map(works.map(({ id }) => [id, [] as ContentDocument[]]));
  for (const each of documents) byWork.get(each.work ?? '')?.push(each);
  const opened = new Map(works.map((work) => [work.id, take(openingOf(work, byWork.get(work.id) ?? [], templates))]));
  const value = documents.flatMap((each) => opened.get(each.id) ?? [each]);
  return { value, problems };
}

/** The first pages of a work, the author’s own title page among them. */
function openingOf(
  { id: work, metadata: said, labels, cover }: RenderedWork,
  documents: readonly ContentDocument[],
  templates: Templates,
): Outcome<readonly ContentDocument[]> {
  const { problems, take } = collector();
  const metadata = withWordCount(said, documents);
  const own = { metadata, labels, templates, work };
  const kinds = new Set(documents.map(({ kind }) => kind));
  const first = documents.find(({ id }) => id === work);
  const value = [
    cover && !kinds.has('cover') ? take(printCover(own, cover)) : undefined,
    first?.kind === 'title-page' ? first : take(printTitlePage(own)),
    kinds.has('about-this-copy') ? undefined : take(factsOf(own, kinds.has('summary'))),
  ];
  return { value: value.filter((page) => page !== undefined), problems };
}

/** What is known of a work; its summary only where no page of its own has that. */
function factsOf(own: PageSources, hasSummary: boolean): Outcome<ContentDocument | undefined> {
  const metadata = hasSummary ? { ...own.metadata, description: undefined } : own.metadata;
  const rows = workRows(metadata);
  if (rows.length === 0 && metadata.description === undefined) return { value: undefined, problems: [] };
  return printAboutPage({ ...own, metadata }, rows);
}
