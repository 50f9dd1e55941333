/**
 * Whether a book changed while its date stayed. In: the book that is about to be replaced, and the one that replaces it. Out: a hint.
 * EPUB 3.3 §5.5.3.3: the date says when a publication was last changed; readers know a newer copy by it.
 */
import { escapeAttribute, escapeText } from '../book/escape-xml.ts';
import type { Limits } from '../book/limits.ts';
import type { Publication } from '../book/publication.ts';
import { readSourceList, sourceListPath } from '../book/source-list.ts';
import { type Problem, problem } from '../report/problem.ts';
import { readZip } from '../zip/read-zip.ts';

/** The hint, where the sources are others and the date is the same; none where the older book says too little. */
export function staleDate(
  older: Uint8Array,
  { metadata, provenance }: Publication,
  limits: Limits,
): Problem | undefined {
  const zip = readZip(older, limits);
  if ('reason' in zip) return undefined;
  const textOf = (wanted: (path: string) => boolean): string => {
    const read = zip.entries.find(({ path }) => wanted(path))?.read();
    return read && 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
  };
  const opf = textOf((path) => path.endsWith('.opf'));
  const date = /<meta property="dcterms:modified">([^<]*)<\/meta>/.exec(opf)?.[1];
  const name = /<dc:identifier id="identifier"[^>]*>([^<]*)</.exec(opf)?.[1];
  const isSameBook = name === escapeText(metadata.identifier) || name === escapeAttribute(metadata.identifier);
  const list = readSourceList(textOf((path) => path === sourceListPath));
  const files = provenance?.files ?? new Map<string, string>();
  if (!isSameBook || date !== metadata.modified || !list || list.files.size === 0) return undefined;
  const isSame = list.files.size === files.size && [...files].every(([path, sum]) => list.files.get(path) === sum);
  if (isSame) return undefined;
  return problem(
    'modified-stale',
    undefined,
    `The manuscript changed since the book that this one replaces, but its date of change is still ${metadata.modified.slice(0, 10)}, so a reading app may keep the older book.`,
    'When you publish it, give the day: “modified: …” in book.yaml.',
  );
}
