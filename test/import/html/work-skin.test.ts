import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

const style = `#workskin .hide { display: none }
#workskin .breply { text-align: right; border-radius: 1em }
#workskin .tip { visibility: hidden } #workskin .tipped:hover .tip { visibility: visible }`;

/** What a work’s text is, and the Markdown it becomes. */
const cases: readonly (readonly [name: string, html: string, markdown: string])[] = [
  [
    'text messages whose labels its style hides',
    `<div class="phone"><p class="messagebody"><span class="header">Dad</span><br/><span class="text"><span class="hide">Dad: </span>Are you <em>awake</em>?</span><br/>
<span class="breply"><span class="hide">Nell: </span>No</span></p></div>`,
    ':::texts{me="Nell"}\n*Dad*\nDad: Are you *awake*?\nNell: No\n:::',
  ],
  [
    'a chat whose names stand above messages',
    '<div class="discord"><p class="username">Cardew</p><p>Who put it there?</p><p>Well?</p><p class="username">Nell</p><p class="sent">The tide.</p></div>',
    ':::chat{me="Nell"}\nCardew: Who put it there?\nWell?\nNell: The tide.\n:::',
  ],
  [
    'a chat whose names stand in bold, without a colon',
    '<div class="chatlog"><p><b>Cardew</b> Who?</p><p><b>Nell:</b> The tide.</p></div>',
    ':::chat\n**Cardew**: Who?\n**Nell:** The tide.\n:::',
  ],
  [
    'messages of nobody as the paragraphs they are',
    '<div class="phone"><p class="text">Awake?</p><p class="breply">No</p></div>',
    'Awake?\n\n-> No ->',
  ],
  [
    'translations that show themselves when pointed at as notes',
    '<p>“<span class="tipped">Salut<span class="tip">Hello</span></span>,” said <span title="my aunt">Tante</span> Marie.</p>',
    '“Salut[^1],” said Tante[^2] Marie.\n\n[^1]: Hello\n\n[^2]: my aunt',
  ],
  [
    'a letter',
    '<div class="letter"><p>Dear Ann,</p><p>Come.</p><p>Bea</p></div>',
    ':::letter\nDear Ann,\n\nCome.\n\nBea\n:::',
  ],
  [
    'an e-mail',
    '<div class="email"><p>From: Ann<br/>To: Bea</p><p>Come.</p></div>',
    ':::email\nFrom: Ann\\\nTo: Bea\n\nCome.\n:::',
  ],
  ['ruby as ruby', '<p><ruby>鬼<rt>oni</rt></ruby> came.</p>', '<ruby>鬼<rt>oni</rt></ruby> came.'],
];

const work = (
  html: string,
): string => `<!DOCTYPE html><html lang="en"><head><title>The Lamp</title><style>${style}</style></head><body>
<div id="workskin"><div class="preface group"><h2 class="title heading">The Lamp</h2></div>
<div id="chapters"><div class="userstuff">${html}</div></div></div></body></html>`;

for (const [name, html, markdown] of cases)
  test(`a work’s own skin: ${name}`, async () => {
    const { value, problems } = await importFile(join(makeFiles({ 'page.html': work(html) }), 'page.html'));
    assert.ok(value, JSON.stringify(problems));
    assert.equal(value.manuscript.files[0]?.text, `# The Lamp\n\n${markdown}\n`);
  });
