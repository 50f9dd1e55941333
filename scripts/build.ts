/**
 * The pipeline, on one page: load → read → typeset → render → bind.
 * In: a path and what only a command can know. Out: an EPUB, and everything that was noticed on the way.
 */
import { createHash } from 'node:crypto';
import type { PluggableList } from 'unified';
import packageJson from '../package.json';
import { bindEpub } from './bind/bind.ts';
import type { Picture } from './book/book.ts';
import { type Limits, usualLimits } from './book/limits.ts';
import type { Manuscript } from './book/manuscript.ts';
import type { Publication, Templates } from './book/publication.ts';
import { readSourceList } from './book/source-list.ts';
import { importPlainText } from './import/plain-text.ts';
import { cleanText } from './read/characters.ts';
import type { LoadedForeign } from './read/load/load-foreign.ts';
import { loadManuscript } from './read/load/load-manuscript.ts';
import { readBook } from './read/read.ts';
import { renderBook } from './render/render.ts';
import { hasErrors, type Outcome, type Place, type Problem } from './report/problem.ts';
import { chooseTemplates } from './templates.ts';
import { typesetBook } from './typeset/typeset.ts';

export interface BuildOptions {
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDate?: number | undefined;
  /** Loads plug-ins by the names in book.yaml, for the manuscript at `path`. */
  readonly loadPlugins: (names: readonly string[]) => Promise<Outcome<PluggableList>>;
  /** Whether the manuscript is a stranger's, whose plug-ins and templates are not to be run. */
  readonly untrusted?: boolean;
  /** What the manuscript may cost; the usual limits if not given. */
  readonly limits?: Limits | undefined;
  /** Told the name of each stage as it begins. */
  readonly onStage?: (stage: string) => void;
}

/** The press's own version, which its books carry. */
export const version: string = packageJson.version;

export interface Bound {
  readonly epub: Uint8Array;
  readonly publication: Publication;
  readonly templates: Templates;
}

/** Builds a book. It is undefined where a problem is an error; then nothing may be written. */
export async function buildBook(
  path: string,
  { sourceDate, loadPlugins, untrusted = false, limits = usualLimits, onStage }: BuildOptions,
): Promise<Outcome<Bound | undefined> & { readonly sources: ReadonlyMap<string, string> }> {
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const take = <Value>(outcome: Outcome<Value>): Value => {
    problems.push(...outcome.problems);
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

  onStage?.('rendering');
  const templates = take(chooseTemplates(manuscript.templates, { untrusted }));
  const rehypePlugins = take(await loadPlugins(book.metadata.plugins.rehype));
  const coverPath = manuscript.pictures.find((name) => /^cover\.(jpe?g|png|gif|svg)$/i.test(name));
  const fingerprints = new Map(manuscript.fingerprints);
  // An importer has noted what it read; its pictures have names that nothing on the disk has.
  const openPicture = pictureOpener(manuscript, loaded.kind === 'foreign' ? new Map() : fingerprints, limits);
  const rendered = take(await renderBook(typeset, { templates, openPicture, rehypePlugins, coverPath, limits }));
  const madeFrom = manuscript.madeFrom === undefined ? undefined : readSourceList(manuscript.madeFrom);
  const publication: Publication = { ...rendered, provenance: madeFrom ?? { version, files: fingerprints } };
  if (manuscript.templates.size > 0 && !hasErrors(problems)) {
    const { checkMarkup } = await import('./bind/check-markup.ts'); // only an author's template can be malformed
    problems.push(...checkMarkup(publication, templates));
  }
  if (hasErrors(problems)) return stop();

  onStage?.('binding');
  const epub = take(await bindEpub(publication, templates));
  return { value: epub && !hasErrors(problems) ? { epub, publication, templates } : undefined, problems, sources };
}

/** What other formats need is loaded where there is one. */
async function bringInLazily(foreign: LoadedForeign, limits: Limits) {
  const { bringInForeign } = await import('./bring-in.ts');
  return bringInForeign(foreign, limits);
}

/** Joins the manuscript, which reads bytes, to the stage that knows pictures; notes the SHA-256 of each that is read. */
function pictureOpener(manuscript: Manuscript, fingerprints: Map<string, string>, limits: Limits) {
  return async (path: string, place: Place): Promise<Outcome<Picture | undefined>> => {
    const opened = manuscript.open(path, place);
    if ('problem' in opened) return { value: undefined, problems: [opened.problem] };
    fingerprints.set(path, createHash('sha256').update(opened.bytes).digest('hex'));
    const { readPicture } = await import('./read/pictures/read-picture.ts');
    return readPicture(opened.bytes, place, path, limits);
  };
}
