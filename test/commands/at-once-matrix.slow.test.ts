/** Runs of the press that write one target at the same time: as neighbours, and each in a PID namespace of its own, as containers are. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFolder } from '../tools/folder.ts';
import { endWell, start, story, versionsIn, versionsOf } from './at-once.ts';

/** What begins a command line that runs in a PID namespace of its own; undefined where this machine lets nobody make one. */
const namespaced = [
  ['unshare', '-p', '-f'],
  ['unshare', '-r', '-p', '-f'],
].find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
const noNamespaces = 'skipped, because unshare makes no PID namespaces here';

const all = (count: number) => Array.from({ length: count }, (_, at) => `Version ${at + 1}`).sort();

for (const [count, rounds] of [
  [2, 2],
  [6, 2],
] as const)
  for (const name of ['bag', 'bag.zip'])
    for (const before of [[], namespaced] as const)
      test(`${count} archives at once into one ${name}${before?.length === 0 ? '' : ', each in a PID namespace,'} lose no version`, async (context) => {
        if (!before) return context.skip(noNamespaces);
        const first = story();
        for (let round = 0; round < rounds; round++) {
          const target = join(makeFolder(), name);
          if (round % 2 === 0) assert.equal((await fleuron(['archive', first, '-o', target, '-q'])).status, 0);
          const runs = versionsOf(first, count).map((copy) => start(['archive', copy, '-o', target, '-q'], before));
          await endWell(runs);
          assert.deepEqual(await versionsIn(target), all(count));
        }
      });

for (const before of [[], namespaced] as const)
  test(`builds at once of one book${before?.length === 0 ? '' : ', each in a PID namespace,'} all end well`, async (context) => {
    if (!before) return context.skip(noNamespaces);
    const manuscript = story(200);
    const target = join(makeFolder(), 'b.epub');
    for (let round = 0; round < 4; round++) {
      const runs = Array.from({ length: 4 }, () => start(['build', manuscript, '-o', target, '-q'], before));
      await endWell(runs);
      assert.deepEqual(readdirSync(join(target, '..')), ['b.epub']);
      assert.match(readEpub(readFileSync(target)).text('OEBPS/content.opf'), /The Door/);
    }
  });
