/** A server of the studio in this process, and requests to it as a browser, or somebody else, sends them. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { openAsset } from '../../../scripts/disk/package-assets.ts';
import { memoryFiles } from '../../../scripts/pipeline/memory-files.ts';
import { type CallPart, callType, encodeMessage, messageReader } from '../../../scripts/studio/message-bytes.ts';
import type { Answers, CallName } from '../../../scripts/studio/protocol.ts';
import { appFiles } from '../../../scripts/studio/server/app-files.ts';
import type { EventStream } from '../../../scripts/studio/server/event-stream.ts';
import { type StudioServer, serveStudio } from '../../../scripts/studio/server/serve.ts';

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

const app = memoryFiles(
  {
    name: 'studio',
    isFolder: true,
    files: new Map([
      ['index.html', Buffer.from('<!doctype html><head lang="en"><title>Studio</title></head>')],
      ['app.js', Buffer.from('run()')],
      ['deep/press.wasm', new Uint8Array([0, 97])],
      ['.hidden', Buffer.from('secret')],
    ]),
  },
  usualLimits,
);

/** Starts a server that answers calls so. */
export async function serve(answers: Partial<Answers>, events: EventStream, mostBytes = 10_000): Promise<StudioServer> {
  const server = await serveStudio({
    answers: answers as Answers,
    events,
    mostBytes,
    appFile: appFiles(app, openAsset),
    ports: [0],
    onFault: () => {},
  });
  if (!server) throw new Error('Unexpected lack of a port, expected one that is free');
  return server;
}

/** Sends a request; resolves with the whole response. */
export function ask(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The cookie that the first address gives. */
export async function cookieFrom(address: string): Promise<string> {
  const { headers } = await ask(address);
  return headers['set-cookie']?.[0]?.replace(/;.*/, '') ?? '';
}

/** Calls the press as the app does; resolves with all parts of the answer. */
export async function callPress(
  address: string,
  cookie: string,
  name: CallName,
  input: unknown,
): Promise<readonly CallPart[]> {
  const { body } = await ask(new URL(`/call/${name}`, address).href, {
    method: 'POST',
    headers: { cookie, 'content-type': callType },
    body: encodeMessage(input),
  });
  return messageReader()(body) as readonly CallPart[];
}
