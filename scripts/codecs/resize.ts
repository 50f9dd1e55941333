/**
 * Scales pixels in WebAssembly (Lanczos, in linear light). In: pixels and a size. Out: pixels of that size; undefined
 * where the package is not installed.
 */
import { type OpenAsset, programs } from '../book/assets.ts';
import { bufferOf, type Pixels } from './pixels.ts';

export async function resizePixels(
  { width: from, height: rows, data }: Pixels,
  { width, height }: { readonly width: number; readonly height: number },
  open: OpenAsset,
): Promise<Pixels | undefined> {
  const wasm = await open(programs.resize);
  if (!wasm) return undefined;
  const { default: resize, initResize } = await import('@jsquash/resize');
  await initResize(wasm as unknown as Parameters<typeof initResize>[0]);
  const input = { width: from, height: rows, data: new Uint8ClampedArray(bufferOf(data)) };
  const scaled = (await resize(input as never, { width, height, method: 'lanczos3' })) as unknown as Pixels;
  return { width, height, data: new Uint8Array(scaled.data.buffer) };
}
