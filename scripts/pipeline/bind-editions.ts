/** The last two stages, edition by edition. In: a finished book. Out: the file of each edition, or none where one fails. */
import { packEpub, printEpub } from '../bind/bind.ts';
import type { Page } from '../bind/print-page.ts';
import type { EditionName } from '../book/editions.ts';
import type { BoundDocument, Publication } from '../book/publication.ts';
import { makeEdition } from '../editions/make-edition.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome, type Problem } from '../report/problem.ts';
import type { Step } from '../report/progress.ts';
import type { BookStyles } from '../styles/embed-style-sheets.ts';
import type { ZipFile } from '../zip/write-zip.ts';
import { sheetDocuments } from './sheet-documents.ts';

/** A book in one edition, as its file holds it. */
export interface BoundEdition {
  readonly name: EditionName;
  readonly bytes: Uint8Array;
  /** Its pages and style sheets, which lead back from their lines to the author's; none of the web edition. */
  readonly documents: readonly BoundDocument[];
}

/** A book in one edition before it is packed. */
export interface PrintedEdition extends Omit<BoundEdition, 'bytes'> {
  /** What its ZIP holds; the one file of the web edition has no name yet. */
  readonly content: { readonly entries: readonly ZipFile[] } | { readonly file: Uint8Array };
  /** What its pages were printed with; none of the web edition. */
  readonly pages: readonly Page[];
  readonly judge?: ((bytes: Uint8Array) => readonly Problem[]) | undefined;
}

type Styles = Pick<BookStyles, 'templates' | 'sheets'>;

/** Makes and prints an edition; undefined where it cannot be. */
export async function printEdition(
  name: EditionName,
  publication: Publication,
  { templates, sheets }: Styles,
): Promise<Outcome<PrintedEdition | undefined>> {
  const { problems, take } = collector();
  const { file, judge, ...edition } = take(await makeEdition(name, publication, templates));
  if (file) return { value: { name, content: { file }, documents: [], pages: [], judge }, problems };
  const printed = take(await printEpub(edition.publication, edition.templates));
  if (!printed) return { value: undefined, problems };
  const documents = [...printed.documents, ...sheetDocuments(sheets, edition)];
  const { files: entries, pages } = printed;
  return { value: { name, content: { entries }, documents, pages, judge }, problems };
}

/** Packs an edition; undefined where that cannot be. */
export function packEdition({ name, content, documents, judge }: PrintedEdition): Outcome<BoundEdition | undefined> {
  const { problems, take, add } = collector();
  const bytes = 'file' in content ? content.file : take(packEpub({ files: content.entries }));
  if (bytes) add(judge?.(bytes) ?? []);
  return { value: bytes && { name, bytes, documents }, problems };
}

/** Makes and binds each edition; undefined where one cannot be. */
export async function bindEditions(
  publication: Publication,
  styles: Styles,
  { names, step }: { readonly names: readonly EditionName[]; readonly step?: Step },
): Promise<Outcome<readonly BoundEdition[] | undefined>> {
  const { problems, take } = collector();
  const bound: BoundEdition[] = [];
  for (const [at, name] of names.entries()) {
    await step?.(at, names.length);
    const printed = take(await printEdition(name, publication, styles));
    const made = printed && take(packEdition(printed));
    if (!made || hasErrors(problems)) return { value: undefined, problems };
    bound.push(made);
  }
  return { value: bound, problems };
}
