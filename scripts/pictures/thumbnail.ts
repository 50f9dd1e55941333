/** Makes a small picture of a cover, for a list. In: a stranger’s picture. Out: a JPEG, or nothing where there is no use of one. */
import type { OpenAsset } from '../book/assets.ts';
import type { Limits } from '../book/limits.ts';
import { preparePicture } from './prepare-picture.ts';

/** More is not decoded for a list. */
const mostPixels = 40_000_000;

/** A JPEG of that width; undefined for a picture that is smaller already, or that cannot be decoded. */
export async function thumbnailOf(
  bytes: Uint8Array,
  width: number,
  open: OpenAsset,
  limits: Limits,
): Promise<Uint8Array | undefined> {
  const { value: picture } = await preparePicture({ bytes, path: 'cover', place: { path: 'cover' } }, open, limits);
  const format = picture?.mediaType === 'image/jpeg' ? 'jpeg' : picture?.mediaType === 'image/png' ? 'png' : undefined;
  if (!picture || !format || picture.width <= width || picture.width * picture.height > mostPixels) return undefined;
  const { scaleToWidth } = await import('./convert.ts');
  try {
    return await scaleToWidth({ format, bytes: picture.bytes }, width, open);
  } catch {
    return undefined; // a decoder found what its reader did not
  }
}
