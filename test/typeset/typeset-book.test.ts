import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import type { Book, Section } from '../../scripts/book/book.ts';
import type { Metadata } from '../../scripts/book/metadata.ts';
import { literalMarks } from '../../scripts/markdown/literal-marks.ts';
import { typesetBook } from '../../scripts/typeset/typeset-book.ts';

const metadata: Metadata = {
  title: 'The Cat\'s "Pyjamas"',
  contributors: [],
  lang: 'en',
  dir: 'ltr',
  identifier: 'urn:x',
  modified: '2026-01-01T00:00:00Z',
  tags: [],
  typography: { style: 'chicago', elisions: [], rules: {} },
  design: { theme: 'classic', hasColophon: true, embedsFonts: false, isVertical: false, drawsCover: false },
  autolinks: false,
  plugins: { remark: [], rehype: [] },
};

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { mdastExtensions: [literalMarks()] });
}

function bookOf(markdown: string, change: Partial<Metadata> = {}): Book {
  const section: Section = {
    id: 'one',
    kind: 'chapter',
    path: 'one.md',
    content: parse(markdown),
    notes: [],
    sections: [],
  };
  return { metadata: { ...metadata, ...change }, sections: [section] };
}

async function typeset(markdown: string, change: Partial<Metadata> = {}): Promise<Root> {
  const [section] = (await typesetBook(bookOf(markdown, change))).value.sections;
  assert.ok(section);
  return section.content;
}

const prose: readonly (readonly [string, string])[] = [
  [`"Don't," she said.`, '“Don’t,” she said.'],
  [`"He said, 'Go on,' and I went."`, '“He said, ‘Go on,’ and I went.”'],
  [`'Tis the season. 'Twas. Rock 'n' roll in the '90s.`, '’Tis the season. ’Twas. Rock ’n’ roll in the ’90s.'],
  [`"*Stop*," he said. "It's *he*'s now."`, '“Stop,” he said. “It’s he’s now.”'],
  [
    `Wait--what? Wait -- what? Wait---what? Wait - what? Wait – what?`,
    'Wait—what? Wait—what? Wait—what? Wait—what? Wait—what?',
  ],
  [`"I never--" he began. "--and so on."`, '“I never—” he began. “—and so on.”'],
  ['Well... no. No.... Yes.', 'Well… no. No.… Yes.'],
  ['A well-known fact, 1939-1945.', 'A well-known fact, 1939–1945.'],
  ['`"code"` and "words"', '"code" and “words”'],
  ['"*One*--*two*"', '“One—two”'],
  ['“Already,” he said—‘done’…', '“Already,” he said—‘done’…'],
];

for (const [given, expected] of prose) {
  test(`sets ${given}`, async () => assert.equal(wordsOf(await typeset(given)), expected));
}

test('leaves marks as typed that are escaped or written as references', async () => {
  assert.equal(
    wordsOf(await typeset(String.raw`5\' 10\" and 'so' \-- &quot;on&quot; wait\...`)),
    `5'\u00A010" and ‘so’ -- "on" wait...`,
  );
});

test('asked for single marks outermost, sets them in titles and summaries too', async () => {
  const { value } = await typesetBook(
    bookOf('"So," she said.', {
      subtitle: '"Or, \'Tea\'"',
      description: '"Well," said the cat.\n\n"And?"',
      series: { name: 'The "Cats"' },
      typography: { style: 'chicago', quotes: 'single', elisions: [], rules: {} },
    }),
  );
  const { title, subtitle, description, series } = value.metadata;
  assert.deepEqual(
    [title, subtitle, description, series?.name],
    ['The Cat’s ‘Pyjamas’', '‘Or, “Tea”’', '‘Well,’ said the cat.\n\n‘And?’', 'The ‘Cats’'],
  );
});

test('leaves everything but structure where the style is off', async () => {
  const off = await typeset('"So"\n\n~~~~ \n~~~~\n\n-0-\n', { typography: { style: 'off', elisions: [], rules: {} } });
  assert.equal(wordsOf(off.children[0] as Nodes), '"So"');
  assert.equal(off.children.at(-1)?.type, 'thematicBreak');
});

test('sets titles', async () => {
  assert.equal((await typesetBook(bookOf('x'))).value.metadata.title, 'The Cat’s “Pyjamas”');
});

test('takes the marks of the language, also inside a passage', async () => {
  assert.equal(wordsOf(await typeset(`"So 'ist' es."`, { lang: 'de' })), '„So ‚ist‘ es.“');
});

test('does nothing the second time', async () => {
  const book = bookOf(`"It's," he said -- 'tis \\"so\\"... \n\n'Go,' "now".`);
  const once = structuredClone((await typesetBook(book)).value);
  assert.deepEqual((await typesetBook(book)).value, once);
});
