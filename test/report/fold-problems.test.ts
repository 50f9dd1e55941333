import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldProblems } from '../../scripts/report/fold-problems.ts';
import { printProblems } from '../../scripts/report/print.ts';
import { guessed, type Problem, problem } from '../../scripts/report/problem.ts';

const at = (line: number, path = 'a.md') => ({ path, start: { line, column: 1 } });
const folded = (problems: readonly Problem[]) =>
  foldProblems(problems).map(({ first, others }) => [first.rule, first.place?.start?.line, others.length]);
const lost = (line: number, name: string, path?: string) =>
  problem('link-broken', at(line, path), `There is no “${name}”.`, `Did you mean “${name}.md”?`);
const taken = (line: number, kind: string, confidence: number) =>
  guessed(confidence, problem('structure-guessed', at(line), `“x” taken as ${kind}`), kind);

test('problems of one rule that are mended in the same way are one group, at the first of them', () => {
  const other = problem('link-broken', at(3), 'There is no “c”.', 'Write the whole address.');
  assert.deepEqual(folded([lost(1, 'a'), lost(2, 'b'), other, lost(4, 'd')]), [
    ['link-broken', 1, 2],
    ['link-broken', 3, 0],
  ]);
});

test('errors come first, each for itself, up to twenty of one rule', () => {
  const errors = Array.from({ length: 25 }, (_, i) => problem('yaml-syntax', at(i + 1), 'R'));
  const groups = folded([lost(1, 'a'), ...errors, problem('kind-unknown', at(1), 'R')]);
  assert.equal(groups.length, 22);
  assert.deepEqual(groups[19], ['yaml-syntax', 20, 5]);
  assert.deepEqual(groups.at(-1), ['link-broken', 1, 0]);
});

test('guesses to look at are of one group for each kind; sure ones are counted together, and last', () => {
  const guesses = [
    taken(1, 'the title', 0.7),
    taken(2, 'a scene break', 0.95),
    taken(3, 'the author', 0.97),
    taken(4, 'a scene break', 0.85),
    taken(5, 'a scene break', 0.95),
    problem('line-ends-mixed', at(6), 'R'),
  ];
  assert.deepEqual(folded(guesses), [
    ['structure-guessed', 1, 0],
    ['structure-guessed', 4, 0],
    ['line-ends-mixed', 6, 0],
    ['structure-guessed', 2, 2],
  ]);
  assert.match(
    printProblems(guesses, new Map()),
    /^a\.md hint structure-guessed Found: scene break \(2 times\), author “x”$/m,
  );
});

test('a group is one problem with a count, the number of files and the names of some others', () => {
  const sources = new Map([['a.md', 'One\nTwo\n']]);
  const names = ['b', 'c', 'd', 'e'];
  assert.equal(
    printProblems([lost(2, 'a'), lost(3, 'a'), ...names.map((name) => lost(1, name, 'b.md'))], sources),
    `a.md:2:1 warning link-broken There is no “a” (and 5 more, in 2 files: “b”, “c”, “d” …).
  Two
  ^
  hint: Did you mean “a.md”?
6 warnings; --verbose shows each of them`,
  );
});

test('each problem is printed for itself where that is wanted', () => {
  const sources = new Map([['a.md', 'One']]); // without the lines 2 and 3
  const all = printProblems([lost(2, 'a'), lost(3, 'b'), taken(1, 'the title', 1)], sources, { isEach: true });
  assert.match(all, /There is no “b”/);
  assert.match(all, /“x” taken as the title \(sure\)/);
  assert.doesNotMatch(all, /more|verbose/);
  assert.equal(all.split('\n').length, 2 + 2 + 3 + 1);
});

test('more than fifteen lines of hints come without the lines of their sources', () => {
  const hints = (count: number) =>
    Array.from({ length: count }, (_, i) => taken(1, `kind ${String.fromCharCode(97 + i)}`, 0.7));
  const sources = new Map([['a.md', 'One']]);
  const lines = (count: number) => printProblems([lost(1, 'a'), ...hints(count)], sources).split('\n').length;
  assert.equal(lines(5), 4 + 5 * 3 + 1);
  assert.equal(lines(6), 4 + 6 + 1);
});

test('more hints than fifteen lines hold are counted by their rules; what is sure, and what is no hint, is always told', () => {
  const names = Array.from({ length: 20 }, (_, i) => `kind ${String.fromCharCode(97 + i)}`);
  const hints = [...names.map((name) => taken(1, name, 0.7)), taken(1, 'the title', 1)];
  const rows = printProblems([lost(1, 'a'), ...hints], new Map([['a.md', 'One']])).split('\n');
  assert.equal(rows.length, 4 + 15 + 1);
  assert.deepEqual(rows.slice(-3), [
    'More hints: structure-guessed (7)',
    'a.md hint structure-guessed Found: title “x”',
    '1 warning, 21 hints; --verbose shows each of them',
  ]);
});
