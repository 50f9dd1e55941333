/** What other programs call: values in, values out, and an end where they want one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, check, importStory, type RehypePlugin, type RemarkPlugin, typeset } from '../../scripts/index.ts';
import type { Stage } from '../../scripts/report/progress.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { tell } from '../tools/manuscript.ts';
import { root } from '../tools/need.ts';

const chapters = { 'chapter-1.md': '# One\n\n"So," she said.\n', 'chapter-2.md': '# Two\n\nWords.\n' };
const files = { 'book.yaml': 'title: The Ferry\nlang: en\ndraw-cover: no\n', ...chapters };
const story = 'The Ferry\nby Ann Lee\n\nChapter One\n\nThe ferry waited.\n\nChapter Two\n\nIt left.\n';

const bytesOf = ({ value }: Awaited<ReturnType<typeof build>>) => value?.editions.map(({ bytes }) => bytes);

test('texts, bytes, a map of them and a path make the same book', async () => {
  const made = await build({ name: 'ferry', files }, { editions: ['epub', 'web'] });
  const { title, lang, editions = [] } = made.value ?? {};
  assert.deepEqual([title, lang, made.problems], ['The Ferry', 'en', []]);
  assert.deepEqual(
    editions.map(({ name, fileName }) => [name, fileName]),
    [
      ['epub', 'the-ferry.epub'],
      ['web', 'the-ferry.html'],
    ],
  );
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  for (const source of [{ name: 'ferry', files: bytes }, makeFiles(files)])
    assert.deepEqual(bytesOf(await build(source, { editions: ['epub', 'web'] })), bytesOf(made));
});

test('a sample with pictures is the same from memory and from a disk', async () => {
  const path = join(root, 'manuscript');
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(path, name)).isFile(),
  );
  const given = new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(path, name))]));
  assert.deepEqual(bytesOf(await build({ name: 'manuscript', files: given })), bytesOf(await build(path)));
});

test('an error gives problems and no book, wherever the files are', async () => {
  for (const source of [{ files: {} }, makeFiles({ 'a.png': 'x' }), 'no such folder', { file: 'a.md', files: {} }]) {
    const { value, problems } = await build(source);
    assert.equal(value, undefined);
    assert.ok(problems.some(({ severity }) => severity === 'error'));
  }
});

test('limits are the usual ones but for those that are given', async () => {
  const { value, problems } = await build({ files }, { limits: { sections: 1 } });
  assert.deepEqual([value, problems.map(({ rule }) => rule)], [undefined, ['book-too-large']]);
  assert.deepEqual((await typeset('"So"', { limits: { text: 3 } })).problems.map(tell), ['text file-too-large']);
});

test('a story is imported from memory and from a path, and builds to the same book', async () => {
  const imported = await importStory({ file: 'ferry.txt', files: { 'ferry.txt': story } });
  assert.deepEqual([...(imported.value?.files.keys() ?? [])], ['chapter-1.md', 'chapter-2.md', 'book.yaml']);
  const path = join(makeFiles({ 'ferry.txt': story }), 'ferry.txt');
  assert.deepEqual((await importStory(path)).value, imported.value);
  const { value } = await build({ files: imported.value?.files ?? {} });
  assert.equal(value?.title, 'The Ferry');
  assert.equal((await importStory('no such file')).value, undefined);
});

test('a text is set with its language and style; its doubts are told', async () => {
  assert.equal((await typeset('\uFEFF"So"\r\n')).value, '\uFEFF“So”\r\n');
  assert.equal((await typeset('"So"', { lang: 'de' })).value, '„So“');
  assert.equal((await typeset('a--b', { style: 'off' })).value, 'a--b');
  assert.equal((await typeset('>'.repeat(5000))).value, undefined);
});

test('a judgement of an edition is led back to the author’s line, one of bare bytes is not', async () => {
  const invent = (() => (tree) => {
    for (const each of tree.children) if (each.type === 'element') each.properties.ariaLabelledBy = ['nowhere'];
  }) satisfies RehypePlugin;
  const named = `${files['book.yaml']}plugins: { rehype: [invent] }\n`;
  const { value } = await build({ files: { ...files, 'book.yaml': named } }, { plugins: { invent } });
  const edition = value?.editions[0];
  assert.ok(edition);
  const { value: findings, problems } = await check(edition);
  assert.ok(findings.length > 0 && problems[0]?.place?.path === 'chapter-1.md', JSON.stringify(problems));
  assert.equal((await check(edition.bytes)).problems[0]?.place, undefined);
});

const louder = (() => (tree) => {
  for (const block of tree.children)
    if (block.type === 'paragraph')
      for (const each of block.children) if (each.type === 'text') each.value = each.value.replace('said', 'cried');
}) satisfies RemarkPlugin;
const mark = (() => (tree) => {
  for (const each of tree.children) if (each.type === 'element') each.properties['id'] = 'marked';
}) satisfies RehypePlugin;
const withPlugins = { ...files, 'book.yaml': `${files['book.yaml']}plugins: { remark: [louder], rehype: [mark] }\n` };

test('plug-ins that a program gives are run by the names in book.yaml; others are not run', async () => {
  const { value } = await build({ files: withPlugins }, { plugins: { louder, mark } });
  const page = readEpub(value?.editions[0]?.bytes ?? new Uint8Array()).text('OEBPS/chapter-1.xhtml');
  assert.ok(page.includes('“So,” she cried.') && page.includes('id="marked"'), page);
  const alone = await build({ files: withPlugins }, { plugins: { louder } });
  assert.deepEqual(alone.problems.map(tell), ['book.yaml code-not-run']);
  const named = { ...files, 'book.yaml': `${files['book.yaml']}plugins: { remark: [constructor] }\n` };
  assert.deepEqual((await build({ files: named }, { plugins: {} })).problems.map(tell), ['book.yaml code-not-run']);
});

test('a manuscript’s own code runs only where it is trusted', async () => {
  const code = 'export default () => (tree) => { tree.children = []; };\n';
  const folder = makeFiles({
    ...files,
    'book.yaml': `${files['book.yaml']}plugins: { remark: [./empty.mjs] }\n`,
    'empty.mjs': code,
  });
  const careful = await build(folder);
  assert.ok(careful.value);
  assert.deepEqual(careful.problems.map(tell), ['book.yaml code-not-run']);
  const trusting = await build(folder, { trusted: true });
  assert.ok(!trusting.problems.some(({ rule }) => rule === 'code-not-run'));
  assert.notDeepEqual(bytesOf(trusting), bytesOf(careful));
});

const stages: readonly Stage[] = ['reading', 'typesetting', 'rendering', 'finishing', 'binding'];

test('progress tells each stage, and each chapter or edition in it', async () => {
  const told: string[] = [];
  const onProgress = ({ stage, done, total }: { stage: Stage; done: number; total: number }) =>
    void told.push(`${stage} ${done}/${total}`);
  await build({ files }, { onProgress, editions: ['epub', 'kobo'] });
  const both = (stage: Stage) => [`${stage} 0/2`, `${stage} 1/2`];
  assert.deepEqual(told, [
    ...['reading', 'typesetting', 'rendering'].flatMap((stage) => both(stage as Stage)),
    'finishing 0/1',
    ...both('binding'),
  ]);
});

for (const stage of stages)
  test(`a build is ended while ${stage}, with the signal’s reason`, async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const seen: Stage[] = [];
    const onProgress = (progress: { stage: Stage }): void => {
      seen.push(progress.stage);
      if (progress.stage === stage) controller.abort(reason);
    };
    await assert.rejects(build({ files }, { signal: controller.signal, onProgress }), reason);
    assert.deepEqual([seen.at(-1), seen.filter((each) => each === stage).length], [stage, 1]);
  });

test('every function rejects where it was aborted before', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  const calls = [
    () => build({ files }, { signal }),
    () => importStory({ file: 'a.txt', files: { 'a.txt': story } }, { signal }),
    () => typeset('"So"', { signal }),
    () => check(new Uint8Array(), { signal }),
  ];
  for (const call of calls) await assert.rejects(call(), /enough/);
});

test('a timer ends a build that goes on without waiting for anything', async () => {
  const many = Array.from(
    { length: 400 },
    (_, at) => [`chapter-${at}.md`, `# A\n\n${'"Words," she said. '.repeat(300)}`] as const,
  );
  const seen: Stage[] = [];
  const signal = AbortSignal.timeout(30);
  const onProgress = ({ stage }: { stage: Stage }) => void seen.push(stage);
  await assert.rejects(build({ files: Object.fromEntries(many) }, { signal, onProgress }), { name: 'TimeoutError' });
  assert.ok(!seen.includes('binding'));
});
