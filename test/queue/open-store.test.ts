import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isBucket, openStore } from '../../scripts/queue/open-store.ts';
import { makeFolder } from '../tools/folder.ts';

const key = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };

test('a folder is a store', async () => {
  const folder = makeFolder();
  const store = await openStore(folder, () => {}, {});
  assert.ok('put' in store);
  const name = 'ab'.padEnd(64, '0');
  assert.equal(await store.put(name, new Uint8Array([1])), 'written');
  assert.equal(await store.put(name, new Uint8Array([2])), 'there');
  assert.deepEqual([...((await store.get(name)) ?? [])], [1]);
  assert.equal(isBucket(join(folder, 's3:')), false);
});

for (const [words, env, reason] of [
  ['s3://', key, /“s3:\/\/” is no store\. → Write s3:\/\/BUCKET/],
  ['s3://Books', key, /is no store/],
  ['s3://books/../shelf', key, /is no store/],
  [`s3://books/${'a'.repeat(60)}!`, key, /is no store/],
  ['s3://books', {}, /The key for s3:\/\/books is missing\. → Set AWS_ACCESS_KEY_ID/],
  ['s3://books', { ...key, AWS_ENDPOINT_URL_S3: 'ftp://x' }, /AWS_ENDPOINT_URL_S3 is no address: “ftp:\/\/x”/],
] as const)
  test(`${words} with ${Object.keys(env)} is no store`, async () => {
    const opened = await openStore(words, () => {}, env);
    assert.match('reason' in opened ? opened.reason : '', reason);
  });
