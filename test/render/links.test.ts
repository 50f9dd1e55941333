import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '../tools/manuscript.ts';
import { find } from '../tools/xml.ts';
import { asXml, type Rendering, render } from './rendering.ts';

/** The addresses of a document's links, in order. */
const hrefs = ({ documents }: Rendering, at = 0): readonly (string | undefined)[] =>
  find(asXml(documents[at]?.body ?? ''), '//h:a').map((hit) => hit.attributes['href']);

const house = {
  'book.yaml': 'title: T',
  '1.md': '# The Door\n\nA.\n\n## Behind It\n\nB.\n\n# The Stair\n\nC.\n\n## Behind It\n\nD.\n',
  'part two/3 three.md': '# Ärger & Ende\n\nE.\n',
};

/** What an author writes in `2.md`, and where it must lead. */
const inward: readonly (readonly [string, string])[] = [
  ['1.md', 'chapter-1.xhtml'],
  ['./1.md', 'chapter-1.xhtml'],
  ['1', 'chapter-1.xhtml'],
  ['1.html', 'chapter-1.xhtml'],
  ['1.md#the-stair', 'chapter-2.xhtml#chapter-2-title'],
  ['1.md#The-Stair', 'chapter-2.xhtml#chapter-2-title'],
  ['1.md#behind-it', 'chapter-1.xhtml#chapter-1-h-behind-it'],
  ['part%20two/3%20three.md', 'chapter-4.xhtml'],
  ['part%20two/3%20three.md#%C3%A4rger--ende', 'chapter-4.xhtml#chapter-4-title'],
  ['#here', '#chapter-3-h-here'],
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTPS://example.org', 'https://example.org/'],
  ['mailto:ann@example.org', 'mailto:ann@example.org'],
  ['tel:+15550100', 'tel:+15550100'],
  ['https://example.org/a|b', 'https://example.org/a%7Cb'],
];

for (const [address, href] of inward) {
  test(`${address} leads to ${href}`, async () => {
    const made = await render({ ...house, '2.md': `# Two\n\n[words](<${address}>)\n\n## Here\n\nF.\n` });
    assert.deepEqual(hrefs(made, 2), [href]);
    assert.deepEqual(made.problems, []);
  });
}

/** Links that cannot be kept. */
const dead: readonly (readonly [string, string])[] = [
  ['lost.md', 'link-broken'],
  ['1.md#lost', 'link-broken'],
  ['#lost', 'link-broken'],
  ['../1.md', 'link-broken'],
  ['/1.md', 'link-broken'],
  ['//example.org/x', 'link-broken'],
  ['https://', 'link-broken'],
  ['javascript:alert(1)', 'link-refused'],
  ['JavaScript:alert(1)', 'link-refused'],
  ['data:text/html,x', 'link-refused'],
  ['file:///etc/passwd', 'link-refused'],
  ['ftp://example.org/x', 'link-refused'],
];

for (const [address, rule] of dead) {
  test(`${address} keeps its words, loses its address and is told`, async () => {
    const made = await render({ ...house, '2.md': `# Two\n\nSome [words](<${address}>) more.\n` });
    assert.deepEqual(hrefs(made, 2), []);
    assert.match(made.documents[2]?.body ?? '', /Some <span class="dead-link">words<\/span> more\./);
    assert.deepEqual(made.problems.map(tell), [`2.md:3:6 ${rule}`]);
  });
}

for (const [address, meant] of [
  ['2.md#heer', '2.md#here'],
  ['#heer', '#here'],
  ['1.dm', '1.md'],
  ['1.md#behind-them', undefined],
  ['quite-another.md', undefined],
] as const)
  test(`for ${address} is meant ${meant ?? 'nothing'}`, async () => {
    const { problems } = await render({ ...house, '2.md': `# Two\n\nSome [words](${address}).\n\n## Here\n\nF.\n` });
    const wanted = meant === undefined ? /^Name a file of the manuscript/ : new RegExp(`^Did you mean “${meant}”\\?$`);
    assert.match(problems[0]?.hint ?? '', wanted);
  });

test('equal headings of a file are told apart as Markdown editors do', async () => {
  const made = await render({
    'book.yaml': 'title: T',
    '1.md': '# A\n\n[one](#b) [two](#b-1)\n\n## B\n\nC.\n\n## B\n\nD.\n',
  });
  assert.deepEqual(hrefs(made), ['#chapter-1-h-b', '#chapter-1-h-b-1']);
  assert.deepEqual(made.problems, []);
});

test('a link in a folder starts from that folder', async () => {
  const made = await render({
    'book.yaml': 'title: T',
    'a/1.md': '# One\n\n[two](2.md) [three](../b/3.md)\n',
    'a/2.md': 'B.\n',
    'b/3.md': 'C.\n',
  });
  assert.deepEqual(hrefs(made), ['chapter-2.xhtml', 'chapter-3.xhtml']);
});

test('links inside a link become one link’s words', async () => {
  const made = await render({
    'book.yaml': 'title: T',
    '1.md': '# One\n\n[a <a href="#b">b</a> c](https://example.org)\n',
  });
  const nested = find(asXml(made.documents[0]?.body ?? ''), '//h:a//h:a');
  assert.deepEqual(nested, []);
});

test('an id in braces is found from another chapter, whatever it was typed for', async () => {
  const ids = ['heading', 'span', 'link', 'code', 'fence', 'div', 'table', 'quoted', 'noted'];
  const made = await render({
    'book.yaml': 'title: T',
    '1.md': `# One {#heading}\n\n[a]{#span} [a](https://example.org){#link} \`a\`{#code}\n\n\`\`\`{.text #fence}\na\n\`\`\`\n\n::: {#div}\na\n:::\n\n| a |\n|---|\n| b |\n\n: c {#table}\n\n> [a]{#quoted}\n\nB.[^1]\n\n[^1]: [a]{#noted}\n`,
    '2.md': ids.map((id) => `[${id}](#${id})`).join(' '),
  });
  const ownIds = new Set(
    find(asXml(made.documents[0]?.body ?? ''), '//*[@id]').map(({ attributes }) => attributes['id']),
  );
  const targets = hrefs(made, 1).map((href) => href?.replace('chapter-1.xhtml#', ''));
  assert.equal(targets.length, ids.length);
  assert.deepEqual(
    targets.filter((id) => !ownIds.has(id)),
    [],
  );
});
