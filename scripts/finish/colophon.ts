/**
 * What the colophon tells: the press, the design, the typefaces, and a checksum that names the sources. In: metadata and
 * provenance. Out: rows to print, the same for the same manuscript. Refuses to know: how they are printed.
 */
import { createHash } from 'node:crypto';
import { type ColophonKey, colophonLabels } from '../book/colophon-labels.ts';
import { labelLanguage, labelsFor } from '../book/labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument, Provenance, Publication, Templates } from '../book/publication.ts';
import { printSourceList } from '../book/source-list.ts';
import { ornamentText } from '../render/ornament.ts';
import { pageDocument, printTemplate } from '../render/print-template.ts';
import type { Outcome } from '../report/problem.ts';

export interface ColophonRow {
  readonly key: ColophonKey;
  readonly label: string;
  readonly value: string;
}

export interface ColophonSources {
  readonly templates: Templates;
  readonly provenance: Provenance;
  /** Families of the typefaces that are in the book. */
  readonly typefaces: readonly string[];
}

/** The page; a template that fails is a problem at its line. */
export function printColophon(
  metadata: Metadata,
  { templates, provenance, typefaces }: ColophonSources,
): Outcome<ContentDocument> {
  const title = colophonLabels(metadata.lang).colophon;
  const { value, problems } = printTemplate(templates, 'colophon.xhtml.ejs', {
    metadata,
    labels: labelsFor(metadata.lang),
    labelLang: labelLanguage(metadata.lang),
    title,
    ornament: ornamentText(metadata.design),
    rows: colophonRows(metadata, provenance, typefaces),
  });
  return { value: pageDocument(value, { kind: 'colophon', title, metadata }), problems };
}

/** A publication whose colophon says what is in the book after all; an author's own stays as it is. */
export function withColophon(publication: Publication, sources: ColophonSources): Outcome<Publication> {
  const isPrinted = ({ kind, places }: ContentDocument) => kind === 'colophon' && places.length === 0;
  if (!publication.documents.some(isPrinted)) return { value: publication, problems: [] };
  const { value: page, problems } = printColophon(publication.metadata, sources);
  const documents = publication.documents.map((each) => (isPrinted(each) ? page : each));
  return { value: { ...publication, documents }, problems };
}

/** What the page shows. The checksum is that of META-INF/fleuron-sources.sha256, which lists every file the book was made from. */
export function colophonRows(
  { lang, design }: Metadata,
  provenance: Provenance,
  typefaces: readonly string[],
): readonly ColophonRow[] {
  const labels = colophonLabels(lang);
  const values: readonly (readonly [ColophonKey, string])[] = [
    ['press', `Fleuron ${provenance.version}`],
    ['design', design.theme],
    ['typefaces', typefaces.join(', ')],
    ['sources', provenance.files.size > 0 ? checksumOf(provenance) : ''],
  ];
  return values.flatMap(([key, value]) => (value ? [{ key, label: labels[key], value }] : []));
}

/** In four groups: a line of sixty-four figures is wider than a page, and none can compare it. */
function checksumOf(provenance: Provenance): string {
  return createHash('sha256')
    .update(printSourceList(provenance))
    .digest('hex')
    .replace(/.{16}(?!$)/g, '$& ');
}
