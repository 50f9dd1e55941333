import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printJson, printProblem, tally } from '../../scripts/report/print.ts';
import { problem } from '../../scripts/report/problem.ts';

const at = (line: number, column: number) => ({ path: 'a.md', start: { line, column } });

test('a problem is place, severity, rule and words, its line, a caret and a hint', () => {
  const found = problem('link-broken', at(2, 5), 'Unexpected link', 'Did you mean “b.md”?');
  assert.equal(
    printProblem(found, 'Two [c](d.md).'),
    'a.md:2:5 warning link-broken Unexpected link\n  Two [c](d.md).\n      ^\n  hint: Did you mean “b.md”?',
  );
});

test('a problem without place, source, line or hint is one line', () => {
  const line = 'error manuscript-empty Nothing';
  assert.equal(printProblem(problem('manuscript-empty', undefined, 'Nothing')), line);
  assert.equal(printProblem(problem('manuscript-empty', { path: 'a' }, 'Nothing'), 'One'), `a ${line}`);
  assert.equal(printProblem(problem('manuscript-empty', at(1, 1), 'Nothing')), `a.md:1:1 ${line}`);
});

test('the caret stands under its column, in long lines and after tabs', () => {
  for (const column of [1, 2, 60, 250, 499, 500]) {
    const source = `\t${'x'.repeat(498)}y`;
    const marked = `${source.slice(0, column - 1)}!${source.slice(column)}`;
    const [, excerpt = '', caret = ''] = printProblem(problem('link-broken', at(1, column), 'R'), marked).split('\n');
    assert.equal(excerpt[caret.indexOf('^')], '!', `column ${column}`);
    assert.ok(excerpt.length <= 110, `${excerpt.length} columns`);
  }
});

const steering = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u2028-\u202E\u2066-\u2069]/;

test('nothing that steers a terminal or turns the writing reaches it', () => {
  const evil = '\u001B[31m\u0007\u202E\u2066\u0085\r\u009B\u061C\u2028';
  const printed = printProblem(
    problem('link-broken', { path: `a${evil}.md`, start: { line: 1, column: 1 } }, `R${evil}`, `H${evil}`),
    `x${evil}`,
  );
  assert.doesNotMatch(printed, steering);
  assert.equal(printed.split('\n').length, 4);
});

test('JSON has no such character as it is, and says the same', () => {
  const value = {
    text: `\u009B31m\u001B\u0085\u202E\u2028\u061C\uFEFF\u007F\n\t“é”${String.fromCodePoint(0x1f600)}`,
    list: [1],
  };
  const printed = printJson(value);
  assert.doesNotMatch(printed, steering);
  assert.deepEqual(JSON.parse(printed), value);
  assert.match(printed, /\\u009b31m.*“é”/);
});

test('a tally counts each severity in its own number', () => {
  const of = (...names: readonly ('link-broken' | 'title-guessed' | 'yaml-syntax')[]) =>
    tally(names.map((name) => problem(name, undefined, 'R')));
  assert.equal(of(), '');
  assert.equal(of('link-broken'), '1 warning');
  assert.equal(of('title-guessed', 'yaml-syntax', 'link-broken', 'yaml-syntax'), '2 errors, 1 warning, 1 hint');
});
