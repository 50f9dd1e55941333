/**
 * The third stage. In: a Book. Out: its sections as content documents, every link and picture resolved, and what they say of
 * the book. Pictures come through `openPicture`.
 */
import type { PluggableList } from 'unified';
import { allSections, type Book, metadataOf, type OpenPicture, type Picture } from '../book/book.ts';
import { labelsFor } from '../book/labels.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import type { DrawnCover, RenderedBook, ThemePictures } from '../book/publication.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';
import type { Step } from '../report/progress.ts';
import { describeAccessibility } from './accessibility.ts';
import { embedImages } from './embed-images.ts';
import { findCover } from './find-cover.ts';
import { gatherNotes } from './gather-notes.ts';
import { resolveLinks } from './links.ts';
import { makeNav } from './nav.ts';
import { numberChapters } from './number-chapters.ts';
import { placeOrnament, readHeadingPictures, readOrnament, withHeadPicture } from './ornament.ts';
import { markPages, pageList } from './page-list.ts';
import { paginate, type WordsOf } from './paginate.ts';
import { renderWorks } from './render-works.ts';
import { type RenderedSection, sectionToHast } from './section-to-hast.ts';

export interface RenderOptions {
  readonly openPicture: OpenPicture;
  /** What the theme draws; nothing if not given. */
  readonly themePictures?: ThemePictures;
  readonly rehypePlugins: PluggableList;
  /** The cover that was drawn because there is no other. */
  readonly drawnCover?: DrawnCover | undefined;
  readonly limits?: Limits | undefined;
  /** Called before each section. */
  readonly step?: Step;
}

/** Renders a book. */
export async function renderBook(
  book: Book,
  {
    openPicture,
    themePictures = { heading: undefined, ornament: undefined },
    rehypePlugins,
    drawnCover,
    limits = usualLimits,
    step,
  }: RenderOptions,
): Promise<Outcome<RenderedBook>> {
  const { metadata } = book;
  const { problems, take, add } = collector();
  const wordsOf: WordsOf = (section) => {
    const own = metadataOf(book, section);
    return { metadata: own, labels: labelsFor(own.lang) };
  };
  const labels = labelsFor(metadata.lang);
  const ornament = take(await readOrnament(metadata.design, openPicture, themePictures));
  const all = [...allSections(book.sections)];
  const headings = take(await readHeadingPictures(all, metadata.design, openPicture, themePictures));
  const numbers = take(numberChapters(book));
  const belowNumbers = metadata.design.options?.['number-place'] === 'ornament' ? ornament.text : undefined;
  const rendered = new Map<string, RenderedSection>();
  const { isVertical } = metadata.design;
  const options = { ornament: ornament.text, rehypePlugins, isVertical, deepest: limits.nesting };
  for (const [at, section] of all.entries()) {
    await step?.(at, all.length);
    const { labels: own, metadata: of } = wordsOf(section);
    const numbering = {
      number: numbers.get(section.id),
      ornament: section.kind === 'chapter' ? belowNumbers : undefined,
    };
    const hast = take(await sectionToHast(section, { ...options, labels: own, lang: of.lang, numbering }));
    rendered.set(section.id, withHeadPicture(hast, headings.above.get(section.id)));
  }
  const sections = [...rendered.values()];
  const images = take(await embedImages(sections, openPicture));
  const placed = placeOrnament(sections, ornament, metadata.design.ornament === undefined);
  const headed = sections.flatMap(({ section, headPicture }) =>
    headPicture ? (headings.above.get(section.id) ?? []) : [],
  );
  const resources = [...(placed ? [placed] : []), ...new Set(headed), ...images.resources];
  const pages = markPages(sections);
  add(resolveLinks(sections, book.works));
  const gathered = gatherNotes(book, rendered);
  const { documents, fileOf, problems: tooLong } = paginate([...gathered.rendered.values()], wordsOf);
  add(tooLong);
  const cover = take(await findCover(metadata, labels, { drawn: drawnCover, open: openPicture }));
  const works = take(await renderWorks(book, openPicture));
  const { described } = images;
  const value: RenderedBook = {
    metadata,
    labels,
    accessibility: describeAccessibility(metadata, sections, {
      resources,
      described,
      hasCover: cover !== undefined,
      hasPages: pages.length > 0,
    }),
    documents,
    resources,
    forms: new Set([
      ...sections.flatMap(({ forms }) => [...forms]),
      ...(isVertical ? (['vertical'] as const) : []),
      ...(metadata.design.hasHalfTitle || metadata.design.hasCopyrightPage ? (['pages'] as const) : []),
    ]),
    pages: pageList(pages, fileOf, metadata.lang),
    nav: makeNav(gathered.book, gathered.rendered, fileOf),
    cover,
    works,
    pictures: fingerprintsOf([
      ornament.picture,
      ...headings.pictures,
      ...images.pictures,
      ...[cover, ...works.map((work) => work.cover)].map((each) => each?.picture),
    ]),
  };
  return { value, problems };
}

/** SHA-256 of the author's files among pictures, by path. */
function fingerprintsOf(pictures: readonly (Picture | undefined)[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const each of pictures) if (each?.sha256 !== undefined) known.set(each.path, each.sha256);
  return known;
}
