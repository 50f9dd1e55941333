/**
 * The fixity line of a bag: the SHA-512 of its tagmanifest, which has the checksums of the manifest and so stands for every file. Who
 * changes a file can write all checksums in the bag anew, but not a line that is kept elsewhere. In: a bag. Out: its line, in the form
 * that `sha512sum -c` reads.
 */
import { sha512 } from '../book/digest.ts';
import { type Problem, problem } from '../report/problem.ts';

/** Where the tagmanifest of a bag lies. */
export const tagManifest = 'tagmanifest-sha512.txt';

/** The fixity line of a bag with this tagmanifest; undefined where it has none in SHA-512. */
export const fixityLine = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && `${sha512(bytes)}  ${tagManifest}`;

/** The checksum that a text from elsewhere holds: a line of ours, or what was kept with it; undefined where there is none, or several. */
export function readFixity(text: string): string | undefined {
  const found = new Set(text.match(/(?<![0-9a-f])[0-9a-f]{128}(?![0-9a-f])/gi)?.map((sum) => sum.toLowerCase()));
  return found.size === 1 ? [...found][0] : undefined;
}

/** A problem where the line of a bag is not the one that was kept. */
export function compareFixity(line: string | undefined, kept: string): Problem | undefined {
  if (line?.startsWith(kept)) return undefined;
  return problem(
    'bag-fixity',
    { path: tagManifest },
    'This archive does not have the fixity line that was kept: it was changed since, or the line is that of another archive or version.',
    'A new version gives a new line. If none was added, take the archive from another copy.',
  );
}
