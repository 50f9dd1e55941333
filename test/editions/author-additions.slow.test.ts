/** What an author adds to a book (style, typefaces, marks of pages): valid in every edition, kept and proved by an archive. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { editionNames } from '../../scripts/book/editions.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { png } from '../pictures/make.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { quickBuild, tell } from '../tools/manuscript.ts';
import { need, root } from '../tools/need.ts';

const faces = join(root, 'node_modules/@expo-google-fonts/eb-garamond');
const facts = `title: T
author: A
pages-of: urn:isbn:9780000000002
fonts: { body: { regular: fonts/a.ttf, bold: fonts/b.ttf }, headings: fonts/b.ttf, licence: OFL 1.1 }
`;
const text = `# One

[p. 1] It was late, and [p. 2] he went home. []{.pagebreak title="3"}Then <span epub:type="pagebreak" id="p4" title="4"/>he slept.

<div epub:type="pagebreak" title="5"></div>

- [p. 6] An end.

> [p. 7]

| a | b |
|---|---|
| [p. 8] | c |
`;
const css = `@font-face { font-family: C; src: url(fonts/a.ttf) }
@namespace e "http://www.idpf.org/2007/ops";
p { background: url(a.png); hyphens: none; direction: rtl }
@media (min-width: 20em) { h1 { display: flex } }
`;
const files = {
  'fonts/a.ttf': readFileSync(join(faces, '400Regular/EBGaramond_400Regular.ttf')),
  'fonts/b.ttf': readFileSync(join(faces, '700Bold/EBGaramond_700Bold.ttf')),
  'a.png': png({}),
};
const given = {
  folder: join(makeFiles({ ...files, 'book.yaml': facts, 'a.md': text, 'style.css': css })),
  file: join(makeFiles({ ...files, 'a.md': `---\n${facts}---\n\n${text}`, 'a.css': css }), 'a.md'),
};

test('every edition of a folder and of a file is valid', async (context) => {
  const books = new Map<string, Uint8Array>();
  for (const [what, path] of Object.entries(given)) {
    const { value, problems } = await buildPath(path, { ...quickBuild, editions: editionNames });
    assert.deepEqual(
      problems.map(tell).filter((each) => !each.endsWith('kindle-advice')),
      [`${what === 'file' ? 'a' : 'style'}.css:3:44 style-left-out`],
    );
    for (const { name, bytes } of value?.editions ?? []) if (name !== 'web') books.set(`${what} ${name}`, bytes);
  }
  assert.equal(books.size, 2 * (editionNames.length - 1));
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  for (const [name, findings] of await epubcheckMany(jar, books)) assert.deepEqual(findings, [], name);
});

test('an archive keeps the sheet and the typefaces, and gives the same book again', async () => {
  for (const path of Object.values(given)) {
    const bag = join(makeFolder(), 'bag');
    const archived = await fleuron(['archive', path, '-o', bag]);
    assert.equal(archived.status, 0, archived.stderr);
    const verified = await fleuron(['verify', bag]);
    assert.equal(verified.status, 0, verified.stderr + verified.stdout);
  }
});
