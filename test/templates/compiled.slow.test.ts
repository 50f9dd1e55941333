import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { themeNames } from '../../scripts/book/themes.ts';
import { templatesOf } from '../../scripts/templates/press-templates.ts';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

/** A book that has every page the templates print, its cover drawn. */
const story = {
  'chapter-1.md': '# One & only\n\nA note.[^1]\n\n[^1]: Of “it”.\n',
  'chapter-2.md':
    '# Two\n\n## A part of it\n\nText with <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>.\n',
};
const facts = (theme: string) => `title: "Ampersands & <brackets>"
subtitle: A 'subtitle'
author: [{ name: Ada "A" Lovelace, file-as: "Lovelace, Ada" }]
contributors: [{ name: Bob, role: editor }]
lang: en
theme: ${theme}
series: { name: S, position: 2 }
publisher: P
description: "One paragraph.\\n\\nAnother."
date: 2020-02-02
rights: R
source: https://example.org/
tags: [a, b]
rating: General
fandoms: [F]
characters: [C]
status: complete
words: true
accessibility: { certified-by: Me }
`;

/** The parts of the book that a manuscript gives in an edition, by name, without what its sources' checksums make of it. */
async function parts(files: Readonly<Record<string, string>>, edition: string): Promise<ReadonlyMap<string, string>> {
  const out = join(makeFolder(), 'book.epub');
  const { status, stderr } = await fleuron(['build', makeFiles(files), '-o', out, '--edition', edition, '--quiet']);
  assert.equal(status, 0, stderr);
  const { entries } = readEpub(readFileSync(out));
  return new Map(
    entries
      .filter(({ name }) => !name.endsWith('.sha256'))
      .map(({ name, bytes }) => [
        name,
        Buffer.from(bytes)
          .toString('latin1')
          .replace(/[\da-f]{12,}/g, '…'),
      ]),
  );
}

for (const theme of themeNames)
  test(`what the ${theme} templates are compiled to prints what EJS prints of their text`, async () => {
    const manuscript = { ...story, 'book.yaml': facts(theme) };
    const texts = Object.entries(templatesOf(theme)).flatMap(([name, source]) =>
      typeof source === 'string' ? [] : [[`templates/${name}`, source.text] as const],
    );
    const cover = 'templates/cover.svg.ejs';
    const pages = Object.fromEntries(texts.filter(([name]) => name !== cover));
    for (const edition of ['epub', 'legacy'])
      assert.deepEqual(await parts({ ...manuscript, ...pages }, edition), await parts(manuscript, edition));
    // An author's own drawing is described in other words, so that only the picture is the same.
    const drawn = Object.fromEntries(texts.filter(([name]) => name === cover));
    const [own, ours] = [await parts({ ...manuscript, ...drawn }, 'epub'), await parts(manuscript, 'epub')];
    const pictureOf = (book: ReadonlyMap<string, string>) => [...book].find(([name]) => name.endsWith('.jpg'))?.[1];
    assert.ok(pictureOf(ours));
    assert.equal(pictureOf(own), pictureOf(ours));
  });
