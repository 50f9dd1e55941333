import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFiles } from '../../tools/folder.ts';
import { bookOf } from '../../tools/press.ts';
import { brought, buildsCleanly, dot } from './import-text.ts';

const vault = {
  '.obsidian/app.json': '{}',
  'Chapters/1 Dark.md': `---
title: Dark
author: Ann Quoin
tags: ["#story", night]
cssclasses: wide
---
It was ==very== dark. %%check this%% See [[2 Light|the light]] and [[2 Light#The Oil]]. ^abc

![[lamp.svg|300]]

> [!note] Beware
> The dark is deep.

> [!warning]
> Deeper.

![[Fragment]]
`,
  'Chapters/2 Light.md':
    '# The Light\n\nIt came.[^1]\n\n## The Oil\n\nOil. [[1 Dark#^abc|back]] [[Nowhere]] ![[Fragment#Part]]\n\n[^1]: Own.\n',
  'Fragment.md': 'A fragment.[^1]\n\n# Part\n\nOnly this.\n\n[^1]: Of the fragment.\n',
  'attachments/lamp.svg': dot,
};

test('a vault becomes a manuscript that builds cleanly', async () => {
  const { files, problems } = await brought(vault);
  assert.match(files['book.yaml'] ?? '', /authors: \[Ann Quoin\]\ntags: \[story, night\]\n/);
  assert.deepEqual(Object.keys(files).sort(), [
    'Chapters/1 Dark.md',
    'Chapters/2 Light.md',
    'attachments/lamp.svg',
    'book.yaml',
  ]);
  assert.match(
    files['Chapters/1 Dark.md'] ?? '',
    /# Dark\n\n[\s\S]*> Deeper\.\n\nA fragment\.\[\^e1-1\]\n\n## Part\n\nOnly this\.\n\n\[\^e1-1\]: Of the fragment\.\n/,
  );
  assert.match(
    files['Chapters/2 Light.md'] ?? '',
    /Oil\. \[\[1 Dark#\^abc\|back\]\] \[\[Nowhere\]\] \n\n## Part\n\nOnly this\./,
  );
  const told = problems.map(({ place, reason }) => `${place?.path}:${place?.start?.line ?? ''} ${reason}`).join('\n');
  assert.match(told, /^Chapters\/1 Dark\.md:5 Left out: the key “cssclasses”.*wide/m);
  await buildsCleanly(files);
});

test('one note of a vault is built in one go; notes that it embeds come along', async () => {
  const folder = makeFiles(vault);
  assert.ok((await bookOf(`${folder}/Chapters/2 Light.md`)).length > 0);
});

test('notes that embed one another end, and a note that embeds itself is told', async () => {
  const { files, told } = await brought({ 'a.md': 'A ![[b]]\n', 'b.md': 'B ![[a]]\n', '.obsidian/x': '' }, 'a.md');
  assert.match(files['chapter-1.md'] ?? '', /^A\s+B\s*$/);
  assert.ok(told.includes('a.md:1 import-left-out'), told.join());
});

test('embeds that double themselves end at a limit', async () => {
  const notes: Record<string, string> = { '.obsidian/x': '' };
  for (let at = 0; at < 10; at++) notes[`n${at}.md`] = `w ${`![[n${at + 1}]]\n\n`.repeat(20)}`;
  notes['n10.md'] = 'boom';
  const { files } = await brought(notes, 'n0.md');
  assert.ok((files['chapter-1.md']?.length ?? 0) < 200_000);
});

test('nothing outside the folder is embedded or shown', async () => {
  const files = {
    'vault/.obsidian/x': '',
    'vault/a.md': '![[../secret]] ![[../lamp.svg]] [[../secret|so]] ![x](../lamp.svg)\n',
    'secret.md': 'SECRET',
    'lamp.svg': dot,
  };
  const { files: made } = await brought(files, 'vault/a.md');
  assert.ok(!JSON.stringify(made).includes('SECRET'));
  assert.deepEqual(
    Object.keys(made).filter((path) => path.endsWith('.svg')),
    [],
  );
});
