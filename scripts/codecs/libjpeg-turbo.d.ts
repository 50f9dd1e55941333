/** The part of libjpeg-turbo’s WebAssembly build that we use; the package has no types of its own. */
declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/wasmjs' {
  interface FrameInfo {
    readonly width: number;
    readonly height: number;
    readonly bitsPerSample: number;
    readonly componentCount: number;
    readonly isSigned: boolean;
  }
  interface Encoder {
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    setQuality(quality: number): void;
    /** 0 for 4:4:4, 1 for 4:2:2, 2 for 4:2:0. */
    setSubSampling(sampling: number): void;
    encode(): void;
    getEncodedBuffer(): Uint8Array;
    delete(): void;
  }
  interface Decoder {
    getEncodedBuffer(length: number): Uint8Array;
    decode(): void;
    getDecodedBuffer(): Uint8Array;
    getFrameInfo(): FrameInfo;
    delete(): void;
  }
  interface Codec {
    readonly JPEGEncoder: new () => Encoder;
    readonly JPEGDecoder: new () => Decoder;
  }
  export default function start(options: {
    readonly instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => WebAssembly.Exports;
  }): Promise<Codec>;
}
