/** The files of the studio's app, as `bundle.mjs` made them. In: the folder that has them. Out: what is sent for a path. */
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

/** Gives the file for a path below `/`; the page itself for an empty one. Only files that the folder lists are sent. */
export function appFiles(folder: GivenFiles): (path: string) => AppFile | undefined {
  const names = new Set(folder.names);
  return (path) => {
    const name = path === '' ? 'index.html' : path;
    const read = names.has(name) ? folder.read(name, 'picture') : undefined;
    if (!read || !('bytes' in read)) return undefined;
    const mediaType = mediaTypes[name.replace(/^.*\./, '')] ?? 'application/octet-stream';
    if (path !== '') return { bytes: read.bytes, mediaType };
    const page = new TextDecoder().decode(read.bytes);
    return { bytes: encodeUtf8(page.replace(/<head[^>]*>/i, `$&${mark}`)), mediaType };
  };
}
