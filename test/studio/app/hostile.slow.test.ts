/** Manuscripts that want to run or to ask for something: in the studio none of them does. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFiles } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import { packZip } from '../../tools/zip.ts';
import { serve } from '../worker/hosted-studio.ts';
import { bookShown, bring, confirmGuesses, inStudio, inside, leave, tab } from './driven-app.ts';

/** Collections of attacks on sanitizers: they call `alert`, or ask a port of this machine. */
const corpora = resolve(root, '../shared/robust/corpora');
const known = (): readonly string[] =>
  existsSync(corpora)
    ? ['h5sc', 'owasp', 'dompurify'].flatMap(
        (name) => JSON.parse(readFileSync(join(corpora, `${name}.json`), 'utf8')) as readonly string[],
      )
    : [];

/** Markup that would call `pwned` or ask `there` for something, each in another way. */
const attacks = (there: string): readonly string[] => [
  '<script>top.pwned = 1</script>',
  '<img src="x.png" onerror="top.pwned = 2" alt="">',
  `<img src="${there}a.png" alt=""><picture><source srcset="${there}b.png"><img src="${there}c.png" alt=""></picture>`,
  '<svg xmlns="http://www.w3.org/2000/svg" onload="top.pwned = 3"><script>top.pwned = 4</script><a href="javascript:top.pwned = 5"><text y="20">Click me svg</text></a></svg>',
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image href="${there}d.png" xlink:href="${there}e.png" width="9" height="9"/><use href="${there}f.svg#a"/></svg>`,
  `<iframe src="${there}g.html" srcdoc="<script>top.pwned = 6</script>"></iframe><object data="${there}h"></object><embed src="${there}i">`,
  `<style>@import url("${there}j.css"); p { background: url("${there}k.png") }</style><p style="background: url('${there}l.png')">Styled.</p>`,
  `<link rel="stylesheet" href="${there}m.css"><meta http-equiv="refresh" content="0; url=${there}n">`,
  '<a href="javascript:top.pwned = 7">Click me link</a><p onclick="top.pwned = 8">Click me words</p>',
  `<video src="${there}o.mp4" poster="${there}p.png" autoplay></video><audio src="${there}q.mp3"></audio>`,
  `<form action="${there}r"><button formaction="javascript:top.pwned = 9">Click me button</button></form>`,
  '<math><mtext><img src="y" onerror="top.pwned = 10"></mtext></math><details open ontoggle="top.pwned = 11">More</details>',
  `<base href="${there}s/"><a href="t" ping="${there}u" target="_top">Click me base</a>`,
];
const links = (there: string): string =>
  `[script](javascript:top.pwned=12) ![remote](${there}v.png) [data](data:text/html,<script>top.pwned=13</script>) <javascript:top.pwned=14>`;

const page = (there: string): string =>
  `<!doctype html><html><head><title>A Page</title><link rel="stylesheet" href="${there}w.css"></head><body onload="top.pwned = 15"><h1>One</h1><p>Words of it.</p>${attacks(there).join('\n')}</body></html>`;

const epub = (there: string): Uint8Array =>
  packZip(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      'p.opf':
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier><dc:title>A Book</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml" properties="scripted"/></manifest><spine><itemref idref="a"/></spine></package>',
      'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title><script src="${there}x.js"/><script>top.pwned = 16</script><link rel="stylesheet" href="${there}y.css"/></head><body onload="top.pwned = 17"><h1>One</h1><p>Words of it.</p><p onclick="top.pwned = 18">Click me words</p><img src="${there}z.png" alt="" onerror="top.pwned = 19"/><a href="javascript:top.pwned = 20">Click me link</a></body></html>`,
    },
    ['mimetype'],
  );

inStudio('a hostile story runs nothing and asks for nothing', async (app) => {
  const foreign = await serve();
  const there = foreign.address;
  const markdown = `# One\n\nWords of it.\n\n${attacks(there).join('\n\n')}\n\n${links(there)}\n`;
  const folder = makeFiles({
    'md/book.yaml': `title: "<img src=x onerror=top.pwned=21>"\nauthor: "<script>top.pwned=22</script>"\nlang: en\ncover-alt: "\\"><script>top.pwned=23</script>"\n`,
    'md/style.css': `@import "${there}css1"; @import url(${there}css2); @font-face { font-family: x; src: url(${there}font) } body { font-family: x; background: url(${there}css3) } p::before { content: url(${there}css4) }`,
    'md/chapter-1.md': markdown,
    'story.html': page(there),
    'story.epub': epub(there),
    'story.txt': `One\n\n${attacks(there).join('\n\n')}\n`,
    'single.md': markdown,
    'known.md': `# One\n\n${known().join('\n\n')}\n`,
    'known.html': `<!doctype html><title>Known</title><h1>One</h1><p>Words of it.</p>${known().join('\n')}`,
  });
  const dialogs: string[] = [];
  app.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const { page: tabPage } = app;
  let shown = 0;
  for (const name of ['md', 'single.md', 'story.html', 'story.epub', 'story.txt', 'known.md', 'known.html']) {
    await bring(app, [join(folder, name)], name === 'md');
    if ((await tabPage.locator('.refusal').count()) > 0) continue;
    await confirmGuesses(app);
    await bookShown(app).catch(() => assert.fail(`${name} is not shown`));
    shown += 1;
    for (let turn = 0; turn < 6; turn++) {
      await tabPage.getByRole('button', { name: 'Next page' }).click();
      await tabPage.waitForTimeout(150);
      for (const frame of tabPage.frames().filter((each) => each.url().startsWith('blob:')))
        for (const words of await frame.getByText('Click me').all()) await words.dispatchEvent('click').catch(() => {});
    }
    for (const panel of ['Noticed', 'Dress', 'Take away']) await tab(app, panel);
    await tabPage
      .locator('.look select')
      .first()
      .selectOption('web')
      .catch(() => {});
    await tabPage.waitForTimeout(300);
    assert.equal(await inside(tabPage, '() => globalThis.pwned ?? null'), null, name);
    assert.equal(new URL(tabPage.url()).origin, new URL(app.host.address).origin, name);
    assert.deepEqual([foreign.asked, dialogs], [[], []], name);
    await leave(app);
  }
  await foreign.close();
  assert.equal(shown, 7, 'none is refused');
  // A request that the policy holds back is a fault that the browser tells.
  app.faults.splice(0);
  assert.deepEqual(
    app.requests.filter((each) => each.startsWith(there)),
    [],
  );
});
