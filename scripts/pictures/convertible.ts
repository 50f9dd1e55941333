import type { Fault } from './probe-result.ts';

/** What a format's reader found out about a picture that a book cannot hold as it is, but that can be converted. */
export type Strange =
  | {
      readonly width: number;
      readonly height: number;
      readonly isAnimated: boolean;
      readonly isLossless: boolean;
      /** A still picture to decode. */
      readonly bytes: Uint8Array;
      /** Its Exif, as TIFF. */
      readonly exif?: Uint8Array | undefined;
    }
  | Fault;
