import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { callType, encodeMessage } from '../../../scripts/studio/message-bytes.ts';
import type { Answers } from '../../../scripts/studio/protocol.ts';
import { createEventStream } from '../../../scripts/studio/server/event-stream.ts';
import { type StudioServer, serveStudio } from '../../../scripts/studio/server/serve.ts';
import { type Asked, ask, callPress, cookieFrom, serve } from './serving.ts';

const open: StudioServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function started(answers: Partial<Answers> = {}) {
  const events = createEventStream();
  const server = await serve(answers, events);
  open.push(server);
  const { address } = server;
  const { host } = new URL(address);
  const at = (path: string) => `http://${host}${path}`;
  return { server, events, address, host, at, cookie: await cookieFrom(address) };
}

const echo: Partial<Answers> = { file: async ({ path }) => Buffer.from(path) };

test('lets a browser in by its first address, and takes the token out of the address', async () => {
  const { address, at, cookie } = await started();
  const first = await ask(address);
  assert.equal(first.status, 303);
  assert.equal(first.headers.location, '/');
  assert.match(first.headers['set-cookie']?.[0] ?? '', /^fleuron-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  const page = await ask(at('/'), { headers: { cookie } });
  assert.equal(page.status, 200);
  assert.match(page.body.toString(), /<head lang="en"><meta name="press" content="folder"><title>/);
});

test('leads on from a link on another site, where a redirect would lose the cookie', async () => {
  const { address } = await started();
  const navigation = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  const first = await ask(address, { headers: navigation });
  assert.equal(first.status, 200);
  assert.equal(first.headers['refresh'], '0; url=/');
  assert.ok(first.headers['set-cookie']);
});

test('says what a page may do on every answer, and keeps nothing in caches', async () => {
  const { at, cookie } = await started(echo);
  for (const [path, asked] of [
    ['/', { headers: { cookie } }],
    ['/app.js', {}],
    ['/nothing', {}],
    [
      '/call/file',
      { method: 'POST', headers: { cookie, 'content-type': callType }, body: encodeMessage({ path: 'a' }) },
    ],
  ] as const) {
    const { headers } = await ask(at(path), asked);
    assert.match(String(headers['content-security-policy']), /^default-src 'none';.*frame-ancestors 'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['access-control-allow-origin'], undefined);
  }
});

/** Requests that are refused, each different from one that is answered in what its name says. */
const refused: readonly (readonly [string, string, number, (cookie: string, host: string) => Asked])[] = [
  ['a call without a cookie', '/call/file', 403, () => ({ headers: {} })],
  ['a wrong token in the cookie', '/call/file', 403, (cookie) => ({ headers: { cookie: `${cookie.slice(0, -1)}_` } })],
  ['a cookie of another port', '/call/file', 403, (cookie) => ({ headers: { cookie: cookie.replace(/\d+/, '1') } })],
  ['a name that leads here', '/call/file', 403, (cookie) => ({ headers: { cookie, host: 'evil.example' } })],
  ['this host by another port', '/call/file', 403, (cookie) => ({ headers: { cookie, host: '127.0.0.1:1' } })],
  [
    'a page of another origin',
    '/call/file',
    403,
    (cookie) => ({ headers: { cookie, origin: 'https://evil.example' } }),
  ],
  ['a page without an origin', '/call/file', 403, (cookie) => ({ headers: { cookie, origin: 'null' } })],
  ['another port of this host', '/call/file', 403, (cookie) => ({ headers: { cookie, origin: 'http://127.0.0.1:1' } })],
  ['another site', '/call/file', 403, (cookie) => ({ headers: { cookie, 'sec-fetch-site': 'cross-site' } })],
  [
    'another port, by the fetch',
    '/call/file',
    403,
    (cookie) => ({ headers: { cookie, 'sec-fetch-site': 'same-site' } }),
  ],
  ['a form’s content type', '/call/file', 415, (cookie) => ({ headers: { cookie, 'content-type': 'text/plain' } })],
  ['a foreign method', '/call/file', 405, (cookie) => ({ headers: { cookie }, method: 'PUT' })],
  ['a call that is read', '/call/file', 405, (cookie) => ({ headers: { cookie }, method: 'GET' })],
  ['a preflight', '/call/file', 405, (cookie) => ({ headers: { cookie }, method: 'OPTIONS' })],
  ['no such call', '/call/toString', 404, (cookie) => ({ headers: { cookie } })],
  ['a call of the prototype', '/call/__proto__', 404, (cookie) => ({ headers: { cookie } })],
  ['no message', '/call/file', 400, (cookie) => ({ headers: { cookie }, body: Buffer.from('{}') })],
  ['a body that is too large', '/call/file', 413, (cookie) => ({ headers: { cookie }, body: new Uint8Array(10_001) })],
  ['events without a cookie', '/events', 403, () => ({ method: 'GET' })],
  ['a posted page', '/', 405, (cookie) => ({ headers: { cookie } })],
  ['the page without a cookie', '/', 403, () => ({ method: 'GET' })],
  ['the page with a wrong token', '/?token=abc', 403, () => ({ method: 'GET' })],
  [
    'the page in a frame',
    '/',
    403,
    (cookie) => ({
      method: 'GET',
      headers: { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    }),
  ],
  ['a file of a package that is none of the press’s', '/assets/ejs/package.json', 404, () => ({ method: 'GET' })],
  ['a hidden file', '/.hidden', 404, () => ({ method: 'GET' })],
  ['a way up', '/../package.json', 404, () => ({ method: 'GET' })],
  ['a hidden way up', '/deep/..%2f..%2fpackage.json', 404, () => ({ method: 'GET' })],
  ['a script for another site', '/app.js', 403, () => ({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } })],
];

test('answers what differs from the refused requests in nothing', async () => {
  const { address, at, cookie } = await started(echo);
  assert.deepEqual(await callPress(address, cookie, 'file', { path: 'a.png' }), [
    { kind: 'done', value: new Uint8Array(Buffer.from('a.png')) },
  ]);
  const origin = { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' };
  const called = await ask(at('/call/file'), {
    method: 'POST',
    headers: { cookie: `other=1; ${cookie}`, 'content-type': callType, ...origin },
    body: encodeMessage({ path: 'a.png' }),
  });
  assert.equal(called.status, 200);
  const local = { host: new URL(address).host.replace('127.0.0.1', 'localhost') };
  assert.equal((await ask(at('/deep/press.wasm'), { headers: local })).headers['content-type'], 'application/wasm');
  const face = await ask(at('/assets/@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'));
  assert.equal(face.headers['content-type'], 'font/ttf');
  assert.ok(face.body.length > 100_000);
});

for (const [name, path, status, asked] of refused)
  test(`refuses ${name}`, async () => {
    const { host, cookie } = await started(echo);
    const { method = 'POST', headers = {}, body = encodeMessage({ path: 'a.png' }) } = asked(cookie, host);
    const [hostname = '', port = ''] = host.split(':');
    const sent = request({ hostname, port, path, method, headers: { 'content-type': callType, ...headers } });
    sent.end(method === 'POST' || method === 'PUT' ? body : undefined);
    const [response] = await once(sent, 'response');
    response.resume();
    assert.equal(response.statusCode, status);
  });

test('refuses a body whose length nobody has told, as soon as it is too large', async () => {
  const { at, cookie } = await started(echo);
  const sent = request(at('/call/file'), { method: 'POST', headers: { cookie, 'content-type': callType } });
  sent.on('error', () => {});
  sent.write(new Uint8Array(6_000));
  sent.write(new Uint8Array(6_000));
  const [response] = await once(sent, 'response');
  assert.equal(response.statusCode, 413);
  response.resume();
  sent.destroy();
});

test('tells progress, what a failure says, and of a fault only that there was one', async () => {
  const { address, cookie } = await started({
    check: async (_, { onProgress }) => {
      onProgress?.({ stage: 'reading', done: 0, total: 2 });
      onProgress?.({ stage: 'checking', done: 1, total: 2 });
      return { problems: [] };
    },
    covers: () => Promise.reject({ reason: 'There is no room.' }),
    list: () => Promise.reject(new TypeError('at /home/me')),
  } as Partial<Answers>);
  assert.deepEqual(await callPress(address, cookie, 'check', {}), [
    { kind: 'progress', progress: { stage: 'reading', done: 0, total: 2 } },
    { kind: 'progress', progress: { stage: 'checking', done: 1, total: 2 } },
    { kind: 'done', value: { problems: [] } },
  ]);
  assert.deepEqual(await callPress(address, cookie, 'covers', {}), [{ kind: 'failed', reason: 'There is no room.' }]);
  const [fault] = await callPress(address, cookie, 'list' as 'covers', {});
  assert.ok(fault?.kind === 'failed' && !fault.reason.includes('/home'), JSON.stringify(fault));
});

test('ends the work of a browser that goes away', async () => {
  let ended: (reason: unknown) => void = () => {};
  const isEnded = new Promise((resolve) => (ended = resolve));
  const { at, cookie } = await started({
    build: (_, { signal, onProgress }) => {
      onProgress?.({ stage: 'reading', done: 0, total: 1 });
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          ended('aborted');
          reject(signal.reason);
        });
      });
    },
  });
  const sent = request(at('/call/build'), { method: 'POST', headers: { cookie, 'content-type': callType } });
  sent.end(encodeMessage({ story: 's', edition: 'epub' }));
  const [response] = await once(sent, 'response');
  response.on('error', () => {});
  await once(response, 'data');
  sent.destroy();
  assert.equal(await Promise.race([isEnded, setTimeout(30_000, 'nothing', { ref: false })]), 'aborted');
});

/** Listens to the events; resolves when it does. What comes back waits until a text is there. */
async function listenTo(at: string, cookie: string, headers: Readonly<Record<string, string>> = {}) {
  const sent = request(at, { headers: { cookie, ...headers } });
  sent.end();
  const [response] = await once(sent, 'response');
  return async (text: string): Promise<string> => {
    let got = '';
    for await (const part of response) {
      got += part;
      if (got.includes(text)) break;
    }
    sent.destroy();
    return got;
  };
}

test('tells events as they come, and the last of them to one that has missed it', async () => {
  const { server, events, at, cookie } = await started();
  const first = await listenTo(at('/events'), cookie);
  events.send({ kind: 'changed', story: 'mine' });
  assert.match(await first('changed'), /^retry: \d+\nid: 0\n\nid: 1\ndata: \{"kind":"changed","story":"mine"\}\n\n$/);
  const late = await listenTo(at('/events'), cookie, { 'last-event-id': '0' });
  assert.match(await late('changed'), /\nid: 1\ndata: /);
  const nothing = await listenTo(at('/events'), cookie, { 'last-event-id': '1' });
  await server.close();
  assert.doesNotMatch(await nothing('gone'), /changed/);
});

test('takes the first port that is free, and none where all are taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = (other.address() as { readonly port: number }).port;
  const settings = {
    answers: {} as Answers,
    events: createEventStream(),
    mostBytes: 1,
    appFile: async () => undefined,
    onFault: () => {},
  };
  assert.equal(await serveStudio({ ...settings, ports: [taken] }), undefined);
  const server = await serveStudio({ ...settings, ports: [taken, 0] });
  assert.ok(server);
  assert.notEqual(new URL(server.address).port, String(taken));
  await server.close();
  other.close();
});
