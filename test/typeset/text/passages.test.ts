import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { collectPassages, type Passage } from '../../../scripts/typeset/text/passages.ts';
import { typesetMarkdown } from '../../../scripts/typeset/typeset-markdown.ts';

const parse = createParser({ autolinks: false, plugins: [] });

async function set(markdown: string, lang = 'en'): Promise<string> {
  return typesetMarkdown(markdown, await parse(markdown), {
    path: 'a.md',
    lang,
    typography: { style: 'chicago', elisions: [], rules: {} },
  }).text;
}

async function passagesOf(markdown: string): Promise<readonly (readonly [string, string, string])[]> {
  const found: Passage[] = [];
  collectPassages(await parse(markdown), 'en', found);
  return found.map(({ lang, block, text }) => [lang, block, text]);
}

/** Typed Markdown and what it becomes: the marks of each stretch are those of its language. */
const switched: readonly (readonly [string, string])[] = [
  [
    `"I said <span lang="fr">"Oui!"</span>," she said -- 'twas so.`,
    `“I said <span lang="fr">«\u202FOui\u202F!\u202F»</span>,” she said—’twas so.`,
  ],
  [`The sign: <i xml:lang=de>"Nein -- 'doch'!"</i>.`, `The sign: <i xml:lang=de>„Nein\u00A0– ‚doch‘!“</i>.`],
  [
    `<span lang='de'>"Er sagte <em lang="fr">"non"</em> -- gut."</span> "So."`,
    `<span lang='de'>„Er sagte <em lang="fr">«\u202Fnon\u202F»</em>\u00A0– gut.“</span> “So.”`,
  ],
  [`*<span lang="de">"Ja"* "so"</span> "no"`, `*<span lang="de">„Ja“* “so”</span> “no”`],
  [`<i lang="de">"Ja" <b>und</b> "nein"\n\n"Out"`, `<i lang="de">„Ja“ <b>und</b> „nein“\n\n“Out”`],
  [`<img alt="a" lang="de"> "a" <br lang=fr/> "b"`, `<img alt="a" lang="de"> “a” <br lang=fr/> “b”`],
  [
    `<div lang="fr">\n\n"Oui!"\n\n<div>\n\n"Non!"\n\n</div>\n\n"Si!"\n\n</div>\n\n"Yes!"`,
    `<div lang="fr">\n\n«\u202FOui\u202F!\u202F»\n\n<div>\n\n«\u202FNon\u202F!\u202F»\n\n</div>\n\n«\u202FSi\u202F!\u202F»\n\n</div>\n\n“Yes!”`,
  ],
  [
    `She said :span["Oui!" *"non"*]{lang=fr} and "went".`,
    `She said :span[«\u202FOui\u202F!\u202F» *«\u202Fnon\u202F»*]{lang=fr} and “went”.`,
  ],
];

for (const [given, expected] of switched) {
  test(`sets ${JSON.stringify(given)} by its languages, and once for all`, async () => {
    assert.equal(await set(given), expected);
    assert.equal(await set(expected), expected);
  });
}

test('a stretch in another language is a word to the text around it', async () => {
  assert.deepEqual(await passagesOf('a <i lang="fr">b *c* <b lang="en">d</b></i> e'), [
    ['en', 'span', 'd'],
    ['fr', 'span', 'b c \uFFFC'],
    ['en', 'paragraph', 'a \uFFFC e'],
  ]);
});

test('tags that say nothing of language, or the same, divide nothing', async () => {
  assert.deepEqual(await passagesOf('a <b>b</b> <i lang="en">c</i> </u>d'), [['en', 'paragraph', 'a b c d']]);
});

test('many tags left open cost no more than their number', async () => {
  const many = '<i lang="fr">a <b lang="de">'.repeat(5000);
  assert.equal((await passagesOf(many)).length, 10_000);
});
