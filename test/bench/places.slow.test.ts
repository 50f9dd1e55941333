import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { edits, novelOf } from '../../bench/places/edits.ts';
import { fleuron } from '../../bench/places/fleuron.ts';
import { measure, placesIn } from '../../bench/places/measure.ts';
import { root } from '../tools/need.ts';
import { random } from '../tools/random.ts';

const path = join(root, '../shared/corpus/novels/dashiell-hammett_red-harvest.md');
/** Here a file, and with it what is in it, cannot be where it was. */
const toOtherFiles = ['scene moved to another chapter', 'chapter split'];

test('places in unchanged paragraphs are found by numbers, ids and words after every edit', {
  skip: !existsSync(path),
}, async () => {
  const { novel, spare } = novelOf('A Novel', readFileSync(path, 'utf8'));
  const places = placesIn(novel, 60, random(3));
  assert.equal(places.length, 60);
  const tool = fleuron('Fleuron', true);
  const first = await tool.build(novel, undefined);
  for (const [name, edit] of Object.entries(edits)) {
    const second = edit(novel, spare);
    const found = measure(places, first.copies, (await tool.build(second, first.epub)).copies, second);
    for (const form of ['kobo.P.S', 'Readium', 'CFI, ids']) {
      const { right, all } = found.get(form)?.same ?? { right: 0, all: 0 };
      assert.ok(all > 40, `${name}: ${all}`);
      if (toOtherFiles.includes(name)) assert.ok(right > all * 0.8, `${name}, ${form}: ${right} of ${all}`);
      else assert.equal(right, all, `${name}, ${form}`);
    }
  }
});
