/** The book dressed in the form, its keys in the author’s book.yaml; and all that can be taken away. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editions } from '../../../scripts/book/editions.ts';
import { readEpub } from '../../tools/epub.ts';
import { fleuron } from '../../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import {
  type App,
  bookShown,
  bring,
  inStudio,
  keptTexts,
  leave,
  openBook,
  shownText,
  side,
  tab,
  takeAway,
  until,
} from './driven-app.ts';

const yaml = `# About this book
title: The Lamp # as on the cover
author: A. Keeper
lang: en
# Never change this line.
identifier: urn:uuid:6f7c2a3e-0c7d-4c39-9d0e-3b7e3f1b7a10
`;
const story = {
  'book.yaml': yaml,
  'chapter-1.md': '# One\n\n"It is late," she said.\n\n* * *\n\nThe tide came in.\n',
  'chapter-2.md': '# Two\n\nThe sea was quiet.\n',
};

const book = async (app: App): Promise<string> => (await keptTexts(app))['book.yaml'] ?? '';
const written = (app: App, line: RegExp): Promise<string> =>
  until(
    () => book(app),
    (text) => line.test(text),
    String(line),
  );

inStudio('each field of the form is a line of book.yaml, whose comments stay', async (app) => {
  await openBook(app, [makeFiles(story)], true);
  await tab(app, 'Dress');
  for (const [label, value, line] of [
    ['Title', 'The Other Lamp', /^title: The Other Lamp # as on the cover$/m],
    ['Series', 'Lights', /^series: Lights$/m],
    ['Rating', 'Teen And Up Audiences', /^rating: Teen And Up Audiences$/m],
    ['Between scenes', '⁂', /^ornament: ⁂$/m],
  ] as const) {
    const field = side(app)
      .getByRole(label === 'Rating' ? 'combobox' : 'textbox', { name: label, exact: true })
      .or(side(app).getByLabel(label, { exact: true }))
      .first();
    await open(app, label);
    await field.fill(value);
    await field.press('Enter');
    await written(app, line);
  }
  for (const [label, value, line] of [
    ['Theme', 'plain', /^theme: plain$/m],
    ['Quotation marks and dashes', 'off', /^typography: off$/m],
  ] as const) {
    await open(app, label);
    const field = side(app).getByLabel(label, { exact: true });
    const choices = await field
      .locator('option')
      .evaluateAll((all) => all.map((each) => (each as unknown as { readonly value: string }).value));
    assert.ok(choices.includes(value), `${label}: ${choices}`);
    await field.selectOption(value);
    await written(app, line);
  }
  await app.page.locator('.bar h1', { hasText: 'The Other Lamp' }).waitFor();
  const text = await book(app);
  assert.match(text, /^# About this book$/m);
  assert.match(text, /^# Never change this line\.$/m);

  await app.page.locator('.reader').getByRole('button', { name: 'Contents' }).click();
  await app.page.locator('.reader').getByRole('button', { name: 'One', exact: true }).click();
  const page = await until(
    () => shownText(app),
    (words) => words.includes('tide') && words.includes('"It is late,"'),
    'the first chapter is shown, its marks as they are typed',
  );
  assert.match(page, /⁂/);
});

/** Opens the group of the form that a field stands in. */
async function open(app: App, label: string): Promise<void> {
  const group = side(app)
    .locator('details.dress-group')
    .filter({ has: app.page.getByLabel(label, { exact: true }) });
  if (!(await group.evaluate((each) => (each as unknown as { readonly open: boolean }).open)))
    await group.locator('summary').click();
}

inStudio('another cover is drawn, and a picture of one’s own is taken for it', async (app) => {
  await openBook(app, [makeFiles(story)], true);
  await tab(app, 'Dress');
  const covers = side(app).locator('.cover-choice');
  await covers.nth(2).click();
  await written(app, /^cover-(?:colours|composition): /m);
  await until(
    () => covers.nth(2).locator('input').isChecked(),
    (isChosen) => isChosen,
    'it is chosen',
  );
  await side(app).locator('.cover-own input[type=file]').setInputFiles(join(root, 'manuscript/cover.jpg'));
  await written(app, /^cover: .*\.jpg$/m);
  const { bytes } = await takeAway(app, 'Take the EPUB');
  const own = readFileSync(join(root, 'manuscript/cover.jpg'));
  assert.ok(
    readEpub(bytes).entries.some((entry) => Buffer.compare(entry.bytes, own) === 0),
    'the picture is in the book',
  );
});

inStudio(
  'all editions are taken, the same as the command makes; the manuscript comes back as it was; the archive is sound',
  async (app) => {
    const manuscript = join(root, 'manuscript');
    await openBook(app, [manuscript], true);
    const folder = makeFolder();
    const made = await fleuron(['build', manuscript, '-o', folder, '--edition', 'all', '--untrusted']);
    assert.equal(made.status, 0, made.stderr);
    for (const [action, edition] of [
      ['Take the EPUB', 'epub'],
      ['Take it for a Kobo', 'kobo'],
      ['Take it for a Kindle', 'kindle'],
      ['Take it for an old reader', 'legacy'],
      ['Take the page', 'web'],
    ] as const) {
      const { fileName, bytes } = await takeAway(app, action);
      assert.ok(fileName.endsWith(editions[edition].ending), fileName);
      assert.equal(Buffer.compare(bytes, readFileSync(join(folder, fileName))), 0, fileName);
    }
    const epub = await takeAway(app, 'Take the EPUB');
    const archive = await takeAway(app, 'Take the archive');
    const bag = makeFolder();
    for (const { name, bytes } of readEpub(archive.bytes).entries) {
      mkdirSync(dirname(join(bag, name)), { recursive: true });
      writeFileSync(join(bag, name), bytes);
    }
    const [top = ''] = archive.fileName.split('-archive');
    const verified = await fleuron(['verify', join(bag, top)]);
    assert.equal(verified.status, 0, verified.stdout + verified.stderr);

    const zip = await takeAway(app, 'Take the manuscript');
    await leave(app);
    await bring(app, [join(makeFiles({ [zip.fileName]: zip.bytes }), zip.fileName)]);
    await bookShown(app);
    assert.equal(Buffer.compare((await takeAway(app, 'Take the EPUB')).bytes, epub.bytes), 0);
  },
);
