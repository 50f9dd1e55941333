/** What EPUBCheck’s rules say in `fleuron preview`, of a book that a plug-in of its author’s has spoilt: one click leads to the place. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles } from '../../tools/folder.ts';
import { need, root } from '../../tools/need.ts';
import { startChromium } from '../worker/hosted-studio.ts';
import { bookShown, type OnPage, pointOf, side, tab, until } from './driven-app.ts';

const story = {
  'book.yaml': 'title: The Lamp\nlang: en\ndraw-cover: no\nplugins:\n  rehype: [./spoil.mjs]\n',
  'chapter-1.md': '# One\n\nThe tide came in.\n',
  'chapter-2.md': `# Two\n\n${'The sea was quiet, and nobody spoke of it. '.repeat(200)}\n\nThe *lamp* was *out*.\n`,
  'spoil.mjs': `const visit = (node) => {
    if (node.tagName === 'em') node.properties.id = 'twice';
    for (const child of node.children ?? []) visit(child);
  };
  export default () => visit;`,
};

test('a finding of EPUBCheck leads to its place in the page and in the text', { timeout: 120_000 }, async (context) => {
  const executablePath = await need(context, 'chromium');
  if (executablePath === undefined) return;
  const words = [join(root, 'scripts/fleuron.cjs'), 'preview', makeFiles(story), '--no-open', '--port', '0'];
  const preview = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await startChromium(executablePath);
  context.after(async () => {
    preview.kill('SIGINT');
    await browser.close();
  });
  const [address] = (await once(preview.stdout, 'data')) as readonly unknown[];
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const app: OnPage = { page };
  await page.goto(`${address}`.trim());
  await bookShown(app);
  await tab(app, 'Text');
  await tab(app, 'Take away');
  await side(app).getByRole('button', { name: 'Check it' }).click();
  const finding = side(app).locator('.taking-problems li');
  await finding.first().waitFor({ timeout: 60_000 });
  assert.equal(await finding.count(), 1);
  assert.match(
    (await finding.textContent()) ?? '',
    /"twice" is not unique \(EPUBCheck RSC-005\).*chapter-2\.md, line 5/,
  );
  await finding.getByRole('button', { name: /^Show/ }).click();
  await until(
    () => pointOf(app, 'lamp'),
    (point) => point !== undefined,
    'its word is on the page',
  );
  await page.locator('.cm-line:has(.cm-shown)', { hasText: 'The *lamp* was *out*.' }).waitFor();
});
