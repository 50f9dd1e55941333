import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitMetadata } from '../../scripts/metadata/metadata-block.ts';
import { read, tell, words } from '../tools/manuscript.ts';

/** Text, the block it must give, and the text that is left. */
const cases: readonly (readonly [name: string, source: string, block: string | undefined, text: string])[] = [
  ['a block between two fences', '---\ntitle: A\n---\nOne.\n', 'title: A\n', '\n\n\nOne.\n'],
  ['a block that ends in three dots', '---\ntitle: A\n...\nOne.\n', 'title: A\n', '\n\n\nOne.\n'],
  ['a block that is the whole file', '---\ntitle: A\n---', 'title: A\n', '\n\n'],
  ['fences with trailing spaces', '--- \ntitle: A\n---\t\nOne.\n', 'title: A\n', '\n\n\nOne.\n'],
  ['an empty block', '---\n---\nOne.\n', '', '\n\nOne.\n'],
  ['no block without a fence', 'title: A\n---\nOne.\n', undefined, 'title: A\n---\nOne.\n'],
  ['no block where a blank line follows the fence', '---\n\nOne.\n\n---\n', undefined, '---\n\nOne.\n\n---\n'],
  ['no block below the first line', '\n---\ntitle: A\n---\n', undefined, '\n---\ntitle: A\n---\n'],
  ['no block where prose follows a break', '---\nOne fine day.\n', undefined, '---\nOne fine day.\n'],
  [
    'Hugo’s TOML',
    '+++\ntitle = "A: one"\ntags = [\n"x",\n]\n# c\n[params]\nkind = \'b\'\n+++\n\nOne.\n',
    'title: "A: one"\ntags: [\n  "x",\n  ]\n  # c\nparams:\n  kind: \'b\'\n',
    '\n\n\n\n\n\n\n\n\n\nOne.\n',
  ],
  ['no block where a scene follows a break', '+++\nOne.\n+++\nTwo.\n', undefined, '+++\nOne.\n+++\nTwo.\n'],
  ['a fence inside a value does not end it', '---\ntitle: a --- b\n---\nOne.\n', 'title: a --- b\n', '\n\n\nOne.\n'],
];

for (const [name, source, block, text] of cases) {
  test(`tells ${name}`, () => {
    assert.deepEqual(splitMetadata(source, 'a.md'), {
      ...(block !== undefined && { block }),
      text,
      problems: [],
    });
  });
}

test('a second block is an error where it begins; a heading underlined with hyphens is none', () => {
  const twice = splitMetadata('---\ntitle: A\n---\ntitle: B\nlang: en\n---\nOne.\n', 'a.md');
  assert.deepEqual(twice.problems.map(tell), ['a.md:4:1 metadata-twice']);
  assert.deepEqual(splitMetadata('---\ntitle: A\n---\nOne: a story\nof two lines\n---\n', 'a.md').problems, []);
});

test('a block without an end is an error on the first line', () => {
  const { block, problems } = splitMetadata('---\ntitle: A\n\nOne.\n', 'a.md');
  assert.equal(block, undefined);
  assert.deepEqual(problems.map(tell), ['a.md:1:1 yaml-syntax']);
});

test('a break at the start of a chapter is no metadata and loses no word', async () => {
  const { book, problems } = await read({ 'a.md': '---\n\nOne.\n\n---\n\nTwo.\n' });
  assert.deepEqual(words(book.sections), [' / One. /  / Two.']);
  assert.deepEqual(problems.map(tell), ['a.md title-guessed']);
});

test('problems below a block are on the file’s own lines', async () => {
  const { problems } = await read({ 'a.md': '---\ntitle: A\nlang: en\n---\n\nSome [^lost] words.\n' });
  assert.deepEqual(problems.map(tell), ['a.md:6:6 reference-without-note']);
});
