/**
 * Lets the studio open without a network. In: the list of its files, which the bundle writes. Out: answers from a cache, each with
 * the policy of the page. Files are kept by their checksums, so a new version fetches only what it changed; it waits until the
 * page lets it take over, or every tab of the older one is closed.
 */
import { headerPolicy } from '../policy.ts';

/** From the folder of this script: `index.html` → its checksum, as `integrity` has it (Subresource Integrity §3). */
declare const studioFiles: Readonly<Record<string, string>>;
/** Those that a first visit loads; the others are fetched when the page has nothing else to do, or when they are wanted. */
declare const shellFiles: readonly string[];
declare const self: ServiceWorkerGlobalScope;

type ToServiceWorker = 'keep-all' | 'take-over';

/** Hosts may hold several studios; each has a cache of its own. */
const cacheName = `fleuron ${self.registration.scope}`;
const addressOf = (path: string): URL => new URL(path, self.registration.scope);
const keyOf = (path: string): string => `${addressOf(path)}?${encodeURIComponent(studioFiles[path] ?? '')}`;

/** Fetches a file that is not kept yet; rejects where the host has another one. */
async function keep(path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(keyOf(path));
  if (kept) return kept;
  const integrity = studioFiles[path] ?? '';
  const answer = await fetch(addressOf(path), { integrity, cache: 'no-cache' });
  if (answer.ok) await cache.put(keyOf(path), answer.clone());
  return answer;
}

async function keepAll(): Promise<void> {
  for (const path of Object.keys(studioFiles)) await keep(path).catch(() => undefined); // the next visit tries again
}

/** Removes what this version does not have. */
async function forgetOlder(): Promise<void> {
  const cache = await caches.open(cacheName);
  const current = new Set(Object.keys(studioFiles).map(keyOf));
  for (const { url } of await cache.keys()) if (!current.has(url)) await cache.delete(url);
}

/** The file at an address, where it is one of the studio’s. */
function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const scope = new URL(self.registration.scope);
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  const path = decodeURIComponent(pathname.slice(scope.pathname.length)) || 'index.html';
  return Object.hasOwn(studioFiles, path) ? path : undefined;
}

async function answerWith(path: string, request: Request): Promise<Response> {
  // A host that is being updated may have another file already: the page gets that one, and it is not kept.
  const answer = await keep(path).catch(() => fetch(request));
  const headers = new Headers(answer.headers);
  headers.set('Content-Security-Policy', headerPolicy);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

self.addEventListener('install', (event) => event.waitUntil(Promise.all(shellFiles.map(keep))));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  const message: ToServiceWorker = event.data;
  event.waitUntil(message === 'take-over' ? self.skipWaiting() : keepAll());
});
self.addEventListener('fetch', (event) => {
  const path = event.request.method === 'GET' ? pathOf(event.request.url) : undefined;
  if (path !== undefined) event.respondWith(answerWith(path, event.request));
});
