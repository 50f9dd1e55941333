/** What once cost the square of its length, from the text to the book: each kind at two sizes, in steps counted. `npm run bench:growth` looks for others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, importStory } from '../../scripts/index.ts';
import { growthOf } from '../tools/count-steps.ts';

const header = '---\ntitle: T\nauthor: A\ndraw-cover: no\n---\n\n';
const built = [
  '(',
  '=\n',
  '--\n',
  '+\n',
  '1.\n',
  ' -- ',
  '[](',
  '- a\n',
  '?!',
  '!!',
  '\\(a ',
  '[^a]: b ',
  '``a`\n',
  '<p>\n\n',
];

for (const token of built) {
  test(`${JSON.stringify(token)} costs a book what it is long`, async () => {
    const growth = await growthOf(400, (size) =>
      build({ file: 'a.md', files: { 'a.md': header + token.repeat(size) } }),
    );
    assert.ok(growth < 2.2, String(growth));
  });
}

for (const [file, token] of [
  ['a.txt', '<!--'],
  ['a.txt', '('],
  ['a.txt', '[^a]: b '],
  ['a.html', '('],
  ['a.html', '<p><b>'],
] as const) {
  test(`${JSON.stringify(token)} costs an import of ${file} what it is long`, async () => {
    const growth = await growthOf(400, (size) => importStory({ file, files: { [file]: token.repeat(size) } }));
    assert.ok(growth < 2.2, String(growth));
  });
}
