/** The press's own files that are not in its bundle: programs in WebAssembly, and typefaces. Names and types; nothing is opened here. */
import { themes } from './themes.ts';

/**
 * How a stage gets at a file of the press's own packages (`@resvg/resvg-wasm/index_bg.wasm`): its bytes, or undefined
 * where there are none.
 */
export type OpenAsset = (name: string) => Promise<Uint8Array | undefined>;

/** Each program's package and its path in it. */
export const programs = {
  avif: '@jsquash/avif/codec/dec/avif_dec.wasm',
  jpeg: '@cornerstonejs/codec-libjpeg-turbo-8bit/wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  resize: '@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm',
  svg: '@resvg/resvg-wasm/index_bg.wasm',
  subset: 'harfbuzzjs/dist/harfbuzz-subset.wasm',
  webp: '@jsquash/webp/codec/dec/webp_dec.wasm',
} as const;

/** The typefaces of the themes. */
export const themeFaces: readonly string[] = Object.values(themes).flatMap(
  ({ typeface: { package: from, faces, display } }) =>
    [...Object.values(faces), display.file].map((file) => `${from}/${file}`),
);

/** Every name that is ever opened. */
export const assetNames: readonly string[] = [
  ...Object.values(programs),
  ...themeFaces,
  ...Object.values(themes).map(({ typeface: { package: from, licence } }) => `${from}/${licence}`),
];
