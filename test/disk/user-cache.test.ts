import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheFolder } from '../../scripts/disk/user-cache.ts';

const home = () => '/home/ann';

/** Variables, a system, and where its cache is. */
const places: readonly (readonly [Record<string, string>, NodeJS.Platform, string | undefined])[] = [
  [{}, 'linux', '/home/ann/.cache/fleuron'],
  [{ XDG_CACHE_HOME: '/fast' }, 'linux', '/fast/fleuron'],
  [{ XDG_CACHE_HOME: 'relative' }, 'linux', '/home/ann/.cache/fleuron'],
  [{ XDG_CACHE_HOME: '' }, 'freebsd', '/home/ann/.cache/fleuron'],
  [{}, 'darwin', '/home/ann/Library/Caches/fleuron'],
  [{ XDG_CACHE_HOME: '/fast' }, 'darwin', '/fast/fleuron'],
  [{ LOCALAPPDATA: '/users/ann/local' }, 'win32', '/users/ann/local/fleuron'],
  [{ XDG_CACHE_HOME: '/fast' }, 'win32', '/home/ann/AppData/Local/fleuron'],
];

for (const [env, platform, expected] of places)
  test(
    `on ${platform} with ${JSON.stringify(env)} the cache is ${expected}`,
    {
      skip: process.platform === 'win32' && 'skipped, because paths are written otherwise here',
    },
    () => assert.equal(cacheFolder(env, platform, home), expected && join(expected)),
  );

test('without a home there is no cache', () => {
  const none = () => {
    throw new Error('no entry in the password file');
  };
  for (const nowhere of [none, () => '', () => 'relative']) assert.equal(cacheFolder({}, 'linux', nowhere), undefined);
});
