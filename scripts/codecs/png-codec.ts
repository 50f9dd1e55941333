/**
 * PNG in WebAssembly. In: pixels, or a PNG of any kind. Out: the other, 8 bits a sample; undefined where the package is
 * not installed. Throws where a PNG cannot be decoded.
 */
import { type OpenAsset, programs } from '../book/assets.ts';
import { bufferOf, type Pixels, pixelsOf } from './pixels.ts';

/** The pixels as a PNG. */
export async function encodePng(pixels: Pixels, open: OpenAsset): Promise<Uint8Array | undefined> {
  const wasm = await open(programs.png);
  if (!wasm) return undefined;
  const { default: encode, init } = await import('@jsquash/png/encode.js');
  await init(wasm as unknown as Parameters<typeof init>[0]);
  return new Uint8Array(await encode({ ...pixels, data: new Uint8ClampedArray(bufferOf(pixels.data)) } as never));
}

/** A PNG’s pixels. */
export async function decodePng(png: Uint8Array, open: OpenAsset): Promise<Pixels | undefined> {
  const wasm = await open(programs.png);
  if (!wasm) return undefined;
  const { default: decode, init } = await import('@jsquash/png/decode.js');
  await init(wasm as unknown as Parameters<typeof init>[0]);
  return pixelsOf(await decode(bufferOf(png)));
}
