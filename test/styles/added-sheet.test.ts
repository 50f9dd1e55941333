/** A style sheet beside the story, which adds to the theme. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type EditionName, editionNames } from '../../scripts/book/editions.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';
import { png } from '../pictures/make.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { tell } from '../tools/manuscript.ts';
import { root } from '../tools/need.ts';

const typeface = join(root, 'node_modules/@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf');
const css = `@font-face { font-family: Mine; src: url(fonts/mine.ttf) }
p { color: red; position: fixed; background: url(paper.png) }
q { hyphens: none }
`;
const kept = `@font-face { font-family: Mine; src: url("fonts/style-1.ttf"); }
p { color: red; background: url("images/style-2.png"); }
q { hyphens: none; }
`;
const files = { 'fonts/mine.ttf': readFileSync(typeface), 'paper.png': png({}) };
const words = '---\ntitle: T\nauthor: A\ndraw-cover: no\n---\n\n# One\n\nWords.\n';

/** A book of a folder, or of one file in it. */
async function built(given: Readonly<Record<string, string | Uint8Array>>, file = '') {
  const { value, problems } = await buildPath(join(makeFiles(given), file), {
    loadPlugins: refusePlugins,
    untrusted: true,
    editions: editionNames,
  });
  assert.ok(value, problems.map(tell).join('\n'));
  const bytes = (name: EditionName) => value.editions.find((each) => each.name === name)?.bytes ?? new Uint8Array();
  const linked = (name: EditionName) =>
    [
      ...readEpub(bytes(name))
        .text('OEBPS/chapter-1.xhtml')
        .matchAll(/href="([^"]*\.css)"/g),
    ].map(([, href]) => href);
  const text = (name: EditionName, path: string) => readEpub(bytes(name)).text(path);
  return { value, told: problems.map(tell).filter((each) => !each.endsWith('kindle-advice')), bytes, linked, text };
}

for (const [what, sheet, given, file] of [
  ['a folder', 'style.css', { 'a.md': words, 'style.css': css }, ''],
  ['a file', 'story.css', { 'story.md': words, 'story.css': css }, 'story.md'],
] as const)
  test(`the sheet beside ${what} comes after the theme’s, with the files that it names, in a stranger’s book too`, async () => {
    const { told, linked, text, bytes } = await built({ ...given, ...files }, file);
    assert.deepEqual(told, [`${sheet}:2:17 style-left-out`]);
    for (const name of ['epub', 'kobo', 'kindle'] as const)
      assert.deepEqual(linked(name), ['style.css', 'modern.css', 'added.css']);
    for (const name of ['epub', 'kobo'] as const) assert.equal(text(name, 'OEBPS/added.css'), kept);
    assert.match(text('kindle', 'OEBPS/added.css'), /p \{ color: red; background: url\("images\/style-2\.png"\); \}/);
    assert.match(text('legacy', 'OEBPS/style.css'), /p \{ color: red; background: url\("images\/style-2\.png"\); \}/);
    assert.match(new TextDecoder().decode(bytes('web')), /q \{ hyphens: none; \}/);
    const sources = text('epub', 'META-INF/fleuron-sources.sha256');
    for (const path of [sheet, 'fonts/mine.ttf', 'paper.png']) assert.match(sources, new RegExp(`  ${path}$`, 'm'));
  });

test('only a sheet of its own name is a file’s, and only one at the top a folder’s', async () => {
  for (const [given, file] of [
    [{ 'story.md': words, 'style.css': css }, 'story.md'],
    [{ 'a.md': words, 'a.css': css, 'site/style.css': css }, ''],
  ] as const) {
    const { told, linked } = await built(given, file);
    assert.deepEqual([told, linked('epub')], [[], ['style.css', 'modern.css']]);
  }
});

test('it adds to a style sheet of the author’s own that stands for the theme’s', async () => {
  const { text, linked, value } = await built({
    'a.md': words,
    'templates/style.css': 'p { margin: 0 }\n',
    'style.css': '@namespace e url(http://www.idpf.org/2007/ops);\n\nq { color: red }\n',
  });
  assert.match(text('epub', 'OEBPS/style.css'), /\np \{ margin: 0; \}\n$/);
  assert.deepEqual(linked('epub'), ['style.css', 'modern.css', 'added.css']);
  const lines = text('epub', 'OEBPS/added.css').split('\n');
  const bound = value.editions[0]?.documents.find(({ href }) => href === 'added.css');
  assert.equal(bound?.lines[lines.indexOf('q { color: red; }')], 3);
});

test('a page template that does not link it is told', async () => {
  const given = { 'a.md': words, 'style.css': css, ...files };
  const page = readFileSync(join(root, 'templates/page.xhtml.ejs'), 'utf8').replace(
    /<% if \(addedSheet[\s\S]*?<% } %>/,
    '',
  );
  const { problems } = await buildPath(makeFiles({ ...given, 'templates/page.xhtml.ejs': page }), {
    loadPlugins: refusePlugins,
  });
  assert.deepEqual(problems.map(tell), ['style.css:2:17 style-left-out', 'templates/page.xhtml.ejs style-left-out']);
});

test('a sheet that is not UTF-8, or too large, gives no book', async () => {
  for (const [sheet, rule] of [
    [Buffer.from('p { content: "\xE9" }', 'latin1'), 'file-not-utf8'],
    ['p'.repeat(1_100_000), 'file-too-large'],
  ] as const)
    for (const [given, file] of [
      [{ 'a.md': words, 'style.css': sheet }, ''],
      [{ 'a.md': words, 'a.css': sheet }, 'a.md'],
    ] as const) {
      const { value, problems } = await buildPath(join(makeFiles(given), file), { loadPlugins: refusePlugins });
      assert.deepEqual([value, problems.map(({ rule }) => rule)], [undefined, [rule]]);
    }
});
