import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverColours } from '../../scripts/book/design.ts';
import type { Colour } from '../../scripts/cover/contrast.ts';
import { palettes } from '../../scripts/cover/palettes.ts';
import { contrast as contrastBetween } from './cases.ts';

const channels = (hex: string): Colour => [part(hex, 1), part(hex, 3), part(hex, 5)];
const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
const contrast = (one: string, other: string) => contrastBetween(channels(one), channels(other));

test('contrast is counted as WCAG counts it', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(contrast('#ffffff', '#0000ff').toFixed(2), '8.59');
});

for (const palette of Object.values(palettes))
  test(`the palette of ${palette.ground} can be read`, () => {
    assert.ok(contrast(palette.ink, palette.paper) >= 7);
    assert.ok(contrast(palette.ornament, palette.paper) >= 3);
    assert.ok(contrast(palette.onGround, palette.ground) >= 4.5);
    assert.ok(contrast(palette.accent, palette.ground) >= 3);
    assert.ok(contrast(palette.figure, palette.ground) >= 1.2, 'a pattern can be seen');
  });

test('no two palettes have the same ground', () => {
  assert.equal(new Set(Object.values(palettes).map(({ ground }) => ground)).size, coverColours.length);
});
