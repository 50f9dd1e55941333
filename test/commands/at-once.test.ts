/** One of each kind of what `at-once-matrix.slow.test.ts` tests in all numbers. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../tools/folder.ts';
import { endWell, start, story, versionsIn, versionsOf } from './at-once.ts';

for (const name of ['bag', 'bag.zip'])
  test(`2 archives at once into one ${name} lose no version`, async () => {
    const target = join(makeFolder(), name);
    await endWell(versionsOf(story(), 2).map((copy) => start(['archive', copy, '-o', target, '-q'])));
    assert.deepEqual(await versionsIn(target), ['Version 1', 'Version 2']);
  });
