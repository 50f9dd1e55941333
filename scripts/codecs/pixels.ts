/** A picture as its pixels: four bytes each (red, green, blue, opacity; not premultiplied), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What a program in WebAssembly decoded, as pixels: it hands its bytes over in a view of another kind. */
export function pixelsOf(decoded: unknown): Pixels {
  const { width, height, data } = decoded as Pixels;
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

/** Bytes as a buffer that holds nothing else, as programs in WebAssembly want them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (isWhole ? bytes.buffer : Uint8Array.from(bytes).buffer) as ArrayBuffer;
}
