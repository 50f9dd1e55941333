/** Passages that wait to be settled after an update: which words are the author’s, and what is left when one reading is chosen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle, unsettledIn } from '../../../../scripts/studio/app/text/unsettled.ts';
import { replaceWords } from '../../../../scripts/studio/press/replace-words.ts';

const before = '# One\n\nThe sea was quiet.\n\n';
const mine = 'The lamp was out when she came back.';
const theirs = 'The lamp was burning when she came back.';
const fenced = (words: string, fence = ':::'): string => `${fence}theirs\n${words}\n${fence}\n`;
const after = '\nNobody spoke.\n';

const readings = (text: string) => unsettledIn(text).map((each) => [each.line, each.mine, each.theirs]);

test('finds both readings, and their line', () => {
  assert.deepEqual(readings(`${before}${mine}\n\n${fenced(theirs)}${after}`), [[7, mine, theirs]]);
  assert.deepEqual(readings(`${before}${mine}\n\n::: theirs\n${theirs}\n:::`), [[7, mine, theirs]], 'at the end');
});

test('the author’s are those paragraphs above that say the same, however many', () => {
  const both = `${mine}\n\nNobody had lit it, so far as she knew.`;
  const others = `${theirs}\n\nNobody had lit it, as far as anybody knew.`;
  assert.deepEqual(readings(`${before}${both}\n\n${fenced(others)}${after}`), [[9, both, others]]);
  assert.deepEqual(readings(`${before}${mine}\n\n${fenced(others)}${after}`), [[7, mine, others]]);
  assert.deepEqual(readings(`# The Lamp\n\n${fenced('# The Old Lamp')}`), [[3, '# The Lamp', '# The Old Lamp']]);
});

test('what the author deleted has no reading of hers', () => {
  assert.deepEqual(readings(`${before}${fenced(theirs)}${after}`), [[5, '', theirs]]);
  assert.deepEqual(readings(fenced(theirs)), [[1, '', theirs]]);
});

test('each of several has its own; a set piece inside is part of it', () => {
  const verse = ':::verse\nThe lamp was out\nwhen she came\n:::';
  const text = `${mine}\n\n${fenced(theirs)}\n${mine}\n\n${fenced(verse, '::::')}`;
  assert.deepEqual(readings(text), [
    [3, mine, theirs],
    [9, mine, verse],
  ]);
  assert.deepEqual(unsettledIn(`${before}:::theirs\n${theirs}\n`), [], 'one that is not closed');
  assert.deepEqual(unsettledIn(`${before}${mine}\n`), []);
});

test('a choice leaves its words, and no line of the other', () => {
  const text = `${before}${mine}\n\n${fenced(theirs)}${after}`;
  const chosen = (words: string, whole = text): string | undefined => {
    const [found] = unsettledIn(whole);
    assert.ok(found);
    const change = settle({ path: 'a.md', text: whole, sha256: '' }, found, words);
    return change.kind === 'replace' ? replaceWords(whole, change) : undefined;
  };
  assert.equal(chosen(mine), `${before}${mine}\n${after}`);
  assert.equal(chosen(theirs), `${before}${theirs}\n${after}`);
  assert.equal(chosen(`${mine}\n\n${theirs}`), `${before}${mine}\n\n${theirs}\n${after}`);
  assert.equal(chosen('', `${before}${fenced(theirs)}${after}`), `${before}Nobody spoke.\n`);
});
