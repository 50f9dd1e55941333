/** Titles in letters that a theme’s own typeface may lack. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-wasm';
import type { OpenAsset } from '../../scripts/book/assets.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { drawCover } from '../../scripts/cover/draw-cover.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { printTemplate } from '../../scripts/templates/print-template.ts';
import { author, fontWith, metadata } from './cases.ts';

type Facts = Parameters<typeof metadata>[0];

async function draw(facts: Facts, theme: (typeof themeNames)[number], open: OpenAsset = openAsset) {
  const templates = (await chooseTemplates(new Map(), { theme })).value;
  let svg = '';
  const { value, problems } = await drawCover(metadata(facts, theme), {
    print: (data) => {
      const printed = printTemplate(templates, 'cover.svg.ejs', data);
      svg = printed.value;
      return printed;
    },
    open,
    width: 80,
  });
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text.replace(/[\u202B\u202C]/g, ''));
  const hints = problems.map(({ hint }) => hint);
  return { isDrawn: value !== undefined, family: /font-family="([^"]*)/.exec(svg)?.[1], svg, words, hints };
}

for (const [script, title, name] of [
  ['Cyrillic', 'Соляная дорога', 'Анна Ильина'],
  ['Greek', 'Ο δρόμος του αλατιού', 'Ελένη Παππά'],
  ['Greek with all accents', 'Ἐν ἀρχῇ', 'Ὅμηρος'],
  ['Vietnamese', 'Con đường muối Ở phía cuối trời', 'Nguyễn Thị Hường'],
  ['Hebrew', 'דרך המלח', 'מרים כהן'],
  ['Arabic', 'طريق الملح', 'مريم الخطيب'],
] as const)
  test(`every theme prints a title in ${script} letters`, async () => {
    for (const theme of themeNames) {
      const { isDrawn, words, hints } = await draw({ title, contributors: [author(name)] }, theme);
      assert.ok(isDrawn);
      assert.deepEqual(hints, [], theme);
      assert.ok(words.join(' ').includes(title) && words.includes(name), `${theme}: ${words}`);
    }
  });

test('a title that the theme’s typeface can print is set in it', async () => {
  for (const [theme, family] of [
    ['thriller', 'Zilla Slab'],
    ['romance', 'Spectral'],
  ] as const)
    assert.equal((await draw({ title: 'The Salt Road' }, theme)).family, family);
  assert.equal((await draw({ title: 'Дорога' }, 'romance')).family, 'Spectral');
  assert.equal((await draw({ title: 'Дорога' }, 'thriller')).family, 'Alegreya Sans');
});

test('a name in other letters than the title’s is printed, too', async () => {
  const { family, words, hints } = await draw(
    { title: 'The Salt Road', contributors: [author('מרים כהן')] },
    'classic',
  );
  assert.deepEqual([family, hints], ['Noto Serif Hebrew', []]);
  assert.ok(words.includes('מרים כהן'));
});

for (const [lang, title, name] of [
  ['ja', '夜の汽車', 'noto-serif-jp'],
  ['ja', '夜', 'noto-serif-jp'],
  ['ko', '소금길', 'noto-serif-kr'],
  ['zh-Hant', '鹽路', 'noto-serif-tc'],
  ['zh', '盐路', 'noto-serif-sc'],
] as const)
  test(`“${title}” in ${lang} is drawn where ${name} is installed, and left out with a hint where not`, async () => {
    const without = await draw({ title, lang, contributors: [author('Haru')] }, 'plain');
    assert.ok(without.isDrawn && without.words.includes('Haru') && !without.words.includes(title));
    assert.match(without.hints.join(), new RegExp(`@expo-google-fonts/${name}`));
    const font = fontWith(title);
    const open: OpenAsset = async (file) => (file.includes(name) ? font : openAsset(file));
    const { words, hints } = await draw({ title, lang, contributors: [author('Haru')] }, 'plain', open);
    assert.deepEqual(hints, []);
    assert.ok(words.includes('Haru') && words.join('').includes(title), `${words}`);
  });

test('a place that does not answer when it is asked for a typeface keeps no cover away', async () => {
  const open: OpenAsset = async (file) => {
    if (file.includes('noto-serif-jp')) throw new TypeError('Failed to fetch');
    return openAsset(file);
  };
  assert.ok((await draw({ title: '夜', lang: 'ja' }, 'classic', open)).isDrawn);
});

/** The box of the ink of a line, at 100 pixels, begun at 0 on the baseline 0. */
async function inkOf(line: string, family: 'Noto Naskh Arabic' | 'Noto Serif Hebrew') {
  await draw({ title: 'The program starts' }, 'classic');
  const name = family.replaceAll(' ', '');
  const font = await openAsset(
    `@expo-google-fonts/${family.replaceAll(' ', '-').toLowerCase()}/400Regular/${name}_400Regular.ttf`,
  );
  assert.ok(font);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400"><text y="200" font-size="100" font-family="${family}">${line}</text></svg>`;
  const drawing = new Resvg(svg, { font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: family } });
  const { pixels, width, height } = drawing.render();
  /** The rows of ink in a column. */
  const column = (x: number) =>
    Array.from({ length: height }, (_, y) => y).filter((y) => (pixels[4 * (y * width + x) + 3] ?? 0) > 128);
  const columns = Array.from({ length: width }, (_, x) => column(x));
  return {
    columns: columns.filter((rows) => rows.length > 0),
    width: columns.filter((rows) => rows.length > 0).length,
  };
}

test('Arabic letters are joined', async () => {
  const joined = await inkOf('سسسس', 'Noto Naskh Arabic');
  const apart = await inkOf([...'سسسس'].join('\u200C'), 'Noto Naskh Arabic');
  assert.ok(joined.width < 0.9 * apart.width, `${joined.width} of ${apart.width}`);
});

test('a line from right to left ends at the left, its full stop too', async () => {
  const { svg } = await draw({ title: 'שלום.' }, 'classic');
  const [, line = ''] = /<text[^>]*>([^<]*\.[^<]*)</.exec(svg) ?? [];
  const { columns } = await inkOf(line, 'Noto Serif Hebrew');
  const [first = [], last = []] = [columns[0], columns.at(-1)];
  assert.ok(first.length > 0 && Math.min(...first) > 180, 'the stop is low, at the left');
  assert.ok(Math.min(...last) < 180, 'a letter is at the right');
});

test('a joiner that Persian words need is kept', async () => {
  const title = 'می\u200Cخواهم';
  assert.ok((await draw({ title }, 'classic')).words.includes(title));
});
