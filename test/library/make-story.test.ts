import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { makeStory } from '../../scripts/library/make-story.ts';
import { buildBook } from '../../scripts/pipeline/build.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';

const header = '---\ntitle: The Door\nauthor: Ann\nlang: en\nseries: Doors\nseries-index: 2\nmodified: 2020-01-01\n';
const options = { openAsset, loadPlugins: refusePlugins, untrusted: true, limits: usualLimits, previous: undefined };

const given = (text: string, others: readonly string[] = []) =>
  memoryFiles(
    {
      name: 'door.md',
      isFolder: false,
      files: new Map(
        [['door.md', text], ...others.map((name) => [name, name] as const)].map(([name, words]) => [
          name ?? '',
          Buffer.from(words ?? ''),
        ]),
      ),
    },
    usualLimits,
  );

test('makes the bytes of a build, and values that go from thread to thread', async () => {
  const text = `${header}draw-cover: no\n---\n\n# One\n\nShe opened it.\n\n# Two\n\nNo one came.\n`;
  const made = await makeStory(given(text), { ...options, editions: ['epub', 'web'] });
  const { value } = await buildBook(given(text), { ...options, editions: ['epub', 'web'], previous: undefined });
  assert.deepEqual(made.books.map(({ bytes }) => bytes), value?.editions.map(({ bytes }) => bytes)); // biome-ignore format: one line
  assert.deepEqual(structuredClone(made), made);
  const { title, series, words, chapters, lang } = made.facts ?? {};
  assert.deepEqual([title, series, words, chapters, lang], ['The Door', { name: 'Doors', position: '2' }, 8, 2, 'en']);
});

test('tells what a single file looked for beside it, there or not', async () => {
  const { beside, problems } = await makeStory(given(`${header}draw-cover: no\n---\n\n![A map](map.png)\n`), {
    ...options,
  });
  assert.deepEqual(beside, ['door.css', 'map.png']);
  assert.ok(problems.some(({ rule }) => rule === 'picture-missing'));
});

test('a story whose plug-ins may run is not decided by its files', async () => {
  const text = `${header}draw-cover: no\nplugins: { remark: [./x.mjs] }\n---\n\nWords.\n`;
  const loadPlugins = async () => ({ value: [], problems: [] });
  const trusted = await makeStory(given(text), { ...options, loadPlugins, untrusted: false });
  assert.equal(trusted.isFixed, false);
  assert.equal((await makeStory(given(text), options)).isFixed, true);
});
