import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasErrors, placeOf, problem } from '../../scripts/report/problem.ts';
import { rules } from '../../scripts/report/rules.ts';

test('a problem has its rule’s severity and survives JSON and structuredClone', () => {
  const place = { path: 'a.md', start: { line: 1, column: 2 } };
  const found = problem('date-form', place, 'R', 'H');
  assert.deepEqual(found, { rule: 'date-form', severity: 'error', reason: 'R', place, hint: 'H' });
  assert.deepEqual(structuredClone(found), found);
  assert.deepEqual(JSON.parse(JSON.stringify(problem('date-form', undefined, 'R'))), {
    rule: 'date-form',
    severity: 'error',
    reason: 'R',
  });
});

test('only errors forbid a book', () => {
  assert.equal(hasErrors([]), false);
  assert.equal(hasErrors([problem('link-broken', undefined, 'R'), problem('title-guessed', undefined, 'R')]), false);
  assert.equal(hasErrors([problem('link-broken', undefined, 'R'), problem('yaml-syntax', undefined, 'R')]), true);
});

test('the place of a node without a position is its file', () => {
  assert.deepEqual(placeOf('a.md'), { path: 'a.md' });
  const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 3 } };
  assert.deepEqual(placeOf('a.md', { position }), { path: 'a.md', ...position });
});

test('every rule is a sentence', () => {
  for (const [name, { about }] of Object.entries(rules)) assert.match(about, /^(?:[A-Z]|book\.yaml ).*\.$/, name);
});
