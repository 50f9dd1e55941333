import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { usualLimits } from '../../scripts/book/limits.ts';
import { parseGuarded } from '../../scripts/markdown/guarded-parse.ts';
import { createParser } from '../../scripts/markdown/parse.ts';
import { prescan } from '../../scripts/markdown/prescan.ts';
import { newQuota, type Quota } from '../../scripts/markdown/quota.ts';
import { readBook } from '../../scripts/read/read.ts';
import { manuscriptOf, noPlugins, tell } from '../tools/manuscript.ts';

const parse = createParser({ autolinks: false, plugins: [] });

async function guard(text: string, quota: Quota = newQuota()) {
  const { value, problems } = await parseGuarded(text, {
    path: 'a.md',
    parse,
    autolinks: false,
    hasPlugins: false,
    quota,
  });
  const told = problems.map(
    ({ rule, reason, place }) => `${place?.start?.line}:${place?.start?.column} ${rule}: ${reason}`,
  );
  return { tree: value, told };
}

const tooDeep = 'nesting-too-deep: More than 200 quotations or lists stand in one another.';

/** A text with as many levels as there may be, one with a level more, and where that begins. */
const nested: readonly (readonly [string, string, string, string])[] = [
  ['quotations', `${'> '.repeat(200)}a`, `${'> '.repeat(201)}a`, '1:401'],
  ['quotations without spaces', `${'>'.repeat(200)}a`, `${'>'.repeat(201)}a`, '1:201'],
  ['lists in a line', `${'- '.repeat(100)}a`, `${'- '.repeat(101)}a`, '1:201'],
  ['numbered lists', `${'1. '.repeat(100)}a`, `${'1. '.repeat(101)}a`, '1:301'],
  ['lists in quotations', `${'> - '.repeat(66)}a`, `${'> - '.repeat(67)}a`, '1:267'],
  ['lists that grow', staircase(100), staircase(101), '101:201'],
];

function staircase(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}* a`).join('\n');
}

for (const [name, under, over, place] of nested) {
  test(`${name} nest as deep as the limit, and no deeper`, () => {
    assert.equal(prescan(under, false).tooDeep, undefined);
    const { line, column } = prescan(over, false).tooDeep ?? {};
    assert.equal(`${line}:${column}`, place);
  });
}

test('says where quotations or lists nest too deep', async () => {
  const { told } = await guard(`One.\n\n${'- '.repeat(101)}a`);
  assert.deepEqual(told, [`3:201 ${tooDeep}`]);
});

const shallow: readonly (readonly [string, string])[] = [
  ['a thematic break of many marks', '* '.repeat(5000)],
  ['a thematic break in a list', `- ${'* '.repeat(5000)}`],
  ['many items', '- a\n'.repeat(5000)],
  ['many items after blank lines', '- a\n\n  - b\n\n'.repeat(5000)],
  ['indented words', `${' '.repeat(500)}a\n`.repeat(5)],
  ['many lines of quotation', '> > a\n'.repeat(5000)],
  ['many ordinals', '10. a\n'.repeat(5000)],
  ['dashes in a line', `a ${'- '.repeat(5000)}`],
];

for (const [name, text] of shallow) {
  test(`${name} is no nesting`, () => assert.equal(prescan(text, false).tooDeep, undefined));
}

/** Levels as the guard counts them: a quotation is one, a list two. */
function levelsOf(tree: Root): number {
  let most = 0;
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    const depth = next.depth + (node.type === 'list' ? 2 : node.type === 'blockquote' ? 1 : 0);
    most = Math.max(most, depth);
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth });
  }
  return most;
}

test('never counts fewer levels than there are', async () => {
  const pieces = [
    '- ',
    '* ',
    '+ ',
    '-\t',
    '> ',
    '>',
    '1. ',
    '2) ',
    '12345. ',
    '-',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    'a',
    '***',
    '- - -',
    '```',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((each) => each.join('')),
      async (text) => {
        const levels = levelsOf(await parse(text));
        assert.ok(levels === 0 || prescan(text, false, { ...usualLimits, nesting: levels - 1 }).tooDeep);
      },
    ),
    { numRuns: 1000 },
  );
});

/**
 * Tangles that cost the parser the square of their number, the steps that they are counted at, and the mark at which it
 * stops with a step too few. The counts follow from what a step was measured to be worth: they change with its costs.
 */
const tangles: readonly (readonly [string, string, number, RegExp])[] = [
  [
    'brackets before parentheses',
    '[ (]('.repeat(500),
    794_371,
    /^3:\d+ text-too-dense: A tangle of \d+ “[[\]]” in one block/,
  ],
  [
    'pictures in pictures',
    `${'!['.repeat(250)}a${'](u)'.repeat(250)}`,
    2_531_465,
    /^3:\d+ text-too-dense: A tangle of \d+ “[!\]]” in one block/,
  ],
  [
    'backticks in runs of all lengths',
    Array.from({ length: 200 }, (_, n) => `e${'`'.repeat(n)}`).join(''),
    2_374_164,
    /^3:\d+ text-too-dense: A tangle of \d+ “`” in one block/,
  ],
  ['emphasis', '*a* '.repeat(8_000), 3_592_176, /^3:\d+ text-too-dense: A tangle of \d+ “\*” in one block/],
  ['lists that end', '- a\n\nb\n\n'.repeat(1000), 451_467, /^\d+:\d+ text-too-dense/],
  [
    'lazy lines of a deep quotation',
    `${'> '.repeat(60)}a\n${'b\n'.repeat(2500)}`,
    6_239_897,
    /^\d+:\d+ text-too-dense/,
  ],
];

for (const [name, tangle, counted, expected] of tangles) {
  test(`${name}: passes with the steps it needs, and stops with one too few`, async () => {
    const text = `One.\n\n${tangle}`;
    const quota = newQuota();
    assert.deepEqual((await guard(text, quota)).told, []);
    const steps = usualLimits.steps - quota.steps;
    assert.equal(steps, counted);
    assert.deepEqual((await guard(text, { ...newQuota(), steps })).told, []);
    const { told, tree } = await guard(text, { ...newQuota(), steps: steps - 1 });
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', expected);
    assert.deepEqual(tree.children, []);
  });
}

test('what one file spends another cannot', async () => {
  const text = '*a* '.repeat(8_000);
  const quota = newQuota();
  await guard(text, quota);
  const once = usualLimits.steps - quota.steps;
  await guard(text, quota);
  assert.equal(usualLimits.steps - quota.steps, 2 * once);
});

test('a list that fills the memory is refused', async () => {
  const { told } = await guard('- a\n'.repeat(70_000));
  assert.match(
    told[0] ?? '',
    /^\d+:\d+ text-too-dense: More than 600,000 marks, words and lines hang together here\.$/,
  );
});

test('a book holds so many nodes and no more', async () => {
  const text = 'One *two* three.\n\nFour.'; // root, two paragraphs, emphasis and four texts
  assert.deepEqual((await guard(text, { ...newQuota(), nodes: 8 })).told, []);
  assert.match(
    (await guard(text, { ...newQuota(), nodes: 7 })).told[0] ?? '',
    /^3:1 book-too-large: The book has more than 700,000 /,
  );
});

/** What real books hold, and more of it than they do. */
const real: readonly (readonly [string, string])[] = [
  ['2,000 emphasised words', `${'A word *stressed* in **every** line, and _so_ on. '.repeat(10)}\n\n`.repeat(70)],
  ['2,000 emphasised words in one paragraph', 'A word *stressed* in _every_ line. '.repeat(1000)],
  ['a table of 200 × 10', `${'| a '.repeat(10)}|\n${'| - '.repeat(10)}|\n${`${'| b *c* '.repeat(10)}|\n`.repeat(200)}`],
  ['1,500 notes', Array.from({ length: 1500 }, (_, n) => `Said[^${n}] so.\n\n[^${n}]: *Ibid.*, p. ${n}.`).join('\n\n')],
  [
    '1,500 links by reference',
    Array.from({ length: 1500 }, (_, n) => `See [it][r${n}].\n\n[r${n}]: http://example.org/${n}`).join('\n\n'),
  ],
  ['lists six deep', `${staircase(6)}\n`.repeat(200)],
  ['short lists between paragraphs', 'One.\n\n- two\n- three\n\n'.repeat(1000)],
  ['a list of 2,000 items', '- An item with *emphasis*.\n'.repeat(2000)],
  ['a large block of code', `\`\`\`\n${'*a_[b](<!--`~ '.repeat(50_000)}\n\`\`\``],
  ['a large block of indented code', '    *a_[b](<!--`~ > - 1. a\n'.repeat(20_000)],
  ['a large block of raw HTML', `<div>\n${'<b>[a]*b*</b> '.repeat(20_000)}\n</div>`],
  ['an unclosed comment', `<!-- ${'*a* [b] <c> '.repeat(20_000)}`],
];

/** What once cost the parser the square of its number. */
const mended: readonly (readonly [string, string])[] = [
  ['strikethrough without a beginning', 'a~~ '.repeat(10_000)],
  ['comments without an end', `a ${'<!-- and so on '.repeat(10_000)}`],
  ['instructions without an end', `a ${'<? and so on '.repeat(10_000)}`],
  ['strikethrough of words', '~~a~~ '.repeat(10_000)],
];

for (const [name, text] of mended) {
  test(`${name}: takes no more steps than ordinary text`, async () => {
    const quota = newQuota();
    assert.deepEqual((await guard(text, quota)).told, []);
    assert.equal(quota.steps, usualLimits.steps);
  });
}

for (const [name, text] of real) {
  test(`${name} pass`, async () => {
    const { told, tree } = await guard(text);
    assert.deepEqual(told, []);
    assert.ok(tree.children.length > 0);
  });
}

test('an ordinary text is not metered', () => {
  const chapter = `${'He *did* say so, “once,” and again; she never did, [they say](#a). '.repeat(6)}\n\n`.repeat(500);
  assert.equal(prescan(chapter, false).dense, false);
});

test('a block of marks that may each begin something is metered, so that its runs are joined as they are read', () => {
  for (const mark of ['!', '*', '[', '<']) assert.equal(prescan(`${mark}${mark}\n`.repeat(20_000), false).dense, true);
});

test('a book has so many sections and no more', async () => {
  const limits = { ...usualLimits, sections: 1_000 };
  const chapters = (count: number) =>
    readBook(manuscriptOf({ 'book.yaml': 'lang: en\n', 'a.md': '# A\n\nb\n\n'.repeat(count) }), {
      loadPlugins: noPlugins,
      limits,
    });
  assert.deepEqual(
    (await chapters(1_000)).problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.deepEqual((await chapters(1_001)).problems.map(tell), ['a.md:4001:1 book-too-large']);
});

test('the chapters of a part are sections too', async () => {
  const limits = { ...usualLimits, sections: 5 };
  const parted = (chapters: number) =>
    readBook(
      manuscriptOf({
        'a.md': `# Part One\n\n${'## A\n\nb\n\n'.repeat(chapters)}# Part Two\n\n## C\n\nd\n`,
        'b.md': 'c',
      }),
      { loadPlugins: noPlugins, limits },
    );
  assert.ok((await parted(1)).value);
  assert.deepEqual((await parted(2)).problems.map(tell), ['b.md book-too-large']);
  assert.deepEqual((await parted(3)).problems.map(tell), ['a.md:17:1 book-too-large']);
});

test('marks of notes in one another nest as quotations do', () => {
  assert.ok(prescan('[^1]: '.repeat(1000), false).tooDeep);
  assert.equal(prescan('[^1]: a\n'.repeat(1000), false).tooDeep, undefined);
});
