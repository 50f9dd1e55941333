/** `fleuron import --update`, as a reader of a story that grows runs it. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';

const paragraph = (name: string, at: number): string =>
  `${name} ${at}. ${Array.from({ length: 20 }, (_, word) => `${name.toLowerCase()}${at}x${word}`).join(' ')}.`;
const chapter = (name: string): string =>
  [`Chapter ${name}`, ...Array.from({ length: 5 }, (_, at) => paragraph(name, at))].join('\n\n');
const story = (...names: readonly string[]): string =>
  ['The Lamp', 'by Ann Example', ...names.map(chapter)].join('\n\n\n').concat('\n');

function place(context: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'fleuron-grow-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !each.parentPath.includes('.fleuron'))
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(folder.length + 1),
        readFileSync(join(parentPath, name), 'utf8'),
      ]),
  );

test('a story that grew is updated, its repairs stay, a dry run writes nothing, and all is taken back', async (context) => {
  const root = place(context);
  const folder = join(root, 'lamp');
  const [old, fresh] = [join(root, 'old.txt'), join(root, 'new.txt')];
  writeFileSync(old, story('One', 'Two'));
  writeFileSync(fresh, story('One', 'Two', 'Three').replace('One 3.', 'One three.'));
  assert.equal((await fleuron(['import', old, '-o', folder])).status, 0);
  const path = join(folder, 'chapter-1.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('One 1.', 'One one.'));
  const before = filesIn(folder);

  const dry = await fleuron(['import', fresh, '-o', folder, '--update', '--dry-run']);
  assert.equal(dry.status, 0, dry.stderr);
  assert.match(
    dry.stdout,
    /changed: \S+chapter-1\.md “Chapter One”, \+1 −1 words\n {2}new: \S+chapter-3\.md “Chapter Three”, \d+ words\nNothing was written/,
  );
  assert.deepEqual(filesIn(folder), before);

  const done = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.equal(done.status, 0, done.stderr);
  const after = filesIn(folder);
  assert.match(after['chapter-1.md'] ?? '', /One one\.[\s\S]*One three\./);
  assert.match(after['chapter-3.md'] ?? '', /Three 4\./);
  const again = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.match(again.stdout, /nothing new/);
  assert.deepEqual(filesIn(folder), after);

  const undone = await fleuron(['import', '--undo', '-o', folder]);
  assert.equal(undone.status, 0, undone.stderr);
  assert.deepEqual(filesIn(folder), before);
});

test('both readings of a paragraph are told at its line, wait in the file, and the book has the reader’s', async (context) => {
  const root = place(context);
  const folder = join(root, 'lamp');
  const [old, fresh] = [join(root, 'old.txt'), join(root, 'new.txt')];
  writeFileSync(old, story('One', 'Two'));
  writeFileSync(fresh, story('One', 'Two').replace('Two 2.', 'Two II.'));
  await fleuron(['import', old, '-o', folder]);
  const path = join(folder, 'chapter-2.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Two 2.', 'Two two.'));
  const done = await fleuron(['import', fresh, '-o', folder, '--update', '--json']);
  const { changes, problems } = JSON.parse(done.stdout) as {
    changes: { conflicts: { line: number }[] }[];
    problems: { rule: string }[];
  };
  assert.equal(changes[0]?.conflicts[0]?.line, 7);
  assert.ok(problems.some(({ rule }) => rule === 'update-unsettled'));
  const built = await fleuron(['build', folder, '-o', join(root, 'lamp.epub')]);
  assert.equal(built.status, 0, built.stderr);
  assert.match(built.stderr, /chapter-2\.md:9:1 warning update-unsettled .*“Two two\..*“Two II\./);
});

test('a file that was deleted here and changed there stays deleted, and is told', async (context) => {
  const root = place(context);
  const folder = join(root, 'lamp');
  const [old, fresh] = [join(root, 'old.txt'), join(root, 'new.txt')];
  writeFileSync(old, story('One', 'Two'));
  writeFileSync(fresh, story('One', 'Two').replace('Two 2.', 'Two II.'));
  await fleuron(['import', old, '-o', folder]);
  rmSync(join(folder, 'chapter-2.md'));
  const done = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.equal(done.status, 0, done.stderr);
  assert.match(
    done.stderr,
    /chapter-2\.md hint update-kept You deleted this file, and the new import has changed it\./,
  );
  assert.equal(existsSync(join(folder, 'chapter-2.md')), false);
});

test('a folder without a record says what to do, and --base does it', async (context) => {
  const root = place(context);
  const folder = join(root, 'lamp');
  const [old, fresh] = [join(root, 'old.txt'), join(root, 'new.txt')];
  writeFileSync(old, story('One', 'Two'));
  writeFileSync(fresh, story('One', 'Two', 'Three'));
  await fleuron(['import', old, '-o', folder]);
  rmSync(join(folder, '.fleuron'), { recursive: true });
  const refused = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /update-impossible .*--base old\.html/s);
  const done = await fleuron(['import', fresh, '-o', folder, '--update', '--base', old]);
  assert.equal(done.status, 0, done.stderr);
  assert.ok(existsSync(join(folder, 'chapter-3.md')));
});

test('what does not go together is told in one line', async (context) => {
  const root = place(context);
  for (const words of [['--update', 'a.txt'], ['--undo'], ['a.txt', '--dry-run'], ['a.txt', '--undo', '-o', root]]) {
    const { status, stderr } = await fleuron(['import', ...words]);
    assert.equal(status, 2, words.join(' '));
    assert.match(stderr, /^fleuron: /);
  }
});

test('the archive of a story takes the version before an update, and its versions can be compared', async (context) => {
  const root = place(context);
  const [folder, bag] = [join(root, 'lamp'), join(root, 'keep')];
  const [old, fresh] = [join(root, 'old.txt'), join(root, 'new.txt')];
  writeFileSync(old, story('One', 'Two'));
  writeFileSync(fresh, story('One', 'Two', 'Three'));
  await fleuron(['import', old, '-o', folder]);
  assert.equal((await fleuron(['archive', folder, '-o', bag])).status, 0);
  const path = join(folder, 'chapter-1.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('One 1.', 'One one.'));
  const dry = await fleuron(['import', fresh, '-o', folder, '--update', '--dry-run']);
  assert.match(dry.stdout, /\nThe archive gets the version before first: /);
  assert.equal(existsSync(join(bag, 'data/versions')), false);
  const done = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.match(done.stdout, /\nThe archive has the version before: .*keep \(\d+ files\)\n[0-9a-f]{128} /);
  assert.match(readFileSync(join(bag, 'data/manuscript/chapter-1.md'), 'utf8'), /One one\./);
  assert.match(readFileSync(join(bag, 'data/READ-ME.txt'), 'utf8'), /\n {2}2 .*– chapters: 1 mended; words: \+1 −1\n$/);
  const compared = await fleuron(['compare', `${bag}@1`, bag]);
  assert.match(compared.stdout, /\n {2}Chapter One: \+1 −1 words\n {2}One chapter is the same\.\n$/);
  const missing = await fleuron(['compare', `${bag}@3`, folder]);
  assert.match(missing.stderr, /error version-missing The archive has no version 3; the newest is 2\./);

  // Without the archive, the update says so; with one that is damaged, nothing is written.
  await fleuron(['import', '--undo', '-o', folder]);
  const before = filesIn(folder);
  writeFileSync(join(bag, 'data/rights.txt'), 'mine');
  const refused = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.match(refused.stderr, /bag-file-changed/);
  assert.deepEqual(filesIn(folder), before);
  rmSync(bag, { recursive: true });
  const alone = await fleuron(['import', fresh, '-o', folder, '--update']);
  assert.equal(alone.status, 0);
  assert.match(alone.stderr, /hint update-unarchived /);
});
