/**
 * The server of `fleuron serve`. In: a library, and who may see it. Out: a port. It answers GET and HEAD, and changes nothing.
 */
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { closeServer, listen, portOf } from '../studio/server/listen.ts';
import { createGate, type ShelfAccess } from './access.ts';
import { type Answer, send } from './answer.ts';
import { createSite, type SiteSettings } from './site.ts';

interface ShelfSettings extends SiteSettings {
  readonly access: ShelfAccess;
  /** The certificate and its key, in PEM. */
  readonly tls: { readonly cert: Uint8Array; readonly key: Uint8Array } | undefined;
  /** The address to listen at: 127.0.0.1, or all of this machine’s. */
  readonly host: string;
  /** Tried one after another; 0 is any that is free. */
  readonly ports: readonly number[];
  /** Milliseconds, for how often the folder is looked at, and for guessed passwords. */
  readonly now: () => number;
  /** Is told what was not foreseen. */
  readonly onFault: (fault: unknown) => void;
}

interface ShelfServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** The folder is looked at again when somebody asks, at most so often, in milliseconds. */
const lookEvery = 3000;

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Starts to listen; undefined where all of the ports are taken. Throws where the certificate is none. */
export async function serveShelf(settings: ShelfSettings): Promise<ShelfServer | undefined> {
  const { library, tls, host, ports, now, onFault } = settings;
  const gate = createGate(settings.access, now);
  const site = createSite(settings);
  let looked = now();
  let looking: Promise<unknown> | undefined;

  /** Begins a look where the last is long ago; nobody waits for it. */
  function lookAgain(): void {
    if (looking || now() - looked < lookEvery) return;
    looking = library
      .look()
      .catch(() => {}) // a folder that is gone for a moment: the shelf stays as it was
      .finally(() => {
        looked = now();
        looking = undefined;
      });
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method = '', url = '' } = request;
    const refusal = gate(request);
    if (refusal?.status === 401)
      return { ...refusal, headers: { 'WWW-Authenticate': 'Basic realm="Fleuron", charset="UTF-8"' } };
    if (refusal) return refusal;
    if (method !== 'GET' && method !== 'HEAD')
      return { status: 405, headers: { Allow: 'GET, HEAD' }, reason: 'A shelf is only read.' };
    const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(url) ?? [];
    if (!path.startsWith('/')) return { status: 400, reason: 'This is no address.' };
    lookAgain();
    return site(path.slice(1), query);
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(request)
      .then((found) => send(request, response, found))
      .catch((fault: unknown) => {
        if (!request.destroyed && !response.destroyed) onFault(fault);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
  };
  const server = tls
    ? createSecure({ cert: Buffer.from(tls.cert), key: Buffer.from(tls.key) }, listener)
    : createPlain(listener);
  if (!(await listen(server, ports, host))) return undefined;
  return { port: portOf(server), close: () => closeServer(server) };
}
