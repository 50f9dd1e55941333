/** The main way of the studio with every kind of file: brought, shown, taken, the same book as the command’s, clean by EPUBCheck’s rules. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fleuron } from '../../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import { packZip } from '../../tools/zip.ts';
import { type App, bookShown, bring, confirmGuesses, inStudio, leave, side, takeAway } from './driven-app.ts';

const imports = resolve(root, '../shared/cases/imports');
const ours = join(root, 'test/import/stories');

interface Kind {
  /** Files that are brought each for itself, or folders. */
  readonly paths: readonly string[];
  readonly isFolder?: boolean;
  /** Whether a folder is brought as a ZIP. */
  readonly isZipped?: boolean;
  /** Whether the command imports it first; Markdown is built as it lies. */
  readonly isForeign: boolean;
}

const kinds: Readonly<Record<string, () => Kind>> = {
  'plain text': () => ({
    paths: [
      resolve(root, '../shared/stories/a-better-world.txt'),
      join(imports, '02-txt-gutenberg-header/story.txt'),
      join(imports, '07-txt-chapter-words-of-other-languages/ru.txt'),
      join(imports, '01-txt-chapter-with-full-stop/story-arabic.txt'),
    ],
    isForeign: true,
  }),
  Markdown: () => ({
    paths: [
      join(imports, '06-language-never-asked/ru.md'),
      join(imports, '22-text-before-first-heading/story.md'),
      join(imports, '09-folder-of-hugo-pages/1.md'),
    ],
    isForeign: false,
  }),
  'a folder': () => ({
    paths: [
      join(root, 'manuscript'),
      join(imports, '08-folder-with-pandoc-attributes'),
      join(imports, '18-hint-floods'),
    ],
    isFolder: true,
    isForeign: false,
  }),
  'a ZIP': () => ({
    paths: [
      join(root, 'manuscript'),
      join(imports, '08-folder-with-pandoc-attributes'),
      join(imports, '09-folder-of-hugo-pages'),
    ],
    isZipped: true,
    isForeign: false,
  }),
  'a page of the web': () => ({
    paths: [
      join(imports, '04-html-gutenberg-page/old-form.html'),
      join(imports, '05-html-title-in-several-headings/story.html'),
      join(imports, '10-table-without-header-refused/story.html'),
      join(ours, 'page-archive/story.html'),
      join(ours, 'page-forum/story.html'),
    ],
    isForeign: true,
  }),
  Word: () => ({
    paths: [
      join(imports, '10-table-without-header-refused/story-pandoc.docx'),
      join(imports, '15-tracked-paragraph-mark-refused/story.docx'),
      join(imports, '16-docx-other-main-part-refused/story.docx'),
      join(ours, 'word-by-hand/story.docx'),
      join(ours, 'word-styles/story.docx'),
    ],
    isForeign: true,
  }),
  EPUB: () => ({
    paths: [
      join(imports, '10-table-without-header-refused/story.epub'),
      join(imports, '11-epub-svg-wrapped-picture-lost/story.epub'),
      join(imports, '12-epub-page-numbers-in-text/story.epub'),
      join(imports, '17-object-fallback-words-lost/story.epub'),
      join(ours, 'epub-calibre/book.epub'),
      join(ours, 'epub-pandoc/book.epub'),
    ],
    isForeign: true,
  }),
};

for (const [name, kindOf] of Object.entries(kinds))
  inStudio(`${name} becomes the command’s book`, async (app, context) => {
    const { paths, isFolder, isZipped, isForeign } = kindOf();
    const there = paths.filter((path) => existsSync(path));
    for (const path of there) {
      const expected = byCommand(path, isForeign);
      expected.catch(() => {}); // told where it is awaited
      await bring(app, [isZipped ? zipped(path) : path], isFolder);
      assert.equal(await app.page.locator('.refusal, .message.is-fault').count(), 0, path);
      await confirmGuesses(app);
      await bookShown(app);
      assert.equal(sha256((await takeAway(app, 'Take the EPUB')).bytes), sha256(await expected), path);
      assert.equal(await checked(app), 0, path);
      await leave(app);
    }
    context.diagnostic(`${there.length} files`);
    assert.ok(there.length === paths.length || !existsSync(imports));
  });

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The book that `import` and `build` make, or `build` alone. */
async function byCommand(path: string, isForeign: boolean): Promise<Uint8Array> {
  const folder = makeFolder();
  // A book without a title is called after its folder, which is called after the file.
  const imported = join(folder, basename(path, extname(path)));
  if (isForeign) {
    const { status, stderr } = await fleuron(['import', path, '-o', imported]);
    assert.equal(status, 0, stderr);
  }
  const book = join(folder, 'book.epub');
  const { status, stderr } = await fleuron(['build', isForeign ? imported : path, '-o', book, '--untrusted']);
  assert.equal(status, 0, stderr);
  return readFileSync(book);
}

/** How many things EPUBCheck’s rules find, as the page says. */
async function checked(app: App): Promise<number> {
  await side(app).getByRole('button', { name: 'Check it' }).click();
  await side(app).locator('.checking .taking-done, .checking .taking-problems').first().waitFor();
  return side(app).locator('.checking .taking-problems li').count();
}

/** A ZIP of a folder. */
function zipped(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const files = names.sort().filter((name) => statSync(join(folder, name)).isFile());
  const path = join(makeFolder(), `${basename(folder)}.zip`);
  writeFileSync(
    path,
    packZip(new Map(files.map((name) => [`${basename(folder)}/${name}`, readFileSync(join(folder, name))]))),
  );
  return path;
}

/** What is no story: a name, its bytes, what the page says. */
const refused: readonly (readonly [name: string, bytes: string | Uint8Array, said: RegExp])[] = [
  ['story.pdf', '%PDF-1.7\nwords', /a PDF/],
  ['story.rtf', '{\\rtf1\\ansi Words.}', /rich text/],
  ['story.docx', 'PK\x03\x04 and no more', /cut short/],
  ['story.epub', packZip({ mimetype: 'application/epub+zip' }), /no EPUB/],
  ['story.zip', 'no archive at all', /no ZIP/],
  ['empty.txt', '', /no word in the file/],
  ['picture.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /a picture/],
];

inStudio('a file that is no story is told so in plain words, and nothing is kept of it', async (app) => {
  const folder = makeFiles(Object.fromEntries(refused));
  for (const [name, , said] of refused) {
    await bring(app, [join(folder, name)]);
    assert.match((await app.page.locator('.refusal, .message.is-fault').first().textContent()) ?? '', said, name);
    assert.equal(await app.page.locator('.workspace, dialog, .kept').count(), 0, name);
    await app.page.reload();
    await app.page.locator('.drop').waitFor();
    assert.equal(await app.page.locator('.kept').count(), 0, name);
  }
});
