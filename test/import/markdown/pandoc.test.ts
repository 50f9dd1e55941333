import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brought, buildsCleanly, chapter, dot } from './import-text.ts';

const story = `% The Salt Road:
  A Tale
% Ann Quoin; Bea Dash
% November 24, 2026

::: {.dedication}
For everyone who walks.
:::

:::: epigraph
The road is long.
::::

# The Road {#road .unnumbered}

It was dark^[As always in *November*, see [the end](#end).], and [Mistress Quoin]{.smallcaps} walked on.

\\newpage

# Prologue {-}

See [the road](#road) and [back](#the-end-of-it), [out](https://example.org/).

::: verse
One line
two lines
:::

# 2. The End of It {#end}

The end is here.[^1] ![A lamp](lamp.svg){width=50%}

[^1]: A note

    of two paragraphs.

::: notes
Thanks to all.
:::
`;

test('a story with title block, divs, notes and attributes becomes a manuscript that builds cleanly', async () => {
  const { files, told } = await brought({ 'story.md': story, 'lamp.svg': dot }, 'story.md');
  assert.deepEqual(Object.keys(files).sort(), [
    'book.yaml',
    'chapter-1.md',
    'chapter-2.md',
    'dedication.md',
    'epigraph.md',
    'notes.md',
    'pictures/lamp.svg',
    'prologue.md',
  ]);
  assert.match(
    files['book.yaml'] ?? '',
    /^title: "The Salt Road: A Tale"\nauthors: \[Ann Quoin, Bea Dash\]\ndate: 2026-11-24\n/,
  );
  assert.equal(
    files['chapter-1.md'],
    '# The Road\n\nIt was dark[^inline-1], and :span[Mistress Quoin]{.small-caps} walked on.\n\n[^inline-1]: As always in *November*, see [the end](chapter-2.md#2-the-end-of-it).\n',
  );
  assert.equal(
    files['prologue.md'],
    '# Prologue\n\nSee [the road](chapter-1.md#the-road) and [back](chapter-2.md#2-the-end-of-it), [out](https://example.org/).\n\n:::verse\nOne line\ntwo lines\n:::\n',
  );
  assert.equal(
    files['chapter-2.md'],
    '# 2. The End of It\n\nThe end is here.[^1] ![A lamp](pictures/lamp.svg)\n\n[^1]: A note\n\n    of two paragraphs.\n',
  );
  assert.equal(files['notes.md'], 'Thanks to all.\n');
  assert.ok(told.includes('story.md:1 structure-guessed') && told.includes('story.md:18 import-left-out'), told.join());
  await buildsCleanly(files);
});

const cases: readonly (readonly [given: string, expected: string])[] = [
  ['A [word]{lang=fr} and [two]{#x .y}.', 'A :span[word]{lang="fr"} and :span[two]{#x .y}.'],
  [
    'Plain [brackets]{not attributes here} stay.^[So.]',
    'Plain [brackets]{not attributes here} stay.[^inline-1]\n\n[^inline-1]: So.',
  ],
  ['H~2~O on the 2^nd^ day.^[So.]', 'H<sub>2</sub>O on the 2<sup>nd</sup> day.[^inline-1]\n\n[^inline-1]: So.'],
  ['| The road\n|   goes on\n|\n| and on', '| The road\n|   goes on\n|\n| and on'],
  ['Lamp\n:   It gives light.\n\nMore.', 'Lamp\n:   It gives light.\n\nMore.'],
  [
    '::: letter\nDear Bea,\n\ncome.\n:::\n\n^[n]',
    ':::letter\nDear Bea,\n\ncome.\n:::\n\n[^inline-1]\n\n[^inline-1]: n',
  ],
  ['::: {.poem}\nOne\nTwo\n:::', ':::verse\nOne\nTwo\n:::'],
  [':::: outer\n::: verse\nIn\nand out.\n:::\n::::', '> In\\\n> and out.'],
  [':::: outer\n::: quote\nIn.\n:::\nOut.\n::::', '> In.\n\nOut.'],
  ['Before.\n\n::: open\nNever closed.\n\nText^[n].', 'Before.\n\nNever closed.\n\nText[^inline-1].\n\n[^inline-1]: n'],
  ['`^[code]` and ^[note]', '`^[code]` and [^inline-1]\n\n[^inline-1]: note'],
  ['```\n::: letter\n^[x]\n:::\n```\n\n^[y]', '```\n::: letter\n^[x]\n:::\n```\n\n[^inline-1]\n\n[^inline-1]: y'],
  ['\\newpage\n\nText \\emph{stays}.', 'Text \\emph{stays}.'],
  ['```{=html}\n<b>bold</b>\n```\n\n^[n]', '<b>bold</b>\n\n[^inline-1]\n\n[^inline-1]: n'],
  ['```{=latex}\n\\vspace{1cm}\n```\n\n^[n]', '<!--\n\\vspace{1cm}\n-->\n\n[^inline-1]\n\n[^inline-1]: n'],
  ['Escaped \\^[no note] and ^[a note]', 'Escaped \\^[no note] and [^inline-1]\n\n[^inline-1]: a note'],
  ['# One {.unnumbered}\n\nText.', '# One\n\nText.'],
];

for (const [given, expected] of cases)
  test(`pandoc’s ${JSON.stringify(given)}`, async () => assert.equal(await chapter(given), expected));

test('a heading’s class or epub:type says what its section is', async () => {
  const { files } = await brought(
    { 'a.md': '# For Ann {.dedication}\n\nYou.\n\n# Before {epub:type=prologue}\n\nIt.\n\n# One\n\nTwo.\n' },
    'a.md',
  );
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'dedication.md', 'prologue.md']);
});

const keys: readonly (readonly [yaml: string, expected: string])[] = [
  ['title: A\nauthor: B', 'title: A\nauthors: [B]\n'],
  ['title:\n- type: main\n  text: A\n- type: subtitle\n  text: B', 'title: A\nsubtitle: B\n'],
  [
    'author:\n- name: Ann\n  role: author\n- name: Bea\n  role: editor',
    'authors: [Ann]\ncontributors:\n  - name: Bea\n    role: editor\n',
  ],
  ['creator:\n- role: author\n  text: Ann', 'authors: [Ann]\n'],
  ['lang: en_GB\ndate: 24 November 2026', 'lang: en-GB\ndate: 2026-11-24\n'],
  ['abstract: |\n  Of a\n  lamp.\nkeywords: [x, y]', 'description: Of a lamp.\ntags: [x, y]\n'],
  ['rights: CC0\npublisher: P', 'publisher: P\nrights: CC0\n'],
  ['identifier:\n- scheme: ISBN-13\n  text: 978-0-00-000000-2', 'identifier: "urn:isbn:9780000000002"\n'],
  ['belongs-to-collection: Lights\ngroup-position: 2', 'series:\n  name: Lights\n  position: 2\n'],
];

for (const [yaml, expected] of keys)
  test(`keys above a text: ${JSON.stringify(yaml)}`, async () => {
    const { files } = await brought(
      { 'a.md': `---\ntitle: T\n${yaml}\n---\n\nText.\n`.replace(/title: T\n(?=title)/, '') },
      'a.md',
    );
    const wanted = expected.startsWith('title') ? expected : `title: T\n${expected}`;
    assert.equal(files['book.yaml'], wanted);
  });

test('a key without a home is told by name, value and line; code of others is not taken', async () => {
  const { files, problems } = await brought(
    {
      'a.md':
        '---\ntitle: T\ngeometry: margin=1in\nplugins: {remark: [evil]}\nauthor:\n- name: Ann\n  email: a@example.org\n---\n\nText.\n',
    },
    'a.md',
  );
  assert.equal(files['book.yaml'], 'title: T\nauthors: [Ann]\n');
  const left = problems.filter(({ rule }) => rule === 'import-left-out');
  assert.deepEqual(
    left.map(({ place }) => place?.start?.line),
    [3, 4, 5],
  );
  assert.match(left[0]?.reason ?? '', /“geometry”.*margin=1in/);
  assert.match(left[1]?.reason ?? '', /“plugins”/);
  assert.match(left[2]?.reason ?? '', /Ann: email/);
});

test('plain Markdown is brought in too, chapter by chapter', async () => {
  const { files } = await brought(
    { 'a.md': '# The Lamp\n\n## One\n\nDark.[^n]\n\n## Epilogue\n\nLight.\n\n[^n]: Very.\n' },
    'a.md',
  );
  assert.equal(files['book.yaml'], 'title: The Lamp\n');
  assert.equal(files['chapter-1.md'], '# One\n\nDark.[^n]\n\n[^n]: Very.\n');
  assert.equal(files['epilogue.md'], '# Epilogue\n\nLight.\n');
});
