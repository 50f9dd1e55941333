/** Checksums by the machine's own instructions: ten times as quick as in JavaScript (2 MB in 1 ms instead of 10). */
import { createHash as nodeHash } from 'node:crypto';
import type { Algorithm, Hash } from '../book/hash.ts';

/** Begins a checksum. */
export const createHash = (algorithm: Algorithm): Hash => nodeHash(algorithm);
