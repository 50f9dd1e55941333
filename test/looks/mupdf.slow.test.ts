/** Pages as MuPDF lays them out, which stands for weak devices; and that each demand can fail. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from '../tools/folder.ts';
import { type DrawnPage, drawWithMupdf } from '../tools/mupdf.ts';
import { need, root } from '../tools/need.ts';
import { openBook } from '../tools/opened-book.ts';
import { texts } from '../tools/xml.ts';
import { sampleCase } from '../validators/books.ts';
import { longWords, lookedAt, manyScenes, pressIn, spoiled, themes, variants, withNavInSpine } from './books.ts';
import { landmarkWords, lettersOf, writtenIn } from './written.ts';

const sample = join(root, 'manuscript');
const scenes = manyScenes();
/** MuPDF divides words of the text, but loses the middle of one that is divided in a heading. */
const screams = longWords(20);

const pieces = sampleCase('set-pieces');

const printedOn = (pages: readonly DrawnPage[]): string =>
  pages.flatMap(({ lines }) => lines.map(({ text }) => lettersOf(text))).join('');

/** Long texts are compared by where they part. */
function assertSame(actual: string, expected: string): void {
  let at = 0;
  while (at < expected.length && actual[at] === expected[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 30), at + 60);
  assert.equal(around(actual), around(expected));
  assert.equal(actual.length, expected.length);
}

/** Lines out of the page, lines over one another, pictures out of the page. */
function faultsOf(pages: readonly DrawnPage[]): readonly string[] {
  return pages.flatMap(({ width, height, lines, pictures }, at) => {
    const outside = [...lines.map(({ box }) => box), ...pictures].filter(
      ([left, top, right, bottom]) => left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5,
    );
    const over = lines.flatMap(({ text, box }, number) =>
      lines.slice(number + 1).flatMap(({ text: other, box: [left, top, right, bottom] }) => {
        const high = Math.min(box[3], bottom) - Math.max(box[1], top);
        const wide = Math.min(box[2], right) - Math.max(box[0], left);
        return wide > 1 && high > Math.min(bottom - top, box[3] - box[1]) / 2
          ? [`page ${at + 1}: “${text}” over “${other}”`]
          : [];
      }),
    );
    return [...outside.map((box) => `page ${at + 1}: outside at ${JSON.stringify(box)}`), ...over];
  });
}

/** Each scene break that MuPDF printed: its ink, its place on the page, and how far the next line stands from the margin. */
function breaksOn(pages: readonly DrawnPage[], mark: string) {
  const found: { readonly ink: number; readonly top: number; readonly indent: number | undefined }[] = [];
  for (const [at, page] of pages.entries()) {
    const margin = Math.min(...page.lines.map(({ box }) => box[0]));
    for (const [number, { text, box }] of page.lines.entries()) {
      if (text.replace(/\s/g, '') !== mark) continue;
      const next = page.lines[number + 1] ?? pages[at + 1]?.lines[0];
      found.push({ ink: page.ink(box), top: box[1] / page.height, indent: next && next.box[0] - margin });
    }
  }
  return found;
}

/** The same where pictures stand between scenes: a space between two lines that has ink. What stands above the heading is none. */
function picturesBetween(pages: readonly DrawnPage[]): ReturnType<typeof breaksOn> {
  return pages.flatMap((page, at) => {
    const margin = Math.min(...page.lines.map(({ box }) => box[0]));
    return [undefined, ...page.lines].flatMap((above, number) => {
      const here = page.lines[number];
      const next = here ?? pages[at + 1]?.lines[0];
      const box = [0, (above?.box[3] ?? 0) + 1, page.width, (here?.box[1] ?? page.height) - 1] as const;
      const ink = box[3] - box[1] > 6 ? page.ink(box) : 0;
      const isAboveHeading = at === 0 && number === 0;
      return ink > 0 && !isAboveHeading
        ? [{ ink, top: box[1] / page.height, indent: next && next.box[0] - margin }]
        : [];
    });
  });
}

/** What stands between the scenes of a book, and how often. */
function marksIn(epub: Uint8Array): readonly string[] {
  const book = openBook(epub);
  return book.spine
    .flatMap(({ path }) => texts(book.text(path), '//*[contains(@class,"scene-break")]'))
    .map((mark) => mark.replace(/\s/g, ''));
}

for (const theme of themes) {
  for (const [name, manuscript, variant] of [
    ...[...lookedAt, ['screams', screams] as const, ['pieces', pieces] as const].map(
      ([name, path]) => [name, path, {}] as const,
    ),
    ...Object.entries(variants).map(([name, each]) => [`sample with ${name}`, sample, each] as const),
  ])
    test(`the order of the text is the order of reading, and no line or picture leaves its page: ${name}, ${theme}`, async (context) => {
      const mutool = await need(context, 'mutool');
      if (!mutool) return;
      const epub = pressIn(theme, manuscript, {}, variant);
      const pages = await drawWithMupdf(mutool, epub, 420, 600);
      assert.ok(writtenIn(epub).length > 1000);
      assertSame(printedOn(pages), writtenIn(epub));
      assert.deepEqual(faultsOf(pages), []);
    });

  test(`each of 29 scene breaks shows ink wherever it falls, and a flush line follows: ${theme}`, async (context) => {
    const mutool = await need(context, 'mutool');
    if (!mutool) return;
    const epub = pressIn(theme, scenes);
    const pages = await drawWithMupdf(mutool, epub, 420, 600);
    const marks = marksIn(epub);
    assert.equal(marks.length, 29);
    // Title page and colophon may bear the same ornament.
    const chapter = pages.filter(({ lines }) => lines.some(({ text }) => text.includes('the press, as it did')));
    const breaks = marks[0] ? breaksOn(chapter, marks[0]) : picturesBetween(chapter);
    assert.equal(breaks.length, 29);
    assert.deepEqual(
      breaks.filter(({ ink }) => ink < 4),
      [],
    );
    assert.deepEqual(
      breaks.filter(({ indent }) => indent === undefined || Math.abs(indent) > 1),
      [],
    );
    assert.ok(
      breaks.some(({ top }) => top < 0.1) || breaks.some(({ top }) => top > 0.85),
      'none falls on an edge of a page',
    );
  });
}

const broken: readonly (readonly [string, string, (pages: readonly DrawnPage[], epub: Uint8Array) => boolean])[] = [
  ['em { display: none; }', 'words are lost', (pages, epub) => printedOn(pages) !== writtenIn(epub)],
  [
    'p { line-height: 0.3 !important; }',
    'lines cover lines',
    (pages) => faultsOf(pages).some((fault) => fault.includes('over')),
  ],
  [
    'p { margin-left: -4em !important; }',
    'lines leave the page',
    (pages) => faultsOf(pages).some((fault) => fault.includes('outside')),
  ],
  [
    '.scene-break { color: #ffffff !important; }',
    'breaks have no ink',
    (pages, epub) => breaksOn(pages, marksIn(epub)[0] ?? '').some(({ ink }) => ink < 4),
  ],
  [
    '.scene-break + p { text-indent: 2em !important; }',
    'lines after breaks are indented',
    (pages, epub) => breaksOn(pages, marksIn(epub)[0] ?? '').some(({ indent = 0 }) => indent > 1),
  ],
];

const good = pressIn('classic', sample);
for (const [css, what, shows] of broken)
  test(`a book broken by “${css}” is found out: ${what}`, async (context) => {
    const mutool = await need(context, 'mutool');
    if (!mutool) return;
    const epub = spoiled(good, css);
    assert.ok(shows(await drawWithMupdf(mutool, epub, 420, 600), epub));
  });

test('no page shows the landmarks; a book with its nav in the spine would', async (context) => {
  const mutool = await need(context, 'mutool');
  if (!mutool) return;
  for (const theme of themes) {
    const epub = pressIn(theme, sample);
    const words = landmarkWords(epub);
    assert.ok(words.includes('Landmarks'));
    const printed = printedOn(await drawWithMupdf(mutool, epub, 420, 600));
    assert.deepEqual(
      words.filter((each) => printed.includes(each)),
      [],
    );
  }
  const epub = withNavInSpine();
  assert.ok(printedOn(await drawWithMupdf(mutool, epub, 420, 600)).includes('Landmarks'));
});

test('MuPDF sets a book in the typeface that it brings along, and in its own where a book brings none', async (context) => {
  const mutool = await need(context, 'mutool');
  if (!mutool) return;
  for (const [theme, family] of [
    ['classic', 'EB Garamond'],
    ['plain', 'Alegreya Sans'],
  ] as const) {
    const pages = await drawWithMupdf(
      mutool,
      pressIn(theme, join(root, 'test/samples/embedded-fonts/manuscript')),
      420,
      600,
    );
    const fonts = new Set(pages.flatMap((page) => page.fonts));
    for (const face of ['Regular', 'Italic', 'Bold', 'Bold Italic'])
      assert.ok(
        [...fonts].some((name) => name.startsWith(family) && name.endsWith(face)),
        `${family} ${face} in ${[...fonts]}`,
      );
  }
  const bare = await drawWithMupdf(mutool, good, 420, 600);
  assert.deepEqual(
    bare.flatMap(({ fonts }) => fonts.filter((name) => /Garamond|Alegreya/.test(name))),
    [],
  );
});

test('MuPDF lays the book out and finds no fault in its stylesheets', async (context) => {
  const mutool = await need(context, 'mutool');
  if (!mutool) return;
  const folder = makeFolder();
  writeFileSync(join(folder, 'book.epub'), pressIn('classic', sampleCase('every-feature')));
  const page = ['-q', '-W', '420', '-H', '600', '-S', '12'];
  const ran = await runTool(
    mutool,
    ['draw', ...page, '-F', 'txt', '-o', join(folder, 'book.txt'), join(folder, 'book.epub')],
    {
      env: process.env,
      seconds: 120,
    },
  );
  assert.ok(!('failure' in ran));
  assert.equal(ran.status, 0, ran.stderr);
  assert.doesNotMatch(ran.stderr, /error/i);
});
