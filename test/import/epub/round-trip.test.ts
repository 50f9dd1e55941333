import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import { round } from '../../tools/round.ts';

// raw-html holds white space that Markdown cannot show, and a page About This Copy comes back as a page, not as
// metadata; docs/import.md says so.
const samples = readdirSync(join(root, 'test/samples')).filter(
  (name) => !['raw-html', 'about-this-copy'].includes(name),
);

for (const sample of [...samples.map((name) => `test/samples/${name}/manuscript`), 'manuscript'])
  test(`build, import, build gives the same bytes: ${sample}`, async () => {
    const { first, second } = await round(join(root, sample));
    assert.equal(second, first);
  });

test('contributors, series, rights, an odd order and titles for the contents come back', async () => {
  const { first, second } = await round(
    makeFiles({
      'book.yaml': `title: "The Lamp: A Tale"
author: {name: Ann Quoin, file-as: "Quoin, Ann"}
contributors: [{name: Bea, role: beta}, {name: Ed, role: editor}, Carl]
lang: en-GB
identifier: urn:isbn:9780000000002
publisher: Saltmarsh
description: "Of a lamp, & more"
date: 2020-02
updated: 2021-03-04
series: {name: Lamps, position: 2.5}
tags: ["a, b", c]
rights: All of them
source: https://example.org/lamp
order: [z.md, epigraph.md, a.md, notes.md]
`,
      'z.md': '---\ntitle: Unseen\nlang: fr\n---\n\nIl faisait *noir*.\n\n### Plus tard\n\nToujours.\n',
      'epigraph.md': 'A lamp.\n',
      'a.md':
        '# A *Lamp*[^1]\n\n1\\. No list. \\*none\\* ***both*** un*frigging*real **_so_**\n\n[^1]: See [there](z.md#plus-tard).\n',
      'notes.md': '# Notes\n\nThanks.\n',
    }),
  );
  assert.equal(second, first);
});
