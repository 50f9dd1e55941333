/** Why a book cannot hold a picture. */
export type Fault =
  /** Damaged: says what was found where something else should be. */
  | { readonly corrupt: string }
  /** Sound, but nothing for a book: what it is, and what to do. */
  | { readonly refused: string; readonly hint: string };

/** What a format's reader found out. */
export type Found =
  | { readonly width: number; readonly height: number; readonly bytes?: Uint8Array; readonly lost?: readonly string[] }
  | Fault;

/** Far above what any page shows: a wall of pixels costs every reader's device its memory. */
export const mostPixels = 64_000_000;
const longestSide = 32_767;

/** Whether a picture has a size that devices can show; tells what is wrong with it. */
export function sizeProblem(width: number, height: number): Fault | undefined {
  if (width < 1 || height < 1) return { corrupt: `a size of ${width} × ${height} pixels` };
  if (width * height <= mostPixels && Math.max(width, height) <= longestSide) return undefined;
  return {
    refused: `a picture of ${width} × ${height} pixels`,
    hint: `Make it smaller than ${mostPixels / 1e6} million pixels and ${longestSide} pixels a side; 1600 × 2560 fills any page.`,
  };
}

/** The most a picture of a book has: 5.6 million pixels, as shops ask of covers, and 5 MB. */
export const mostShown = { pixels: 5_600_000, bytes: 5_000_000 } as const;
