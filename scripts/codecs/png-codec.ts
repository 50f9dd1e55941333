/**
 * PNG in WebAssembly. In: pixels, or a PNG of any kind. Out: the other, 8 bits a sample; undefined where the package is
 * not installed. Throws where a PNG cannot be decoded.
 */
import type { PressFiles } from '../book/press-files.ts';
import { bufferOf, type Pixels, pixelsOf } from './pixels.ts';

const program = '@jsquash/png/codec/pkg/squoosh_png_bg.wasm';

/** The pixels as a PNG. */
export async function encodePng(pixels: Pixels, open: PressFiles): Promise<Uint8Array | undefined> {
  const wasm = open(program);
  if (!wasm) return undefined;
  const { default: encode, init } = await import('@jsquash/png/encode.js');
  await init(wasm as unknown as Parameters<typeof init>[0]);
  return new Uint8Array(await encode({ ...pixels, data: new Uint8ClampedArray(bufferOf(pixels.data)) } as never));
}

/** A PNG’s pixels. */
export async function decodePng(png: Uint8Array, open: PressFiles): Promise<Pixels | undefined> {
  const wasm = open(program);
  if (!wasm) return undefined;
  const { default: decode, init } = await import('@jsquash/png/decode.js');
  await init(wasm as unknown as Parameters<typeof init>[0]);
  return pixelsOf(await decode(bufferOf(png)));
}
