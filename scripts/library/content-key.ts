/**
 * What a book is known by before it is made: a checksum of everything that goes into it. In: the checksums of files, and all else that makes a
 * difference. Out: a key. Same key, same bytes.
 *
 * What no key can hold: what a plug-in reads by itself, and which office program is installed. A story
 * with plug-ins is therefore made in each run (`MadeStory.isFixed`).
 */
import { sha256 } from '../book/digest.ts';
import type { EditionName } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';

export interface KeyParts {
  /** The name of the folder or file, and of the folder around it: a story without a title is called after one of them. */
  readonly name: string;
  readonly around: string;
  /** The SHA-256 of each file by its path in the story, in hexadecimal; of one that was looked for and is not there, or cannot be read, why. */
  readonly inputs: Iterable<readonly [path: string, sha256: string]>;
  /** Which press it is (`disk/press-identity.ts`): its code, its packages’ versions, the typefaces beside it, its characters. */
  readonly press: string;
  readonly limits: Limits;
  readonly isUntrusted: boolean;
  /** SOURCE_DATE_EPOCH. */
  readonly sourceDate: number | undefined;
}

/** The key of a story: what all its editions have in common. */
export function contentKey({ name, around, inputs, press, limits, isUntrusted, sourceDate }: KeyParts): string {
  const files = [...inputs].sort(([one], [other]) => (one < other ? -1 : 1));
  return sha256(JSON.stringify([press, name, around, isUntrusted, sourceDate ?? '', limits, files]));
}

/**
 * Under what a store keeps a book: of a story, in one edition, with the addresses of the version before (the SHA-256 of its file) if it keeps them.
 * Under `facts` it keeps what the shelf tells of it, under `beside` what a single file is made from beside itself.
 */
export const bookKey = (story: string, what: EditionName | 'facts' | 'beside', previous: string | undefined): string =>
  sha256(JSON.stringify([story, what, previous ?? '']));
