/** The documentation as a site and as a book: every link leads somewhere, nothing is fetched, and the search finds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { startChromium } from '../studio/worker/hosted-studio.ts';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { filesBelow } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { documents } from './doc-pages.ts';

const folder = join(root, 'build/site');
const files = new Map<string, string>();

before(async () => {
  const ran = await runTool(process.execPath, ['scripts/docs.mjs', 'site'], { env: process.env, seconds: 120 });
  assert.ok(!('failure' in ran));
  assert.deepEqual([ran.stderr, ran.status], ['', 0]);
  for (const [name] of filesBelow(folder)) files.set(name, readFileSync(join(folder, name), 'utf8'));
});

test('every document is a page, each link and each picture of which is there', () => {
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  assert.ok(pages.length > documents.length);
  let inside = 0;
  for (const [name, text] of pages)
    for (const [, attribute = '', value = ''] of text.matchAll(/<[a-z][^<>]*? (href|src)="([^"]*)"/g)) {
      if (/^(?:https?:|data:,|mailto:)/.test(value)) {
        assert.equal(attribute, 'href', `${name} fetches ${value}`);
        continue;
      }
      const [file = '', id] = value.split('#');
      const target = files.get(file === '' ? name : file);
      assert.ok(target !== undefined, `${name} leads to ${value}`);
      assert.ok(id === undefined || target.includes(` id="${id}"`), `${name} leads to ${value}`);
      inside += 1;
    }
  assert.ok(inside > 1000);
  const main = pages.map(([, text]) => text.slice(text.indexOf('<main'))).join('\n');
  assert.doesNotMatch(main, /href="[^":]*\.md\b/);
});

test('the book of the documents is valid, and its links between pages lead inside', async () => {
  const path = join(folder, 'fleuron-docs.epub');
  const { status, stderr } = await fleuron(['check', path]);
  assert.equal(status, 0, stderr);
  const { entries, text } = readEpub(readFileSync(path));
  const pages = entries.filter(({ name }) => name.endsWith('.xhtml')).map(({ name }) => text(name));
  const links = pages.flatMap((page) => [...page.matchAll(/ href="([^"]*)"/g)].map(([, link = '']) => link));
  assert.deepEqual(
    links.filter((link) => /\.md\b/.test(link) && !link.startsWith('http')),
    [],
  );
  assert.ok(links.filter((link) => link.startsWith('chapter-')).length > 100);
});

test('from the disk the search finds, nothing is asked of a network, and axe-core has nothing to say', {
  timeout: 120_000,
}, async (context) => {
  const executablePath = await need(context, 'chromium');
  if (executablePath === undefined) return;
  const browser = await startChromium(executablePath);
  context.after(() => browser.close());
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'cli.html')).href);
    await page.evaluate(axe);
    const found = await page.evaluate<readonly string[]>(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
    );
    assert.deepEqual(found, []);
    assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) <= 0);
    await page.getByRole('searchbox').fill('small capitals');
    await page.locator('#found a').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/cli.html'));
    assert.match(await page.locator('main').innerText(), /small capitals/i);
    assert.deepEqual(
      asked.filter((url) => !/^(?:file|data):/.test(url)),
      [],
    );
    await page.close();
  }
});
