/**
 * The pipeline, on one page: load → read → typeset → render → one edition or more → bind.
 * In: a path and what only a command can know. Out: a book in each edition asked for, and everything that was noticed on the way.
 */
import { createHash } from 'node:crypto';
import type { PluggableList } from 'unified';
import packageJson from '../../package.json';
import { bindEpub } from '../bind/bind.ts';
import { allSections, type Book, type Picture } from '../book/book.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import type { EditionName } from '../book/editions.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Publication, Templates } from '../book/publication.ts';
import { readSourceList } from '../book/source-list.ts';
import { typefaces } from '../book/typefaces.ts';
import type { LoadedForeign } from '../disk/load-foreign.ts';
import { loadManuscript } from '../disk/load-manuscript.ts';
import type { Made } from '../editions/make-edition.ts';
import { withColophon } from '../finish/colophon.ts';
import { importPlainText } from '../import/plain-text.ts';
import { cleanText } from '../read/clean-text.ts';
import { readBook } from '../read/read.ts';
import { printTemplate } from '../render/print-template.ts';
import { renderBook } from '../render/render.ts';
import { hasErrors, type Outcome, type Place, type Problem } from '../report/problem.ts';
import { typesetBook } from '../typeset/typeset-book.ts';
import { chooseTemplates } from './choose-templates.ts';

export interface BuildOptions {
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDate?: number | undefined;
  /** Loads plug-ins by the names in book.yaml, for the manuscript at `path`. */
  readonly loadPlugins: (names: readonly string[]) => Promise<Outcome<PluggableList>>;
  /** Whether the manuscript is a stranger's, whose plug-ins and templates are not to be run. */
  readonly untrusted?: boolean;
  /** What the manuscript may cost; the usual limits if not given. */
  readonly limits?: Limits | undefined;
  /** What is made of the rendered book; the one EPUB for all unless told. */
  readonly editions?: readonly EditionName[];
  /** Where drawn covers are kept for the next build. */
  readonly coverCache?: CoverCache | undefined;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** The press's own version, which its books carry. */
export const version: string = packageJson.version;

/** A book in one edition, as its file holds it. */
export interface BoundEdition {
  readonly name: EditionName;
  readonly bytes: Uint8Array;
  /** What was bound, and with what: they lead back from a line of it to the author's. */
  readonly publication: Publication;
  readonly templates: Templates;
}

export interface Bound {
  /** The first of the editions. */
  readonly epub: Uint8Array;
  readonly editions: readonly BoundEdition[];
  /** What was rendered, before editions were made of it. */
  readonly publication: Publication;
  readonly templates: Templates;
  /** Absolute paths of the manuscript's files that were read. */
  readonly read: ReadonlySet<string>;
}

/** Builds a book. It is undefined where a problem is an error; then nothing may be written. */
export async function buildBook(
  path: string,
  {
    sourceDate,
    loadPlugins,
    untrusted = false,
    limits = usualLimits,
    editions = ['epub'],
    coverCache,
    onStage,
  }: BuildOptions,
): Promise<Outcome<Bound | undefined> & { readonly sources: ReadonlyMap<string, string> }> {
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const take = <Value>(outcome: Outcome<Value>): Value => {
    for (const each of outcome.problems) problems.push(each); // a call takes some 100,000 arguments at most
    return outcome.value;
  };
  const stop = () => ({ value: undefined, problems, sources });

  onStage?.('reading');
  const loaded = take(loadManuscript(path, limits));
  if (!loaded) return stop();
  const brought = loaded.kind === 'foreign' ? take(await bringInLazily(loaded.foreign, limits)) : loaded;
  if (!brought) return stop();
  let { manuscript } = brought;
  if (loaded.kind === 'text') {
    sources.set(loaded.file.path, loaded.file.text);
    // Titles are taken from the text, so it must be fit for print before it is imported.
    const text = take(cleanText(loaded.file.text, loaded.file.path));
    const imported = take(importPlainText({ ...loaded.file, text }));
    manuscript = { ...manuscript, files: imported.files, imported: imported.metadata };
  }
  for (const file of loaded.kind === 'text' ? [] : manuscript.files) sources.set(file.path, file.text);
  if (manuscript.bookFile) sources.set(manuscript.bookFile.path, manuscript.bookFile.text);

  const book = take(await readBook(manuscript, { sourceDate, loadPlugins, limits }));
  if (!book || hasErrors(problems)) return stop();

  onStage?.('typesetting');
  const typeset = take(typesetBook(book, sources));
  const { design } = book.metadata;

  onStage?.('rendering');
  const templates = take(chooseTemplates(manuscript.templates, { untrusted, theme: design.theme }));
  const rehypePlugins = take(await loadPlugins(book.metadata.plugins.rehype));
  const coverPath = manuscript.pictures.find((name) => /^cover\.(jpe?g|png|gif|svg|webp|avif)$/i.test(name));
  const fingerprints = new Map(manuscript.fingerprints);
  // An importer has noted what it read; its pictures have names that nothing on the disk has.
  const openPicture = pictureOpener(manuscript, loaded.kind === 'foreign' ? new Map() : fingerprints, limits);
  const isAuthors = !untrusted && manuscript.templates.has('cover.svg.ejs');
  const picture = lacksCover(typeset, coverPath) ? take(await drawLazily(typeset, templates, coverCache)) : undefined;
  const drawnCover = picture && { picture, isAuthors };
  const madeFrom = manuscript.madeFrom === undefined ? undefined : readSourceList(manuscript.madeFrom);
  const provenance = () => ({ version: madeFrom?.version ?? version, files: madeFrom?.files ?? fingerprints });
  const faces = design.embedsFonts ? [typefaces[design.theme].family] : [];
  const rendered = take(
    await renderBook(typeset, {
      templates,
      openPicture,
      rehypePlugins,
      coverPath,
      drawnCover,
      provenance,
      typefaces: faces,
      limits,
    }),
  );
  const dressed = design.embedsFonts ? take(await embedFontsLazily(rendered)) : rendered;
  // A typeface that lacks the book's script stays out of it, and then out of its colophon.
  const isBare = design.embedsFonts && dressed.fontSheet === undefined;
  const told = { templates, provenance: provenance(), typefaces: [] };
  const publication: Publication = {
    ...(isBare ? take(withColophon(dressed, told)) : dressed),
    provenance: provenance(),
  };
  if (manuscript.templates.size > 0 && !hasErrors(problems)) {
    const { checkMarkup } = await import('../bind/check-markup.ts'); // only an author's template can be malformed
    for (const each of checkMarkup(publication, templates)) problems.push(each);
  }
  if (hasErrors(problems)) return stop();

  onStage?.('binding');
  const bound: BoundEdition[] = [];
  for (const name of editions) {
    const made = take(await makeLazily(name, publication, templates));
    const bytes = made.file ?? take(await bindEpub(made.publication, made.templates));
    if (bytes) problems.push(...(made.judge?.(bytes) ?? []));
    if (!bytes || hasErrors(problems)) return stop();
    bound.push({ name, bytes, publication: made.publication, templates: made.templates });
  }
  const [first] = bound;
  const { read } = loaded;
  return { value: first && { epub: first.bytes, editions: bound, publication, templates, read }, problems, sources };
}

/** The edition for all is what was rendered; what makes another is loaded where one is asked for. */
async function makeLazily(name: EditionName, publication: Publication, templates: Templates): Promise<Outcome<Made>> {
  if (name === 'epub') return { value: { publication, templates }, problems: [] };
  const { makeEdition } = await import('../editions/make-edition.ts');
  return makeEdition(name, publication, templates);
}

/** What other formats need is loaded where there is one. */
async function bringInLazily(foreign: LoadedForeign, limits: Limits) {
  const { bringInForeign } = await import('./import.ts');
  return bringInForeign(foreign, limits);
}

/** Subsetting needs a compiled shaper and megabytes of fonts: loaded for books that hold some. */
async function embedFontsLazily(publication: Publication): Promise<Outcome<Publication>> {
  const [{ embedFonts }, { pressFiles }] = await Promise.all([
    import('../fonts/embed-fonts.ts'),
    import('../disk/package-assets.ts'),
  ]);
  return embedFonts(publication, typefaces[publication.metadata.design.theme], pressFiles);
}

/** Whether a cover is to be drawn: the author gives none, and does not ask for none. */
function lacksCover({ metadata, sections }: Book, coverPath: string | undefined): boolean {
  if (!metadata.design.drawsCover || metadata.cover !== undefined || coverPath !== undefined) return false;
  for (const { kind } of allSections(sections)) if (kind === 'cover') return false;
  return true;
}

/** What draws a cover is loaded where one is wanted. */
async function drawLazily(
  { metadata }: Book,
  templates: Templates,
  covers: CoverCache | undefined,
): Promise<Outcome<Picture | undefined>> {
  const [{ drawCover }, { pressFiles }] = await Promise.all([
    import('../cover/draw-cover.ts'),
    import('../disk/package-assets.ts'),
  ]);
  const print = (data: Readonly<Record<string, unknown>>) => printTemplate(templates, 'cover.svg.ejs', data);
  const tools = JSON.stringify([version, packageJson.dependencies, templates.get('cover.svg.ejs')]);
  return drawCover(metadata, { print, open: pressFiles, cached: covers && { covers, tools } });
}

/** Joins the manuscript, which reads bytes, to the stage that knows pictures; notes the SHA-256 of each that is read. */
function pictureOpener(manuscript: Manuscript, fingerprints: Map<string, string>, limits: Limits) {
  return async (path: string, place: Place, isCover = false): Promise<Outcome<Picture | undefined>> => {
    const opened = manuscript.open(path, place);
    if ('problem' in opened) return { value: undefined, problems: [opened.problem] };
    fingerprints.set(path, createHash('sha256').update(opened.bytes).digest('hex'));
    const [{ takePicture }, { pressFiles }] = await Promise.all([
      import('../pictures/take-picture.ts'),
      import('../disk/package-assets.ts'),
    ]);
    return takePicture({ bytes: opened.bytes, path, place, isCover }, pressFiles, limits);
  };
}
