/** A picture as its pixels: four bytes each (red, green, blue, opacity; not premultiplied), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Bytes as a buffer that holds nothing else, as programs in WebAssembly want them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const isWhole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return (isWhole ? bytes.buffer : Uint8Array.from(bytes).buffer) as ArrayBuffer;
}
