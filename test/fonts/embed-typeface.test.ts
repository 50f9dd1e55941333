import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Face, Blob as FontBlob } from 'harfbuzzjs';
import { type FaceName, faceNames } from '../../scripts/book/font-faces.ts';
import type { Publication } from '../../scripts/book/publication.ts';
import { type ThemeName, type Typeface, themes } from '../../scripts/book/themes.ts';
import { characterMap } from '../../scripts/codecs/open-type.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { embedTypeface, subsetFace } from '../../scripts/fonts/embed-typeface.ts';
import { fitTypeface, openTypeface } from '../../scripts/fonts/fit-typeface.ts';
import { printedText } from '../../scripts/fonts/printed-characters.ts';
import type { Outcome } from '../../scripts/report/problem.ts';
import { templatesOf } from '../../scripts/templates/press-templates.ts';
import { parsed } from '../editions/editing.ts';
import { render } from '../render/rendering.ts';

const chapter = (text: string) => ({
  'book.yaml': 'title: T\nauthor: Ada\nlang: en\nembed-fonts: yes',
  'chapter.md': `# One\n\n${text}\n`,
});

async function embedded(
  text: string,
  typeface: Typeface = themes.classic.typeface,
  files: Readonly<Record<string, string>> = {},
): Promise<Outcome<Publication>> {
  const { rendered, publication } = await render({ ...chapter(text), ...files });
  const { value, problems } = await fitTypeface(rendered, openAsset, typeface);
  return { value: await embedTypeface(publication, value, openAsset), problems };
}

async function opened(typeface: Typeface): Promise<ReadonlyMap<FaceName, Uint8Array>> {
  const { value } = await openTypeface(typeface, openAsset);
  assert.ok(value, typeface.package);
  return value.faces;
}

/** What HarfBuzz finds in a font. */
function judged(font: Uint8Array) {
  const face = new Face(new FontBlob(font.slice().buffer));
  const tags = (table: 'GSUB' | 'GPOS') => face.getTableFeatureTags(table);
  return { characters: new Set(face.collectUnicodes()), features: new Set([...tags('GSUB'), ...tags('GPOS')]) };
}

for (const [theme, { typeface }] of Object.entries(themes)) {
  test(`the ${theme} typeface has four faces, a licence that reserves no name, and what its sheet asks for`, async () => {
    const { value } = await openTypeface(typeface, openAsset);
    assert.deepEqual([...(value?.faces.keys() ?? [])], [...faceNames]);
    const licence = new TextDecoder().decode(value?.licence);
    assert.match(licence, /SIL Open Font License, Version 1\.1/i);
    assert.doesNotMatch(licence.split('-----')[0] ?? '', /Reserved Font Name/i);
    const sheet = String(templatesOf(theme as ThemeName)['style.css']);
    const asked = ['kern', 'liga', ...(/small-caps/.test(sheet) ? ['smcp', 'onum'] : [])];
    for (const [name, font] of value?.faces ?? [])
      for (const feature of asked) assert.ok(judged(font).features.has(feature), `${name} ${feature}`);
  });

  test(`the character map of the ${theme} typeface is what HarfBuzz reads`, async () => {
    for (const [name, font] of await opened(typeface))
      assert.deepEqual(
        [...characterMap(font)].sort((a, b) => a - b),
        [...judged(font).characters].sort((a, b) => a - b),
        name,
      );
  });
}

test('a font that is cut down keeps the characters, the shaping, and nothing else', async () => {
  const font = (await opened(themes.classic.typeface)).get('regular') ?? new Uint8Array();
  const cut = await subsetFace(font, 'fi é—“”', openAsset);
  const { characters, features } = judged(cut);
  assert.deepEqual(
    [...characters].sort((a, b) => a - b),
    [...'fi é—“”'].map((each) => each.codePointAt(0)).sort((a = 0, b = 0) => a - b),
  );
  for (const feature of ['kern', 'liga', 'smcp']) assert.ok(features.has(feature), feature);
  assert.ok(!features.has('swsh') && !features.has('ss01'));
  assert.ok(cut.length < font.length / 10, String(cut.length));
  assert.deepEqual(await subsetFace(font, '”“—é if', openAsset), cut);
});

test('a book gets four faces of its own characters, their sheet and their licence', async () => {
  const { value, problems } = await embedded('A *naïve* Œuvre, **Łódź**.');
  assert.deepEqual(problems, []);
  assert.equal(value.fontSheet, 'fonts.css');
  const fonts = value.resources.filter(({ mediaType }) => mediaType === 'font/ttf');
  assert.deepEqual(
    fonts.map(({ href }) => href),
    ['regular', 'italic', 'bold', 'bold-italic'].map((name) => `fonts/eb-garamond-${name}.ttf`),
  );
  for (const { href, bytes } of fonts) {
    const has = characterMap(bytes);
    for (const each of 'Tnaïve ŒœŁłódźZ0123•-“”') assert.ok(has.has(each.codePointAt(0) ?? 0), `${each} in ${href}`);
    assert.ok(!has.has(0x416), href);
  }
  const css = new TextDecoder().decode(value.resources.find(({ href }) => href === 'fonts.css')?.bytes);
  for (const { href } of fonts) assert.ok(css.includes(`src: url("${href}")`), href);
  assert.match(css, /body \{ font-family: "EB Garamond", serif; \}/);
  const licence = value.resources.find(({ href }) => href === 'fonts/OFL.txt');
  assert.match(new TextDecoder().decode(licence?.bytes), /Open Font License/);
});

test('characters that a typeface lacks are named at their first line, and left to the reader', async () => {
  const { value, problems } = await embedded('Nothing here.\n\nThe tray marked 活, then 字, then 活.');
  assert.equal(value.fontSheet, 'fonts.css');
  assert.deepEqual(
    problems.map(({ rule, severity, place, reason }) => [rule, severity, place?.path, place?.start?.line, reason]),
    [['typeface-lacks', 'hint', 'chapter.md', 5, 'EB Garamond lacks 活 (U+6D3B), 字 (U+5B57).']],
  );
});

test('a book in another script stays without the typeface, and says so', async () => {
  const { value, problems } = await embedded('活字を拾う。'.repeat(20));
  assert.equal(value.fontSheet, undefined);
  assert.deepEqual(
    value.resources.filter(({ mediaType }) => mediaType === 'font/ttf'),
    [],
  );
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['typeface-lacks'],
  );
  assert.match(problems[0]?.hint ?? '', /not put into the book/);
});

test('a book whose design asks for no typeface gets none', async () => {
  const { value, problems } = await embedded('活', themes.classic.typeface, { 'book.yaml': 'title: T\n' });
  assert.deepEqual([value.fontSheet, problems], [undefined, []]);
});

test('a typeface that is not installed is an error that names its package', async () => {
  for (const gone of [
    { ...themes.classic.typeface, package: '@expo-google-fonts/no-such-family' },
    { ...themes.classic.typeface, licence: 'NO_SUCH_FILE' },
  ]) {
    const { value, problems } = await embedded('Words.', gone);
    assert.equal(value.fontSheet, undefined);
    assert.deepEqual(
      problems.map(({ rule, severity }) => [rule, severity]),
      [['typeface-missing', 'error']],
    );
    assert.ok(problems[0]?.reason.includes(gone.package));
  }
});

test('characters of the title page count, and have no line', async () => {
  const { value, problems } = await embedded('Words.', themes.classic.typeface, {
    'book.yaml': 'title: T\nauthor: 活字 Press\nembed-fonts: yes\n',
  });
  assert.equal(value.fontSheet, 'fonts.css');
  assert.deepEqual(
    problems.map(({ rule, place }) => [rule, place]),
    [['typeface-lacks', undefined]],
  );
});

test('what is printed is text, not attributes; blanks and format marks have no shape', () => {
  const [content, own] = ['<p title="ж">é&#8258;</p>', '\n<p>é&#x2767;&amp;\u00AD\u200B\u2060\u00A0</p>'].map(parsed);
  assert.ok(content && own);
  const position = { start: { line: 3, column: 9 }, end: { line: 3, column: 20 } };
  const written = own.map((node) => ({ ...node, position }));
  const { characters, length } = printedText([{ content }, { content: written, path: 'a.md' }]);
  assert.deepEqual([...characters.keys()].sort(), [...'⁂❧é'].sort());
  assert.equal(characters.get('é')?.count, 2);
  assert.deepEqual(characters.get('❧')?.place, { path: 'a.md', start: { line: 3, column: 1 } });
  assert.equal(characters.get('é')?.place, undefined);
  assert.equal(length, 'é⁂\né❧&\u00AD\u200B\u2060\u00A0'.length);
});

test('what is no font has no characters', () => {
  assert.equal(characterMap(new Uint8Array(0)).size, 0);
  assert.equal(characterMap(new Uint8Array(64)).size, 0);
});
