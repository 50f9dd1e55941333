/** The press started, to say its version, with a cache folder of its own. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../tools/need.ts';

export const launcher = join(root, 'scripts/fleuron.cjs');

function start(cache: string, node = process.execPath): SpawnSyncReturns<string> {
  const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
  return spawnSync(node, [launcher, '--version'], { encoding: 'utf8', env });
}

/** Starts the press, which must say its version and nothing else. */
export function assertStarts(cache: string, when: string, node?: string): void {
  const { stdout, stderr, status, signal } = start(cache, node);
  assert.match(stdout, /^fleuron \d/, when);
  assert.deepEqual([stderr, status, signal], ['', 0, null], when);
}
