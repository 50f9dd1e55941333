/** Checksums in JavaScript alone. The press's own bundle for Node has `disk/hash.ts` in its place (`imports` of package.json). */
import { md5, sha1 } from '@noble/hashes/legacy';
import { sha256, sha512 } from '@noble/hashes/sha2';

export type Algorithm = 'md5' | 'sha1' | 'sha256' | 'sha512';

/** A checksum in the making: bytes go in piece by piece. */
export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Begins a checksum. */
export const createHash = (algorithm: Algorithm): Hash => ({ md5, sha1, sha256, sha512 })[algorithm].create();
