/**
 * Where drawn covers are kept for the next build, since drawing one takes longer than all else of a short story's book. A name
 * tells all that a cover was drawn from, so what comes back is what would be drawn.
 */
export interface CoverCache {
  /** The JPEG kept under a name, whole, or undefined. */
  readonly get: (name: string) => Uint8Array | undefined;
  /** Keeps a JPEG; where that cannot be done nothing happens. */
  readonly set: (name: string, jpeg: Uint8Array) => void;
}
