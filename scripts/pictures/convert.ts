/**
 * Makes of a picture what every device can show: WebP and AVIF become JPEG, or PNG where they are transparent; CMYK becomes
 * RGB; what is larger than any page is scaled down, a cover that is small scaled up. In: bytes that a reader found whole. Out: other
 * bytes, the same everywhere.
 */
import type { OpenAsset } from '../book/assets.ts';
import type { Picture } from '../book/book.ts';
import { decodeCmykJpeg, decodeJpeg, encodeJpeg } from '../codecs/jpeg-codec.ts';
import type { Pixels } from '../codecs/pixels.ts';
import { decodePng, encodePng } from '../codecs/png-codec.ts';
import { resizePixels } from '../codecs/resize.ts';
import { shrink } from '../codecs/shrink.ts';
import { decodeAvif, decodeWebp } from '../codecs/web-codecs.ts';
import { colourCount, withOrientation, withProfileAndOrientation } from './jpeg-segments.ts';
import { withColourChunks } from './png-chunks.ts';
import { mostShown } from './probe-result.ts';
import { readExif } from './read-exif.ts';

const quality = 85;
/** Below so many pixels nothing is scaled for its bytes. */
const smallest = 100_000;

export interface Source {
  readonly format: 'jpeg' | 'png' | 'webp' | 'avif';
  readonly bytes: Uint8Array;
  readonly exif?: Uint8Array | undefined;
  /** Whether its pixels are as they were drawn, without a photograph's losses. */
  readonly isLossless?: boolean | undefined;
}

export type Converted = Pick<Picture, 'mediaType' | 'width' | 'height' | 'bytes'>;

/** Converts. Undefined where a package is not installed; throws where the picture cannot be decoded. */
export async function convertPicture(source: Source, open: OpenAsset): Promise<Converted | undefined> {
  const whole = await decode(source, open);
  if (!whole) return undefined;
  const isOpaque = opaque(whole);
  // A drawing keeps its sharp edges as PNG; a photograph would be many times as large as it need be.
  let asPng = !isOpaque || source.format === 'png' || source.isLossless === true;
  for (let most = mostShown.pixels as number; ; ) {
    const pixels = await scaled(whole, most, open);
    const bytes = pixels && (asPng ? await encodePng(pixels, open) : await encodeJpeg(pixels, quality, open));
    if (!pixels || !bytes) return undefined;
    const { width, height } = pixels;
    if (bytes.length <= mostShown.bytes || width * height <= smallest)
      return {
        mediaType: asPng ? 'image/png' : 'image/jpeg',
        width,
        height,
        bytes: withSourceTraits(bytes, source, asPng),
      };
    if (asPng && isOpaque) asPng = false;
    else most = Math.min(most, width * height) / 2;
  }
}

/** Decodes, no larger than a book’s pictures are; undefined where a package is not installed. */
export async function decode(
  { format, bytes }: Source,
  open: OpenAsset,
  most: number = mostShown.pixels,
): Promise<Pixels | undefined> {
  if (format === 'jpeg' && colourCount(bytes) !== 4) return decodeJpeg(bytes, most, open);
  const decoders = { webp: decodeWebp, avif: decodeAvif, png: decodePng, jpeg: decodeCmykJpeg };
  const pixels = await decoders[format](bytes, open);
  return pixels && shrink({ ...pixels, channels: 4 }, most);
}

function opaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

/** At most so many pixels, in the same proportions. */
async function scaled(pixels: Pixels, most: number, open: OpenAsset): Promise<Pixels | undefined> {
  const { width, height } = pixels;
  if (width * height <= most) return pixels;
  const ratio = Math.sqrt(most / (width * height));
  const size = { width: Math.max(1, Math.floor(width * ratio)), height: Math.max(1, Math.floor(height * ratio)) };
  return resizePixels(pixels, size, open);
}

/** With what the source says of its colours and of the side that is up. */
function withSourceTraits(made: Uint8Array, { format, bytes, exif }: Source, asPng: boolean): Uint8Array {
  if (asPng) return format === 'png' ? withColourChunks(made, bytes) : made;
  if (format === 'jpeg') return withProfileAndOrientation(made, bytes, colourCount(bytes) === 3);
  return withOrientation(made, exif ? readExif(exif).orientation : 1);
}

/** Enlarges so that the short side has `shortest` pixels; undefined where that would be too large, or cannot be done. */
export async function enlargePicture(
  source: Source & { readonly format: 'jpeg' | 'png' },
  shortest: number,
  open: OpenAsset,
): Promise<Converted | undefined> {
  const whole = await decode(source, open);
  if (!whole) return undefined;
  const ratio = shortest / Math.min(whole.width, whole.height);
  const size = { width: Math.ceil(whole.width * ratio), height: Math.ceil(whole.height * ratio) };
  if (size.width * size.height > mostShown.pixels) return undefined;
  const pixels = await resizePixels(whole, size, open);
  const asPng = source.format === 'png';
  const bytes = pixels && (asPng ? await encodePng(pixels, open) : await encodeJpeg(pixels, quality, open));
  if (!bytes || bytes.length > mostShown.bytes) return undefined;
  return { mediaType: asPng ? 'image/png' : 'image/jpeg', ...size, bytes: withSourceTraits(bytes, source, asPng) };
}

/** A JPEG for a list, `width` pixels wide or up to half as much again: to scale it a second time costs more than its bytes. */
export async function scaleToWidth(source: Source, width: number, open: OpenAsset): Promise<Uint8Array | undefined> {
  const whole = await decode(source, open, 1.5 * width * width);
  if (!whole) return undefined;
  if (whole.width <= 1.5 * width) return encodeJpeg(whole, quality, open);
  const size = { width, height: Math.max(1, Math.round((whole.height * width) / whole.width)) };
  const pixels = await resizePixels(whole, size, open);
  return pixels && encodeJpeg(pixels, quality, open);
}
