/**
 * The pipeline, on one page: read → typeset → render → finish → one edition or more → bind.
 * In: files, and what only a command can know. Out: a book in each edition asked for, and everything that was noticed on the way.
 */
import type { OpenAsset } from '../book/assets.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import { ornamentColour } from '../book/design.ts';
import type { EditionName } from '../book/editions.ts';
import type { GivenFiles } from '../book/given-files.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Publication, RenderedBook, Templates } from '../book/publication.ts';
import { provenanceOf } from '../book/source-list.ts';
import { coverFor } from '../cover/cover-for.ts';
import { finishBook } from '../finish/finish-book.ts';
import { embedTypeface } from '../fonts/embed-typeface.ts';
import { fitTypeface } from '../fonts/fit-typeface.ts';
import { pictureOpener } from '../pictures/open-picture.ts';
import { readThemePictures } from '../pictures/theme-pictures.ts';
import { renderBook } from '../render/render-book.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome } from '../report/problem.ts';
import { type Stage, stepsOf, type Watcher } from '../report/progress.ts';
import { type BookStyles, embedStyleSheets, withAddedSheet } from '../styles/embed-style-sheets.ts';
import { chooseTemplates } from '../templates/choose-templates.ts';
import { typesetBook } from '../typeset/typeset-book.ts';
import type { KeptBook } from '../versions/keep-addresses.ts';
import { type BoundEdition, bindEditions } from './bind-editions.ts';
import type { Finished } from './keep-previous.ts';
import type { LoadPlugins } from './plugins.ts';
import { ofStranger, readGiven } from './read-given.ts';

interface MakeOptions extends Watcher {
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDate?: number | undefined;
  /** Loads plug-ins by the names in book.yaml. */
  readonly loadPlugins: LoadPlugins;
  /** Opens the press's own files: typefaces, programs in WebAssembly. */
  readonly openAsset: OpenAsset;
  /** Whether the manuscript is a stranger's, whose plug-ins and templates are not to be run. */
  readonly untrusted?: boolean | undefined;
  /** What the manuscript may cost; the usual limits if not given. */
  readonly limits?: Limits | undefined;
  /** The version before, once it is known which book this is: what did not change keeps its addresses. */
  readonly previous?: ((metadata: Metadata) => Outcome<Finished | undefined>) | undefined;
  /** Where drawn covers are kept for the next build. */
  readonly coverCache?: CoverCache | undefined;
}

export interface BuildOptions extends MakeOptions {
  /** What is made of the finished book; the one EPUB for all unless told. */
  readonly editions?: readonly EditionName[];
}

/** A finished book, of which editions are made. */
interface MadeBook {
  readonly publication: Publication;
  readonly styles: Pick<BookStyles, 'templates' | 'sheets'>;
}

export interface Made extends Outcome<MadeBook | undefined> {
  /** The author's texts by path, for who shows a line of one. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface Bound {
  /** The first of the editions. */
  readonly epub: Uint8Array;
  readonly editions: readonly BoundEdition[];
  /** What editions were made of. */
  readonly publication: Publication;
  readonly templates: Templates;
}

export interface Built extends Outcome<Bound | undefined>, Pick<Made, 'sources'> {}

/** Builds a book. It is undefined where a problem is an error; then nothing may be written. Rejects where it is aborted. */
export async function buildBook(given: GivenFiles, options: BuildOptions): Promise<Built> {
  const { value: made, problems: found, sources } = await makeBook(given, options);
  const { problems, take, add } = collector();
  add(found);
  if (!made) return { value: undefined, problems, sources };
  const { publication, styles } = made;
  const { editions: names = ['epub'] } = options;
  const editions = take(await bindEditions(publication, styles, { names, step: stepsOf('binding', options) }));
  const epub = editions?.[0]?.bytes;
  const value = editions && epub && { epub, editions, publication, templates: styles.templates };
  return { value, problems, sources };
}

/** All of a build but its editions: the book, finished. It is undefined where a problem is an error. */
export async function makeBook(given: GivenFiles, options: MakeOptions): Promise<Made> {
  const { sourceDate, loadPlugins, openAsset, untrusted, limits = usualLimits, coverCache: covers } = options;
  const { problems, take } = collector();
  const sources = new Map<string, string>();
  const stop = (): Made => ({ value: undefined, problems, sources });
  const step = (stage: Stage) => stepsOf(stage, options);

  const read = take(
    await readGiven(
      untrusted ? ofStranger(given) : given,
      { sourceDate, loadPlugins, limits, step: step('reading') },
      sources,
    ),
  );
  if (!read || hasErrors(problems)) return stop();
  const { manuscript } = read;
  const typeset = take(await typesetBook(read.book, { sources, step: step('typesetting') }));
  const { book, fingerprints } = typeset.metadata.tellsNews
    ? take((await import('./whats-new.ts')).withNews(typeset, manuscript))
    : { book: typeset, fingerprints: [] };

  const { design, plugins } = book.metadata;
  const authors = manuscript.templates;
  const chosen = take(await chooseTemplates(authors, { untrusted, theme: design.theme }));
  const openPicture = pictureOpener(manuscript, openAsset, limits);
  const drawnCover = take(await coverFor(book, { templates: chosen, authors, openAsset, openPicture, covers }));
  const rehypePlugins = take(await loadPlugins(plugins.rehype));
  const themePictures = take(await readThemePictures(chosen, limits, ornamentColour(design)));
  const rendering = { openPicture, themePictures, rehypePlugins, drawnCover, limits, step: step('rendering') };
  const kept = take(await withPrevious(take(await renderBook(book, rendering)), options.previous, limits));
  if (!kept) return stop();
  const { rendered } = kept;

  await step('finishing')(0, 1);
  const styles = take(await embedStyleSheets(chosen, manuscript, { openAsset, limits, design, forms: rendered.forms }));
  const { templates } = styles;
  const provenance = provenanceOf(manuscript, [...rendered.pictures, ...styles.fingerprints, ...fingerprints]);
  const fitting = take(await fitTypeface(rendered, openAsset));
  const typefaces = [fitting?.typeface.family, styles.typefaces];
  const styled = { ...rendered, resources: [...rendered.resources, ...styles.resources] };
  const finished = take(finishBook(styled, { templates, provenance, typefaces }));
  if (hasErrors(problems)) return stop();
  const filed = kept.withFiles(finished);
  const publication = withAddedSheet(await embedTypeface(filed, fitting, openAsset), styles.added);
  return { value: { publication, styles }, problems, sources };
}

/** The book with the addresses of the version before, if there is one. */
async function withPrevious(
  rendered: RenderedBook,
  previous: MakeOptions['previous'],
  limits: Limits,
): Promise<Outcome<KeptBook | undefined>> {
  const found = previous?.(rendered.metadata) ?? { value: undefined, problems: [] };
  const alone: KeptBook = { rendered, withFiles: (finished) => finished };
  if (!found.value) return { value: hasErrors(found.problems) ? undefined : alone, problems: found.problems };
  const { keepPrevious } = await import('./keep-previous.ts');
  const kept = keepPrevious(rendered, found.value, limits);
  return kept.value || found.value.isAsked ? kept : { value: alone, problems: [] };
}
