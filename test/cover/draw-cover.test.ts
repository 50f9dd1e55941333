import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { OpenAsset } from '../../scripts/book/assets.ts';
import { coverCompositions } from '../../scripts/book/design.ts';
import type { Metadata } from '../../scripts/book/metadata.ts';
import { coloursOf, drawCover } from '../../scripts/cover/draw-cover.ts';
import { palettes } from '../../scripts/cover/palettes.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { readPicture } from '../../scripts/pictures/read-picture.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { printTemplate } from '../../scripts/templates/print-template.ts';
import { author, metadata } from './cases.ts';

interface Drawn {
  readonly bytes: Uint8Array | undefined;
  readonly rules: readonly string[];
  /** What the template printed. */
  readonly svg: string;
}

async function draw(facts: Metadata, template?: string, open: OpenAsset = openAsset): Promise<Drawn> {
  const authors = new Map(template === undefined ? [] : [['cover.svg.ejs', template]]);
  const templates = (await chooseTemplates(authors, { theme: facts.design.theme })).value;
  let svg = '';
  const { value, problems } = await drawCover(facts, {
    print: (data) => {
      const printed = printTemplate(templates, 'cover.svg.ejs', data);
      svg = printed.value;
      return printed;
    },
    open,
  });
  return { bytes: value?.bytes, rules: problems.map(({ rule }) => rule), svg };
}

const hash = (bytes: Uint8Array | undefined) => bytes && createHash('sha256').update(bytes).digest('hex');
const saltRoad = {
  title: 'The Salt Road',
  subtitle: 'A Journey in Three Tides',
  contributors: [author('Miriam Thorne')],
  series: { name: 'Tidewater', position: '2' },
};

// Before others: a program that was loaded once is kept.
for (const lacking of ['eb-garamond', 'libjpeg-turbo'])
  test(`without the package of ${lacking} there is no cover, and a hint`, async () => {
    const open: OpenAsset = async (name) => (name.includes(lacking) ? undefined : openAsset(name));
    const { bytes, rules } = await draw(metadata({ title: 'Lost' }), undefined, open);
    assert.equal(bytes, undefined);
    assert.deepEqual(rules, ['cover-not-drawn']);
  });

for (const [theme, expected] of [
  ['classic', 'dc60f63bf6756e127e93578ee90f203493edde826833fde54d5f5b56d100edc3'],
  ['plain', 'd444904cdfb1b5efc491edcb9da5bfbcc8c702d69cb80325351f2e8f99f5da58'],
] as const)
  test(`a ${theme} cover is a JPEG of 1600 × 2400 pixels, the same bytes everywhere`, async () => {
    const { bytes, rules } = await draw(metadata(saltRoad, theme));
    assert.deepEqual(rules, []);
    const { value } = readPicture(bytes ?? new Uint8Array(), { path: 'cover.jpg' }, 'cover.jpg');
    assert.deepEqual([value?.mediaType, value?.width, value?.height], ['image/jpeg', 1600, 2400]);
    assert.ok((bytes?.length ?? 0) < 500_000);
    assert.equal(hash(bytes), expected);
  });

for (const theme of ['classic', 'plain'] as const) {
  test(`a ${theme} cover shows title, subtitle, series and authors`, async () => {
    const { svg } = await draw(metadata({ ...saltRoad, contributors: [author('Ann Bo'), author('Cy Do')] }, theme));
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ');
    for (const each of ['The Salt', 'Road', 'A Journey', 'Tidewater · 2', 'Ann Bo', 'Cy Do'])
      assert.ok(words.includes(each), `${each} in ${words}`);
  });

  test(`a ${theme} cover leaves out what its typeface has no letters for, and says so`, async () => {
    const { bytes, rules, svg } = await draw(
      metadata({ title: '夜の汽車', contributors: [author('Haru Sato')] }, theme),
    );
    assert.ok(bytes);
    assert.deepEqual(rules, ['cover-words-missing']);
    assert.ok(svg.includes('Haru Sato') && !svg.includes('夜'));
  });
}

test('markup in a title is words on the cover', async () => {
  const { bytes, svg } = await draw(metadata({ title: '<b>&amp; "Q" ]]> <%= 1 %>' }));
  assert.ok(bytes);
  assert.ok(!svg.includes('<b>'));
});

const dressed = (design: Partial<Metadata['design']>, theme?: 'classic' | 'plain'): Metadata => {
  const facts = metadata(saltRoad, theme);
  return { ...facts, design: { ...facts.design, ...design } };
};

for (const theme of ['classic', 'plain'] as const)
  for (const coverComposition of coverCompositions)
    test(`a ${theme} cover as ${coverComposition} is of the colours that are chosen, and its words stand on it`, async () => {
      const { bytes, svg } = await draw(dressed({ coverColours: 'rose', coverComposition }, theme));
      assert.ok(bytes);
      assert.ok(svg.includes(palettes.rose.ground) && !svg.includes(palettes.midnight.ground));
      const heights = [...svg.matchAll(/<text x="[^"]*" y="(\d+)"/g)].map(([, y]) => Number(y));
      assert.ok(heights.length >= 4 && heights.every((y) => y > 100 && y < 2350), heights.join(' '));
      const words = coverComposition === 'cloth' ? palettes.rose.onGround : palettes.rose.ink;
      assert.ok(svg.includes(`fill="${words}"`));
    });

test('the composition that is named first is the one where none is chosen', async () => {
  const { svg } = await draw(metadata(saltRoad));
  assert.equal((await draw(dressed({ coverComposition: 'panel', coverColours: coloursOf(saltRoad.title) }))).svg, svg);
});

test('two titles differ in more than their words', async () => {
  const covers = await Promise.all(['One', 'Two', 'Three', 'Four'].map((title) => draw(metadata({ title }))));
  assert.ok(new Set(covers.map(({ svg }) => /<rect[^>]*fill="(#\w+)"/.exec(svg)?.[1])).size >= 3);
});

test('an author’s template draws the cover', async () => {
  const own =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2400"><text y="90"><%= title %></text></svg>';
  const { bytes, rules, svg } = await draw(metadata({ title: 'Mine' }), own);
  assert.ok(bytes);
  assert.deepEqual(rules, []);
  assert.match(svg, />Mine</);
});

for (const [what, template, rule] of [
  ['that fails', '<%= nothing %>', 'template-failed'],
  ['that is no SVG', 'Hello', 'cover-not-drawn'],
  ['of another size', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="90000"/>', 'cover-not-drawn'],
] as const)
  test(`an author’s template ${what} gives no cover, and one problem`, async () => {
    const { bytes, rules } = await draw(metadata({ title: 'Mine' }), template);
    assert.equal(bytes, undefined);
    assert.deepEqual(rules, [rule]);
  });

test('a cover is drawn once for a cache, and anew where anything it is drawn from differs', async () => {
  const kept = new Map<string, Uint8Array>();
  let drawn = 0;
  const covers = {
    get: (name: string) => kept.get(name),
    set: (name: string, jpeg: Uint8Array) => {
      drawn += 1;
      kept.set(name, jpeg);
    },
  };
  const drawFor = async (facts: Metadata, tools: string) => {
    const templates = (await chooseTemplates(new Map(), { theme: facts.design.theme })).value;
    const print = (data: Readonly<Record<string, unknown>>) => printTemplate(templates, 'cover.svg.ejs', data);
    return (await drawCover(facts, { print, open: openAsset, cached: { covers, tools } })).value?.bytes;
  };
  const first = await drawFor(metadata(saltRoad), 'a');
  assert.equal(hash(await drawFor(metadata(saltRoad), 'a')), hash(first));
  assert.equal(drawn, 1);
  await drawFor(metadata(saltRoad), 'b');
  await drawFor(metadata({ ...saltRoad, title: 'The Salt Roads' }), 'a');
  await drawFor(metadata(saltRoad, 'plain'), 'a');
  await drawFor(dressed({ coverColours: 'rose' }), 'a');
  await drawFor(dressed({ coverColours: 'rose', coverComposition: 'band' }), 'a');
  assert.equal(drawn, 6);
  assert.equal(hash((await draw(metadata(saltRoad))).bytes), hash(first));
});
