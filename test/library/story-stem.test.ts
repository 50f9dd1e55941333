import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparable, stemOf } from '../../scripts/library/story-stem.ts';

const free = () => false;

test('is called as the story is, in names that every drive takes', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The Door.md', 'The Door'],
    ['Ann: Stories/What? No!.txt', 'Ann- Stories/What- No!'],
    ['con/aux.md', 'con-/aux-'],
    ['a.kepub.epub', 'a'],
    ['shelf.zip/The Door', 'shelf.zip/The Door'],
    ['…/.hidden name.', '…/hidden name'],
    ['x/***.md', 'x/book'],
  ]; // biome-ignore format: a case a line
  for (const [story, stem] of cases) assert.equal(stemOf(story, free), stem);
});

test('stays short, however deep and long the story’s own path is', () => {
  const deep = stemOf(`${'a folder with a long name/'.repeat(30)}${'a story '.repeat(60)}.md`, free);
  assert.ok(deep.length <= 120, deep);
});

test('a name that is taken gets digits of its own, without regard to letter case', () => {
  const taken = new Set<string>();
  const stems = ['a/Door.md', 'a/door.txt', 'A/DOOR.epub'].map((story) => {
    const stem = stemOf(story, (each) => taken.has(each));
    taken.add(comparable(stem));
    return stem;
  });
  assert.equal(new Set(stems.map(comparable)).size, 3);
  assert.equal(
    stems[1],
    stemOf('a/door.txt', () => true),
  );
});
