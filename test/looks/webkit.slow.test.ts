/** Pages in WebKitGTK, the nearest engine to Apple Books that runs here; and embedded typefaces in both browsers. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { themes as designs, type ThemeName } from '../../scripts/book/themes.ts';
import { allFaults } from '../tools/faults.ts';
import { type Measured, type MeasureJob, measureMany } from '../tools/measured.ts';
import { need, root } from '../tools/need.ts';
import { pressIn, spoiled, themes, variants } from './books.ts';
import { landmarkWords, lettersOf, writtenIn } from './written.ts';

const page = { width: 390, height: 760 };
const phone = { ...page, only: 'chapter' };
const sample = join(root, 'manuscript');
const faces = join(root, 'test/samples/embedded-fonts/manuscript');
const familyOf = (theme: string): string => designs[theme as ThemeName].typeface.family;

const varied = themes.flatMap((theme) => [[theme, 'a drop cap'] as const, [theme, 'large print'] as const]);

const jobs: readonly MeasureJob[] = [
  ...themes.map((theme) => ({ epub: pressIn(theme, sample), ...page })),
  {
    epub: spoiled(pressIn('classic', sample), 'p { white-space: nowrap !important; line-height: 0.4 !important; }'),
    ...phone,
  },
  ...themes.map((theme) => ({ epub: pressIn(theme, faces), ...phone })),
  ...varied.map(([theme, variant]) => ({ epub: pressIn(theme, sample, {}, variants[variant]), ...page })),
];

let measured: Promise<readonly (readonly Measured[])[]> | undefined;
async function sectionsOf(at: number): Promise<readonly Measured[]> {
  measured ??= measureMany('webkit', jobs);
  return (await measured)[at] ?? [];
}

const looks: readonly (readonly [number, string])[] = [
  ...themes.map((theme, at) => [at, theme] as const),
  ...varied.map(([theme, variant], at) => [2 * themes.length + 1 + at, `${theme}, ${variant}`] as const),
];

for (const [at, what] of looks) {
  test(`nothing is cut, covered, out of order or off the page in WebKit: ${what}`, async (context) => {
    if (!(await need(context, 'webkit')) || !(await need(context, 'xvfb'))) return;
    const sections = await sectionsOf(at);
    assert.ok(sections.flatMap(({ words }) => words).length > 1000, 'too few words to tell');
    assert.deepEqual(allFaults(sections, false), []);
    const epub = jobs[at]?.epub ?? new Uint8Array();
    const shown = sections.flatMap(({ words }) => words.map(({ text }) => lettersOf(text))).join('');
    assert.ok(shown === writtenIn(epub), 'the text is not the book’s');
    assert.deepEqual(
      landmarkWords(epub).filter((words) => shown.includes(words)),
      [],
    );
  });
}

for (const [at, theme] of themes.entries()) {
  test(`WebKit reads four embedded faces: ${theme}`, async (context) => {
    if (!(await need(context, 'webkit')) || !(await need(context, 'xvfb'))) return;
    assert.deepEqual(facesOf(await sectionsOf(themes.length + 1 + at)), fourOf(familyOf(theme)));
  });
}

test('a page that is broken in WebKit is found out', async (context) => {
  if (!(await need(context, 'webkit')) || !(await need(context, 'xvfb'))) return;
  const faults = allFaults(await sectionsOf(themes.length), false);
  for (const kind of ['cut', 'overlap'])
    assert.ok(
      faults.some((fault) => fault.startsWith(kind)),
      kind,
    );
});

test('Chromium reads four embedded faces, and none of a book that embeds none', async (context) => {
  if (!(await need(context, 'chromium'))) return;
  const books = await measureMany(
    'chromium',
    jobs.filter((_, at) => at === 0 || (at > themes.length && at <= 2 * themes.length)),
  );
  assert.deepEqual(books.map(facesOf), [[], ...themes.map((theme) => fourOf(familyOf(theme)))]);
});

const fourOf = (family: string): readonly string[] =>
  ['400 italic', '400 normal', '700 italic', '700 normal'].map((face) => `${family} ${face}`);

/** Families that a section has loaded; browsers differ in quoting them, and in words or numbers for weights. */
function facesOf(sections: readonly Measured[]): readonly string[] {
  return sections
    .flatMap(({ fonts }) => fonts)
    .map((face) =>
      face
        .replaceAll('"', '')
        .replace(/ normal (?=\w+$)/, ' 400 ')
        .replace(' bold ', ' 700 '),
    )
    .sort();
}
