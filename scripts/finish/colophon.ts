/**
 * What the colophon tells: the press, the design, the typefaces, and a checksum that names the sources. In: metadata and
 * provenance. Out: rows to print, the same for the same manuscript.
 */
import { type ColophonKey, colophonLabels } from '../book/colophon-labels.ts';
import { ornamentText } from '../book/design.ts';
import { sha256 } from '../book/digest.ts';
import { labelLanguage } from '../book/labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument, Provenance } from '../book/publication.ts';
import { printSourceList } from '../book/source-list.ts';
import type { Outcome } from '../report/problem.ts';
import { type PageSources, printPage } from './print-page.ts';

interface ColophonRow {
  readonly key: ColophonKey;
  readonly label: string;
  readonly value: string;
}

export interface Making {
  readonly provenance: Provenance;
  /** The typefaces that are in the book. */
  readonly typefaces: readonly (string | undefined)[];
}

/** The page. */
export function printColophon(sources: PageSources, { provenance, typefaces }: Making): Outcome<ContentDocument> {
  const { metadata } = sources;
  const title = colophonLabels(metadata.lang).colophon;
  return printPage(sources, 'colophon', title, {
    labelLang: labelLanguage(metadata.lang),
    title,
    ornament: ornamentText(metadata.design),
    rows: colophonRows(metadata, { provenance, typefaces }),
  });
}

/** What the page shows. The checksum is that of META-INF/fleuron-sources.sha256, which lists every file the book was made from. */
function colophonRows({ lang, design }: Metadata, { provenance, typefaces }: Making): readonly ColophonRow[] {
  const labels = colophonLabels(lang);
  const values: readonly (readonly [ColophonKey, string])[] = [
    ['press', `Fleuron ${provenance.version}`],
    ['design', design.theme],
    ['typefaces', typefaces.filter(Boolean).join(', ')],
    ['sources', provenance.files.size > 0 ? checksumOf(provenance) : ''],
  ];
  return values.flatMap(([key, value]) => (value ? [{ key, label: labels[key], value }] : []));
}

/** In four groups: a line of sixty-four figures is wider than a page, and none can compare it. */
function checksumOf(provenance: Provenance): string {
  return sha256(printSourceList(provenance)).replace(/.{16}(?!$)/g, '$& ');
}
