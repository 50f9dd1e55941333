import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '../../scripts/finish/word-count.ts';
import { parsed } from '../editions/editing.ts';

test('words are counted in the body alone, without marks', () => {
  const content = parsed('<h1>One</h1>\n<p>It’s <em>a</em>—<b>b</b>ig 7 … day<br/>here &amp; 8&lt;9</p>');
  assert.equal(
    countWords([
      { content, matter: 'bodymatter' },
      { content, matter: 'backmatter' },
    ]),
    8,
  );
});

test('the line that says that a chapter was removed is no part of the text', () => {
  const content = parsed(
    '<h1>One</h1><p data-removed="2026-10-01/2026-11-28"><small>Removed then</small></p><p>Two three</p>',
  );
  assert.equal(countWords([{ content, matter: 'bodymatter' }]), 3);
});
