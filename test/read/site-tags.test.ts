import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutSiteTags } from '../../scripts/read/site-tags.ts';
import { read } from '../tools/manuscript.ts';

const cases: readonly (readonly [given: string, expected: string])[] = [
  ['A {% include nav.html %}B', 'A B'],
  ['{% for each in site.pages %}\n* {{ each.title }}\n{% endfor %}\nWords.', '\n\n\nWords.'],
  ['{% if page.x %}Rain{% endif %} {{ page.title | upcase }}.', 'Rain .'],
  ['[on]({{ "/two/" | relative_url }})', '[on](/two/)'],
  ['[on]({{< ref "two.md" >}}) {{% relref "x" %}}', '[on](two.md) x'],
  ['{{< figure src="a b.png" caption="The mill" >}}', '![The mill](<a b.png> "The mill")'],
  ['{{% notice note %}}\nRain.\n{{% /notice %}}', '\nRain.\n'],
  ['* {{ page.title }}\n* Rain', '\n* Rain'],
  ['`{% raw %}` and `` {{ page.x }} ``', '`{% raw %}` and `` {{ page.x }} ``'],
  ['```\n{% raw %}\n```\n{% raw %}x', '```\n{% raw %}\n```\nx'],
  ['\\{% raw %} {{ }} {{x}} {%%} 5 {% of it', '\\{% raw %} {{ }} {{x}} {%%} 5 {% of it'],
];

for (const [given, expected] of cases)
  test(`${JSON.stringify(given)} without tags of sites`, () =>
    assert.equal(withoutSiteTags(given, 'a.md').value, expected));

test('how many tags there were is told at the first of them', () => {
  const { problems } = withoutSiteTags('One.\n\n{% include nav.html %}\n{{ page.title }}\n', 'a.md');
  assert.deepEqual(
    problems.map(({ reason, place }) => [reason, place?.start?.line]),
    [['The book is without 2 tags of a program that makes sites: “{% include nav.html %}” …', 3]],
  );
});

test('plain CommonMark has no such tags', async () => {
  const { book } = await read({ 'book.yaml': 'title: T\nmarkdown: commonmark', 'a.md': 'A {% include x %} b.\n' });
  assert.match(JSON.stringify(book.sections), /include x/);
});

test('a way back that is typed as HTML is no text of the chapters', async () => {
  const chapter = (at: number) =>
    `# Chapter ${at}\n\n<p><a href="{{ '/' | relative_url }}">← Home</a></p>\n\nWords of it.\n`;
  const { book, problems } = await read({ '1.md': chapter(1), '2.md': chapter(2) });
  assert.doesNotMatch(JSON.stringify(book.sections), /Home/);
  assert.match(problems.map(({ reason }) => reason).join(), /links to the next chapter or the last: “← Home”/);
});

test('a line of ticks that nothing closes is read to its end', () => {
  const ticks = Array.from({ length: 1_200 }, (_, at) => '`'.repeat(at + 1)).join('a');
  assert.equal(withoutSiteTags(`{{ a.b }}${ticks}`, 'a.md').value, ticks);
});
