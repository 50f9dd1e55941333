import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../../scripts/book/book.ts';
import { coverCompositions } from '../../scripts/book/design.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { decodeJpeg, encodeJpeg } from '../../scripts/codecs/jpeg-codec.ts';
import type { Pixels } from '../../scripts/codecs/pixels.ts';
import type { Colour } from '../../scripts/cover/contrast.ts';
import { calmerEnd, toneOf } from '../../scripts/cover/ground.ts';
import { palettes } from '../../scripts/cover/palettes.ts';
import { titleOnPicture } from '../../scripts/cover/title-on-picture.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { printTemplate } from '../../scripts/templates/print-template.ts';
import { author, contrast, metadata } from './cases.ts';
import { assertOrder, fullCovers, printedLines } from './printed-words.ts';

/** Grey points, each as light as `paint` says. */
function grey(width: number, height: number, paint: (x: number, y: number) => number): Pixels {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) data.fill(paint(at % width, Math.floor(at / width)), 4 * at, 4 * at + 3);
  return { width, height, data };
}

/** Points that differ from their neighbours, the same each time. */
const noise = (x: number, y: number): number => ((x * 7919 + y * 104_729) ^ (x * y * 31)) & 255;
const colourOf = (hex: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
const busy = grey(400, 600, noise);

async function photograph(pixels: Pixels): Promise<Picture> {
  const bytes = await encodeJpeg(pixels, 90, openAsset);
  assert.ok(bytes);
  const { width, height } = pixels;
  return { path: 'harbour.jpg', mediaType: 'image/jpeg', width, height, bytes, sha256: 'a' };
}

async function setOn(
  picture: Picture,
  facts: Parameters<typeof metadata>[0],
  theme: (typeof themeNames)[number] = 'classic',
  coverComposition: (typeof coverCompositions)[number] = 'panel',
  isDrawn = true,
) {
  const templates = (await chooseTemplates(new Map(), { theme })).value;
  let svg = '';
  const book = metadata(facts, theme);
  const { value, problems } = await titleOnPicture(
    { ...book, design: { ...book.design, coverComposition } },
    picture,
    { path: 'book.yaml' },
    {
      print: (data) => {
        const printed = printTemplate(templates, 'cover-picture.svg.ejs', data);
        svg = printed.value;
        return isDrawn ? printed : { ...printed, value: '' };
      },
      open: openAsset,
    },
  );
  return { value, rules: problems.map(({ rule }) => rule), svg };
}

test('words are set where the picture is calmer', () => {
  assert.equal(calmerEnd(grey(200, 300, (x, y) => (y < 150 ? 90 : noise(x, y)))), 'top');
  assert.equal(calmerEnd(grey(200, 300, (x, y) => (y >= 150 ? 90 : noise(x, y)))), 'bottom');
});

for (const [what, pixels] of Object.entries({
  dark: grey(400, 600, () => 20),
  light: grey(400, 600, () => 240),
  'of a middle grey': grey(400, 600, () => 128),
  'that flickers': busy,
}))
  for (const name of ['midnight', 'amber', 'rose'] as const)
    test(`on a picture ${what}, words in ${name} have a contrast of 4.5 with what is behind them`, () => {
      const { words, scrim, opacity } = toneOf(pixels, palettes[name], 0, 800);
      const found: number[] = [];
      for (let at = 0; at < 400 * 200 * 4; at += 4) {
        const point = [0, 1, 2].map(
          (channel) => (pixels.data[at + channel] ?? 0) * (1 - opacity) + (colourOf(scrim)[channel] ?? 0) * opacity,
        );
        found.push(contrast(colourOf(words), point as unknown as Colour));
      }
      const least = found.sort((one, other) => one - other)[Math.floor(found.length / 50)] ?? 0;
      assert.ok(least >= 4.5, `${least} with ${opacity} of ${scrim}`);
      if (what === 'dark' || what === 'light') assert.equal(opacity, 0);
    });

test('a cover has the picture’s middle, the words on it, and no more pixels than the picture', async () => {
  const { value, rules, svg } = await setOn(await photograph(busy), {
    title: 'The Salt Road',
    contributors: [author('Miriam Thorne')],
  });
  assert.deepEqual([value?.path, value?.sha256, value?.width, value?.height], ['harbour.jpg', 'a', 400, 600]);
  assert.deepEqual(rules, ['cover-small']);
  assert.match(svg, />The Salt Road</);
  const drawn = await decodeJpeg(value?.bytes ?? new Uint8Array(), 1e9, openAsset);
  // Between the words the picture is as it was, but for what JPEG loses.
  const difference = (row: number) => {
    let sum = 0;
    for (let at = 4 * row * 400; at < 4 * (row + 1) * 400; at += 4)
      sum += Math.abs((drawn?.data[at] ?? 0) - (busy.data[at] ?? 0));
    return sum / 400;
  };
  assert.ok(difference(300) < 12, `${difference(300)}`);
  assert.ok(difference(60) > 25, `${difference(60)}`);
});

test('a picture that is large enough is told nothing of, and is cut to a cover', async () => {
  const { value, rules } = await setOn(await photograph(grey(2100, 2100, () => 90)), { title: 'The Salt Road' });
  assert.deepEqual([rules, value?.width, value?.height], [[], 1400, 2100]);
});

for (const [mediaType, kind] of [
  ['image/svg+xml', 'an SVG'],
  ['image/gif', 'a GIF'],
] as const)
  test(`no title is set on ${kind}, and that is told`, async () => {
    const { value, rules } = await setOn({ ...(await photograph(busy)), mediaType }, { title: 'The Salt Road' });
    assert.deepEqual([value, rules], [undefined, ['cover-not-drawn']]);
  });

test('a picture that cannot be decoded is the cover as it is', async () => {
  const { value, rules } = await setOn(
    { ...(await photograph(busy)), bytes: Uint8Array.of(255, 216, 255) },
    { title: 'A' },
  );
  assert.deepEqual([value, rules], [undefined, ['cover-not-drawn']]);
});

for (const theme of themeNames)
  for (const composition of coverCompositions)
    test(`a picture holds all that a book says of itself, in ${theme} as ${composition}`, async () => {
      const picture = await photograph(grey(60, 90, (x, y) => noise(x, y)));
      for (const [what, facts] of Object.entries(fullCovers)) {
        const { svg } = await setOn(picture, facts, theme, composition, false);
        assertOrder(await printedLines(svg, theme), facts, what);
      }
    });
