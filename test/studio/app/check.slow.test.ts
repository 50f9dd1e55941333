/** What EPUBCheck’s rules say in `fleuron preview`, of a book that a plug-in of its author’s has spoilt: one click leads to the place. */
import assert from 'node:assert/strict';
import { makeFiles } from '../../tools/folder.ts';
import { inPreview, pointOf, side, tab, until } from './driven-app.ts';

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

inPreview(
  'a finding of EPUBCheck leads to its place in the page and in the text',
  () => makeFiles(story),
  async (app) => {
    const { page } = app;
    await tab(app, 'Text');
    await tab(app, 'Take away');
    await side(app).getByRole('button', { name: 'Check it' }).click();
    const finding = side(app).locator('.taking-problems li');
    await finding.first().waitFor();
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
  },
);
