/** Readers’ marks, as their programs export them, and where they stand in the manuscript. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locateAnnotations } from '../../scripts/annotations/locate-annotations.ts';
import { readAnnotations } from '../../scripts/annotations/read-annotations.ts';
import { readBook } from '../../scripts/read/read.ts';
import { manuscriptOf } from '../tools/manuscript.ts';

const nothing = { before: '', behind: '', chapter: '', remark: '' };

test('KOReader’s sidecar, of today and of before 2024', async () => {
  const today = `-- x.sdr/metadata.epub.lua
return {
    ["annotations"] = {
        [1] = { ["chapter"] = "One", ["note"] = "“lamp”?\\nreally", ["page"] = "/body/DocFragment[3]/body/p[1]/text().0", ["text"] = "the lämp", },
        [2] = { ["page"] = "/body/DocFragment[3]/body/p[2]/text().0", },
    },
    ["copt_font_size"] = 22, ["gamma"] = -1.5, ["hyphenation"] = true,
}`;
  assert.deepEqual(await readAnnotations(today), [
    { ...nothing, text: 'the lämp', remark: '“lamp”?\nreally', chapter: 'One' },
  ]);
  const before = `return {
    ["bookmarks"] = {
        [1] = { ["datetime"] = "2023-05-01 10:00:00", ["highlighted"] = true, ["notes"] = "the lamp", ["text"] = "Which lamp?", },
        [2] = { ["datetime"] = "2023-05-01 10:05:00", ["notes"] = "a door", ["text"] = "Page 3 a door @ 2023-05-01 10:05:00", },
    },
    ["highlight"] = {
        [12] = { [1] = { ["chapter"] = "One", ["datetime"] = "2023-05-01 10:00:00", ["text"] = "the lamp", }, },
        [13] = { [1] = { ["chapter"] = "One", ["datetime"] = "2023-05-01 10:05:00", ["text"] = "a door", }, },
    },
}`;
  assert.deepEqual(await readAnnotations(before), [
    { ...nothing, text: 'the lamp', remark: 'Which lamp?', chapter: 'One' },
    { ...nothing, text: 'a door', chapter: 'One' },
  ]);
});

test('calibre’s viewer, and its library', async () => {
  const highlight = {
    type: 'highlight',
    highlighted_text: 'the lamp',
    notes: 'bright',
    toc_family_titles: ['Part', 'One'],
  };
  const expected = [{ ...nothing, text: 'the lamp', remark: 'bright', chapter: 'One' }];
  assert.deepEqual(
    await readAnnotations(JSON.stringify({ version: 1, type: 'calibre_highlights', highlights: [highlight] })),
    expected,
  );
  assert.deepEqual(
    await readAnnotations(JSON.stringify({ annotations: [{ format: 'EPUB', annotation: highlight }] })),
    expected,
  );
});

test('Web Annotations of Readium', async () => {
  const item = {
    type: 'Annotation',
    target: {
      source: 'OEBPS/chapter-1.xhtml',
      selector: [
        { type: 'CssSelector', value: 'p' },
        { type: 'TextQuoteSelector', exact: 'the lamp', prefix: 'of ', suffix: ' was' },
      ],
    },
    body: { type: 'TextualBody', value: 'bright' },
  };
  assert.deepEqual(await readAnnotations(JSON.stringify({ type: 'AnnotationSet', items: [item] })), [
    { text: 'the lamp', remark: 'bright', before: 'of', behind: 'was', chapter: 'OEBPS/chapter-1.xhtml' },
  ]);
});

test('Kobo’s .annot', async () => {
  const xml = `<annotationSet xmlns="http://ns.adobe.com/digitaleditions/annotations" xmlns:dc="http://purl.org/dc/elements/1.1/">
<publication><dc:title>Lamp</dc:title></publication>
<annotation><target><fragment start="OEBPS/chapter-1.xhtml#point(/1/4/2:0)" end="x"><text>the lamp</text></fragment></target>
<content><dc:date>2026</dc:date><text>bright &amp; clear</text></content></annotation></annotationSet>`;
  assert.deepEqual(await readAnnotations(xml), [
    { ...nothing, text: 'the lamp', remark: 'bright & clear', chapter: 'OEBPS/chapter-1.xhtml' },
  ]);
});

test('what is no export is known to be none, and nothing in it runs', async () => {
  for (const text of [
    '',
    'The lamp.',
    '{}',
    '[1, 2]',
    '{',
    '<html/>',
    'return 5',
    'return { os.exit(1) }',
    'return {',
    '{"highlights":[{}]}',
  ])
    assert.ok(((await readAnnotations(text)) ?? []).length === 0, text);
});

async function locate(
  files: Readonly<Record<string, string>>,
  ...texts: readonly Partial<typeof nothing & { text: string }>[]
) {
  const { value } = await readBook(manuscriptOf(files), { loadPlugins: async () => ({ value: [], problems: [] }) });
  assert.ok(value);
  const annotations = texts.map((each) => ({ ...nothing, text: '', ...each }));
  return locateAnnotations(annotations, value, new Map(Object.entries(files)));
}
const shown = (located: Awaited<ReturnType<typeof locate>>) =>
  located.map(({ place, places, isPartly }) => [
    place && `${place.path}:${place.line}:${place.column}`,
    places,
    isPartly,
  ]);

test('words are found through marks, entities, emphasis and line ends, at their line and column', async () => {
  const files = {
    'book.yaml': 'title: Lamp\nlang: en\n',
    'a.md':
      '# One\n\nShe said "don\'t\nyou *dare* touch R&amp;D\'s lamp..." and went.\n\nA door.[^1]\n\n[^1]: Of oak, they say.\n',
  };
  const found = await locate(
    files,
    { text: '“don’t you dare touch' },
    { text: 'R&D’s lamp… and' },
    { text: 'Of oak' },
    { text: 'touch the moon and the stars above' },
    { text: 'and went. A door' },
    { text: 'One' },
  );
  assert.deepEqual(shown(found), [
    ['a.md:3:11', 1, false],
    ['a.md:4:18', 1, false],
    ['a.md:8:7', 1, false],
    [undefined, 0, false],
    ['a.md:4:37', 1, false],
    ['a.md:1:3', 1, false],
  ]);
});

test('words in several places are told apart by what stands around them, or by the chapter, or said to be in several', async () => {
  const files = {
    'book.yaml': 'title: Lamp\nlang: en\n',
    'a.md': '# One\n\nThe lamp burned. A lamp burned.\n',
    'b.md': '# Two\n\nThe lamp burned. She slept well that night and the next.\n',
  };
  const found = await locate(
    files,
    { text: 'lamp burned' },
    { text: 'lamp burned', before: 'A' },
    { text: 'lamp burned', behind: 'She' },
    { text: 'lamp burned', chapter: 'Two' },
    { text: 'lamp burned', chapter: 'OEBPS/chapter-2.xhtml' },
    { text: 'She slept well that night and the day after' },
  );
  assert.deepEqual(shown(found), [
    ['a.md:3:5', 3, false],
    ['a.md:3:20', 1, false],
    ['b.md:3:5', 1, false],
    ['b.md:3:5', 1, false],
    ['b.md:3:5', 1, false],
    ['b.md:3:18', 1, true],
  ]);
});
