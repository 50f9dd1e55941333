import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { archive, isWhole, story } from './story.ts';

for (const name of ['bag', 'bag.zip'])
  test(`a changed story joins the older one in a ${name}; a chapter that was removed is kept`, async () => {
    const manuscript = story();
    const target = join(makeFolder(), name);
    const line = (said: string) => said.trimEnd().split('\n').at(-1) ?? '';
    const first = line(await archive(manuscript, target));
    assert.match(first, /^[0-9a-f]{128} {2}tagmanifest-sha512\.txt$/);
    const again = await archive(manuscript, target);
    assert.match(again, /holds this version already/);
    assert.equal(line(again), first);
    rmSync(join(manuscript, '2.md'));
    writeFileSync(join(manuscript, '3.md'), '# Three\n\nNew.\n');
    appendFileSync(join(manuscript, 'book.yaml'), 'rating: G\n');
    await archive(manuscript, target);
    const said = await fleuron(['verify', target]);
    assert.equal(said.status, 0, said.stderr);
    assert.match(said.stderr, /Proved: the books, copies and records of its 2 versions/);
    appendFileSync(join(manuscript, '3.md'), 'More.\n');
    await archive(manuscript, target);
    await isWhole(target);
    if (name !== 'bag') return;
    assert.deepEqual(readdirSync(join(target, 'data/versions')).sort(), ['1', '2']);
    assert.equal(readFileSync(join(target, 'data/versions/1/manuscript/2.md'), 'utf8'), '# Chapter 2\n\nWords.\n');
    const changes = JSON.parse(readFileSync(join(target, 'data/versions/2/changes.json'), 'utf8')) as Readonly<
      Record<string, readonly { readonly path?: string; readonly keptAt?: string; readonly key?: string }[]>
    >;
    assert.deepEqual(
      changes['added']?.map(({ path }) => path),
      ['manuscript/3.md'],
    );
    assert.deepEqual(
      changes['removed']?.map(({ keptAt }) => keptAt),
      ['data/versions/1/manuscript/2.md'],
    );
    assert.deepEqual(
      changes['changed']?.map(({ path }) => path),
      ['manuscript/book.yaml', 'the-door.epub'],
    );
    assert.deepEqual(
      changes['metadata']?.map(({ key }) => key),
      ['archival'],
    );
    assert.deepEqual(readdirSync(dirname(target)), ['bag']);
  });

test('a damaged archive and that of another story are left as they are', async () => {
  const manuscript = story();
  const target = join(makeFolder(), 'bag');
  await archive(manuscript, target);
  const other = makeFiles({ 'a.md': '# Other\n\nStory.\n' });
  const refused = await fleuron(['archive', other, '-o', target]);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /archive of another story/);
  appendFileSync(join(target, 'data/rights.txt'), 'x');
  appendFileSync(join(manuscript, '1.md'), 'More.\n');
  const damaged = await fleuron(['archive', manuscript, '-o', target]);
  assert.equal(damaged.status, 4);
  assert.match(damaged.stderr, /bag-file-changed/);
  assert.ok(!existsSync(join(target, 'data/versions')));
});

test('an older archive that stood aside when the press was killed is put back and gets its new version', async () => {
  const manuscript = story();
  const target = join(makeFolder(), 'bag');
  await archive(manuscript, target);
  renameSync(target, join(dirname(target), '.bag.before'));
  appendFileSync(join(manuscript, '1.md'), 'More.\n');
  await archive(manuscript, target);
  assert.ok(existsSync(join(target, 'data/versions/1')));
  assert.deepEqual(readdirSync(dirname(target)), ['bag']);
});
