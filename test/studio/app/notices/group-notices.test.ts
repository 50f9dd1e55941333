import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Choice } from '../../../../scripts/report/problem.ts';
import { guessed, problem } from '../../../../scripts/report/problem.ts';
import {
  changesOf,
  countNotices,
  doubtsLike,
  excerptOf,
  nextDoubt,
  sortNotices,
} from '../../../../scripts/studio/app/notices/group-notices.ts';
import type { Notice } from '../../../../scripts/studio/protocol.ts';

const at = (line: number, column = 1, length = 1) => ({
  path: 'story.md',
  start: { line, column },
  end: { line, column: column + length },
});

function doubt(line: number, word: string, elision?: string): Notice {
  const choice = (mark: string, meaning: string, named?: string): Choice => ({
    shown: `${mark}${word}`,
    meaning,
    replace: { place: at(line), old: "'", text: mark },
    elision: named,
  });
  const choices = [choice('‘', 'opens a quotation'), choice('’', 'an apostrophe', elision)];
  return { ...problem('typography-doubt', at(line), `“'${word}” at ${line}`), choices };
}

const fault = problem('file-not-utf8', at(9), 'This file is not UTF-8.');
const warning = problem('section-empty', at(3), 'Nothing is in this chapter.');
const hint = problem('file-ignored', undefined, '“notes.odt” is not in the book.');
const found = guessed(1, problem('structure-guessed', at(5), 'A scene break.'), 'a scene break');
const mence = [doubt(1, 'mence', '’mence'), doubt(4, 'mence', '’mence'), doubt(8, 'mence', '’mence')];
const other = doubt(6, 'arranged');

test('errors come first, then warnings, doubts and hints; sure guesses are apart', () => {
  const { groups, sure } = sortNotices([hint, found, other, warning, fault]);
  assert.deepEqual(
    groups.map(({ kind, first }) => [kind, first]),
    [
      ['error', fault],
      ['warning', warning],
      ['doubt', other],
      ['hint', hint],
    ],
  );
  assert.deepEqual(sure, [found]);
});

test('doubts about one word are one group, with the reading that settles all of them', () => {
  const { groups } = sortNotices([mence[0], other, mence[1], mence[2]].flatMap((each) => each ?? []));
  assert.deepEqual(
    groups.map(({ first, others, elision }) => [first, others.length, elision?.elision]),
    [
      [mence[0], 2, '’mence'],
      [other, 0, undefined],
    ],
  );
});

test('no notice is lost by sorting', () => {
  const given = [hint, found, ...mence, other, warning, fault];
  const { groups, sure } = sortNotices(given);
  const sorted = [...groups.flatMap(({ first, others }) => [first, ...others]), ...sure];
  assert.deepEqual(new Set(sorted), new Set(given));
  assert.equal(sorted.length, given.length);
});

test('one doubt is settled at its place, all of a word by the word, all of another reading at each place', () => {
  const [first] = mence;
  const [quotation, apostrophe] = first?.choices ?? [];
  assert.ok(first && quotation && apostrophe);
  const replace = (line: number, text: string) => ({ kind: 'replace', ...at(line), old: "'", text });
  assert.deepEqual(changesOf([first], apostrophe), [replace(1, '’')]);
  assert.deepEqual(changesOf(mence, apostrophe), [{ kind: 'elision', word: '’mence' }]);
  assert.deepEqual(changesOf(mence, quotation), [replace(1, '‘'), replace(4, '‘'), replace(8, '‘')]);
});

test('a doubt knows those about the same word', () => {
  const all = [...mence, other];
  assert.deepEqual(mence[1] && doubtsLike(all, mence[1]), mence);
  assert.deepEqual(doubtsLike(all, other), [other]);
});

test('the next doubt after the last is the first', () => {
  const all = [fault, ...mence, hint];
  assert.equal(nextDoubt(all, undefined, 1), mence[0]);
  assert.equal(nextDoubt(all, undefined, -1), mence[2]);
  assert.equal(nextDoubt(all, mence[0], 1), mence[1]);
  assert.equal(nextDoubt(all, mence[2], 1), mence[0]);
  assert.equal(nextDoubt(all, mence[0], -1), mence[2]);
  assert.equal(nextDoubt([hint], undefined, 1), undefined);
});

test('what was noticed is counted by kind', () => {
  assert.equal(countNotices([hint, ...mence, fault, found]), '1 error, 3 doubts, 1 hint');
  assert.equal(countNotices([]), '');
});

for (const [text, place, expected] of [
  ["He was 'arranged, he said.", at(1, 8, 1), ['He was ', "'", 'arranged, he said.']],
  [
    "He was 'arranged, he said.",
    { path: 'story.md', start: { line: 1, column: 8 } },
    ['He was ', "'arranged", ', he said.'],
  ],
  ['One.\r\nTwo three.', at(2, 5, 5), ['Two ', 'three', '.']],
  ['Short.', at(1, 40), ['Short.', '', '']],
] as const)
  test(`the words around a place of ${JSON.stringify(text)}`, () => {
    const found = excerptOf([{ path: 'story.md', text, sha256: '' }], place);
    assert.deepEqual(found && [found.before, found.at, found.after], expected);
  });

test('a long line is cut at words', () => {
  const text = `${'many words '.repeat(20)}HERE${' and more words'.repeat(20)}`;
  const found = excerptOf([{ path: 'story.md', text, sha256: '' }], at(1, 221, 4), 20);
  assert.deepEqual(found, { before: '…words many words ', at: 'HERE', after: ' and more words and…' });
});
