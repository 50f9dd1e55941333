/** Turns a drawing into a JPEG. In: SVG and typefaces. Out: the JPEG, the same bytes on every machine. */
import { type OpenAsset, programs } from '../book/assets.ts';
import { encodeJpeg } from '../codecs/jpeg-codec.ts';
import type { Pixels } from '../codecs/pixels.ts';

/** The size of a drawn cover, in pixels: the proportions of a book, and large enough for every shop. */
export const coverSize = { width: 1600, height: 2400 } as const;

/** Above it the edges of words gain nothing that can be seen. */
const quality = 85;

/** Why there is no picture. */
interface Failure {
  readonly failure: string;
}

type Drawer = typeof import('@resvg/resvg-wasm').Resvg;

let drawer: Promise<Drawer | undefined> | undefined; // a program in WebAssembly starts once

async function startDrawer(open: OpenAsset): Promise<Drawer | undefined> {
  const program = await open(programs.svg);
  if (!program) return undefined;
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(program);
  return Resvg;
}

/** What a drawing needs beside itself. */
interface Tools {
  /** Of words that name no family. */
  readonly family: string;
  readonly typefaces: readonly Uint8Array[];
  readonly open: OpenAsset;
  /** In pixels, where the picture is to be smaller than a cover. */
  readonly width?: number | undefined;
  /** What it is drawn over, in the size that the picture has then. */
  readonly behind?: Pixels | undefined;
}

/** Draws an SVG as wide and high as a cover. */
export async function rasterise(
  svg: string,
  { family, typefaces, open, behind, width = behind?.width }: Tools,
): Promise<Uint8Array | Failure> {
  const notInstalled = { failure: 'a file of Fleuron’s is missing' };
  drawer ??= startDrawer(open);
  const Resvg = await drawer;
  if (!Resvg) {
    drawer = undefined;
    return notInstalled;
  }
  const drawing = new Resvg(svg, {
    ...(width !== undefined && { fitTo: { mode: 'width', value: width } }),
    font: { fontBuffers: [...typefaces], loadSystemFonts: false, defaultFontFamily: family },
  });
  if (drawing.width !== coverSize.width || drawing.height !== coverSize.height)
    return { failure: `the template draws ${drawing.width} × ${drawing.height} pixels, not 1600 × 2400` };
  const picture = drawing.render();
  const { pixels: data, width: across, height } = picture;
  picture.free();
  drawing.free();
  if (behind) layOver(behind.data, data);
  const jpeg = await encodeJpeg({ width: across, height, data }, quality, open);
  release(data);
  return jpeg ?? notInstalled;
}

/** Puts a picture behind a drawing, whose colours are multiplied by their opacity already. */
function layOver(behind: Uint8Array, drawing: Uint8Array): void {
  for (let at = 0; at < drawing.length; at += 4) {
    const through = 255 - (drawing[at + 3] ?? 0);
    for (let channel = at; through > 0 && channel < at + 3; channel++)
      drawing[channel] = (drawing[channel] ?? 0) + Math.round(((behind[channel] ?? 0) * through) / 255);
  }
}

/**
 * Gives memory back at once, where the engine can: else V8 looks through its whole heap for every second buffer as large as a cover, in half the time
 * that one takes to draw.
 */
function release({ buffer }: Uint8Array): void {
  const given: ArrayBufferLike & { readonly transfer?: (size: number) => unknown } = buffer;
  given.transfer?.(0);
}
