import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { createGate } from '../../scripts/serve/access.ts';

const hosts = ['localhost', 'desk', 'desk.local'];
let time = 0;
const asked = (headers: IncomingMessage['headers'], from = '10.0.0.2') =>
  ({ headers: { host: '10.0.0.1:2766', ...headers }, socket: { remoteAddress: from } }) as IncomingMessage;
const basic = (words: string) => ({ authorization: `Basic ${Buffer.from(words).toString('base64')}` });
const open = () => createGate({ password: undefined, scheme: 'http', hosts }, () => time);
const closed = () => createGate({ password: 'open sesamé', scheme: 'http', hosts }, () => time);

test('answers to numbers and to its own names, to no other', () => {
  const gate = open();
  for (const host of ['127.0.0.1:2766', '[::1]:2766', '192.168.1.5', 'LOCALHOST:2766', 'desk.local'])
    assert.equal(gate(asked({ host })), undefined, host);
  for (const host of [
    'evil.example',
    'desk.local.evil.example',
    'localhost.evil',
    '',
    'a@127.0.0.1',
    '127.0.0.1.evil.example:2766',
  ])
    assert.equal(gate(asked({ host }))?.status, 403, host);
});

test('answers no page of another site, but a person who follows a link', () => {
  const gate = open();
  assert.equal(gate(asked({ origin: 'http://evil.example' }))?.status, 403);
  assert.equal(
    gate(asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }))?.status,
    403,
  );
  assert.equal(
    gate(asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }))?.status,
    403,
  );
  assert.equal(
    gate(asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })),
    undefined,
  );
  assert.equal(
    gate(asked({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' })),
    undefined,
  );
});

test('wants the password with any name, and takes a colon in it', () => {
  const gate = closed();
  assert.equal(gate(asked({}))?.status, 401);
  for (const words of ['me:wrong', 'me', ':', 'me:open sesam'])
    assert.equal(gate(asked(basic(words)))?.status, 401, words);
  for (const words of ['me:open sesamé', ':open sesamé', 'you:open sesame\u0301'])
    assert.equal(gate(asked(basic(words))), undefined, words);
  assert.equal(gate(asked({ authorization: 'Bearer open sesamé' }))?.status, 401);
  const colon = createGate({ password: 'a:b', scheme: 'http', hosts }, () => time);
  assert.equal(colon(asked(basic('me:a:b'))), undefined);
});

test('ends guesses from an address for a minute, and nobody else’s', () => {
  const gate = closed();
  time = 0;
  const statuses = Array.from({ length: 22 }, () => gate(asked(basic('me:guess')))?.status);
  assert.deepEqual([statuses.filter((each) => each === 401).length, statuses.at(-1)], [20, 429]);
  assert.equal(gate(asked(basic('me:open sesamé')))?.status, 429);
  assert.equal(gate(asked(basic('me:open sesamé'), '10.0.0.3')), undefined);
  time = 61_000;
  assert.equal(gate(asked(basic('me:open sesamé'))), undefined);
});

test('counts no request without a password as a guess: clients ask so first', () => {
  const gate = closed();
  for (let count = 0; count < 50; count++) gate(asked({}));
  assert.equal(gate(asked(basic('me:open sesamé'))), undefined);
});
