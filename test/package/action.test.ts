import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printProblems } from '../../scripts/report/print.ts';
import { problem } from '../../scripts/report/problem.ts';
import { action, annotationsOf } from './action.ts';

const at = (path: string, line: number, column: number) => ({ path, start: { line, column } });

test('each line that tells a problem becomes an annotation, and no other', () => {
  const problems = [
    problem('picture-missing', at('chapter 1: The error.md', 3, 14), 'There is no picture “a.png”.', 'Put it there.'),
    problem('manuscript-empty', { path: 'story' }, 'There is no text: an error of 2 kinds.'),
    problem('manuscript-empty', undefined, 'Nothing is here.'),
    problem('quote-unbalanced', at('a/b.md', 5, 1), 'Nothing closes the “ here.'),
  ];
  const sources = new Map([['chapter 1: The error.md', 'a\nb\nHe said error here-is ![](a.png)\n']]);
  const shown = annotationsOf(printProblems(problems, sources).split('\n'));
  const code = 'manuscript-empty';
  assert.deepEqual(shown, [
    {
      file: 'story',
      line: undefined,
      column: undefined,
      severity: 'error',
      code,
      message: 'There is no text: an error of 2 kinds.',
    },
    { file: undefined, line: undefined, column: undefined, severity: 'error', code, message: 'Nothing is here.' },
    {
      file: 'chapter 1: The error.md',
      line: '3',
      column: '14',
      severity: 'warning',
      code: 'picture-missing',
      message: 'There is no picture “a.png”.',
    },
    {
      severity: 'notice',
      file: 'a/b.md',
      line: '5',
      column: '1',
      code: 'quote-unbalanced',
      message: 'Nothing closes the “ here.',
    },
  ]);
});

test('no input of the action becomes part of a script', () => {
  for (const { run, shell } of action.runs.steps.filter((step) => step.run !== undefined)) {
    assert.equal(shell, 'bash');
    assert.doesNotMatch(run ?? '', /\$\{\{/);
  }
});
