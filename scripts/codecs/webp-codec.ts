/**
 * WebP in WebAssembly. In: a still WebP. Out: its pixels, 8 bits a sample; undefined where the package is not installed.
 * Throws where it cannot be decoded.
 */
import { type OpenAsset, programs } from '../book/assets.ts';
import { bufferOf, type Pixels, pixelsOf } from './pixels.ts';

/** The pixels of a WebP. */
export async function decodeWebp(bytes: Uint8Array, open: OpenAsset): Promise<Pixels | undefined> {
  const wasm = await open(programs.webp);
  if (!wasm) return undefined;
  const { default: decode, init } = await import('@jsquash/webp/decode.js');
  await init({ wasmBinary: wasm } as never);
  return pixelsOf(await decode(bufferOf(bytes)));
}
