/** Style sheets that a module asks for are bundled beside it. */
declare module '*.css';

/** WebAssembly is bundled as bytes. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
