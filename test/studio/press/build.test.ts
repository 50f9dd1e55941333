/** What a preview shows is what is taken away: each entry, of each edition. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../../scripts/book/digest.ts';
import { editionNames } from '../../../scripts/book/editions.ts';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { build as buildBook } from '../../../scripts/index.ts';
import type { Progress } from '../../../scripts/report/progress.ts';
import { readZip } from '../../../scripts/zip/read-zip.ts';
import { bytesOf, studioWith } from '../memory-store.ts';

const files = {
  'book.yaml': 'title: The Ferry\nlang: en\nauthor: Ann Lee\n',
  'chapter-1.md': '# One\n\n"So," she said.[^1] It rained.\n\n[^1]: "Yes."\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  'chapter-2.md': '# Two\n\nWords.\n',
};

test('each entry of the preview is the entry of the ZIP, in all editions, and the ZIP is the command’s', async () => {
  const { press, build } = studioWith(files);
  for (const edition of editionNames) {
    const { book, notices } = await build(edition);
    assert.ok(book);
    assert.deepEqual(
      notices.filter(({ rule }) => rule !== 'kindle-advice'),
      [],
    );
    const paths = book.entries.map(({ path }) => path);
    const shown = await press.entries({ build: book.build, paths }, {});
    const { file } = await press.take({ story: 'story', what: edition }, {});
    const made = await buildBook({ name: 'story', files }, { editions: [edition] });
    assert.ok(file);
    assert.deepEqual(Buffer.from(file.bytes), Buffer.from(made.value?.editions[0]?.bytes ?? []));
    assert.equal(file.fileName, made.value?.editions[0]?.fileName);
    const zip = readZip(file.bytes, usualLimits);
    const entries =
      edition === 'web'
        ? [[file.fileName, file.bytes] as const]
        : 'entries' in zip
          ? zip.entries.map((each) => [each.path, each.read()] as const)
          : [];
    assert.deepEqual(
      entries.map(([path]) => path),
      paths,
    );
    for (const [at, [, read]] of entries.entries()) {
      const bytes = 'bytes' in read ? read.bytes : read;
      assert.deepEqual(shown[at], bytes);
      assert.equal(book.entries[at]?.sha256, sha256(bytes as Uint8Array));
    }
  }
});

test('the same files are built once, other files anew; older pages stay a while', async () => {
  const { press, build } = studioWith(files);
  const first = await build();
  assert.equal((await build()).book?.build, first.book?.build);
  const { done } = await press.change(
    { story: 'story', changes: [{ kind: 'key', key: ['author'], value: 'Bo' }], read: {} },
    {},
  );
  const second = await build();
  assert.ok(done && second.book && first.book && second.book.build > first.book.build);
  assert.equal((await press.entries({ build: first.book.build, paths: ['mimetype', 'none'] }, {})).length, 1);
  await press.forget({ story: 'story' }, {});
  assert.deepEqual(await press.entries({ build: second.book.build, paths: ['mimetype'] }, {}), []);
  await assert.rejects(build(), { reason: 'This story is not there any more.' });
});

test('of a story that was left for others no build is kept', async () => {
  const { press, store, build } = studioWith(files);
  const { book } = await build();
  const asked = { build: book?.build ?? 0, paths: ['mimetype'] };
  for (const [at, id] of ['b', 'c', 'd', 'e'].entries()) {
    assert.equal((await press.entries(asked, {})).length, 1, `after ${at}`);
    store.stories.set(id, { id, name: id, guesses: [], files: bytesOf(files) });
    await press.build({ story: id, edition: 'epub' }, {});
  }
  assert.deepEqual(await press.entries(asked, {}), []);
});

test('who waits for an older state gets the newer; who stops is told so', async () => {
  const { press, build } = studioWith(files);
  const [first] = await Promise.all([
    build(),
    press
      .change({ story: 'story', changes: [{ kind: 'key', key: ['title'], value: 'New' }], read: {} }, {})
      .then(() => build()),
  ]);
  assert.equal(first.book?.title, 'New');
  const stages = new Set<string>();
  const controller = new AbortController();
  const onProgress = ({ stage }: Progress): void => {
    stages.add(stage);
    controller.abort();
  };
  const stopped = studioWith(files).press.build(
    { story: 'story', edition: 'epub' },
    { signal: controller.signal, onProgress },
  );
  await assert.rejects(stopped, { name: 'AbortError' });
  assert.deepEqual([...stages], ['reading']);
});

test('a book with an error is none, and says why', async () => {
  const { build, press } = studioWith({ 'book.yaml': 'title: [\n', 'a.md': 'Words.\n' });
  const { book, notices } = await build();
  assert.equal(book, undefined);
  assert.ok(notices.some(({ severity, place }) => severity === 'error' && place?.path === 'book.yaml'));
  const { file, problems } = await press.take({ story: 'story', what: 'kobo' }, {});
  assert.equal(file, undefined);
  assert.ok(problems.length > 0);
});
