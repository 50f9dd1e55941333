/** Pictures with pixels in them, as cameras and programs make them. */
import type { Pixels } from '../../scripts/codecs/pixels.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';

/** A picture whose colours run from corner to corner; `opacity` tells how far each pixel hides what is behind it. */
export function gradient(width: number, height: number, opacity: (x: number) => number = () => 255): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    data.set([(255 * x) / width, (255 * y) / height, 128, opacity(x)], 4 * at);
  }
  return { width, height, data };
}

const clamped = ({ width, height, data }: Pixels) => ({ width, height, data: new Uint8ClampedArray(data) }) as never;

/** A still WebP. */
export async function webp(pixels: Pixels, lossless = false): Promise<Uint8Array> {
  const { default: encode, init } = await import('@jsquash/webp/encode.js');
  await init({ wasmBinary: await openAsset('@jsquash/webp/codec/enc/webp_enc_simd.wasm') } as never);
  return new Uint8Array(await encode(clamped(pixels), { lossless: lossless ? 1 : 0 }));
}

/** An AVIF. */
export async function avif(pixels: Pixels): Promise<Uint8Array> {
  const { default: encode, init } = await import('@jsquash/avif/encode.js');
  await init({ wasmBinary: await openAsset('@jsquash/avif/codec/enc/avif_enc.wasm') } as never);
  return new Uint8Array(await encode(clamped(pixels), { speed: 10 }));
}

const u24 = (value: number): readonly number[] => [value & 255, (value >> 8) & 255, value >> 16];
const u32 = (value: number): readonly number[] => [...u24(value), value >>> 24];
const latin = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

/** The same WebP twice, one after the other (RFC 9649 §2.7.1). */
export function animated(still: Uint8Array, width: number, height: number): Uint8Array {
  const picture = still.subarray(12);
  const frame = [...u24(0), ...u24(0), ...u24(width - 1), ...u24(height - 1), ...u24(100), 0, ...picture];
  const chunk = [...latin('ANMF'), ...u32(frame.length), ...frame];
  const head = [...latin('VP8X'), ...u32(10), 2, 0, 0, 0, ...u24(width - 1), ...u24(height - 1)];
  const body = [...latin('WEBP'), ...head, ...latin('ANIM'), ...u32(6), 0, 0, 0, 0, 0, 0, ...chunk, ...chunk];
  return Uint8Array.from([...latin('RIFF'), ...u32(body.length), ...body]);
}

/** A JPEG in CMYK: 16 × 16 pixels of crimson. */
export const cmyk: Uint8Array = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABQf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKqgwlqoAAAD/9k=',
  'base64',
);

/** Exif, as TIFF of either byte order, with a side that is up and, if wanted, a place. */
export function exif(orientation: number, tellsPlace: boolean, little = false): readonly number[] {
  const u16 = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const u32s = (value: number) => (little ? u32(value) : [...u32(value)].reverse());
  const entries = [
    [...u16(0x0112), ...u16(3), ...u32s(1), ...u16(orientation), 0, 0],
    ...(tellsPlace ? [[...u16(0x8825), ...u16(4), ...u32s(1), ...u32s(60)]] : []),
  ];
  return [
    ...latin(little ? 'II' : 'MM'),
    ...u16(42),
    ...u32s(8),
    ...u16(entries.length),
    ...entries.flat(),
    ...u32s(0),
  ];
}
