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
