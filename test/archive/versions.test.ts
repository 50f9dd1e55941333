import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

const story = (pages = 2): string =>
  join(
    makeFiles({
      'my-story/book.yaml': 'title: The Door\nauthor: Ann\nmodified: 2026-03-04\n',
      ...Object.fromEntries(
        Array.from({ length: pages }, (_, at) => [`my-story/${at + 1}.md`, `# Chapter ${at + 1}\n\nWords.\n`]),
      ),
    }),
    'my-story',
  );

/** Archives a story that has no fault. */
async function archive(manuscript: string, target: string): Promise<string> {
  const { status, stdout, stderr } = await fleuron(['archive', manuscript, '-o', target]);
  assert.equal(status, 0, stderr);
  return stdout;
}

const isWhole = async (path: string): Promise<void> => {
  const { status, stderr } = await fleuron(['verify', path]);
  assert.equal(status, 0, stderr);
};

for (const name of ['bag', 'bag.zip'])
  test(`a changed story joins the older one in a ${name}; a chapter that was removed is kept`, async () => {
    const manuscript = story();
    const target = join(makeFolder(), name);
    await archive(manuscript, target);
    assert.match(await archive(manuscript, target), /holds this version already/);
    rmSync(join(manuscript, '2.md'));
    writeFileSync(join(manuscript, '3.md'), '# Three\n\nNew.\n');
    appendFileSync(join(manuscript, 'book.yaml'), 'rating: G\n');
    await archive(manuscript, target);
    const said = await fleuron(['verify', target]);
    assert.equal(said.status, 0, said.stderr);
    assert.match(said.stderr, /its 2 books built again are the same/);
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

test('killed at any moment the older archive is whole, and a second run completes', async () => {
  const manuscript = story(150);
  for (const seed of [1, 2, 3, 5, 7, 11, 13, 17, 19, 23]) {
    const target = join(makeFolder(), 'bag');
    if (seed % 2) await archive(manuscript, target);
    appendFileSync(join(manuscript, '1.md'), `More ${seed}.\n`);
    const child = spawn(
      process.execPath,
      [join(root, 'scripts/fleuron.cjs'), 'archive', manuscript, '-o', target, '-q'],
      {
        stdio: 'ignore',
      },
    );
    const ended = new Promise((resolve) => child.on('close', resolve));
    await setTimeout(150 + ((seed * 7919) % 500));
    child.kill('SIGKILL');
    await ended;
    const before = join(dirname(target), '.bag.before');
    if (existsSync(target)) await isWhole(target);
    else if (seed % 2) await isWhole(before);
    await archive(manuscript, target);
    await isWhole(target);
    assert.equal(existsSync(join(target, 'data/versions/1')), seed % 2 === 1);
    assert.deepEqual(readdirSync(dirname(target)), ['bag'], `seed ${seed}`);
  }
});
