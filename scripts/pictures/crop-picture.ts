/**
 * Cuts a cover out of a picture of any proportions. In: a picture as a book has it. Out: its pixels, the right side up, in the proportions
 * that are asked for, scaled down to a size at most: never larger than they were.
 */
import type { OpenAsset } from '../book/assets.ts';
import type { Picture } from '../book/book.ts';
import type { Pixels } from '../codecs/pixels.ts';
import { resizePixels } from '../codecs/resize.ts';
import { decode } from './convert.ts';
import { orientationOf } from './jpeg-segments.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Enough for a cover out of the middle of a photograph; more is shrunk while it is decoded. */
const mostPixels = 16_000_000;

/** What part of a picture is seen. */
interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Undefined where a package is not installed, or for a picture that is not made of pixels; throws where it cannot be decoded. */
export async function cropPicture(picture: Picture, most: Size, open: OpenAsset): Promise<Pixels | undefined> {
  const { mediaType, bytes } = picture;
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return undefined;
  const isJpeg = mediaType === 'image/jpeg';
  const decoded = await decode({ format: isJpeg ? 'jpeg' : 'png', bytes }, open, mostPixels);
  if (!decoded) return undefined;
  const whole = isJpeg ? upright(decoded, orientationOf(bytes)) : onWhite(decoded);
  const scale = Math.min(whole.width / most.width, whole.height / most.height);
  const width = Math.max(2, 2 * Math.floor((most.width * scale) / 2)); // even: 2 : 3 comes out whole
  const size = { width, height: Math.floor((width * most.height) / most.width) };
  const part = cut(whole, {
    ...size,
    left: busiest(whole, size, whole.width - size.width, 'left'),
    top: busiest(whole, size, whole.height - size.height, 'top'),
  });
  return scale > 1 ? resizePixels(part, most, open) : part;
}

/** How much goes on in a part of a picture: the mean difference of green between points that are near each other. */
export function unrest({ width, data }: Pixels, { left, top, width: across, height: down }: Box): number {
  const step = Math.max(1, Math.floor(Math.min(across, down) / 100));
  const green = (x: number, y: number): number => data[4 * (y * width + x) + 1] ?? 0;
  let sum = 0;
  let count = 0;
  for (let y = top; y + step < top + down; y += step)
    for (let x = left; x + step < left + across; x += step, count++)
      sum += Math.abs(green(x + step, y) - green(x, y)) + Math.abs(green(x, y + step) - green(x, y));
  return sum / Math.max(1, count);
}

/** Where to begin the part, of the places that there are room for, so that most goes on in it; the middle comes before the edges. */
function busiest(pixels: Pixels, size: Size, room: number, edge: 'left' | 'top'): number {
  const middle = Math.max(0, Math.round(room / 2));
  let best = { at: middle, worth: 0 };
  for (let n = -5; n <= 5 && room > 0; n++) {
    const at = Math.min(room, Math.max(0, Math.round(middle * (1 + n / 5))));
    const worth = unrest(pixels, { left: 0, top: 0, ...size, [edge]: at }) * (1 - 0.1 * Math.abs(n));
    if (worth > best.worth) best = { at, worth };
  }
  return best.at;
}

function cut({ width: across, data }: Pixels, { left, top, width, height }: Box): Pixels {
  const part = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((top + y) * across + left);
    part.set(data.subarray(from, from + 4 * width), 4 * y * width);
  }
  return { width, height, data: part };
}

/** Turned and mirrored as Exif says that it is seen (Exif 2.32, Orientation: where the first row and the first column are). */
function upright(pixels: Pixels, orientation: number): Pixels {
  if (orientation === 1) return pixels;
  const { width, height, data } = pixels;
  const isTurned = orientation > 4;
  const [beginsRight, beginsBelow] = [[2, 3, 7, 8].includes(orientation), [3, 4, 6, 7].includes(orientation)];
  const [across, down] = isTurned ? [height, width] : [width, height];
  const turned = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0; x < across; x++, to += 4) {
      const [column, row] = isTurned ? [y, x] : [x, y];
      const from = 4 * ((beginsBelow ? height - 1 - row : row) * width + (beginsRight ? width - 1 - column : column));
      for (let channel = 0; channel < 4; channel++) turned[to + channel] = data[from + channel] ?? 0;
    }
  return { width: across, height: down, data: turned };
}

function onWhite({ width, height, data }: Pixels): Pixels {
  const opaque = Uint8Array.from(data);
  for (let at = 3; at < data.length; at += 4)
    for (let channel = at - 3; channel < at; channel++)
      opaque[channel] = 255 - ((255 - (data[channel] ?? 0)) * (data[at] ?? 0)) / 255;
  return { width, height, data: opaque };
}
