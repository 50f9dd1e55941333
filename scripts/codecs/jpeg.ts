/**
 * JPEG through libjpeg-turbo in WebAssembly, whose numbers are the same on every machine.
 * In: pixels, or a JPEG. Out: the other. Refuses to know: why, and what a book makes of it.
 */
import type { PressFiles } from '../book/press-files.ts';
import type { Pixels } from './pixels.ts';

async function start(open: PressFiles) {
  const wasmBinary = open('@cornerstonejs/codec-libjpeg-turbo-8bit/wasm');
  if (!wasmBinary) return undefined;
  const { default: load } = await import('@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs');
  return load({ wasmBinary });
}

/** The pixels as a baseline JPEG, their opacity left out; undefined where the package is not installed. */
export async function encodeJpeg(
  { width, height, data }: Pixels,
  quality: number,
  open: PressFiles,
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
