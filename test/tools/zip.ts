/** ZIPs of tests, packed as the press packs. */
import { zip } from '../../scripts/zip/write-zip.ts';

/** Packs files in their order; those named as `stored` are not compressed. */
export function packZip(
  files: Readonly<Record<string, string | Uint8Array>> | ReadonlyMap<string, string | Uint8Array>,
  stored: readonly string[] = [],
): Uint8Array {
  const packed = zip(
    (files instanceof Map ? [...files] : Object.entries(files)).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      stored: stored.includes(name),
    })),
  );
  if (!packed) throw new Error('Unexpected files that no ZIP can hold');
  return packed;
}
