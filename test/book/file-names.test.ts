import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePaths, isNumbered, isSectionName, kindOfName, titleOfName } from '../../scripts/book/file-names.ts';

const kinds: readonly (readonly [string, string | undefined])[] = [
  ['chapter-1.md', 'chapter'],
  ['Chapter 12.md', 'chapter'],
  ['02-chapter-7-the-door.md', 'chapter'],
  ['ch3.md', 'chapter'],
  ['chapter_iv.md', 'chapter'],
  ['story.md', 'chapter'],
  ['dedication.md', 'dedication'],
  ['01_Dedication.markdown', 'dedication'],
  ['front/03 - epigraph.md', 'epigraph'],
  ['half-title.md', 'half-title'],
  ["author's notes.md", 'notes'],
  ['Author’s Note.md', 'notes'],
  ['acknowledgments.md', 'acknowledgements'],
  ['about-the-author.md', 'about-the-author'],
  ['part-one.md', 'part'],
  ['Part II.md', 'part'],
  ['appendix-2.md', 'appendix'],
  ['02-map.md', 'map'],
  ['map-2.md', 'map'],
  ['prologo.md', 'prologue'],
  ['02-Vorwort.md', 'preface'],
  ['后记.md', 'afterword'],
  ['capitulo-1.md', undefined],
  ['map-room.md', undefined],
  ['excerpt-from-the-log.md', undefined],
  ['xv.md', undefined],
  ['the-door.md', undefined],
  ['01.md', undefined],
  ['dedicated-people.md', undefined],
  ['notebook.md', undefined],
];

for (const [path, kind] of kinds) {
  test(`“${path}” is ${kind ? `of the kind ${kind}` : 'nothing in particular'}`, () => {
    assert.equal(kindOfName(path), kind);
  });
}

test('orders paths as a person counts, folder by folder', () => {
  const ordered = ['1.md', '2.md', '09.md', '10.md', 'a/2.md', 'a/10.md', 'b.md', 'B1.md', 'ä.md'];
  for (const turned of [[...ordered].reverse(), [...ordered.slice(4), ...ordered.slice(0, 4)]]) {
    assert.deepEqual(turned.sort(comparePaths), ordered);
  }
});

test('no two different paths are equal, so that every disk gives one order', () => {
  const paths = ['a.md', 'A.md', '1.md', '01.md', '001.md', 'a/b.md', 'a b.md'];
  for (const left of paths) {
    for (const right of paths) {
      assert.equal(Math.sign(comparePaths(left, right)), -Math.sign(comparePaths(right, left)) || 0);
      assert.equal(comparePaths(left, right) === 0, left === right, `${left} and ${right}`);
    }
  }
});

test('a number as long as a novel’s is still a number', () => {
  assert.ok(comparePaths(`${'9'.repeat(30)}.md`, `1${'0'.repeat(30)}.md`) < 0);
});

test('only the file’s own name makes it numbered', () => {
  assert.equal(isNumbered('1/chapter.md'), false);
  assert.equal(isNumbered('part/01 chapter.md'), true);
});

test('a name alone says that a file is a section, or does not', () => {
  const names = [
    '03 The Door.md',
    'chapter-2-the-door.md',
    'about-the-author.md',
    'prologue.md',
    'part-of-me.md',
    'plan.md',
  ];
  assert.deepEqual(names.map(isSectionName), [true, true, true, true, false, false]);
});

test('a name typed as a title stays as it is, another gets capital letters', () => {
  for (const [name, title] of [
    ['War and Peace.txt', 'War and Peace'],
    ['the-old_mill.md', 'The Old Mill'],
    ['TheOldMill.md', 'The Old Mill'],
    ['the old mill', 'The Old Mill'],
  ] as const)
    assert.equal(titleOfName(name), title);
});
