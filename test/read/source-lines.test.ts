import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { problemInSource } from '../../scripts/read/source-lines.ts';
import { hasErrors, type Problem, problem } from '../../scripts/report/problem.ts';
import { makeFolder } from '../tools/folder.ts';
import { importFile } from '../tools/import-file.ts';
import { quickBuild, tell } from '../tools/manuscript.ts';

/** Blank lines and a scene break before the paragraphs: the import gives them other lines. */
const story = `The Door\nby Ann\n\nA/N: Thanks.\n\nChapter One\n\nIt was dark.\n\n\n\n* * *\n\n${'a\n\n'.repeat(200)}`;

function fileOf(name: string, text: string): string {
  const file = join(makeFolder(), name);
  writeFileSync(file, text);
  return file;
}

const errors = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error').map(tell);

test('a problem of imported text stands at the line of the author’s file', async () => {
  const file = fileOf('story.txt', story);
  const limits = { ...usualLimits, nodes: 30 };
  const built = await buildPath(file, { ...quickBuild, limits });
  const [line] = errors(built.problems);
  assert.equal(built.value, undefined);
  assert.match(line ?? '', /^story\.txt:\d+:1 book-too-large$/);
  const at = Number(line?.split(':')[1]);
  assert.ok(at > 13 && at < 45, line);
  const brought = await importFile(file, limits);
  assert.ok(hasErrors(brought.problems));
  assert.match(errors(brought.problems)[0] ?? '', /^story\.txt:\d+:1 book-too-large$/);
});

test('where no line is known the author’s file alone is named', async () => {
  const file = fileOf('page.html', `<html><body><h1>T</h1>${'<p>a</p>'.repeat(50)}</body></html>`);
  const brought = await importFile(file, { ...usualLimits, nodes: 20 });
  assert.deepEqual(errors(brought.problems), ['page.html book-too-large']);
});

/** Of a text of three lines, made from lines 7, 8 and 12 of its source. */
const places: readonly (readonly [number | undefined, string])[] = [
  [1, 'a.txt:7:1'],
  [3, 'a.txt:12:1'],
  [4, 'a.txt'],
  [undefined, 'a.txt'],
];

for (const [line, expected] of places) {
  test(`line ${line} of a made text is ${expected}`, () => {
    const place = { path: 'chapter-1.md', ...(line !== undefined && { start: { line, column: 40, offset: 400 } }) };
    const found = problemInSource(problem('text-too-dense', place, 'Unexpected tangle'), {
      path: 'a.txt',
      lines: [7, 8, 12],
    });
    assert.equal(tell(found), `${expected} text-too-dense`);
  });
}
