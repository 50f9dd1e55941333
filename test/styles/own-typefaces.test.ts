/** Typefaces that `fonts:` brings into a book. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { editionNames } from '../../scripts/book/editions.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { tell } from '../tools/manuscript.ts';
import { root } from '../tools/need.ts';

const garamond = join(root, 'node_modules/@expo-google-fonts/eb-garamond');
const regular = readFileSync(join(garamond, '400Regular/EBGaramond_400Regular.ttf'));
const bold = readFileSync(join(garamond, '700Bold/EBGaramond_700Bold.ttf'));
const files = { 'fonts/Garamond-Regular.ttf': regular, 'fonts/Garamond-Bold.ttf': bold, 'fonts/Lato.ttf': regular };
const both = `fonts:
  body: { regular: fonts/Garamond-Regular.ttf, bold: fonts/Garamond-Bold.ttf }
  headings: fonts/Lato.ttf
  licence: SIL Open Font License 1.1
`;
const css = `@font-face { font-family: "Own Body"; font-weight: normal; font-style: normal; src: url("fonts/style-1.ttf"); }
@font-face { font-family: "Own Body"; font-weight: bold; font-style: normal; src: url("fonts/style-2.ttf"); }
body, body > main { font-family: "Own Body", serif; }
@font-face { font-family: "Own Headings"; font-weight: normal; font-style: normal; src: url("fonts/style-3.ttf"); }
@font-face { font-family: "Own Headings"; font-weight: bold; font-style: normal; src: url("fonts/style-3.ttf"); }
h1, h2, h3, h4, h5, h6, .title-page .book-title { font-family: "Own Headings", serif; }
`;
const facts = 'title: T\nauthor: A\ndraw-cover: no\n';

/** A book of these files and what was told of it, Kindle's advice left out. */
async function built(given: Readonly<Record<string, string | Uint8Array>>, file = '') {
  const { value, problems } = await buildPath(join(makeFiles(given), file), {
    loadPlugins: refusePlugins,
    untrusted: true,
    editions: editionNames,
  });
  assert.ok(value, problems.map(tell).join('\n'));
  const told = problems.filter(({ rule }) => rule !== 'kindle-advice');
  return { book: readEpub(value.epub), told: told.map(tell), problems: told, value };
}

for (const [what, given, file] of [
  ['book.yaml', { 'book.yaml': facts + both, 'a.md': '# One\n\nWords.\n' }, ''],
  ['the metadata block of a file', { 'a.md': `---\n${facts}${both}---\n\n# One\n\nWords.\n` }, 'a.md'],
] as const)
  test(`typefaces that ${what} names set the body and the headings, and the colophon tells of them`, async () => {
    const { book, told, value } = await built({ ...given, ...files }, file);
    assert.deepEqual(told, []);
    assert.equal(book.text('OEBPS/added.css'), css);
    const font = book.entries.find(({ name }) => name === 'OEBPS/fonts/style-2.ttf');
    assert.deepEqual(new Uint8Array(font?.bytes ?? []), new Uint8Array(bold));
    assert.match(book.text('OEBPS/chapter-1.xhtml'), /href="modern\.css"\/>\n<link [^>]*href="added\.css"\/>/);
    assert.match(book.text('OEBPS/colophon.xhtml'), />Garamond, Lato \(SIL Open Font License 1\.1\)</);
    assert.match(book.text('META-INF/fleuron-sources.sha256'), / {2}fonts\/Garamond-Bold\.ttf$/m);
    const others = value.editions.map(({ name, bytes }) =>
      name === 'web'
        ? new TextDecoder().decode(bytes)
        : readEpub(bytes).text(name === 'legacy' ? 'OEBPS/style.css' : 'OEBPS/added.css'),
    );
    for (const css of others) {
      const sets = [...css.matchAll(/body > (?:div\.)?main \{[^}]*font-family: ([^;]*);/g)];
      assert.equal(sets.at(-1)?.[1], '"Own Body", serif');
    }
  });

test('a sheet of the author’s comes after the typefaces, and leads back to its own lines', async () => {
  const { book, value } = await built({
    'book.yaml': facts + both,
    'a.md': 'Words.\n',
    'style.css': '\nh1 { font-family: serif }\n',
    ...files,
  });
  assert.equal(book.text('OEBPS/added.css'), `${css}h1 { font-family: serif; }\n`);
  const lines = value.editions[0]?.documents.find(({ href }) => href === 'added.css')?.lines;
  assert.deepEqual(lines?.slice(0, 7), [0, 0, 0, 0, 0, 0, 2]);
});

test('what is no typeface is left out and told; without a licence there is a hint', async () => {
  const yaml = `${facts}fonts:\n  body: fonts/Lato.ttf\n  headings: {regular: fonts/none.ttf, bold: fake.otf}\n`;
  const { book, problems } = await built({
    'book.yaml': yaml,
    'a.md': 'Words.\n',
    'fake.otf': 'OTTO, but no font',
    ...files,
  });
  assert.deepEqual(
    problems.map((each) => `${tell(each)} ${each.severity}`),
    ['book.yaml:5:3 style-file warning', 'book.yaml:5:3 style-file warning', 'book.yaml:5:3 typeface-licence hint'],
  );
  assert.equal(book.text('OEBPS/added.css').match(/font-family/g)?.length, 2);
  assert.match(book.text('OEBPS/colophon.xhtml'), />Lato</);
});

test('with nothing but what is no typeface the book is as without', async () => {
  const { book, told } = await built({
    'book.yaml': `${facts}fonts:\n  body: fake.otf\n`,
    'a.md': 'Words.\n',
    'fake.otf': '',
  });
  assert.deepEqual(told, ['book.yaml:5:3 style-file']);
  assert.doesNotMatch(book.text('OEBPS/chapter-1.xhtml'), /added\.css/);
});

test('a typeface that forbids to embed it is told, in fonts: and in a style sheet', async () => {
  for (const [fsType, isTold] of [
    [0, false],
    [2, true],
    [4, false],
    [8, false],
    [2 | 8, false],
    [0x200, true],
  ] as const) {
    const font = withFsType(regular, fsType);
    const { told } = await built({
      'book.yaml': `${facts}fonts: {body: a.ttf, licence: L}\n`,
      'a.md': 'Words.\n',
      'style.css': '@font-face { font-family: B; src: url(b.ttf) }',
      'a.ttf': font,
      'b.ttf': font,
    });
    const places = ['style.css:1:35 typeface-embedding', 'book.yaml:4:8 typeface-embedding'];
    assert.deepEqual([...told].sort(), isTold ? places.sort() : [], String(fsType));
  }
});

test('the theme’s typeface stays out where the body has another', async () => {
  for (const [fonts, has] of [
    ['fonts: {body: fonts/Lato.ttf, licence: L}', false],
    ['fonts: {headings: fonts/Lato.ttf, licence: L}', true],
  ] as const) {
    const given = { 'book.yaml': `${facts}embed-fonts: yes\n${fonts}\n`, 'a.md': 'Words.\n', ...files };
    const { book } = await built(given);
    const colophon = book.text('OEBPS/colophon.xhtml');
    assert.equal(/EB Garamond, Lato \(L\)/.test(colophon), has);
  }
});

/** A font with other embedding permissions. */
function withFsType(font: Uint8Array, value: number): Uint8Array {
  const copy = Uint8Array.from(font);
  const view = new DataView(copy.buffer);
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
    if (view.getUint32(at) === 0x4f532f32) view.setUint16(view.getUint32(at + 8) + 8, value);
  return copy;
}
