import { test } from 'node:test';
import { makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { assertStarts } from './starting.ts';

for (const version of ['node22', 'node24'] as const)
  test(`the press starts without a word of complaint on Node ${version.slice(4)}`, async (context) => {
    const node = await need(context, version);
    const cache = makeFolder();
    if (node) for (const time of ['first', 'second']) assertStarts(cache, `the ${time} start`, node);
  });
