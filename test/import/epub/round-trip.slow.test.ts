import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { png } from '../../pictures/make.ts';
import { gradient, webp } from '../../pictures/real.ts';
import { makeFiles } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import { round } from '../../tools/round.ts';

const samples = readdirSync(join(root, 'test/samples'));

for (const sample of [...samples.map((name) => `test/samples/${name}/manuscript`), 'manuscript'])
  test(`build, import, build gives the same bytes: ${sample}`, async () => {
    const { first, second } = await round(join(root, sample));
    assert.equal(second, first);
  });

for (const [what, keys, line] of [
  ['a drawn cover is drawn again', 'subtitle: A Tale\nauthors: [Ann Quoin, Bea]\n', undefined],
  ['a drawn cover keeps the words that an author describes it with', 'cover-alt: Blue.\n', 'cover-alt: Blue.'],
  ['a book without a cover stays without one', 'draw-cover: no\n', 'draw-cover: no'],
] as const)
  test(`${what}: build, import, build`, async () => {
    const { manuscript, first, second } = await round(
      makeFiles({ 'book.yaml': `title: The Lamp\n${keys}`, 'a.md': '# One\n\nA lamp.\n' }),
    );
    assert.equal(second, first);
    assert.ok(!readdirSync(manuscript).some((name) => name.startsWith('cover')));
    const told = readFileSync(join(manuscript, 'book.yaml'), 'utf8').match(/^(?:draw-cover|cover-alt): .*$/gm);
    assert.deepEqual(told, line === undefined ? null : [line]);
  });

test('pictures above headings come back as keys: the book’s, a chapter’s own, none', async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const { manuscript, first, second } = await round(
    makeFiles({
      'book.yaml': 'title: The Lamp\nheading-image: a.svg\n',
      'a.svg': picture,
      'b.svg': picture.replace('9', '8'),
      '1.md': '# One\n\nA lamp.\n',
      '2.md': '---\nheading-image: b.svg\n---\n\n# Two\n\nA light.\n',
      '3.md': '---\nheading-image: none\n---\n\n# Three\n\nA glow.\n',
      '4.md': '# Four\n\nThe dark.\n',
    }),
  );
  assert.equal(second, first);
  const text = (name: string) => readFileSync(join(manuscript, name), 'utf8');
  assert.match(text('book.yaml'), /^heading-image: pictures\/heading-image\.svg$/m);
  assert.equal(text('chapter-1.md'), '# One\n\nA lamp.\n');
  assert.match(text('chapter-2.md'), /^---\nheading-image: pictures\/heading-image-2\.svg\n---\n/);
  assert.match(text('chapter-3.md'), /^---\nheading-image: none\n---\n/);
});

for (const notes of ['part', 'book'])
  test(`notes at the end of each ${notes}, languages, identifiers and a deep contents come back`, async () => {
    const { manuscript, first, second } = await round(
      makeFiles({
        'book.yaml': `title: The Lamp\nlang: [en, fr]\nisbn: 978-0-306-40615-7\nidentifier: [urn:x:1, urn:x:2]\ntoc-depth: 3\nnotes: ${notes}\n`,
        '1-part-1.md': '# Part One\n',
        '2.md': '# One\n\nA lamp[^1], a light[^2].\n\n## Two\n\n### Three\n\n[^1]: Of *brass*.\n[^2]: Dim.\n',
        '3.md': '# Two\n\nA door[^1].\n\n[^1]: Shut.\n',
      }),
    );
    assert.equal(second, first);
    const told = readFileSync(join(manuscript, 'book.yaml'), 'utf8');
    assert.match(told, new RegExp(`^notes: ${notes}$`, 'm'));
    assert.match(told, /^lang: \[en, fr\]\nidentifier: \["urn:x:1", "urn:x:2", "urn:isbn:9780306406157"\]$/m);
  });

for (const [what, files] of [
  [
    'a cover that an author’s template drew',
    async () => ({
      'templates/cover.svg.ejs':
        '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2400"><text y="900" font-size="200"><%= title %></text></svg>',
    }),
  ],
  ['a cover in WebP', async () => ({ 'cover.webp': await webp(gradient(60, 90)) })],
] as const)
  test(`${what} comes back as cover.jpg, the same to the byte`, async () => {
    const { manuscript, first, second } = await round(
      makeFiles({ 'book.yaml': 'title: The Lamp\nauthor: Ann\n', 'a.md': '# One\n\nA lamp.\n', ...(await files()) }),
    );
    assert.equal(second, first);
    assert.ok(readdirSync(manuscript).includes('cover.jpg'));
  });

test('contributors, series, rights, an odd order and titles for the contents come back', async () => {
  const { first, second } = await round(
    makeFiles({
      'book.yaml': `title: "The Lamp: A Tale"
author: {name: Ann Quoin, file-as: "Quoin, Ann"}
contributors: [{name: Bea, role: beta}, {name: Ed, role: editor}, Carl]
lang: en-GB
identifier: urn:isbn:9780000000002
publisher: Saltmarsh
description: "Of a lamp, & more"
date: 2020-02
updated: 2021-03-04
series: {name: Lamps, position: 2.5}
tags: ["a, b", c]
rights: All of them
source: https://example.org/lamp
order: [z.md, epigraph.md, a.md, notes.md]
`,
      'z.md': '---\ntitle: Unseen\nlang: fr\n---\n\nIl faisait *noir*.\n\n### Plus tard\n\nToujours.\n',
      'epigraph.md': 'A lamp.\n',
      'a.md':
        '# A *Lamp*[^1]\n\n1\\. No list. \\*none\\* ***both*** un*frigging*real **_so_**\n\n[^1]: See [there](z.md#plus-tard).\n',
      'notes.md': '# Notes\n\nThanks.\n',
    }),
  );
  assert.equal(second, first);
});

const designs: readonly (readonly [string, string])[] = [
  ['the plain theme', 'theme: plain\n'],
  ['a drawn cover in chosen colours', 'cover-colours: rose\n'],
  ['a drawn cover arranged as chosen', 'cover-colours: mist\ncover-composition: cloth\n'],
  ['an ornament of marks', 'ornament: "❦ ❦"\n'],
  ['no colophon', 'colophon: no\n'],
  ['an ornament that is a picture', 'ornament: leaf.svg\n'],
];
const leaf = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 5h20"/></svg>';
const chapters: Readonly<Record<string, string>> = {
  'a.md':
    '# Chapter One: The *Sea*<br>In which it rains\n\n> Words.\n>\n> -- Nell\n\n"It was dark," she said, and it *was*.\n\n* * *\n\nOn.\n\nThe End\n',
  'b.md': '# II\n\n:::epigraph\nNo name.\n:::\n\nI.\n\n> Words.\n>\n> -- Nell\n',
  'd.md': '# 第一章　海\n\n海。\n',
  'e.md': ':::note\nThanks.\n:::\n\nThe River Bank\n\nThe Mole had been working hard.\n',
  'c.md': 'One<br>\nTwo\n===\n\nThe [link](a.md) is here.\n\n* * *\n\n* * *\n',
  'part-1.md': '# Part One\n\n> Words.\n>\n> -- Nell\n\nMore.\n',
  'pieces.md':
    ':::verse\nRoses\n  are *red\n    and* so on[^1]\n\n    1. no list\n:::\n\n:::letter\nThe Quay\nSaltmarch\n\nDear Nell,\n\n- one\n\nYours ever,\\\nAnn\n\nP.S. Soon.\n:::\n\n:::chat\nNell (12:03): hi\nthere\n*Pike joined*\n\n**Pike:** work: now\n[12:05] Nell: ok\n\n> quoted\n:::\n\n:::texts{me="Ann O\'Quoin"}\nAnn O\'Quoin: 1\nMum: 2\n:::\n\n:::texts\nA: 1\nB: 2\n:::\n\n:::note\nThanks.\n:::\n\n\\:::verse\n\n::: no fence\n\n[^1]: A note.\n',
  'papers.md':
    '# Papers\n\n:::texts[Us]{me=Nell}\n*Monday*\n[08:58] Ann: Up?\n**Nell:** yes 09:01 ✓✓\nRead 09:02\n[Ann has left]\n:::\n\n:::email\nFrom: A <a@ferry.example>\nTo: all\nDear all,\n\nCome\nnow.\n\n> No.\n\nRegards,\n\nA. Fry\\\nClerk\n:::\n\n:::forum\n**gull_1** · 2 hours ago\n\nA list.\n\nann wrote:\nWhy?\n\ndee: and I\n:::\n\n:::telegram\nTO: ALL\n\nCOME STOP\n\nKEEPER\n:::\n\n:::newspaper\n*The Gull*\n\n### Ferry Found\n\nThe ferry was found.\n:::\n\n:::sign\n**NO FERRY**\n\nuntil\n  further notice\n:::\n\n:::handwritten\nDear Nell,\n\nI have *not* been singing, as you know.\n\nthe mate\n:::\n\n:::people\nAt sea:\n\nANN, a cook\n**Two gulls** of no account\n:::\n\n:::play\nACT ONE\n\n*Night.*\n\nHAMLET. Who? (He turns.)\n  The ferry\n      goes\n\nNELL (aside): I.\n:::\n\n:::song\n**The Lantern**\n\n[Verse 1]\nA light\n  for all\n\nA light\n:::\n',
};

for (const [what, keys] of designs)
  test(`build, import, build gives the same bytes: ${what}`, async () => {
    const files = { ...chapters, 'leaf.svg': leaf, 'book.yaml': `title: T\nauthor: Ann Quoin\n${keys}` };
    const { first, second } = await round(makeFiles(files));
    assert.equal(second, first);
  });

test('build, import, build gives the same bytes where a list, a table and a quotation are parted', async () => {
  const many = (one: (at: number) => string, between = '\n') => [...Array(6000).keys()].map(one).join(between);
  const text = `# Long\n\nBefore.\n\n${many((at) => `${at + 3}. item and ${at} words that go on and on`)}\n\nBetween.\n\n| a | b |\n| - | - |\n${many((at) => `| ${at} | words that go on and on, and on |`)}\n\n${many((at) => `> Words ${at} that go on and on and on.`, '\n>\n')}\n\nAfter.\n`;
  const { first, second } = await round(makeFiles({ 'a.md': text, 'book.yaml': 'title: T\n' }));
  assert.equal(second, first);
});

test('a sheet that adds to the theme and typefaces of the author’s own come back, with the files that they name', async () => {
  const faces = join(root, 'node_modules/@expo-google-fonts/eb-garamond');
  const [regular, bold] = ['400Regular/EBGaramond_400Regular.ttf', '700Bold/EBGaramond_700Bold.ttf'].map((path) =>
    readFileSync(join(faces, path)),
  );
  const story = { 'a.md': '# One\n\nA lamp.\n', 'fonts/Lato-Black.ttf': bold ?? '', 'b.ttf': regular ?? '' };
  const sheet =
    '@font-face { font-family: A; src: url(b.ttf) }\n@namespace e url(urn:e);\np { background: url(a.png) }\n';
  const fonts = 'fonts:\n  body: {regular: b.ttf, bold-italic: b.ttf}\n  headings: fonts/Lato-Black.ttf\n';
  for (const [keys, style] of [
    ['', sheet],
    [`${fonts}  licence: OFL 1.1 (© A. Author)\n`, undefined],
    [`${fonts}colophon: no\n`, sheet],
    ['embed-fonts: yes\ntheme: plain\nfonts:\n  headings: fonts/Lato-Black.ttf\n  licence: L\n', ''],
  ] as const) {
    const { first, second } = await round(
      makeFiles({
        ...story,
        'book.yaml': `title: The Lamp\ndraw-cover: no\n${keys}`,
        'a.png': png({}),
        ...(style !== undefined && { 'style.css': style }),
      }),
    );
    assert.equal(second, first, keys);
  }
});
