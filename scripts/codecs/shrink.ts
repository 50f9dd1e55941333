/**
 * Shrinks a picture by a whole factor: each new pixel is the mean of a square of old ones. A wall of pixels is brought near
 * the size that is wanted before anything is copied, so that a gigabyte of memory holds it.
 */
import type { Pixels } from './pixels.ts';

/** Rows of samples, 1 (grey), 3 (colour) or 4 (colour and opacity) a pixel. */
interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** The picture as pixels, in the smallest size of a whole factor that still has `most` pixels, or as it is. */
export function shrink(
  { width: from, height: rows, channels, data }: Samples,
  most = Number.POSITIVE_INFINITY,
): Pixels {
  const factor = Math.max(1, Math.min(from, rows, Math.floor(Math.sqrt((from * rows) / most))));
  if (factor === 1 && channels === 4) return { width: from, height: rows, data };
  const [width, height] = [Math.floor(from / factor), Math.floor(rows / factor)];
  const pixels = new Uint8Array(width * height * 4);
  const [green, blue] = channels === 1 ? [0, 0] : [1, 2];
  const area = factor * factor;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      let [r, g, b, opacity] = [0, 0, 0, 0];
      for (let down = 0; down < factor; down++) {
        let at = ((y * factor + down) * from + x * factor) * channels;
        for (let across = 0; across < factor; across++, at += channels) {
          const weight = channels === 4 ? (data[at + 3] as number) : 255;
          r += (data[at] as number) * weight;
          g += (data[at + green] as number) * weight;
          b += (data[at + blue] as number) * weight;
          opacity += weight;
        }
      }
      const half = opacity >> 1;
      if (opacity > 0) {
        pixels[to] = (r + half) / opacity;
        pixels[to + 1] = (g + half) / opacity;
        pixels[to + 2] = (b + half) / opacity;
      }
      pixels[to + 3] = (opacity + (area >> 1)) / area;
    }
  }
  return { width, height, data: pixels };
}
