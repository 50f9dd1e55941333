import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ListedWork, locateWorks } from '../../scripts/read/locate-works.ts';

const names = ['a/book.yaml', 'a/one.md', 'b/deep/two.md', 'b/three.txt', 'book.yaml', 'tale.html', 'foreword.md'];

const work = (path: string, index?: string): ListedWork => ({ path, title: undefined, 'series-index': index });

const locate = (...works: readonly ListedWork[]) =>
  locateWorks(works, names, (at) => ({ path: 'book.yaml', start: { line: at + 2, column: 5 } }));

test('works are folders and files, each with its own files; the others are the book’s', () => {
  const { value, problems } = locate(work('./b/'), work('a'), work('x/../tale.html'));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    value.works.map(({ listed, isFolder, names: own }) => [listed.path, isFolder, own]),
    [
      ['b', true, ['deep/two.md', 'three.txt']],
      ['a', true, ['book.yaml', 'one.md']],
      ['tale.html', false, ['tale.html']],
    ],
  );
  assert.deepEqual(value.own, ['book.yaml', 'foreword.md']);
});

test('works come by their series-index where each has one, and else as they are listed', () => {
  const order = (...works: readonly ListedWork[]) => locate(...works).value.works.map(({ listed }) => listed.path);
  assert.deepEqual(order(work('a', '10'), work('b', '2.5')), ['b', 'a']);
  assert.deepEqual(order(work('b', '2'), work('a')), ['b', 'a']);
});

/** A second work beside `a`, and what is said of it. */
const slips: readonly (readonly [path: string, rule: string, reason: RegExp, hint: RegExp])[] = [
  ['elsewhere', 'work-missing', /^There is no “elsewhere” with a text/, /^Put it there/],
  ['tael.html', 'work-missing', /^There is no “tael.html”/, /^Did you mean “tale.html”\?/],
  ['../other', 'work-missing', /^“\.\.\/other” leads out of the folder/, /^Copy the work/],
  ['b/../../a', 'work-missing', /leads out of the folder/, /^Copy the work/],
  ['/etc/passwd', 'work-missing', /leads out of the folder/, /^Copy the work/],
  ['https://site.example/1', 'work-missing', /leads out of the folder/, /^Copy the work/],
  ['.', 'work-nested', /is the folder of this book itself/, /^Name a folder or a file in it/],
  ['./a/', 'work-twice', /stands twice/, /^Take one of them out/],
  ['a/one.md', 'work-twice', /^“a\/one.md” lies in “a”/, /folder of its own/],
];

for (const [path, rule, reason, hint] of slips)
  test(`${path} beside a is a problem at its line: ${rule}`, () => {
    const { problems } = locate(work('a'), work(path));
    assert.deepEqual(
      problems.map((each) => [each.rule, each.severity, each.place?.start?.line]),
      [[rule, 'error', 3]],
    );
    assert.match(problems[0]?.reason ?? '', reason);
    assert.match(problems[0]?.hint ?? '', hint);
  });
