import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordersBook } from '../../../scripts/book/dialect-signs.ts';
import { expandIncludes } from '../../../scripts/import/markdown/mdbook-includes.ts';
import { isSummary, readSummary } from '../../../scripts/import/markdown/mdbook-summary.ts';
import { makeFiles } from '../../tools/folder.ts';
import { bookOf } from '../../tools/press.ts';
import { brought, buildsCleanly, dot } from './import-text.ts';

const book = {
  'book.toml':
    '[book]\ntitle = "The Lamp Book"\nauthors = ["Ann Quoin", "Bea Dash"]\nlanguage = "en"\ndescription = "A lamp."\n\n[output.html]\nmathjax-support = true\n',
  'src/SUMMARY.md': `# Summary

[Introduction](README.md)

# Part One: Dark

- [The Street](street.md)
    - [The House](deep/house.md)
- [Not Yet]()

---

# Part Two: Light

- [The Lamp](lamp.md)

[Thanks](thanks.md)
`,
  'src/README.md': '# Introduction\n\nRead [the street](street.md#a-turn), then [the house](./deep/house.html).\n',
  'src/street.md':
    '{{#title Streets}}\n# The Street\n\nIt was dark.\n\n## A Turn\n\n{{#include words.txt:2:3}}\n\n{{#include ../../secret.txt}}\n',
  'src/words.txt': 'one\nIncluded two.\nIncluded three.\nfour\n',
  'src/deep/house.md':
    '# The House\n\n[Back](../street.md) ![lamp](../lamp.svg "Lit")\n\nNote.[^a]\n\n[^a]: Said so.\n',
  'src/lamp.md': '# The Lamp\n\nIt burns.\n',
  'src/lamp.svg': dot,
  'src/thanks.md': 'To all.\n',
  'src/stray.md': 'Not listed.\n',
};

test('a book comes in its own order, with its parts, and builds cleanly', async () => {
  const { files, problems } = await brought(book);
  const order = ['README', 'SUMMARY-5', 'street', 'deep/house', 'SUMMARY-13', 'lamp', 'thanks'];
  assert.equal(
    files['book.yaml'],
    `title: The Lamp Book\nauthors: [Ann Quoin, Bea Dash]\nlang: en\ndescription: A lamp.\norder:\n${order.map((name) => `  - src/${name}.md\n`).join('')}`,
  );
  assert.equal(files['src/SUMMARY-5.md'], '# Part One: Dark\n');
  assert.equal(
    files['src/street.md'],
    '\n# The Street\n\nIt was dark.\n\n## A Turn\n\nIncluded two.\nIncluded three.\n\n\n',
  );
  assert.equal(files['src/deep/house.md'], book['src/deep/house.md']);
  assert.equal(files['src/thanks.md'], '---\ntitle: Thanks\n---\n\nTo all.\n');
  const told = problems.map(({ place, reason }) => `${place?.path}:${place?.start?.line ?? ''} ${reason}`).join('\n');
  for (const line of [
    /^src\/SUMMARY\.md:1 .* taken as mdBook’s/m,
    /^src\/SUMMARY\.md:9 Left out: “Not Yet”/m,
    /^src\/street\.md:1 Left out: “\{\{#title/m,
    /^src\/street\.md:10 Left out: .*leads out of the folder/m,
    /^src\/stray\.md: .*does not list/m,
    /^book\.toml: Left out: .*output/m,
  ])
    assert.match(told, line);
  await buildsCleanly(files);
});

test('a build takes the folder, or its SUMMARY.md, in one go', async () => {
  const folder = makeFiles(book);
  const whole = Buffer.from(await bookOf(folder));
  assert.ok(whole.length > 0);
  assert.ok((await bookOf(`${folder}/src/SUMMARY.md`)).length > 0);
});

test('a file that the order names and that is not there is an error at its line', async () => {
  const { files, told } = await brought({
    'SUMMARY.md': '# Summary\n\n- [One](one.md)\n- [Two](two.md)\n',
    'one.md': '# One\n\nText.\n',
  });
  assert.deepEqual(files, {});
  assert.ok(told.includes('SUMMARY.md:4 order-missing'), told.join());
});

test('broken TOML is an error at its place', async () => {
  const { told } = await brought({ ...book, 'book.toml': '[book]\ntitle = "open\n' });
  assert.ok(
    told.some((line) => /^book\.toml:2 import-refused/.test(line)),
    told.join(),
  );
});

test('SUMMARY.md: prefix, numbered, draft, part and suffix', () => {
  const items = readSummary(
    '# Summary\n[A](a.md)\n<!-- [X](x.md) -->\n- [B](<b c.md>)\n  * [C](c%20d.md)\n- [D]()\n## P\n1. [no](n.md)\n[E](e.md#x)\n',
  );
  assert.deepEqual(
    items.map(({ type, title, path, place, line }) => `${line} ${type} ${place} ${title} ${path}`.trim()),
    [
      '2 chapter prefix A a.md',
      '4 chapter numbered B b c.md',
      '5 chapter numbered C c d.md',
      '6 draft numbered D',
      '7 part numbered P',
      '9 chapter suffix E e.md',
    ],
  );
});

test('SUMMARY.md with no list is the order of chapters', () => {
  const text = '# Summary\n\n[Prologue](a.md)\n[One](b.md)\n';
  assert.deepEqual(
    [isSummary(text), ordersBook('src/SUMMARY.md', text), ...readSummary(text).map(({ place }) => place)],
    [true, true, 'numbered', 'numbered'],
  );
  const prose = 'The [rain](https://rain.example) falls.\n\n[Ann](ann.md) goes.\n';
  assert.deepEqual([isSummary(prose), ordersBook('SUMMARY.md', prose)], [false, false]);
});

const desk: Readonly<Record<string, string>> = {
  'a.txt': '1\n2\n3\n4\n',
  'loop.md': 'x {{#include loop.md}}',
  'anchors.txt': 'no\n// ANCHOR: in\nyes\n// ANCHOR_END: in\nno\n',
  'sub/b.md': 'B {{#include c.md}}',
  'sub/c.md': 'C',
};
const includes: readonly (readonly [given: string, expected: string, told?: number])[] = [
  ['{{#include a.txt}}', '1\n2\n3\n4'],
  ['{{#include a.txt:2}}', '2'],
  ['{{#include a.txt:2:3}}', '2\n3'],
  ['{{#include a.txt:3:}}', '3\n4'],
  ['{{#include a.txt::2}}', '1\n2'],
  ['{{#include anchors.txt:in}}', 'yes'],
  ['{{#include sub/b.md}}', 'B C'],
  ['\\{{#include a.txt}}', '{{#include a.txt}}'],
  ['{{#include loop.md}}', 'x ', 1],
  ['{{#include nowhere.md}}', '', 1],
  ['{{#include ../a.txt}}', '', 1],
  ['{{#include /etc/passwd}}', '', 1],
];
for (const [given, expected, count = 0] of includes)
  test(`an include ${given}`, () => {
    const told: number[] = [];
    const { text } = expandIncludes(
      `a\n${given}`,
      'page.md',
      (path) => desk[path],
      ({ line }) => void told.push(line),
    );
    assert.equal(text, `a\n${expected}`);
    assert.deepEqual(told, Array<number>(count).fill(2));
  });

test('includes that double themselves end at a limit', () => {
  const bomb = { 'p.md': '' } as Record<string, string>;
  for (let at = 0; at < 12; at++) bomb[`${at}.md`] = `{{#include ${at + 1}.md}}{{#include ${at + 1}.md}}`.repeat(8);
  bomb['12.md'] = 'boom ';
  const { text } = expandIncludes(
    '{{#include 0.md}}',
    'p.md',
    (path) => bomb[path],
    () => {},
  );
  assert.ok(text.length < 100_000);
});

test('a GitBook’s pages have keys above them, which are no words of the book', async () => {
  const page = (at: number) => `---\ndescription: done\n---\n\n# Page ${at}\n\nWords.\n`;
  const { told, files } = await brought({
    'SUMMARY.md': '# Contents\n\n- [A](a.md)\n- [B](b.md)\n',
    'a.md': page(1),
    'b.md': page(2),
  });
  assert.doesNotMatch(told.join(), /words-lost/);
  assert.doesNotMatch(JSON.stringify(files), /description: done\n---\n\n# Page 2/);
});
