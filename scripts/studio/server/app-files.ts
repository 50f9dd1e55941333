/**
 * The files of the studio's app, as `bundle.mjs` made them, and typefaces of the press. In: the app's folder; what opens the
 * press's own files. Out: what is sent for a path.
 */
import { assetNames, type OpenAsset } from '../../book/assets.ts';
import { encodeUtf8 } from '../../book/bytes.ts';
import type { GivenFiles } from '../../book/given-files.ts';

export interface AppFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};

/** By this the app knows that a folder’s press answers it, rather than a worker of its own. */
const mark = '<meta name="press" content="folder">';

/** Where the app looks for the press's own files. */
const assets = 'assets/';

/** Gives the file for a path below `/`; the page itself for an empty one. Only files that the folder or the press lists are sent. */
export function appFiles(folder: GivenFiles, openAsset: OpenAsset): (path: string) => Promise<AppFile | undefined> {
  const names = new Set(folder.names);
  const assetPaths = new Set(assetNames.map((name) => `${assets}${name}`));
  const read = (name: string): Uint8Array | undefined => {
    const found = names.has(name) ? folder.read(name, 'picture') : undefined;
    return found && 'bytes' in found ? found.bytes : undefined;
  };
  return async (path) => {
    const name = path === '' ? 'index.html' : path;
    const bytes = assetPaths.has(name) ? await openAsset(name.slice(assets.length)) : read(name);
    if (!bytes) return undefined;
    const mediaType = mediaTypes[name.replace(/^.*\./, '')] ?? 'application/octet-stream';
    if (path !== '') return { bytes, mediaType };
    const page = new TextDecoder().decode(bytes);
    return { bytes: encodeUtf8(page.replace(/<head[^>]*>/i, `$&${mark}`)), mediaType };
  };
}
