import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body, picture, render } from './rendering.ts';

/** A first paragraph, and where a bar parts what leads in from the rest; no bar where nothing does. */
const leads: readonly (readonly [string, string])[] = [
  ['The summer I was fourteen, Saltmarch ran out.', 'The summer I was| fourteen, Saltmarch ran out.'],
  ['“It was dark,” she said, and it was.', '“It was dark,”| she said, and it was.'],
  ['I had a boat once, and she sank.', 'I had a boat once,| and she sank.'],
  ['A.', 'A.'],
  ['Unfortunately, nothing came of it at all.', 'Unfortunately,| nothing came of it at all.'],
  ['Call me Nell.', 'Call me Nell.|'],
  ['The *Marigold* was late that year.', 'The <em>Marigold</em> was| late that year.'],
  [
    '*No, no, no and no again, he said, and he went on saying it*, for a while.',
    '<em>No, no, no and no again, he said, and he went on saying it</em>, for a while.',
  ],
  ['1989 was the year of the flood, they say.', '1989 was the year of the flood, they say.'],
  [
    '[A link](https://example.org/) is no words to lead in.',
    '<a href="https://example.org/">A link</a> is no words to lead in.',
  ],
  ['`code` opens this one, of all things.', '<code>code</code> opens this one, of all things.'],
  [
    'Antidisestablishmentarianismusantidisestablishmentarianismus is long.',
    'Antidisestablishmentarianismusantidisestablishmentarianismus is long.',
  ],
  ['היה היה פעם איש זקן אחד.', 'היה היה פעם איש זקן אחד.'],
  ['むかしむかし、あるところに。', 'むかしむかし、あるところに。'],
  ['Жил-был старик со своею старухой.', 'Жил-был старик со| своею старухой.'],
  ['Wait—what was that noise, he asked.', 'Wait—what was| that noise, he asked.'],
];

for (const [typed, expected] of leads)
  test(`what leads in: ${typed}`, async () => {
    const made = await body(`# T\n\n${typed}\n\nMore.`);
    const markup = /<p class="opening">(.*)<\/p>/.exec(made)?.[1] ?? '';
    assert.equal(markup.replace('<span class="lead-in">', '').replace('</span>', '|'), expected);
  });

const openings: readonly (readonly [string, string, boolean])[] = [
  ['a picture', '![A](a.png)\n\nThe summer I was fourteen.', true],
  ['an epigraph', '> Words.\n>\n> — Nell\n\nThe summer I was fourteen.', true],
  ['a note to its readers', ':::note\nThanks to all of you.\n:::\n\nThe summer I was fourteen.', true],
  ['verse', ':::verse\nRoses are red\n:::\n\nThe summer I was fourteen.', false],
  ['a list', '- one\n\nThe summer I was fourteen.', false],
  ['a heading', '### Below\n\nThe summer I was fourteen.', false],
];

for (const [what, text, leadsIn] of openings)
  test(`a chapter that opens with ${what} ${leadsIn ? 'leads in after it' : 'has nothing that leads in'}`, async () => {
    assert.equal((await body(`# T\n\n${text}\n`, [picture('a.png')])).includes('class="lead-in"'), leadsIn);
  });

test('a line without a stop before the text stands apart, and what leads in is behind it', async () => {
  const made = await body('# II\n\nLondon, 12 *March*\n\nThe Mole had been working very hard all the morning.\n');
  assert.match(
    made,
    /<p class="chapter-line">London, 12 <em>March<\/em><\/p>\n<p class="opening"><span class="lead-in">The Mole had been/,
  );
  assert.doesNotMatch(await body('# II\n\nThe River Bank\n'), /chapter-line/);
  assert.doesNotMatch(await body('# II\n\nThe river ran.\n\nOn it went.\n'), /chapter-line/);
  assert.doesNotMatch(await body('# II\n\n“Who”\\\nhe asked\n\nOn it went.\n'), /chapter-line/);
});

test('pages that tell no story have no lead-in', async () => {
  const { documents } = await render({
    'dedication.md': 'To all who ever waited.',
    'a.md': 'Words.',
    'notes.md': 'Thanks to all of you.',
  });
  assert.deepEqual(
    documents.map(({ id, body: markup }) => [id, markup.includes('lead-in')]),
    [
      ['dedication', false],
      ['chapter-1', true],
      ['notes', false],
    ],
  );
});

test('a quotation that opens a chapter and says whose it is, is an epigraph', async () => {
  const made = await body('# T\n\n> All the world.\n>\n> — Nell\n\nOn it went.');
  assert.match(made, /<blockquote class="chapter-epigraph" epub:type="epigraph" role="doc-epigraph">/);
  assert.match(made, /<p class="attribution">— Nell<\/p>/);
  const later = await body('# T\n\nOn it went.\n\n> All the world.\n>\n> — Nell');
  assert.match(later, /<blockquote>\n<p>All the world\.<\/p>\n<p class="attribution">/);
  assert.doesNotMatch(await body('# T\n\n> All the world.\n\nOn it went.'), /epigraph/);
});
