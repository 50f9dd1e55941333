/**
 * A loopback server that holds books, the reading app and the pages drawn so far. Its content security policy is
 * the one a careful reading app sends: a book's scripts do not run, and nothing comes from elsewhere.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const foliate = dirname(fileURLToPath(import.meta.resolve('foliate-js/view.js')));
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' blob: 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self' blob: data:",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.png': 'image/png' };

/** Serves each of `books` (bytes by name) as /name.epub, and `out` as /out/, until closed; the address has no slash at its end. */
export async function openShelf(books, out) {
  const folders = { app: here, foliate, out };
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    const path = decodeURIComponent(new URL(request.url, 'http://shelf').pathname);
    const epub = books.get(path.slice(1, -'.epub'.length));
    if (epub) return response.setHeader('content-type', 'application/epub+zip').end(epub);
    const [, folder, ...rest] = path.split('/');
    const file = folders[folder] && normalize(join(folders[folder], ...rest));
    try {
      if (!file?.startsWith(folders[folder] + sep)) throw new Error('outside');
      const body = readFileSync(file);
      response
        .setHeader('content-type', `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`)
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
