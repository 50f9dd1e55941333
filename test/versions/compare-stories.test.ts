/** What a comparison of two versions says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChapterText, compareStories, type StoryText } from '../../scripts/versions/compare-stories.ts';
import { comparisonLines } from '../../scripts/versions/comparison-lines.ts';
import { comparisonPage } from '../../scripts/versions/comparison-page.ts';

const paragraph = (name: string, at: number): string =>
  `${name} ${at} ${Array.from({ length: 9 }, (_, word) => `${name.toLowerCase()}${at}x${word}`).join(' ')}.`;
const chapter = (path: string, name: string): ChapterText => ({
  path,
  heading: name,
  paragraphs: Array.from({ length: 4 }, (_, at) => paragraph(name, at)),
});
const story = (chapters: readonly ChapterText[], facts: Readonly<Record<string, string>> = {}): StoryText => ({
  title: 'Beasts',
  facts: new Map(Object.entries(facts)),
  chapters,
  pictures: new Map(),
});

const [fox, hare, owl] = [chapter('chapter-1', 'Fox'), chapter('chapter-2', 'Hare'), chapter('chapter-3', 'Owl')];

test('versions that say the same have no line', () => {
  assert.deepEqual(comparisonLines(compareStories(story([fox, hare]), story([fox, hare]))), ['  nothing changed']);
});

test('chapters that are new, gone, mended, renamed and moved are known by their words', () => {
  const mended = {
    ...fox,
    path: 'chapter-2',
    heading: 'Vixen',
    paragraphs: fox.paragraphs.with(1, paragraph('Fox', 1).replace('fox1x3', 'tail')),
  };
  const newer = story([{ ...owl, path: 'chapter-1' }, mended, chapter('chapter-3', 'Newt')], { status: 'Complete' });
  const lines = comparisonLines(compareStories(story([fox, hare, owl], { status: 'In progress' }), newer));
  assert.deepEqual(lines, [
    '  status: In progress → Complete',
    '  Hare: gone, 44 words',
    '  Vixen: +1 −1 words, moved, was “Fox”',
    '  Newt: new, 44 words',
    '  One chapter is the same.',
  ]);
});

test('the words of a mended paragraph are marked, and markup in a story is text', () => {
  const before = { ...fox, paragraphs: ['He said <b>no</b>, and went home at once.'] };
  const after = { ...fox, paragraphs: ['He said <b>yes</b>, and went home at once.'] };
  const comparison = compareStories(story([before]), story([after]));
  assert.deepEqual(comparison.chapters[0]?.paragraphs, [
    [
      { what: 'same', text: 'He said <b>' },
      { what: 'removed', text: 'no' },
      { what: 'added', text: 'yes' },
      { what: 'same', text: '</b>, and went home at once.' },
    ],
  ]);
  const page = comparisonPage(comparison, 'a.epub', 'b.epub');
  assert.match(page, /He said &lt;b&gt;<del>no<\/del><ins>yes<\/ins>&lt;\/b&gt;, and went home/);
  assert.match(page, /<title>Beasts: what changed<\/title>/);
  assert.doesNotMatch(page, /<script|src=|href=/);
});

test('pictures are known by their bytes', () => {
  const older = {
    ...story([fox]),
    pictures: new Map([
      ['a.png', '1'],
      ['b.png', '2'],
      ['c.png', '3'],
    ]),
  };
  const newer = {
    ...story([fox]),
    pictures: new Map([
      ['a.png', '9'],
      ['d.png', '3'],
      ['e.png', '5'],
    ]),
  };
  assert.deepEqual(compareStories(older, newer).pictures, { changed: ['a.png'], added: ['e.png'], removed: ['b.png'] });
});
