import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverColours } from '../../scripts/book/design.ts';
import { coloursOf } from '../../scripts/cover/draw-cover.ts';
import { drawableCovers } from '../../scripts/cover/drawable-covers.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { readPicture } from '../../scripts/pictures/read-picture.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { author, metadata } from './cases.ts';

const book = metadata({ title: 'The Salt Road', contributors: [author('Miriam Thorne')] }, 'plain');
const templates = (await chooseTemplates(new Map(), { theme: 'plain' })).value;

test('a book that says nothing has its own cover first, then the other compositions, then the other colours', async () => {
  const covers = await drawableCovers(book, templates, { open: openAsset });
  const usual = coloursOf('The Salt Road');
  assert.deepEqual(
    covers.map(({ colours, composition, isChosen }) => [colours, composition, isChosen]),
    [
      [undefined, undefined, true],
      [undefined, 'band', false],
      [undefined, 'cloth', false],
      ...coverColours.filter((each) => each !== usual).map((each) => [each, undefined, false]),
    ],
  );
  const { value } = readPicture(covers[1]?.jpeg ?? new Uint8Array(), { path: 'cover.jpg' }, 'cover.jpg');
  assert.deepEqual([value?.mediaType, value?.width, value?.height], ['image/jpeg', 320, 480]);
  assert.equal(new Set(covers.map(({ jpeg }) => jpeg.toString())).size, covers.length, 'each is another picture');
});

test('what is chosen stays in all that can be chosen next', async () => {
  const design = { ...book.design, coverColours: 'rose', coverComposition: 'band' } as const;
  const covers = await drawableCovers({ ...book, design }, templates, { open: openAsset });
  const kinds = covers.map(({ colours, composition }) => `${colours} ${composition}`);
  assert.deepEqual(kinds.slice(0, 3), ['rose undefined', 'rose band', 'rose cloth']);
  assert.ok(kinds.slice(3).every((each) => each.endsWith('band')));
});

test('covers that were drawn are kept, each as what it was drawn from', async () => {
  const kept = new Map<string, Uint8Array>();
  const covers = {
    get: (name: string) => kept.get(name),
    set: (name: string, jpeg: Uint8Array) => void kept.set(name, jpeg),
  };
  const drawn = await drawableCovers(book, templates, { open: openAsset, covers });
  assert.deepEqual(await drawableCovers(book, templates, { open: async () => undefined, covers }), drawn);
  const other = { ...book, title: 'The Salt Roads' };
  assert.deepEqual(await drawableCovers(other, templates, { open: async () => undefined, covers }), []);
});
