import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline, read, words } from '../tools/manuscript.ts';

const chapters = (...texts: readonly string[]) =>
  texts.map((text, at) => `## ${['I', 'II', 'III'][at]}\n\n${text}`).join('\n\n');

const cases: readonly {
  readonly name: string;
  readonly text: string;
  readonly sections: readonly string[];
  readonly words: readonly string[];
}[] = [
  {
    name: 'a short line below a number is its name',
    text: chapters('The *River* Bank\n\nA mole.', 'Who Goes There?\n\nA rat.'),
    sections: ['chapter IThe River Bank', 'chapter IIWho Goes There?'],
    words: ['A mole.', 'A rat.'],
  },
  {
    name: 'a heading of the next level below a number is its name',
    text: '# 1\n\n### Below\n\nA.\n\n# Chapter Two\n\n## The Road\n\nB.\n\n# Three\n\n## The Wood\n\nC.',
    sections: ['chapter 1', 'chapter Chapter TwoThe Road', 'chapter ThreeThe Wood'],
    words: ['Below / A.', 'B.', 'C.'],
  },
  {
    name: 'a title with a full stop is a name beside other names',
    text: chapters("Jonathan Harker's Journal.\n\nA.", 'The Open Road\n\nB.'),
    sections: ["chapter IJonathan Harker's Journal.", 'chapter IIThe Open Road'],
    words: ['A.', 'B.'],
  },
  {
    name: 'a sentence is none, nor a place and a date, nor a line that nothing follows',
    text: chapters('It rained.\n\nA.', 'London, 12 March\n\nB.', 'The End'),
    sections: ['chapter I', 'chapter II', 'chapter III'],
    words: ['It rained. / A.', 'London, 12 March / B.', 'The End'],
  },
  {
    name: 'a sentence of Chinese is none, however short, nor a long line',
    text: '# 第一章\n\n他醒了。\n\n天亮。\n\n# 第二章\n\n他走到门口看了很久然后慢慢地把门关上又走回来坐在椅子上\n\n天黑。',
    sections: ['chapter 第一章', 'chapter 第二章'],
    words: ['他醒了。 / 天亮。', '他走到门口看了很久然后慢慢地把门关上又走回来坐在椅子上 / 天黑。'],
  },
  {
    name: 'a title of Chinese is a name',
    text: '# 第一章\n\n雨夜\n\n天亮。\n\n# 第二章\n\n谁在门外？\n\n天黑。',
    sections: ['chapter 第一章雨夜', 'chapter 第二章谁在门外？'],
    words: ['天亮。', '天黑。'],
  },
  {
    name: 'one number with a short line below it may be anything',
    text: chapters('The River Bank\n\nA.'),
    sections: ['chapter I'],
    words: ['The River Bank / A.'],
  },
  {
    name: 'where most numbers have no name, none has',
    text: chapters('The River Bank\n\nA.', 'It rained.\n\nB.', 'It snowed.\n\nC.'),
    sections: ['chapter I', 'chapter II', 'chapter III'],
    words: ['The River Bank / A.', 'It rained. / B.', 'It snowed. / C.'],
  },
];

for (const { name, text, sections, words: told } of cases)
  test(name, async () => {
    const { book } = await read({ 'book.yaml': 'title: T', 'a.md': text });
    assert.deepEqual(outline(book.sections), sections);
    assert.deepEqual(words(book.sections), told);
  });

test('the chapters of parts have names too, and files of a folder', async () => {
  const { book } = await read({
    'book.yaml': 'title: T',
    '1.md': '# Part One\n\n## I\n\nThe River Bank\n\nA.\n\n## II\n\nThe Open Road\n\nB.',
    '2.md': '# III\n\nThe Wild Wood\n\nC.',
  });
  assert.deepEqual(outline(book.sections), [
    'part Part One',
    '  chapter IThe River Bank',
    '  chapter IIThe Open Road',
    '  chapter IIIThe Wild Wood',
  ]);
});
