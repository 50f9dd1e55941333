/**
 * How a stage gets at a file of the press's own packages (`@resvg/resvg-wasm/index_bg.wasm`): its bytes, or undefined
 * where there are none.
 */
export type OpenAsset = (name: string) => Promise<Uint8Array | undefined>;
