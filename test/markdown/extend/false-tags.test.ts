import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../render/rendering.ts';
import { read } from '../../tools/manuscript.ts';

/** What stands in a text, as it is printed. */
const texts: readonly (readonly [text: string, printed: RegExp])[] = [
  ['He said <sigh> "no".', /He said &lt;sigh&gt; "no"\./],
  ['<Mary> Hello', /&lt;Mary&gt; Hello/],
  ['And so on. </rant>', /And so on\. &lt;\/rant&gt;/],
  ['<sigh>', /<p[^>]*>&lt;sigh&gt;<\/p>/],
  ['- <grin>', /<li[^>]*>&lt;grin&gt;<\/li>/],
  ['*He <sighs>*', /<em>He &lt;sighs&gt;<\/em>/],
  ['<mood>dark</mood>', /<p[^>]*>dark<\/p>/],
  ['A <mood x="1">b', /A b/],
  ['A <i>b', /A <i>b<\/i>/],
];

for (const [text, printed] of texts)
  test(`${JSON.stringify(text)} keeps its words`, async () => {
    const { documents } = await render({ 'book.yaml': 'title: T', 'a.md': `# A\n\nFirst.\n\n${text}` });
    assert.match(documents[0]?.body ?? '', printed);
  });

test('a word in angle brackets is told', async () => {
  const { problems } = await read({ 'a.md': '# A\n\nHe said <sigh> no.' });
  assert.deepEqual(
    problems.map(({ rule, place, taken }) => [rule, place?.start?.column, taken]),
    [['structure-guessed', 9, 'a word in angle brackets']],
  );
});

test('CommonMark alone has tags of any name', async () => {
  const { documents } = await render({
    'book.yaml': 'title: T\nmarkdown: commonmark',
    'a.md': '# A\n\nHe said <sigh> no.',
  });
  assert.doesNotMatch(documents[0]?.body ?? '', /sigh/);
});
