/** `fleuron serve` as a program, asked over HTTP by a client of the test’s own. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { epub } from '../catalog/books.ts';
import { fleuron } from '../tools/fleuron.ts';
import { filesBelow, makeFiles, makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { started } from './started.ts';

const book = (title: string) =>
  epub(`<dc:identifier id="i">${title}</dc:identifier><dc:title>${title}</dc:title><dc:language>en</dc:language>`);

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

function ask(address: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> {
  const request = address.startsWith('https') ? secure : plain;
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers, method, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });
}

test('answers as HTTP asks, about texts and files', { timeout: 120_000 }, async () => {
  const bytes = book('The Lamp');
  const { address } = await started(
    makeFiles({ 'Bee/lämp.epub': bytes, 'Bee/lämp.kepub.epub': bytes }),
    '--title',
    'A Shelf',
  );
  const file = `${address}Bee/l%C3%A4mp.epub`;

  const feed = await ask(`${address}opds`);
  assert.equal(feed.headers['content-type'], 'application/atom+xml;profile=opds-catalog;kind=navigation');
  assert.equal(feed.headers['last-modified'], undefined); // KOReader would show an older feed of the same second
  assert.equal(feed.headers['content-encoding'], undefined);
  assert.equal(Number(feed.headers['content-length']), feed.body.length);
  const head = await ask(`${address}opds`, {}, 'HEAD');
  assert.deepEqual([head.status, head.body.length, head.headers['content-length']], [200, 0, `${feed.body.length}`]);
  const packed = await ask(`${address}opds`, { 'Accept-Encoding': 'br, gzip;q=0.5' });
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(packed.body), feed.body);
  for (const encoding of ['identity', 'gzip;q=0', '*', ''])
    assert.equal(
      (await ask(`${address}opds`, { 'Accept-Encoding': encoding })).headers['content-encoding'],
      undefined,
      encoding,
    );
  const etag = `${feed.headers['etag']}`;
  for (const known of [etag, `"x", ${etag}`, '*', etag.slice(2)])
    assert.equal((await ask(`${address}opds`, { 'If-None-Match': known })).status, 304, known);
  assert.equal((await ask(`${address}opds`, { 'If-None-Match': '"x"' })).status, 200);

  const whole = await ask(file);
  assert.deepEqual(whole.body, Buffer.from(bytes));
  assert.equal(whole.headers['content-type'], 'application/epub+zip');
  assert.equal(
    whole.headers['content-disposition'],
    `attachment; filename="lamp.epub"; filename*=UTF-8''l%C3%A4mp.epub`,
  );
  const size = bytes.length;
  const ranges: readonly (readonly [string, number, string | undefined, Uint8Array | undefined])[] = [
    ['bytes=0-3', 206, `bytes 0-3/${size}`, bytes.subarray(0, 4)],
    [`bytes=${size - 2}-`, 206, `bytes ${size - 2}-${size - 1}/${size}`, bytes.subarray(size - 2)],
    ['bytes=-2', 206, `bytes ${size - 2}-${size - 1}/${size}`, bytes.subarray(size - 2)],
    [`bytes=5-${size + 99}`, 206, `bytes 5-${size - 1}/${size}`, bytes.subarray(5)],
    [`bytes=${size}-`, 416, `bytes */${size}`, undefined],
    ['bytes=-0', 416, `bytes */${size}`, undefined],
    ['bytes=3-1', 200, undefined, bytes],
    ['bytes=0-1,3-4', 200, undefined, bytes],
    ['lines=0-1', 200, undefined, bytes],
  ];
  for (const [range, status, contentRange, body] of ranges) {
    const part = await ask(file, { Range: range });
    assert.deepEqual([part.status, part.headers['content-range']], [status, contentRange], range);
    if (body) assert.deepEqual(part.body, Buffer.from(body), range);
  }
  const ifRange = (value: unknown) => ask(file, { Range: 'bytes=0-3', 'If-Range': `${value}` });
  assert.equal((await ifRange(whole.headers['etag'])).status, 206);
  assert.equal((await ifRange('"other"')).status, 200);
  assert.equal((await ask(file, { 'If-None-Match': `${whole.headers['etag']}` })).status, 304);
  assert.equal((await ask(file, { 'If-Modified-Since': `${whole.headers['last-modified']}` })).status, 304);
  assert.equal((await ask(file, { 'If-Modified-Since': new Date(0).toUTCString() })).status, 200);

  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask(address, {}, method)).status, 405);
  assert.equal((await ask(address, { Host: 'evil.example' })).status, 403);
  for (const each of [feed, whole, await ask(`${address}nothing`)])
    assert.equal(each.headers['x-content-type-options'], 'nosniff');
});

test('shows a book that comes while it runs', { timeout: 120_000 }, async () => {
  const folder = makeFiles({ 'a.epub': book('A') });
  const { address } = await started(folder);
  writeFileSync(join(folder, 'b.epub'), book('B'));
  for (;;) if ((await ask(`${address}b.epub`)).status === 200) break;
});

test('asks for a password in a network, and says that it can be read there', { timeout: 120_000 }, async () => {
  const { address, told } = await started(makeFiles({ 'a.epub': book('A') }), '--lan');
  const [, password = ''] = /password, with any user name: (\S+)/.exec(told) ?? [];
  assert.match(password, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  assert.match(told, /can be read by others in this network/);
  const at = `http://127.0.0.1:${new URL(address).port}/a.epub`;
  const refused = await ask(at);
  assert.deepEqual(
    [refused.status, refused.headers['www-authenticate']],
    [401, 'Basic realm="Fleuron", charset="UTF-8"'],
  );
  const authorization = `Basic ${Buffer.from(`reader:${password}`).toString('base64')}`;
  assert.equal((await ask(at, { Authorization: authorization })).status, 200);
});

test('speaks TLS with a certificate, and opens nothing with what is none', { timeout: 120_000 }, async (context) => {
  const openssl = await need(context, 'openssl');
  if (openssl === undefined) return;
  const folder = makeFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=localhost',
  ];
  const made = await runTool(openssl, [...words, '-keyout', key, '-out', cert], { env: process.env, seconds: 60 });
  assert.ok('status' in made && made.status === 0);
  const books = makeFiles({ 'a.epub': book('A') });
  const { address } = await started(books, '--tls-cert', cert, '--tls-key', key);
  assert.match(address, /^https:/);
  assert.equal((await ask(`${address}a.epub`)).status, 200);
  for (const given of [
    ['--tls-cert', cert],
    ['--tls-cert', key, '--tls-key', cert],
    ['--tls-cert', 'none.pem', '--tls-key', key],
  ])
    assert.equal((await fleuron(['serve', books, '--port', '0', ...given])).status, 2);
});

test('writes the same files each time', { timeout: 120_000 }, async () => {
  const folder = makeFiles({ 'a.epub': book('A'), 'sub/b.epub': book('B') });
  const first = await fleuron(['serve', folder, '--static']);
  assert.equal(first.status, 0, first.stderr);
  const before = filesBelow(folder);
  assert.match((await fleuron(['serve', folder, '--static'])).stdout, /2 books\. 0 files were written, 0 removed/);
  assert.deepEqual(filesBelow(folder), before);
  for (const path of ['index.html', 'catalog.xml', 'catalog.json', 'shelf.css', 'reader/index.html'])
    assert.ok(before.has(`shelf/${path}`), path);
});
