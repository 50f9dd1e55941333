/**
 * JPEG through libjpeg-turbo in WebAssembly, whose numbers are the same on every machine.
 * In: pixels, or a JPEG. Out: the other; undefined where a package is not installed.
 */
import { type OpenAsset, programs } from '../book/assets.ts';
import type { Pixels } from './pixels.ts';
import { shrink } from './shrink.ts';

async function start(open: OpenAsset) {
  const wasmBinary = await open(programs.jpeg);
  if (!wasmBinary) return undefined;
  const { default: load } = await import('@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs');
  return load({ wasmBinary });
}

/** The pixels as a baseline JPEG, their opacity left out. */
export async function encodeJpeg(
  { width, height, data }: Pixels,
  quality: number,
  open: OpenAsset,
): Promise<Uint8Array | undefined> {
  const codec = await start(open);
  if (!codec) return undefined;
  const encoder = new codec.JPEGEncoder();
  const samples = encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 3, isSigned: false });
  const { length } = data;
  for (let from = 0, to = 0; from < length; from += 4, to += 3) {
    samples[to] = data[from] as number; // within bounds: no question asked four million times
    samples[to + 1] = data[from + 1] as number;
    samples[to + 2] = data[from + 2] as number;
  }
  encoder.setQuality(quality);
  encoder.setSubSampling(2); // 4:2:0, as cameras have it
  encoder.encode();
  const jpeg = Uint8Array.from(encoder.getEncodedBuffer());
  encoder.delete();
  return jpeg;
}

/** The pixels of a grey or coloured JPEG, shrunk if it has far more than `most`. Throws where it cannot be decoded. */
export async function decodeJpeg(jpeg: Uint8Array, most: number, open: OpenAsset): Promise<Pixels | undefined> {
  const codec = await start(open);
  if (!codec) return undefined;
  const decoder = new codec.JPEGDecoder();
  decoder.getEncodedBuffer(jpeg.length).set(jpeg);
  decoder.decode();
  const { width, height, componentCount: channels } = decoder.getFrameInfo();
  const data = decoder.getDecodedBuffer();
  if (data.length !== width * height * channels) throw new Error('Unexpected number of samples');
  const pixels = shrink({ width, height, channels, data }, most);
  decoder.delete();
  return pixels;
}

/** The pixels of a JPEG in CMYK, which libjpeg-turbo leaves to others. Throws where it cannot be decoded. */
export async function decodeCmykJpeg(jpeg: Uint8Array): Promise<Pixels> {
  const { default: codec } = await import('jpeg-js');
  return codec.decode(jpeg, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: 64, maxMemoryUsageInMB: 1024 });
}
