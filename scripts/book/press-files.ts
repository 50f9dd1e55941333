/**
 * How a stage gets at a file of the press's own packages (`@resvg/resvg-wasm/index_bg.wasm`): its bytes, or undefined
 * where the package is not installed.
 */
export type PressFiles = (name: string) => Uint8Array | undefined;
