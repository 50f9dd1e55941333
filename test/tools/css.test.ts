import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesOf } from './css.ts';

test('rules are read with their selectors, declarations and the at-rule around them', () => {
  const css = '/* a { } */ p, h1 { margin: 0; color: red } @media print { b { top: 1px; } } i { }';
  assert.deepEqual(
    rulesOf(css).map(({ selectors, declarations, within }) => [selectors, [...declarations], within]),
    [
      [
        ['p', 'h1'],
        [
          ['margin', '0'],
          ['color', 'red'],
        ],
        undefined,
      ],
      [['b'], [['top', '1px']], '@media print'],
      [['i'], [], undefined],
    ],
  );
});
