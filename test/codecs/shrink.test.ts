import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shrink } from '../../scripts/codecs/shrink.ts';

const pixelsOf = (channels: number, data: readonly number[], most?: number) => [
  ...shrink({ width: 4, height: 2, channels, data: Uint8Array.from(data) }, most).data,
];

for (const [name, channels, data, most, expected] of [
  [
    'grey becomes colour',
    1,
    [1, 2, 3, 4, 5, 6, 7, 8],
    undefined,
    [1, 2, 3, 4, 5, 6, 7, 8].flatMap((v) => [v, v, v, 255]),
  ],
  ['squares become their mean', 1, [0, 10, 100, 100, 20, 30, 100, 100], 2, [15, 15, 15, 255, 100, 100, 100, 255]],
  ['colours keep apart', 3, new Array(8).fill([9, 60, 200]).flat(), 2, [9, 60, 200, 255, 9, 60, 200, 255]],
  [
    'what cannot be seen gives no colour',
    4,
    [
      [200, 0, 0, 255],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [200, 0, 0, 255],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ].flat(),
    2,
    [200, 0, 0, 128, 0, 0, 0, 0],
  ],
] as const)
  test(`shrinking: ${name}`, () => {
    assert.deepEqual(pixelsOf(channels, data, most), expected);
  });

test('a picture that is near its size is left for a better program', () => {
  const data = new Uint8Array(4 * 8);
  assert.equal(shrink({ width: 4, height: 2, channels: 4, data }, 3).data, data);
});
