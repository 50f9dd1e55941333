/** Pages measured where readers see them, in Chromium with foliate-js; and that each measure finds what it is for. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { allFaults } from '../tools/faults.ts';
import { type Measured, type MeasureJob, measureMany } from '../tools/measured.ts';
import { need, root } from '../tools/need.ts';
import { sampleCase } from '../validators/books.ts';
import {
  longWords,
  lookedAt,
  manyScenes,
  pressIn,
  spoiled,
  themes,
  type VariantName,
  variants,
  withNavInSpine,
} from './books.ts';
import { landmarkWords, lettersOf, writtenIn } from './written.ts';

const sizes = {
  phone: { width: 390, height: 760 },
  '6-inch': { width: 560, height: 800 },
  tablet: { width: 820, height: 1100 },
} as const;
const sample = join(root, 'manuscript');
const scenes = manyScenes();
const screams = longWords(150);
const pieces = sampleCase('set-pieces');

interface Look {
  readonly what: string;
  readonly job: MeasureJob;
}

/** Which book is looked at in which theme and size: each theme with every book, each size by day and by night. */
const looks: readonly Look[] = [
  look('sample', 'classic', 'phone', { ink: true }),
  look('sample', 'classic', 'tablet', { night: true }),
  look('sample', 'plain', 'phone', { night: true, ink: true }),
  look('sample', 'plain', '6-inch', {}),
  look('story', 'classic', '6-inch', { night: true }),
  look('story', 'plain', 'tablet', {}),
  look('chapter', 'classic', 'tablet', {}),
  look('chapter', 'plain', 'phone', {}),
  look('screams', 'classic', 'phone', {}),
  look('screams', 'plain', 'phone', {}),
  look('scenes', 'classic', '6-inch', { ink: true }),
  look('scenes', 'plain', '6-inch', { ink: true, night: true }),
  look('sample', 'romance', 'phone', { ink: true }),
  look('scenes', 'romance', 'tablet', { ink: true, night: true }),
  look('sample', 'fairy-tale', '6-inch', { night: true }),
  look('screams', 'fairy-tale', 'phone', {}),
  look('sample', 'thriller', 'tablet', { ink: true }),
  look('screams', 'thriller', 'phone', { night: true }),
  look('sample', 'playful', 'phone', { night: true }),
  look('scenes', 'playful', 'tablet', { ink: true }),
  ...themes.flatMap((theme) => [
    look('sample', theme, 'phone', {}, 'a drop cap'),
    look('sample', theme, '6-inch', {}, 'a raised initial'),
    look('sample', theme, 'phone', { ink: true }, 'large print'),
  ]),
  look('screams', 'playful', 'phone', {}, 'large print'),
  look('pieces', 'classic', 'phone', { night: true }),
  look('pieces', 'playful', '6-inch', {}),
].flat();

function look(
  name: string,
  theme: string,
  size: keyof typeof sizes,
  rest: Partial<MeasureJob>,
  variant?: VariantName,
): readonly Look[] {
  const manuscript = new Map([...lookedAt, ['scenes', scenes], ['screams', screams], ['pieces', pieces]]).get(name);
  if (manuscript === undefined) return []; // the shared texts are not here
  const what = `${name}, ${theme}, ${size}, ${rest.night ? 'night' : 'light'}${variant ? `, ${variant}` : ''}`;
  return [
    { what, job: { epub: pressIn(theme, manuscript, {}, variant && variants[variant]), ...sizes[size], ...rest } },
  ];
}

/** What each stylesheet breaks, and the words a fault of it begins with. */
const broken = [
  ['cut', 'p { white-space: nowrap !important; }'],
  ['cut', '.chapter p { height: 2em !important; overflow: hidden !important; }'],
  ['cut', '.chapter p em { visibility: hidden; }'],
  ['overlap', 'p { line-height: 0.4 !important; }'],
  ['order', 'p { direction: rtl; unicode-bidi: bidi-override; }'],
  ['indent', '.scene-break + p { text-indent: 2em !important; }'],
  ['picture', 'figure img { width: 130% !important; max-width: 130% !important; }'],
  ['unseen', '.scene-break { color: transparent !important; }'],
] as const;

const good = pressIn('classic', sample);
const withNav = withNavInSpine();
const jobs = [
  ...looks.map(({ job }) => job),
  ...broken.map(([kind, css]) => ({
    epub: spoiled(good, css),
    ...sizes.phone,
    only: 'chapter-1',
    ink: kind === 'unseen',
  })),
  { epub: withNav, ...sizes.phone, only: 'toc' },
];

let measured: Promise<readonly (readonly Measured[])[]> | undefined;
/** All books in one browser, which takes longer to start than to draw. */
async function sectionsOf(at: number): Promise<readonly Measured[]> {
  measured ??= measureMany('chromium', jobs);
  return (await measured)[at] ?? [];
}

for (const [at, { what, job }] of looks.entries())
  test(`nothing is cut, covered, out of order or unseen: ${what}`, async (context) => {
    if (!(await need(context, 'chromium'))) return;
    const sections = await sectionsOf(at);
    assert.ok(sections.flatMap(({ words }) => words).length > 80, 'too few words to tell');
    assert.deepEqual(allFaults(sections, job.ink ?? false), []);
    // Letter for letter the text of the spine, and nothing of the landmarks.
    const shown = shownBy(sections);
    assert.ok(shown === writtenIn(job.epub), 'the text is not the book’s');
    assert.deepEqual(
      landmarkWords(job.epub).filter((words) => shown.includes(words)),
      [],
    );
  });

for (const [at, [kind, css]] of broken.entries())
  test(`a page broken by “${css}” is found out`, async (context) => {
    if (!(await need(context, 'chromium'))) return;
    const sections = await sectionsOf(looks.length + at);
    const faults = allFaults(sections, kind === 'unseen').filter((fault) => fault.startsWith(kind));
    assert.ok(faults.length > 0, 'nothing was found');
  });

test('the shared story and a chapter of a shared novel are among the books looked at', async (context) => {
  if (!(await need(context, 'shared'))) return;
  assert.deepEqual([...lookedAt.keys()], ['sample', 'story', 'chapter']);
});

const shownBy = (sections: readonly Measured[]): string =>
  sections.flatMap(({ words }) => words.map(({ text }) => lettersOf(text))).join('');

test('a book with its nav among its pages is found out', async (context) => {
  if (!(await need(context, 'chromium'))) return;
  assert.ok(landmarkWords(good).includes('Landmarks'));
  assert.ok(shownBy(await sectionsOf(jobs.length - 1)).includes('Landmarks'));
});

test('scene breaks that begin or end a page are among those that are seen', async (context) => {
  if (!(await need(context, 'chromium'))) return;
  for (const [at, { what }] of looks.entries()) {
    if (!what.startsWith('scenes')) continue;
    const section = (await sectionsOf(at)).find(({ breaks }) => breaks.length > 0);
    assert.ok(section);
    assert.equal(section.breaks.length, 29);
    const height = section.page.height;
    const tops = section.breaks.flatMap(({ rects }) => rects.map(([, top]) => top));
    assert.ok(
      tops.some((top) => top < height * 0.06),
      'none begins a page',
    );
    assert.ok(
      tops.some((top) => top > height * 0.85),
      'none is near the end of one',
    );
  }
});
