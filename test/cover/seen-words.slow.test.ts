/** Words of drawn covers are seen: on what is behind each letter, in every theme and composition, and as small as a shelf shows them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { programs } from '../../scripts/book/assets.ts';
import { coverCompositions } from '../../scripts/book/design.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import type { Colour } from '../../scripts/cover/contrast.ts';
import { familyOf } from '../../scripts/cover/faces.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { author, contrast, metadata } from './cases.ts';
import { fullCovers, printCover, printedLines } from './printed-words.ts';

await initWasm((await openAsset(programs.svg)) ?? new Uint8Array());

async function pixelsOf(svg: string, theme: (typeof themeNames)[number], width: number): Promise<Uint8Array> {
  const { name, faces } = familyOf(theme);
  const files = await Promise.all([...new Set(Object.values(faces).map(({ file }) => file))].map(openAsset));
  const fontBuffers = files.flatMap((file) => file ?? []);
  const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: name };
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font }).render().pixels;
}

/** Pixels of the two pictures, as colours, wherever the first is the inside of a letter. */
function* inked(svg: string, drawn: Uint8Array, behind: Uint8Array) {
  const colours = [...svg.matchAll(/<g[^>]* fill="#(\w{6})"[^>]*>\s*<text/g)].map(([, hex = '']) =>
    [0, 2, 4].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)).join(),
  );
  for (let at = 0; at < drawn.length; at += 4) {
    const [letter, ground] = [colourAt(drawn, at), colourAt(behind, at)];
    if (colours.includes(letter.join()) && letter.join() !== ground.join()) yield contrast(letter, ground);
  }
}

const colourAt = (pixels: Uint8Array, at: number): Colour => [
  pixels[at] ?? 0,
  pixels[at + 1] ?? 0,
  pixels[at + 2] ?? 0,
];

for (const theme of themeNames)
  for (const coverComposition of coverCompositions) {
    test(`the words of a ${theme} cover as ${coverComposition} stand on what they are seen on`, async () => {
      for (const [what, facts] of Object.entries(fullCovers)) {
        const svg = await printCover(metadata(facts, theme), coverComposition);
        const without = svg.replace(/<text .*?<\/text>/gs, '');
        const found = [...inked(svg, await pixelsOf(svg, theme, 400), await pixelsOf(without, theme, 400))];
        assert.ok(found.length > 100, `${what}: ${found.length} pixels`);
        const least = found.sort((one, other) => one - other)[Math.floor(found.length / 100)] ?? 0;
        assert.ok(least >= 4.5, `${what}: ${least}`);
      }
    });

    test(`the short title of a ${theme} cover as ${coverComposition} is read where the cover is 120 pixels wide`, async () => {
      for (const title of ['Emma', 'The Salt Road', 'Letters Between Two Lighthouses']) {
        const facts = metadata({ title, contributors: [author('Miriam Thorne')] }, theme);
        const svg = await printCover(facts, coverComposition);
        const shown = 120 / 1600;
        const sizes = (await printedLines(svg, theme))
          .filter(({ words }) => title.includes(words))
          .map(({ size }) => size * shown);
        assert.ok(sizes.length > 0 && Math.min(...sizes) >= 10.5, `${title}: ${sizes} pixels`);
        const without = svg.replace(/<text .*?<\/text>/gs, '');
        const [drawn, behind] = [await pixelsOf(svg, theme, 120), await pixelsOf(without, theme, 120)];
        let seen = 0;
        for (let at = 0; at < drawn.length; at += 4)
          if (contrast(colourAt(drawn, at), colourAt(behind, at)) >= 3) seen += 1;
        const letters = title.replaceAll(' ', '').length;
        assert.ok(seen >= 4 * letters, `${title}: ${seen} pixels that stand out, of ${letters} letters`);
      }
    });
  }
