import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readMeasures } from '../../scripts/codecs/open-type.ts';
import { familyOf } from '../../scripts/cover/faces.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { titleFace } from '../cover/cases.ts';

const code = (sign: string): number => sign.codePointAt(0) ?? 0;

// Advances in thousandths of an em, as the font's own tables say through another reader (opentype.js 2.0).
for (const [theme, sign, advance] of [
  ['classic', 'A', 692],
  ['classic', 'W', 916],
  ['classic', 'Ж', 982],
  ['classic', 'Ω', 830],
  ['classic', '❦', 538],
  ['plain', 'A', 611],
  ['plain', 'Ж', 903],
] as const)
  test(`${theme} sets “${sign}” as wide as its file says`, async () => {
    assert.equal(Math.round(((await titleFace(theme)).advance(code(sign)) ?? 0) * 1000), advance);
  });

for (const theme of ['classic', 'plain'] as const) {
  test(`${theme} has Latin, Greek and Cyrillic, and neither Hebrew, Arabic, Chinese nor emoji`, async () => {
    const typeface = await titleFace(theme);
    for (const sign of 'AzÉßőŠžığṣẬ’“”—…ΩώἩᾳЖёѣґ№·') assert.ok(typeface.advance(code(sign)) !== undefined, sign);
    for (const sign of 'אب漢あ한🌙') assert.equal(typeface.advance(code(sign)), undefined, sign);
  });
}

test('bytes that are no typeface, or a torn one, are none', async () => {
  const whole = (await openAsset(familyOf('classic').faces.title.file)) ?? new Uint8Array();
  for (const bytes of [new Uint8Array(), Buffer.from('%PDF-1.7'), whole.subarray(0, 300), whole.subarray(0, 4000)])
    assert.equal(readMeasures(bytes)?.advance(65), undefined);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      readMeasures(bytes)?.advance(65);
    }),
  );
});
