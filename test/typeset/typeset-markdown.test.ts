import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { houseStyles } from '../../scripts/book/house-styles.ts';
import { createParser } from '../../scripts/markdown/parse.ts';
import { typesetMarkdown } from '../../scripts/typeset/typeset-markdown.ts';
import { shown } from './set-text.ts';

const parse = createParser({ autolinks: false, plugins: [] });

async function set(text: string, style: (typeof houseStyles)[number] = 'chicago', lang = 'en'): Promise<string> {
  const typography = { style, elisions: [], rules: {} };
  return typesetMarkdown(text, await parse(text), { path: 'a.md', lang, typography }).text;
}

const wholes: readonly (readonly [string, string])[] = [
  ['`"code" -- ...` and "words"', '`"code" -- ...` and “words”'],
  ['    "indented code"\n\n```\n"fenced" -- code...\n```\n', '    "indented code"\n\n```\n"fenced" -- code...\n```\n'],
  ['[a "b"](c.html "d -- e") <a href="f--g.html">"h"</a>', '[a “b”](c.html "d -- e") <a href="f--g.html">“h”</a>'],
  ['<https://example.org/a--b> "c"', '<https://example.org/a--b> “c”'],
  ['[https://x.org/a--b](https://x.org/a--b) --', '[https://x.org/a--b](https://x.org/a--b)—'],
  [
    "See https://x.org/a--b?c='d'&e... and www.x.org/e--f--g.",
    "See https://x.org/a--b?c='d'&e… and www.x.org/e--f--g.",
  ],
  ['> "Quoted *twice*,"\n> she said -- \n> "and on."', '> “Quoted *twice*,”\n> she said—“and on.”'],
  ['\\"kept\\" &quot;kept&quot; "set"', '\\"kept\\" &quot;kept&quot; “set”'],
  ['Where the roach swim -  \nHere we keep\\\nour larder -', 'Where the roach swim—  \nHere we keep\\\nour larder—'],
  ['| "a" | b-- |\n| --- | ---: |\n| \'c\' | "d" |', '| “a” | b— |\n| --- | ---: |\n| ‘c’ | “d” |'],
  ['"He calls it \'*Bauernstube*,\' as they do."', '“He calls it ‘*Bauernstube*,’ as they do.”'],
  ["| a | b |\n| --- | --- |\n| ' | c |", '| a | b |\n| --- | --- |\n| ’ | c |'],
  ['"That -- -- -- hit me."', '“That — — — hit me.”'],
  ['Word[^1].\n\n[^1]: "Note" -- here.', 'Word[^1].\n\n[^1]: “Note”—here.'],
];
for (const [given, expected] of wholes) {
  test(`${JSON.stringify(given)} keeps all that is not text`, async () => assert.equal(await set(given), expected));
}

const fragments = [
  ...['"', "'", '--', '---', ' - ', ' – ', '...', '. . .', '…', '—', '“', '”', '‘', '’', '?!', '!!', ',', '.', ':'],
  ...['*', '**', '_', '`', '[', '](a.html)', '<b>', '</b>', '\\', '&amp;', '&quot;', '[^1]', '\n\n[^1]: note', '!['],
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n> ',
    '\n- ',
    '\n# ',
    '\n    ',
    '\t',
    '\u00A0',
    '\u202F',
    '\u2060',
    ' | ',
    '|\n|-|\n|',
  ],
  ...[
    'word',
    'Word',
    'I',
    'a',
    "don't",
    "'tis",
    "'em",
    'Mr. Smith',
    '5',
    '1939-1945',
    '6\'2"',
    '1/2',
    '3 x 4',
    'No. 5',
  ],
  ...['St. Mary', '5 p.m.', '12 mm', 'J. R. Smith', '-5 °C', '18--', 'é', '日本', '😀', '«', '»'],
];
const soup = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''));

// Where pairs are swapped, marks strewn about are read anew: quotes/swap-pairs.test.ts has texts.
for (const style of houseStyles.filter((each) => each !== 'oxford')) {
  test(`setting twice is setting once: random Markdown, ${style}`, async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom('en', 'fr', 'de', 'es', 'ru', 'sv', 'he', 'ja'), async (text, lang) => {
        const once = await set(text, style, lang);
        assert.equal(await set(once, style, lang), once);
      }),
      { numRuns: 400, seed: 31_337 },
    );
  });
}

test('letters and digits stay what they were: random Markdown', async () => {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  await fc.assert(
    fc.asyncProperty(soup, async (text) => {
      const plain = text.replaceAll('1/2', '').replaceAll('3 x 4', '');
      assert.equal(words(await set(plain)), words(plain));
    }),
    { numRuns: 800, seed: 4711 },
  );
});

test('puts nothing behind an asterisk that keeps it from closing its emphasis', async () => {
  assert.equal(
    shown(await set('*What!*--he said. *No!* ... *Yes.*', 'standard-ebooks')),
    '*What!*—he said. *No!* … *Yes.*',
  );
});

test('ties words across the lines of the source', async () => {
  assert.equal(shown(await set('> Mr.\n> Smith -- so', 'standard-ebooks')), '> Mr.⟨nb⟩Smith⟨join⟩—so');
});
