/** A store on the network, before a real S3 server: whole or not at all, once, and in plain words where it fails. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { AwsClient } from 'aws4fetch';
import { createS3Store, type Patience } from '../../scripts/queue/s3-store.ts';
import { makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { s3Key, startS3 } from '../tools/servers.ts';

const key = 'ab'.padEnd(64, '0');
const patient: Patience = { tries: 60, wait: 100, timeout: 30_000 };
const hasty: Patience = { tries: 2, wait: 1, timeout: 30_000 };
const silent = () => {};
const words = (text: string): Uint8Array => new TextEncoder().encode(text);

function clientOf(secretAccessKey = s3Key.AWS_SECRET_ACCESS_KEY): AwsClient {
  return new AwsClient({ accessKeyId: s3Key.AWS_ACCESS_KEY_ID, secretAccessKey, service: 's3', region: 'us-east-1' });
}

/** The port on which a server of this process listens. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

/** A server with a bucket `books` in a folder. */
async function serve(context: TestContext, folder = makeFolder()) {
  const program = await need(context, 's3');
  if (!program) return undefined;
  mkdirSync(join(folder, 'books'));
  const server = await startS3(program, folder);
  context.after(() => server.stop());
  const place = { endpoint: `http://127.0.0.1:${server.port}`, bucket: 'books', prefix: 'press/' };
  return { server, place, object: join(folder, 'books/press', key.slice(0, 2), key) };
}

test('what is put comes back; of many that put a key at once, one writes it and the others learn that it is there', async (context) => {
  const served = await serve(context);
  if (!served) return;
  const store = createS3Store(clientOf(), served.place, silent, hasty);
  assert.equal(await store.get(key), undefined);
  const told = await Promise.all(Array.from({ length: 8 }, (_, at) => store.put(key, words(`book ${at}`))));
  assert.equal(told.filter((each) => each === 'written').length, 1);
  const winner = `book ${told.indexOf('written')}`;
  assert.deepEqual(await store.get(key), words(winner));
  assert.equal(await store.put(key, words('later')), 'there');
  assert.deepEqual(await store.get(key), words(winner));
  assert.equal(await store.put('cd'.padEnd(64, '1'), new Uint8Array()), 'written');
  assert.deepEqual(await store.get('cd'.padEnd(64, '1')), new Uint8Array());
});

test('a wrong key and a missing bucket are told at once', async (context) => {
  const served = await serve(context);
  if (!served) return;
  const stranger = createS3Store(clientOf('wrong'), served.place, silent, patient);
  await assert.rejects(stranger.get(key), /s3:\/\/books\/press\/ does not let this key in \(SignatureDoesNotMatch\)/);
  const lost = createS3Store(clientOf(), { ...served.place, bucket: 'shelf' }, silent, patient);
  await assert.rejects(lost.get(key), /no bucket for s3:\/\/shelf\/press\/: make it first/);
  await assert.rejects(lost.put(key, words('book')), /no bucket/);
});

test('a damaged object is as none, and is written again', async (context) => {
  const served = await serve(context);
  if (!served) return;
  const store = createS3Store(clientOf(), served.place, silent, hasty);
  await store.put(key, words('a whole book'));
  truncateSync(served.object, 5);
  assert.equal(await store.get(key), undefined);
  assert.equal(await store.put(key, words('a whole book')), 'written');
  assert.deepEqual(await store.get(key), words('a whole book'));
});

test('a server that is gone for a while loses nothing; one that stays away is told', async (context) => {
  const served = await serve(context);
  if (!served) return;
  const { server, place } = served;
  const store = createS3Store(clientOf(), place, silent, { ...patient, wait: 1 });
  await server.stop('SIGKILL');
  await assert.rejects(
    createS3Store(clientOf(), place, silent, hasty).put(key, words('book')),
    /cannot be reached \(ECONNREFUSED, tried 2 times\)/,
  );
  const put = store.put(key, words('book'));
  await server.start();
  assert.equal(await put, 'written');
  assert.deepEqual(await store.get(key), words('book'));
});

test('an upload that the server’s end cuts off is no object', async (context) => {
  const served = await serve(context);
  if (!served) return;
  const { server, place, object } = served;
  // A way to the server on which it dies when a part of the upload has come through.
  let passed = 0;
  const way = createTcpServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    near.on('data', (data) => {
      passed += data.length;
      if (passed > 1e6) void server.stop('SIGKILL');
    });
    pipeline(near, far, near, () => {});
  });
  const endpoint = `http://127.0.0.1:${await listening(way)}`;
  const cut = createS3Store(clientOf(), { ...place, endpoint }, silent, { ...hasty, tries: 1 }).put(
    key,
    new Uint8Array(1e8),
  );
  await assert.rejects(cut, /cannot be reached/);
  way.close();
  assert.ok(passed > 1e6 && passed < 1e8, `${passed} bytes went to the server`);
  await server.start();
  const store = createS3Store(clientOf(), place, silent, hasty);
  assert.equal(await store.get(key), undefined);
  assert.equal(await store.put(key, words('book')), 'written');
  assert.deepEqual(await store.get(key), words('book'));
  assert.equal(statSync(object).size, 4);
});

test('a full disk is told, leaves nothing half-written, and what fits is still kept', async (context) => {
  const mount = await need(context, 'mount');
  if (!mount) return;
  const folder = makeFolder();
  const mounted = spawnSync(mount, ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { encoding: 'utf8' });
  assert.equal(mounted.status, 0, mounted.stderr);
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  context.after(() => spawnSync('umount', ['-l', folder]));
  const served = await serve(context, disk);
  if (!served) return;
  const store = createS3Store(clientOf(), served.place, silent, hasty);
  await assert.rejects(store.put(key, new Uint8Array(3e6)), /The store s3:\/\/books\/press\/ (is full|answers 5\d\d)/);
  assert.equal(await store.get(key), undefined);
  assert.equal(await store.put(key, words('book')), 'written');
  assert.deepEqual(await store.get(key), words('book'));
});

test('a server that is busy, or that two writers meet at, is asked again; another refusal is not', async () => {
  const answers = [503, 429, 409, 200];
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(answers[asked++] ?? 400).end('<Error><Code>Odd</Code></Error>'));
  });
  const place = { endpoint: `http://127.0.0.1:${await listening(server)}`, bucket: 'books', prefix: '' };
  const store = createS3Store(clientOf(), place, silent, { ...patient, wait: 1 });
  assert.equal(await store.put(key, words('book')), 'written');
  assert.equal(asked, 4);
  await assert.rejects(store.put(key, words('book')), /answers 400 \(Odd\), tried 1 time\./);
  assert.equal(asked, 5);
  server.closeAllConnections();
  server.close();
});
