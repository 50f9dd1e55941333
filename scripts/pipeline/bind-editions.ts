/** The last two stages, edition by edition. In: a finished book. Out: the file of each edition, or none where one fails. */
import { bindEpub } from '../bind/bind.ts';
import type { EditionName } from '../book/editions.ts';
import type { BoundDocument, Publication } from '../book/publication.ts';
import { makeEdition } from '../editions/make-edition.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome } from '../report/problem.ts';
import type { Step } from '../report/progress.ts';
import type { BookStyles } from '../styles/embed-style-sheets.ts';
import { sheetDocuments } from './sheet-documents.ts';

/** A book in one edition, as its file holds it. */
export interface BoundEdition {
  readonly name: EditionName;
  readonly bytes: Uint8Array;
  /** Its pages and style sheets, which lead back from their lines to the author's; none of the web edition. */
  readonly documents: readonly BoundDocument[];
}

/** Makes and binds each edition; undefined where one cannot be. */
export async function bindEditions(
  publication: Publication,
  { templates, sheets }: Pick<BookStyles, 'templates' | 'sheets'>,
  { names, step }: { readonly names: readonly EditionName[]; readonly step?: Step },
): Promise<Outcome<readonly BoundEdition[] | undefined>> {
  const { problems, take, add } = collector();
  const bound: BoundEdition[] = [];
  for (const [at, name] of names.entries()) {
    await step?.(at, names.length);
    const { file, judge, ...edition } = take(await makeEdition(name, publication, templates));
    const made = file ? { bytes: file, documents: [] } : take(await bindEpub(edition.publication, edition.templates));
    if (made) add(judge?.(made.bytes) ?? []);
    if (!made || hasErrors(problems)) return { value: undefined, problems };
    bound.push({ name, ...made, documents: [...made.documents, ...(file ? [] : sheetDocuments(sheets, edition))] });
  }
  return { value: bound, problems };
}
