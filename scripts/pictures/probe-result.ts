import { type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';

/** Why a book cannot hold a picture. */
export type Fault =
  /** Damaged: says what was found where something else should be. */
  | { readonly corrupt: string }
  /** Sound, but nothing for a book: what it is, and what to do. */
  | { readonly refused: string; readonly hint: string }
  /** Beyond a limit: how large it is, and what to do. */
  | { readonly tooLarge: string; readonly hint: string };

/** What a reader found out about a picture that a book cannot hold as it is, but that can be converted. */
export type ConvertibleResult =
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

/** What a format's reader found out. */
export type ProbeResult =
  | { readonly width: number; readonly height: number; readonly bytes?: Uint8Array; readonly lost?: readonly string[] }
  | Fault;

/** Whether a reader found a reason against a picture. */
export const isFault = (found: ConvertibleResult | ProbeResult): found is Fault =>
  'corrupt' in found || 'refused' in found || 'tooLarge' in found;

/** Readers count a side in 16 bits, some with a sign. */
const longestSide = 32_767;

/** Whether a picture has a size that devices can show; tells what is wrong with it. */
export function sizeProblem(width: number, height: number, limits: Limits): Fault | undefined {
  if (width < 1 || height < 1) return { corrupt: `a size of ${width} × ${height} pixels` };
  const isLong = Math.max(width, height) > longestSide;
  if (!isLong && width * height <= limits.pixels) return undefined;
  const most = isLong ? `${longestSide} pixels a side` : `${printLimit('pixels', limits.pixels)} pixels`;
  const raise = isLong ? '' : ` ${raiseLimit('pixels', limits, width * height)}`;
  return {
    tooLarge: `a picture of ${width} × ${height} pixels`,
    hint: `Make it smaller than ${most}; 1600 × 2560 fills any page.${raise}`,
  };
}

/** The most a picture of a book has: 5.6 million pixels, as shops ask of covers, and 5 MB. */
export const mostShown = { pixels: 5_600_000, bytes: 5_000_000 } as const;
