/** What only `serve` needs, and is loaded for it alone. */
export { openLibraryFolder } from '../disk/library-folder.ts';
export { readShelfMark, writeShelf } from '../disk/write-shelf.ts';
export { serveShelf } from '../serve/serve-shelf.ts';
export { staticShelf } from '../serve/static-shelf.ts';
export { createCovers } from '../serve/thumbnails.ts';
export { appFiles } from '../studio/server/app-files.ts';
export { passwordOf, tlsOf } from './shelf-access.ts';
