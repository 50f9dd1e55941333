/**
 * JPEG through libjpeg-turbo in WebAssembly, whose numbers are the same on every machine.
 * In: pixels, or a JPEG. Out: the other; undefined where a package is not installed.
 */
import { type OpenAsset, programs } from '../book/assets.ts';
import type { Pixels } from './pixels.ts';
import { shrink } from './shrink.ts';

type Codec = Awaited<ReturnType<typeof import('@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs')['default']>>;

let program: WebAssembly.Module | undefined; // machine code stays with it, and gets better the more often it runs
let kept: Codec | undefined;
/** A codec with more memory than that is not kept, in bytes: a drawn cover takes a third of it. */
const mostKept = 96 * 1024 * 1024;

async function start(open: OpenAsset): Promise<Codec | undefined> {
  if (!program) {
    const bytes = await open(programs.jpeg);
    if (!bytes) return undefined;
    program = new WebAssembly.Module(Uint8Array.from(bytes));
  }
  const compiled = program;
  const { default: load } = await import('@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs');
  return load({
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(compiled, imports);
      done(instance);
      return instance.exports;
    },
  });
}

/** The pixels as a baseline JPEG, which the oldest readers show and which takes half the time of a progressive one; their opacity is left out. */
export async function encodeJpeg(
  { width, height, data }: Pixels,
  quality: number,
  open: OpenAsset,
): Promise<Uint8Array | undefined> {
  const codec = kept ?? (await start(open));
  kept = undefined; // what fails in the middle is not used again
  if (!codec) return undefined;
  const encoder = new codec.JPEGEncoder();
  const samples = encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 3, isSigned: false });
  copyColours(data, samples);
  encoder.setQuality(quality);
  encoder.setProgressive(false);
  encoder.setSubSampling(2); // 4:2:0, as cameras have it
  encoder.encode();
  const encoded = encoder.getEncodedBuffer();
  const jpeg = new Uint8Array(encoded.buffer.slice(encoded.byteOffset, encoded.byteOffset + encoded.byteLength));
  if (encoded.buffer.byteLength <= mostKept) kept = codec;
  encoder.delete();
  return jpeg;
}

/** Copies pixels without their opacity: four at once, as three words of 32 bits, where both lie so that the machine reads them as words. */
function copyColours(data: Uint8Array, samples: Uint8Array): void {
  const { length } = data;
  let from = 0;
  let to = 0;
  if (isLittleEndian && data.byteOffset % 4 === 0 && samples.byteOffset % 4 === 0) {
    const words = new Uint32Array(data.buffer, data.byteOffset, Math.floor(length / 16) * 4);
    const packed = new Uint32Array(samples.buffer, samples.byteOffset, (words.length / 4) * 3);
    for (let at = 0, into = 0; at < words.length; at += 4, into += 3) {
      const second = words[at + 1] as number; // within bounds: no question asked a million times
      const third = words[at + 2] as number;
      packed[into] = ((words[at] as number) & 0xffffff) | (second << 24);
      packed[into + 1] = ((second >>> 8) & 0xffff) | (third << 16);
      packed[into + 2] = ((third >>> 16) & 0xff) | ((words[at + 3] as number) << 8);
    }
    from = words.length * 4;
    to = packed.length * 4;
  }
  for (; from < length; from += 4, to += 3) {
    samples[to] = data[from] as number;
    samples[to + 1] = data[from + 1] as number;
    samples[to + 2] = data[from + 2] as number;
  }
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

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
