/**
 * The list of a book's sources that the book carries, in the form that `sha256sum -c` reads:
 * `unzip -p book.epub META-INF/fleuron-sources.sha256 | sha256sum --strict -c`, run in the manuscript, proves it.
 */
import { isEditionName } from './editions.ts';
import type { Manuscript } from './manuscript.ts';
import type { Provenance } from './publication.ts';
import { version } from './version.ts';

/** Where the list stands in an EPUB. OCF 3.3 §4.2.6 lets META-INF hold what other tools pass over. */
export const sourceListPath = 'META-INF/fleuron-sources.sha256';

/** The list of the sources of the book that a manuscript was brought back from, in the manuscript. */
export const madeFromPath = 'made-from.sha256';

/** What the last update of a story brought, in the manuscript: the one hidden file that a book can be made from. */
export const newsPath = '.fleuron/news.json';

/** What a book was made from: the files that were read, or those of the book that the manuscript was brought back from. */
export function provenanceOf(
  { madeFrom, fingerprints = new Map() }: Pick<Manuscript, 'madeFrom' | 'fingerprints'>,
  others: readonly (readonly [path: string, sha256: string])[],
): Provenance {
  const list = madeFrom === undefined ? undefined : readSourceList(madeFrom);
  return { version: list?.version ?? version, files: list?.files ?? new Map([...fingerprints, ...others]) };
}

/** Prints a list, in code point order of the paths. */
export function printSourceList({ version, files, edition }: Provenance): string {
  const lines = [...files]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([path, sum]) => {
      const escaped = path.replace(/[\\\n\r]/g, (mark) => escapes[mark] ?? mark);
      return `${escaped === path ? '' : '\\'}${sum}  ${escaped}\n`;
    });
  const as = edition === undefined ? '' : `, as its ${edition} edition`;
  return `# Made by Fleuron ${version} from these files (SHA-256)${as}.\n${lines.join('')}`;
}

/** Reads a list; undefined where a line is none of a list. */
export function readSourceList(text: string): Provenance | undefined {
  const files = new Map<string, string>();
  let version = '';
  let edition: string | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      version ||= /^# Made by Fleuron (\S{1,40}) /.exec(line)?.[1] ?? '';
      edition ??= /, as its ([a-z-]{1,20}) edition\.$/.exec(line)?.[1];
      continue;
    }
    const match = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (!match) return undefined;
    const [, escaped, sum = '', path = ''] = match;
    files.set(escaped ? path.replace(/\\[\\nr]/g, (mark) => unescapes[mark] ?? mark) : path, sum);
  }
  return { version, files, ...(edition !== undefined && isEditionName(edition) && { edition }) };
}

/** As GNU coreutils write names that hold them. */
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
const unescapes: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
