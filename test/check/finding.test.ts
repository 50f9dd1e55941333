import assert from 'node:assert/strict';
import { test } from 'node:test';
import { severityOf, tidyMessage } from '../../scripts/check/finding.ts';

const long = Array.from({ length: 40 }, (_, index) => `"attribute-${index}"`).join(', ');

const messages: readonly (readonly [string, string])[] = [
  ['Error while parsing file: Duplicate ID "d"', 'Duplicate ID "d"'],
  ['Fatal Error while parsing file: Unclosed.', 'Unclosed.'],
  [`attribute "foo" not allowed here; expected attribute ${long}`, 'attribute "foo" not allowed here'],
  [
    'element "p" not allowed here; expected the element end-tag',
    'element "p" not allowed here; expected the element end-tag',
  ],
  ['Two\nlines\n', 'Two lines'],
];

for (const [given, expected] of messages) {
  test(`a validator’s “${given.slice(0, 40)}…” becomes “${expected}”`, () => {
    assert.equal(tidyMessage(given), expected);
  });
}

test('severities are read in either case, and what is no complaint is left out', () => {
  assert.deepEqual(['FATAL', 'error', 'Warning', 'INFO', 'usage'].map(severityOf), [
    'fatal',
    'error',
    'warning',
    undefined,
    undefined,
  ]);
});
