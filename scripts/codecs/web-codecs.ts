/**
 * AVIF and WebP in WebAssembly. In: a still picture. Out: its pixels, 8 bits a sample; undefined where the package is not installed.
 * Throws where it cannot be decoded.
 */
import { type OpenAsset, programs } from '../book/assets.ts';
import { bufferOf, type Pixels, pixelsOf } from './pixels.ts';

const decoders = {
  avif: () => import('@jsquash/avif/decode.js'),
  webp: () => import('@jsquash/webp/decode.js'),
} as const;

const decoderOf =
  (format: keyof typeof decoders) =>
  async (bytes: Uint8Array, open: OpenAsset): Promise<Pixels | undefined> => {
    const wasm = await open(programs[format]);
    if (!wasm) return undefined;
    const { default: decode, init } = await decoders[format]();
    await init({ wasmBinary: wasm } as never);
    return pixelsOf(await decode(bufferOf(bytes)));
  };

export const decodeAvif = decoderOf('avif');
export const decodeWebp = decoderOf('webp');
