import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCopies } from '../../scripts/library/find-copies.ts';
import { wordSketch } from '../../scripts/library/word-sketch.ts';

/** Words that no two chapters share, but for their numbers’ sake. */
const chapter = (story: number, number: number): string =>
  Array.from({ length: 600 }, (_, at) => `w${(at * 7919 + story * 104729 + number * 1299709) % 100003}`).join(' ');

const sketched = (name: string, chapters: readonly string[]) => {
  const content = chapters.map((value) => ({
    type: 'element' as const,
    tagName: 'p',
    properties: {},
    children: [{ type: 'text' as const, value }],
  }));
  const words = chapters.join(' ').split(' ').length;
  return { name, words, sketch: wordSketch([{ content, matter: 'bodymatter' }]) };
};
const chaptersOf = (story: number, count: number) => Array.from({ length: count }, (_, at) => chapter(story, at));
const names = (groups: readonly (readonly { readonly name: string }[])[]) =>
  groups.map((group) => group.map(({ name }) => name));

test('lists forty copies, each a chapter longer, with the longest first', () => {
  const copies = Array.from({ length: 40 }, (_, at) => sketched(`${at + 1}`, chaptersOf(1, at + 1)));
  const others = [2, 3, 4].map((story) => sketched(`other ${story}`, chaptersOf(story, 20)));
  assert.deepEqual(names(findCopies([...copies, ...others])), [copies.map(({ name }) => name).reverse()]);
});

test('knows a copy in which words here and there are mended, and other letters’ case', () => {
  const whole = chaptersOf(1, 10);
  const mended = whole.map((text) => text.replace(/w\d+3\d3\b/g, 'Mended').toUpperCase());
  assert.deepEqual(names(findCopies([sketched('mended', mended), sketched('whole', whole)])), [['mended', 'whole']]);
});

test('leaves stories alone that share a chapter, and those of a few words', () => {
  const [one, other] = [chaptersOf(1, 10), [...chaptersOf(2, 9), chapter(1, 3)]];
  assert.deepEqual(
    findCopies([sketched('one', one), sketched('other', other), sketched('a', ['a b']), sketched('b', ['a b'])]),
    [],
  );
});

test('compares Japanese, which has no spaces, and passes over what the press adds', () => {
  const text = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20000))).join('');
  const one = sketched('a', [text]);
  assert.ok(one.sketch.length > 20);
  assert.deepEqual(names(findCopies([one, sketched('b', [text.slice(0, 2000)])])), [['a', 'b']]);
  const content = [{ type: 'text' as const, value: chapter(1, 1) }];
  assert.equal(wordSketch([{ content, matter: 'backmatter' }]).length, 0);
});
