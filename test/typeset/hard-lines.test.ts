/** The hard lines of ../shared: each is set as one of the ways that it allows. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { readHardLines, setHardLine } from '../../bench/typography/hard-lines.ts';

const folder = '../shared/cases/typography';

for (const line of existsSync(folder) ? readHardLines(folder) : []) {
  test(`sets ${line.lang}: ${line.typed}`, async () => {
    const set = await setHardLine(line);
    assert.equal(line.ways.includes(set) ? set : line.ways[0], set);
  });
}
