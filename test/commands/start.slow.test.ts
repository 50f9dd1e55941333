import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { need, root } from '../tools/need.ts';

/** Starts the press twice: the second start takes the code that the first has compiled. */
function start(node: string): void {
  for (const time of ['first', 'second']) {
    const { stdout, stderr, status } = spawnSync(node, [join(root, 'scripts/fleuron.cjs'), '--version'], {
      encoding: 'utf8',
    });
    assert.match(stdout, /^fleuron \d/, time);
    assert.equal(stderr, '', `nothing is complained of at the ${time} start`);
    assert.equal(status, 0);
  }
}

test('the press starts without a word of complaint', () => start(process.execPath));

for (const version of ['node22', 'node24'] as const)
  test(`so it does on Node ${version.slice(4)}`, async (context) => {
    const node = await need(context, version);
    if (node) start(node);
  });
