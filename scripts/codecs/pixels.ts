/** A picture as its pixels: four bytes each (red, green, blue, opacity; not premultiplied), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
