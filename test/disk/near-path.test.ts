import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { meantPath, storyIn } from '../../scripts/disk/near-path.ts';
import { pathAsGiven, placedAsGiven } from '../../scripts/disk/place-as-given.ts';
import { problem } from '../../scripts/report/problem.ts';
import { makeFiles } from '../tools/folder.ts';

const folder = makeFiles({ 'my-story/book.yaml': '', 'my-story/chapter-1.md': '', 'Other.TXT': '', '.hidden/a': '' });

const cases: readonly (readonly [typed: string, meant: string | undefined])[] = [
  ['my-stroy', 'my-story'],
  ['my-story/chapter-11.md', 'my-story/chapter-1.md'],
  ['my-story/chapter-1', 'my-story/chapter-1.md'],
  ['my-storry/chapter-1.md', 'my-story/chapter-1.md'],
  ['my-storry/none.md', undefined],
  ['other.txt', 'Other.TXT'],
  ['hidden', undefined],
  ['quite-another', undefined],
  ['my-story', undefined],
  ['my-story/chapter-1.md/a', undefined],
];

for (const [typed, meant] of cases)
  test(`for “${typed}” is meant ${meant ?? 'nothing'}`, () => {
    assert.equal(meantPath(join(folder, typed)), meant && `Did you mean “${join(folder, meant)}”?`);
  });

test('a folder is a story itself, or holds one, or none', () => {
  assert.equal(storyIn(join(folder, 'my-story')), join(folder, 'my-story'));
  assert.equal(storyIn(folder), join(folder, 'my-story'));
  assert.equal(storyIn(join(folder, '.hidden')), undefined);
});

test('a file is named below the path that was given, and what is not there as it is', () => {
  const story = join(folder, 'my-story');
  assert.equal(pathAsGiven('book.yaml', [story]), join(story, 'book.yaml'));
  assert.equal(pathAsGiven('chapter-1.md', [join(story, 'chapter-1.md')]), join(story, 'chapter-1.md'));
  assert.equal(pathAsGiven('chapter-1.md', [join(folder, 'Other.TXT'), story]), join(story, 'chapter-1.md'));
  assert.equal(pathAsGiven('OEBPS/nav.xhtml', [story]), 'OEBPS/nav.xhtml');
  assert.equal(pathAsGiven('a.md', []), 'a.md');
});

test('what was to be written keeps its path, though a file of the manuscript has the same', () => {
  const place = { path: 'book.yaml' };
  const problems = [problem('write-failed', place, 'No.'), problem('metadata-key', place, 'No.')];
  const placed = placedAsGiven(problems, new Map([['book.yaml', 'text']]), [join(folder, 'my-story')]);
  const shown = join(folder, 'my-story', 'book.yaml');
  assert.deepEqual(
    placed.problems.map((each) => each.place?.path),
    ['book.yaml', shown],
  );
  assert.equal(placed.sources.get(shown), 'text');
});
