import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printProblems } from '../../../scripts/report/print.ts';
import { read } from '../../tools/manuscript.ts';

const told = async (files: Readonly<Record<string, string>>) =>
  (await read({ 'book.yaml': 'title: T', ...files })).problems.map(({ place, rule, reason, confidence }) =>
    [`${place?.path}:${place?.start?.line}`, rule, reason, confidence].join(' '),
  );

test('a sure habit is counted, in whatever files it is', async () => {
  const { problems } = await read({
    'book.yaml': 'title: T',
    '1.md': 'One.\n\n~~~\n\nTwo.',
    '2.md': 'One.\n---\nTwo.\n\n#\n\nThree.\n\n\tFour.',
  });
  assert.match(
    printProblems(problems, new Map()),
    /^1\.md hint structure-guessed Found: scene break \(3 times\), indented paragraph of text$/m,
  );
});

test('a habit met once is told in the singular, and a doubt as one', async () => {
  assert.deepEqual(await told({ '1.md': 'One.\n\nthe wind in the willows\n---\n\nTwo.\n\n\tThree.' }), [
    '1.md:3 structure-guessed A line above “---” is a heading. 0.7',
    '1.md:8 structure-guessed An indented paragraph is set as text. 0.95',
  ]);
});

test('the lines are those of the file, below its metadata', async () => {
  assert.deepEqual(await told({ '1.md': '---\ntitle: A\n---\n\nOne.\n\n*\n\nTwo.' }), [
    '1.md:7 structure-guessed A line “*” alone is a scene break. 0.95',
  ]);
});

test('a language of a file decides about its hyphens', async () => {
  const text = '- Bonjour, dit-il.\n\n- Salut !';
  const { book } = await read({ 'book.yaml': 'title: T', '1.md': `---\nlang: fr\n---\n${text}`, '2.md': text });
  assert.deepEqual(
    book.sections.map(({ content }) => content.children.map(({ type }) => type)),
    [['paragraph', 'paragraph'], ['list']],
  );
});
