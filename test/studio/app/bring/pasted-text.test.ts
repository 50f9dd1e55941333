import assert from 'node:assert/strict';
import test from 'node:test';
import { pastedText } from '../../../../scripts/studio/app/bring/pasted-text.ts';

for (const [about, text, html, expected] of [
  ['words of a page keep their emphases', 'A b', '<p>A <em>b</em></p>', 'story.html'],
  ['colours of an editor say nothing', '# A', '<div><span style="color: red"># A</span></div>', 'story.txt'],
  ['words alone are a text', 'A b', '', 'story.txt'],
  ['white space is nothing', ' \n', '', undefined],
] as const)
  test(about, () => {
    const file = pastedText(text, html);
    assert.equal(file?.name, expected);
    if (file) assert.equal(new TextDecoder().decode(file.bytes), file.name === 'story.html' ? html : text);
  });
