/** Runs of the press that write one target at the same time: as neighbours, and each in a PID namespace of its own, as containers are. */
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { readEpub } from '../tools/epub.ts';
import { makeFolder } from '../tools/folder.ts';
import { archiveAtOnce, endWell, namespaced, noNamespaces, start, story, versionsIn, versionsOf } from './at-once.ts';

for (const count of [2, 6])
  for (const name of ['bag', 'bag.zip'])
    for (const before of [[], namespaced] as const)
      for (const isNew of [false, true])
        test(`${count} archives at once into one ${name}${isNew ? ', a new one,' : ''}${before?.length === 0 ? '' : ', each in a PID namespace,'} lose no version`, (context) =>
          before ? archiveAtOnce(count, name, { before, isNew }) : context.skip(noNamespaces));

test('of archives at once some are killed: what ended well is kept, and the next run adds to it', async () => {
  const target = join(makeFolder(), 'bag');
  const copies = versionsOf(story(20), 4);
  const wanted = new Set<string>();
  for (let round = 0; round < 5; round++) {
    for (const copy of copies) appendFileSync(join(copy, '1.md'), `More of round ${round}.\n`);
    const runs = copies.map((copy) => start(['archive', copy, '-o', target, '-q']));
    await setTimeout(300 + ((round * 7919) % 700));
    for (const { child } of runs.slice(0, 2)) child.kill('SIGKILL');
    await endWell(runs.slice(2));
    await Promise.all(runs.map(({ ended }) => ended));
    for (const copy of copies.slice(2)) wanted.add(readFileSync(join(copy, '1.md'), 'utf8'));
  }
  await endWell([start(['archive', story(), '-o', target, '-q'])]);
  await versionsIn(target);
  const kept = new Set(
    readdirSync(target, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(join('manuscript', '1.md')))
      .map((name) => readFileSync(join(target, name), 'utf8')),
  );
  for (const text of wanted) assert.ok(kept.has(text), text);
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
