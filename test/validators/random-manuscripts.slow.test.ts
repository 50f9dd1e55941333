/**
 * Manuscripts that nobody would think of: random Markdown, random metadata, random bytes. The answer is a book that
 * epubcheck-ts accepts and that has every word, or a problem that names its file. `npm run fuzz` runs many more of them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkWithEpubcheckTs } from '../../scripts/check/epubcheck-ts.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import type { Bound } from '../../scripts/pipeline/build.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';
import type { Outcome } from '../../scripts/report/problem.ts';
import { makeFiles } from '../tools/folder.ts';
import { openBook } from '../tools/opened-book.ts';
import { seenWords } from '../tools/seen-words.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 12);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_240);

async function build(files: Readonly<Record<string, string | Uint8Array>>): Promise<Outcome<Bound | undefined>> {
  return buildPath(makeFiles(files), { loadPlugins: refusePlugins });
}

const word = fc.nat(46_655).map((value) => `w${value.toString(36)}z`);
const spice = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '`',
    '``',
    '~~',
    '[',
    '](a.md)',
    '](#x)',
    '](https://a.test/é "t")',
    '![',
    '<',
    '>',
    '&',
    '&amp;',
  ],
  ...['&#0;', '&nope;', '\\', '|', '\n', '\n\n', '\n> ', '\n- ', '\n1. ', '\n# ', '\n## ', '\n    ', '\n\t', '\n```\n'],
  ...[
    '\n~~~\n',
    '\n---\n',
    '\n===\n',
    '\n| a | b |\n|---|---|\n| ',
    '[^1]',
    '\n\n[^1]: ',
    '\n\n[x]: a.md\n\n',
    '[x]',
    ': ',
  ],
  ...['<b>', '</b>', '<p>', '</div>', '<div>', '<br>', '<!-- ', ' -->', '<img src=x>', '<script>', '</script>', '<td>'],
  ...[
    '"',
    "'",
    '--',
    '...',
    '1/2',
    ' ',
    '  ',
    '\u00A0',
    '\u202E',
    '\u200B',
    '\u0001',
    '\uFFFE',
    '\uD800',
    'é',
    '日本',
    '😀',
  ],
  ...['\n:::verse\n', '\n:::letter\n', '\n:::texts{me=a}\n', '\n:::\n', '\n  ', 'Chapter One: ', '<br>', '\n\n— '],
  ...[':span[', ']{lang=fr}', '::', '$$', '{#id}', '[ ] ', '@', 'http://a.test', 'www.a.test', '\r\n', '\r'],
);
const markdown = fc.array(fc.oneof(word, spice), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

test('random Markdown becomes a valid book with every word, or a problem at its file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(markdown, { minLength: 4, maxLength: 12 }), async (chapters) => {
      const files = Object.fromEntries(chapters.map((text, i) => [`chapter-${i + 1}.md`, `# W${i}\n\n${text}\n`]));
      const { value, problems } = await build({ ...files, 'book.yaml': 'title: Random\ndraw-cover: no\n' });
      if (!value) {
        assert.ok(problems.some(({ severity, place }) => severity === 'error' && place?.path.endsWith('.md')));
        return;
      }
      assert.deepEqual(await checkWithEpubcheckTs(value.epub), []);
      const book = openBook(value.epub);
      const printed = new Set(book.pages.flatMap(({ path }) => book.text(path).match(/w[0-9a-z]{1,3}z/g) ?? []));
      for (const text of Object.values(files))
        for (const each of seenWords(text, /w[0-9a-z]{1,3}z/g))
          assert.ok(printed.has(each), `${each} of ${JSON.stringify(text)}`);
    }),
    { numRuns: runs, seed, includeErrorInReport: true },
  );
});

test('random metadata becomes a valid book that says it, or a problem at its line', async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '',
      ' ',
      '<&>"\'',
      ']]>',
      '\u0001',
      '\uFFFE',
      '\uD800',
      '\u202Ex',
      '-',
      '{{',
      '%>',
      '😀'.repeat(40),
      '#',
    ),
  );
  const keys = [
    'title',
    'subtitle',
    'author',
    'publisher',
    'description',
    'rights',
    'source',
    'series',
    'tags',
    'identifier',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...keys), odd), { maxLength: 6 }), async (pairs) => {
      const yaml = Object.entries(Object.fromEntries(pairs))
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
        .join('');
      const { value, problems } = await build({ 'book.yaml': yaml, 'a.md': '# One\n\nwordz\n' });
      // epubcheck-ts compares identifiers without reading “&#34;” as a quotation mark.
      if (value)
        assert.deepEqual(
          (await checkWithEpubcheckTs(value.epub)).filter(({ id }) => id !== 'NCX-001'),
          [],
          yaml,
        );
      else
        assert.ok(
          problems.some(({ severity, place }) => severity === 'error' && place?.start),
          yaml,
        );
    }),
    { numRuns: runs * 3, seed, includeErrorInReport: true },
  );
});

test('random bytes become a valid book, or a problem at their file', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 100 }).map((data) => Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, ...data])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('a.md', 'a.txt', 'book.yaml'), async (data, name) => {
      const { value, problems } = await build(
        name === 'book.yaml' ? { 'a.md': 'One.\n', [name]: data } : { [name]: data },
      );
      if (value) assert.deepEqual(await checkWithEpubcheckTs(value.epub), []);
      else assert.ok(problems.some(({ severity, place }) => severity === 'error' && place !== undefined));
    }),
    { numRuns: runs * 4, seed, includeErrorInReport: true },
  );
});
