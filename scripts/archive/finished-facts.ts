/** What a finished book of Fleuron's says of itself. In: its bytes. Out: the facts by which it is known again. */
import type { Limits } from '../book/limits.ts';
import type { Provenance } from '../book/publication.ts';
import { readSourceList, sourceListPath } from '../book/source-list.ts';
import { readZip } from '../zip/read-zip.ts';

interface FinishedFacts {
  /** As the package document has it: XML, so that a sign may be escaped. */
  readonly identifier: string | undefined;
  /** When it was last changed, as EPUB 3.3 §5.5.3.3 writes it. */
  readonly modified: string | undefined;
  readonly sources: Provenance | undefined;
}

/** Undefined where the bytes are no ZIP that can be read within the limits. */
export function finishedFacts(bytes: Uint8Array, limits: Limits): FinishedFacts | undefined {
  const zip = readZip(bytes, limits);
  if ('reason' in zip) return undefined;
  const textOf = (wanted: (path: string) => boolean): string => {
    const read = zip.entries.find(({ path }) => wanted(path))?.read();
    return read && 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
  };
  const opf = textOf((path) => path.endsWith('.opf'));
  return {
    identifier: /<dc:identifier id="identifier"[^>]*>([^<]*)</.exec(opf)?.[1],
    modified: /<meta property="dcterms:modified">([^<]*)<\/meta>/.exec(opf)?.[1],
    sources: readSourceList(textOf((path) => path === sourceListPath)),
  };
}
