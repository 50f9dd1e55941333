/**
 * The HTTP server of `fleuron preview`, for this machine alone. In: the press’s answers and the app’s files. Out: an address. Its
 * routes: `/` and the app’s files, `POST /call/<name>`, `GET /events`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { callType } from '../message-bytes.ts';
import { headerPolicy } from '../policy.ts';
import type { CallName } from '../protocol.ts';
import { type Access, cookieOf, firstAddress, hasCookie, isForeign, isToken, makeToken } from './access.ts';
import { answerCall, type CallSettings } from './answer-call.ts';
import type { AppFile } from './app-files.ts';
import type { EventStream } from './event-stream.ts';
import { closeServer, listen, portOf } from './listen.ts';

export interface StudioServer {
  /** Lets a browser in. */
  readonly address: string;
  /** Tells all listeners that there is no more to come, and ends. */
  readonly close: () => Promise<void>;
}

interface ServerSettings extends CallSettings {
  readonly events: EventStream;
  readonly appFile: (path: string) => Promise<AppFile | undefined>;
  /** Tried one after another; 0 is any that is free. */
  readonly ports: readonly number[];
}

const headers = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Starts to listen on 127.0.0.1; undefined where all of the ports are taken. */
export async function serveStudio(settings: ServerSettings): Promise<StudioServer | undefined> {
  const token = makeToken();
  const { events } = settings;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const access = { port: portOf(server), token };
    const route = routeOf(request, access, settings);
    if (route === 'events') events.join(request, response);
    else if ('call' in route)
      answerCall(route.call, { request, response }, settings).catch(settings.onFault); // a body that breaks off
    else if ('file' in route) answerFile(route.file, response, settings).catch(settings.onFault);
    else answer(response, route);
  });
  if (!(await listen(server, settings.ports, '127.0.0.1'))) return undefined;
  return {
    address: firstAddress({ port: portOf(server), token }),
    close: () => {
      events.close();
      return closeServer(server);
    },
  };
}

/** A whole answer: its status, and what else it has. */
interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

type Route = Answer | 'events' | { readonly call: CallName } | { readonly file: string };

/** What a request gets: the first refusal that fits, or its answer. */
function routeOf({ method = '', url = '', headers }: IncomingMessage, access: Access, settings: ServerSettings): Route {
  const [path = '', query = ''] = url.split('?', 2);
  if (isForeign(headers, path === '/', access)) return refuse(403, 'This address is for a page of its own alone.');
  const call = path.startsWith('/call/') ? path.slice('/call/'.length) : undefined;
  if (method !== (call === undefined ? 'GET' : 'POST'))
    return { ...refuse(405, 'Not so.'), headers: { Allow: call === undefined ? 'GET' : 'POST' } };
  const given = path === '/' ? new URLSearchParams(query).get('token') : null;
  if (given !== null && isToken(given, access)) return letIn(headers['sec-fetch-site'], access);
  const isOpen = path !== '/' && path !== '/events' && call === undefined; // the app’s files tell nothing of the story
  if (!isOpen && !hasCookie(headers, access))
    return refuse(403, 'This page is shown only to who opens it by the address that “fleuron preview” has printed.');
  if (path === '/events') return 'events';
  if (call !== undefined) {
    if (!isCall(call, settings)) return refuse(404, 'There is no such call.');
    return headers['content-type'] === callType ? { call } : refuse(415, 'A call is a message.');
  }
  return { file: path.slice(1) };
}

async function answerFile(path: string, response: ServerResponse, { appFile }: ServerSettings): Promise<void> {
  const file = await appFile(path);
  if (!file) answer(response, refuse(404, 'There is no such file.'));
  else answer(response, { status: 200, headers: { 'Content-Type': file.mediaType }, body: file.bytes });
}

const isCall = (name: string, { answers }: ServerSettings): name is CallName => Object.hasOwn(answers, name);

const refuse = (status: number, body: string): Answer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body,
});

/**
 * Gives the cookie, and leads to the address without the token. After a link on another site the cookie would not be sent with a
 * redirect: there the page itself goes on.
 */
function letIn(site: string | readonly string[] | undefined, access: Access): Answer {
  const headers = { 'Set-Cookie': cookieOf(access) };
  return site === 'cross-site' || site === 'same-site'
    ? { status: 200, headers: { ...headers, Refresh: '0; url=/', 'Content-Type': 'text/plain' }, body: '' }
    : { status: 303, headers: { ...headers, Location: '/' } };
}

function answer(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  response.writeHead(status, headers).end(body);
}
