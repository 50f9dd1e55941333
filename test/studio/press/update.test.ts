/** A newer version of a story in the studio: planned without a change, made, taken back, compared; in a browser’s store and in a folder. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { openAsset } from '../../../scripts/disk/package-assets.ts';
import { writeRecord } from '../../../scripts/disk/update-folder.ts';
import { createPress } from '../../../scripts/studio/press/create-press.ts';
import type { StoryStore } from '../../../scripts/studio/press/place.ts';
import type { Answers, Brought, Story } from '../../../scripts/studio/protocol.ts';
import { openStoryFolder } from '../../../scripts/studio/server/story-folder.ts';
import { recordPath, undoPath } from '../../../scripts/versions/undo-record.ts';
import { makeFiles } from '../../tools/folder.ts';
import { bytesOf, memoryStore } from '../memory-store.ts';

const chapters = {
  one: 'The lamp was alight when she came back.\n\nNobody had lit it, and nobody spoke of it.',
  two: 'The sea was quiet that night, and the harbour empty.',
  three: 'The keeper wrote it all into the book of the house.',
};
const textOf = (one: string, ...others: readonly string[]): string =>
  `The Lamp\n\nby A. Keeper\n\n${[one, ...others].map((each, at) => `Chapter ${at + 1}\n\n${each}\n`).join('\n')}`;
const brought = (text: string): Brought => ({
  name: 'lamp.txt',
  file: 'lamp.txt',
  files: bytesOf({ 'lamp.txt': text }),
});
const older = brought(textOf(chapters.one, chapters.two));
const newer = brought(
  textOf(chapters.one.replace('alight', 'burning'), `${chapters.two} A boat came.`, chapters.three),
);

const place = { openAsset, limits: usualLimits, today: () => '2026-11-28' };
const pressOf = (store: StoryStore) => createPress({ ...place, traits: { kind: 'browser', version: '0' }, store });

/** A story that was imported, with a sentence that its author mended. */
async function inBrowser() {
  const store = memoryStore();
  const press = pressOf(store);
  const { story } = await press.bring(older, {});
  assert.ok(story);
  return { press, story, read: () => press.open({ story: story.id }, {}) };
}

const textAt = ({ texts }: Story, path: string): string => texts.find((each) => each.path === path)?.text ?? '';
const sums = ({ texts }: Story) => Object.fromEntries(texts.map(({ path, sha256 }) => [path, sha256]));

async function write(press: Answers, story: Story, edits: Parameters<Answers['change']>[0]['changes']) {
  const changed = await press.change({ story: story.id, changes: edits, read: sums(story) }, {});
  assert.ok(changed.done, JSON.stringify(changed));
  return changed;
}

const mend = (story: Story, path: string, old: string, text: string) =>
  [
    { kind: 'files', edits: [{ path, was: sums(story)[path], content: textAt(story, path).replace(old, text) }] },
  ] as const;

test('a plan tells what would change and writes nothing; its edits make it so, and are taken back and made again', async () => {
  const { press, story, read } = await inBrowser();
  assert.deepEqual([story.hasRecord, story.wasUpdated], [true, false]);
  assert.ok(story.others.every(({ path }) => !path.startsWith('.')));
  const { story: mine } = await write(press, story, mend(story, 'chapter-1.md', 'nobody spoke', 'no one spoke'));
  const { plan, problems } = await press.update({ story: story.id, newer }, {});
  assert.ok(plan, JSON.stringify(problems));
  assert.deepEqual(await read(), mine);
  assert.deepEqual(
    plan.changes.map(({ path, what }) => [path, what]),
    [
      ['chapter-1.md', 'changed'],
      ['chapter-2.md', 'changed'],
      ['chapter-3.md', 'new'],
    ],
  );
  assert.deepEqual(
    plan.comparison.chapters.map(({ what, added, removed }) => [what, added, removed]),
    [
      ['mended', 1, 1],
      ['mended', 3, 0],
      ['added', 11, 0],
    ],
  );
  const { story: updated, undo } = await write(press, mine, [{ kind: 'files', edits: plan.edits }]);
  assert.match(textAt(updated, 'chapter-1.md'), /burning[\s\S]*no one spoke/);
  assert.equal(updated.wasUpdated, true);
  const since = await press.compare({ story: story.id }, {});
  assert.deepEqual(since.comparison, plan.comparison);
  assert.deepEqual((await press.update({ story: story.id, newer }, {})).plan?.edits, [], 'nothing new a second time');

  const back = await write(press, updated, [{ kind: 'files', edits: undo }]);
  assert.deepEqual(back.story, mine);
  assert.equal((await press.compare({ story: story.id }, {})).comparison, undefined);
  const again = await write(press, back.story, [{ kind: 'files', edits: back.undo }]);
  assert.deepEqual(again.story, updated);
});

test('what was changed here and there is in the text in both readings, and is told at its line', async () => {
  const { press, story } = await inBrowser();
  const { story: mine } = await write(press, story, mend(story, 'chapter-1.md', 'alight', 'out'));
  const { plan, problems } = await press.update({ story: story.id, newer }, {});
  assert.ok(plan);
  assert.ok(problems.some(({ rule, place: at }) => rule === 'update-unsettled' && at?.path === 'chapter-1.md'));
  const { story: updated } = await write(press, mine, [{ kind: 'files', edits: plan.edits }]);
  assert.match(textAt(updated, 'chapter-1.md'), /was out when[^\n]*\n\n:::theirs\n[^\n]*was burning when[^\n]*\n:::\n/);
});

test('a text that was changed since the plan is not written over', async () => {
  const { press, story } = await inBrowser();
  const { plan } = await press.update({ story: story.id, newer }, {});
  await write(press, story, mend(story, 'chapter-1.md', 'alight', 'out'));
  const changes = [{ kind: 'files', edits: plan?.edits ?? [] }] as const;
  const changed = await press.change({ story: story.id, changes, read: {} }, {});
  assert.deepEqual('stale' in changed && changed.stale, ['chapter-1.md']);
});

test('a story without a record says so, and is updated by what it was imported from', async () => {
  const { press, story } = await inBrowser();
  const { file } = await press.take({ story: story.id, what: 'manuscript' }, {});
  assert.ok(file);
  const zip = (name: string, bytes: Uint8Array): Brought => ({ name, file: name, files: new Map([[name, bytes]]) });
  const { story: again } = await press.bring(zip('lamp.zip', file.bytes), {});
  assert.equal(again?.hasRecord, true, 'the manuscript has its record with it');

  const texts = Object.fromEntries(story.texts.map(({ path, text }) => [path, text]));
  const { story: bare } = await press.bring({ name: 'lamp', files: bytesOf(texts) }, {});
  assert.ok(bare);
  const { plan, problems, needsBase } = await press.update({ story: bare.id, newer }, {});
  assert.deepEqual([plan, problems.at(-1)?.rule, needsBase], [undefined, 'update-impossible', true]);
  assert.equal((await press.update({ story: bare.id, newer, base: older }, {})).plan?.changes.length, 3);
  const pdf: Brought = { name: 'x.pdf', file: 'x.pdf', files: bytesOf({ 'x.pdf': '%PDF' }) };
  const refused = await press.update({ story: bare.id, newer: pdf }, {});
  assert.deepEqual([refused.plan, refused.needsBase], [undefined, false]);

  const { value: lone } = openStoryFolder(join(makeFiles({ 'one.md': '# One\n' }), 'one.md'), usualLimits);
  assert.ok(lone);
  const alone = await pressOf(lone).update({ story: lone.id, newer, base: older }, {});
  assert.deepEqual([alone.plan, alone.needsBase], [undefined, false], 'nothing is written beside a file');
});

test('an archive holds nothing of what is kept for updates', async () => {
  const { press, story } = await inBrowser();
  const { file } = await press.take({ story: story.id, what: 'archive' }, {});
  assert.ok(file);
  assert.ok(!Buffer.from(file.bytes).includes('.fleuron/'));
  const works = { 'book.yaml': 'title: T\nbooks: [one]\n', 'one/one.md': '# One\n', [`one/${recordPath}`]: 'PK' };
  const { story: shelf } = await press.bring({ name: 'shelf', files: bytesOf(works) }, {});
  assert.deepEqual(shelf?.others, []);
});

test('in a folder the update is the command’s: it is taken back as the command does, and made again', async () => {
  const { press: maker, story: made } = await inBrowser();
  const files = Object.fromEntries(made.texts.map(({ path, text }) => [path, text]));
  const folder = makeFiles(files);
  const record = await maker.file({ story: made.id, path: recordPath }, {});
  assert.ok(record);
  writeRecord(folder, record);
  const { value: store } = openStoryFolder(folder, usualLimits);
  assert.ok(store);
  const press = pressOf(store);
  const story = await press.open({ story: store.id }, {});
  const at = (path: string): string => readFileSync(join(folder, path), 'utf8');
  for (let round = 0; round < 2; round++) {
    const { plan } = await press.update({ story: store.id, newer }, {});
    const updated = await write(press, story, [{ kind: 'files', edits: plan?.edits ?? [] }]);
    assert.match(at('chapter-1.md'), /burning/);
    assert.deepEqual(
      [undoPath, '.fleuron/updating'].map((path) => existsSync(join(folder, path))),
      [true, false],
    );
    assert.deepEqual((await press.compare({ story: store.id }, {})).comparison, plan?.comparison);
    const back = await write(press, updated.story, [{ kind: 'files', edits: updated.undo }]);
    assert.deepEqual(back.story, story);
    assert.deepEqual([existsSync(join(folder, undoPath)), existsSync(join(folder, 'chapter-3.md'))], [false, false]);
    assert.deepEqual(new Uint8Array(readFileSync(join(folder, recordPath))), new Uint8Array(record));
    const again = await write(press, back.story, [{ kind: 'files', edits: back.undo }]);
    assert.deepEqual(again.story, updated.story);
    const end = await write(press, again.story, [{ kind: 'files', edits: again.undo }]);
    assert.deepEqual(end.story, story);
  }
  const { plan } = await press.update({ story: store.id, newer }, {});
  writeFileSync(join(folder, 'chapter-1.md'), '# Mine\n');
  const changes = [{ kind: 'files', edits: plan?.edits ?? [] }] as const;
  const stale = await press.change({ story: store.id, changes, read: {} }, {});
  assert.deepEqual(
    ['stale' in stale && stale.stale, existsSync(join(folder, 'chapter-3.md'))],
    [['chapter-1.md'], false],
  );
});
