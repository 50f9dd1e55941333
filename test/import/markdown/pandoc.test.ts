import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brought, buildsCleanly, dot } from './import-text.ts';

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
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'chapter-2.md', 'lamp.svg', 'prologue.md']);
  assert.match(
    files['book.yaml'] ?? '',
    /^title: "The Salt Road: A Tale"\nauthors: \[Ann Quoin, Bea Dash\]\ndate: 2026-11-24\n/,
  );
  assert.match(
    files['chapter-1.md'] ?? '',
    /^::: \{\.dedication\}\n[\s\S]*\n# The Road \{#road \.unnumbered\}\n\nIt was dark\^\[/,
  );
  assert.match(files['prologue.md'] ?? '', /^# Prologue \{-\}\n\nSee \[the road\]\(#road\)/);
  assert.match(files['chapter-2.md'] ?? '', /\{width=50%\}[\s\S]*\n\[\^1\]: A note\n\n {4}of two paragraphs\.\n$/);
  assert.ok(told.includes('story.md:1 structure-guessed'), told.join());
  await buildsCleanly(files);
});

test('a heading’s class or epub:type says what its section is', async () => {
  const { files } = await brought(
    { 'a.md': '# For Ann {.dedication}\n\nYou.\n\n# Before {epub:type=prologue}\n\nIt.\n\n# One\n\nTwo.\n' },
    'a.md',
  );
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'dedication.md', 'prologue.md']);
});

test('a story is divided where the press divides it, not at what only CommonMark calls headings; a byline above it is its author', async () => {
  const text =
    'By Ann Lee\n\n# One\n\nShe left.\n---\nHe stayed.\n===\nOh no.\n\n#\n\n~~~\n\nThey met.\n\n# Two\n\nEnd.\n';
  const { files } = await brought({ 'a.md': text }, 'a.md');
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'chapter-2.md']);
  assert.match(files['chapter-1.md'] ?? '', /They met\.\n$/);
  assert.match(files['book.yaml'] ?? '', /^author: Ann Lee$/m);
});

const keys: readonly (readonly [yaml: string, expected: string])[] = [
  ['title: A\nauthor: B', 'title: A\nauthors: [B]\n'],
  ['title:\n- type: main\n  text: A\n- type: subtitle\n  text: B', 'title: A\nsubtitle: B\n'],
  [
    'author:\n- name: Ann\n  role: author\n- name: Bea\n  role: editor',
    'authors:\n  - name: Ann\n    role: author\n  - name: Bea\n    role: editor\n',
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

test('a folder has its metadata from metadata.yaml', async () => {
  const { files } = await brought({
    'metadata.yaml': 'title: The Lamp\ncreator:\n- role: author\n  text: Ann\n',
    'chapter-one.md': '# A\n\nDark.\n',
    'chapter-two.md': '# B\n\nDark.\n',
  });
  assert.equal(files['book.yaml'], 'title: The Lamp\nauthors: [Ann]\n');
});
