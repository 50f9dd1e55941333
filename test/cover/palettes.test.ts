import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverColours } from '../../scripts/book/design.ts';
import { palettes } from '../../scripts/cover/palettes.ts';

/** WCAG 2.2: relative luminance of a colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

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
