/**
 * Makes a cover as large as shelves show it well. In: a JPEG or PNG that a reader found whole. Out: the same picture with more
 * pixels, by one rule everywhere; its colours and the side that is up stay.
 */
import type { PressFiles } from '../book/press-files.ts';
import { encodeJpeg } from '../codecs/jpeg-codec.ts';
import { encodePng } from '../codecs/png-codec.ts';
import { resizePixels } from '../codecs/resize.ts';
import { type Converted, decode, dressed, quality, type Source } from './convert.ts';
import { mostShown } from './probe-result.ts';

/** Enlarges so that the short side has `shortest` pixels; undefined where that would be too large, or cannot be done. */
export async function enlargePicture(
  source: Source & { readonly format: 'jpeg' | 'png' },
  shortest: number,
  open: PressFiles,
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
  return { mediaType: asPng ? 'image/png' : 'image/jpeg', ...size, bytes: dressed(bytes, source, asPng) };
}
