/** The main way through the studio, as a person goes it in any browser: bring, confirm, read, settle, take. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { readZip } from '../../../scripts/zip/read-zip.ts';
import { fleuron } from '../../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../../tools/folder.ts';
import type { Engine } from './engine.ts';

/** The words that stand in the page, once it does not move. */
const shownWords = `const view = document.querySelector('foliate-view');
  return document.querySelector('.is-behind') ? '' : view?.lastLocation?.range?.toString() ?? '';`;
const panel = (name: string): string =>
  `.tabs button:nth-of-type(${['Text', 'Noticed', 'Dress', 'Take away'].indexOf(name) + 1})`;

/** Goes the way with a story that has a doubt about “'arranged”; holds its EPUB to the one that the command makes. */
export async function goMainWay(engine: Engine, address: string, story: string, downloads: string): Promise<void> {
  await engine.go(address);
  await engine.until('a first page', `return document.querySelector('input[type=file]') !== null`);
  await engine.type('input[type=file]', story);
  await engine.until('guesses', `return document.querySelector('dialog[open]') !== null`);
  await engine.click('dialog[open] button[type=submit]');

  await engine.until('a book', shownWords);
  const pages: string[] = [await engine.run(shownWords)];
  const turns = [() => engine.press('ArrowRight'), () => engine.click('.reader-turn[aria-label="Next page"]')];
  for (const turn of [...turns, ...turns]) {
    await turn();
    const script = `const [before] = given, words = (() => { ${shownWords} })(); return words === before ? '' : words;`;
    pages.push(await engine.until('a page that turns', script, pages.at(-1)));
    await new Promise((resolve) => setTimeout(resolve, 1000)); // a turn that is still drawn takes no other
  }
  assert.equal(new Set(pages).size, pages.length, 'a page came twice');
  assert.match(pages.join('\n'), /The child was lost, of this, Draco was certain\./);
  await isPrinted(engine);

  const apostrophe = '’arranged';
  await engine.click(panel('Noticed'));
  const readings = `return [...document.querySelectorAll('.reading-shown')].map((each) => each.textContent);`;
  await engine.until('readings', `return document.querySelectorAll('.reading-shown').length === 2`);
  assert.deepEqual(await engine.run(readings), ['‘arranged', apostrophe]);
  await engine.click('.readings li:nth-child(2) .reading');
  await engine.until('a doubt that is settled', `return document.querySelector('.reading') === null`);
  await engine.until('a line that says so', `return document.querySelector('.message') !== null`);

  await engine.click(panel('Take away'));
  const epub = await take(engine, 'Take the EPUB', join(downloads, 'a-better-world.epub'));
  const manuscript = filesIn(await take(engine, 'Take the manuscript', join(downloads, 'a-better-world.zip')));
  const made = join(makeFolder(), 'book.epub');
  const { status, stderr } = await fleuron([
    'build',
    join(makeFiles(manuscript), 'a-better-world'),
    '-o',
    made,
    '--untrusted',
  ]);
  assert.equal(status, 0, stderr);
  const wanted = readFileSync(made);
  assert.deepEqual(Object.keys(filesIn(epub)), Object.keys(filesIn(wanted)));
  assert.ok(wanted.equals(epub), 'the EPUB is not the one that the command makes of the manuscript');
  const text = Object.entries(filesIn(epub)).flatMap(([path, bytes]) =>
    /\.xhtml$/.test(path) ? `${Buffer.from(bytes)}` : [],
  );
  assert.ok(text.join('').includes(apostrophe), 'the doubt is settled in the page, not in the book');
}

/** The page has room, and the first of its words is printed within it, in the typeface of its style sheet where it has one. */
async function isPrinted(engine: Engine): Promise<void> {
  const found = await engine.run(`
    const view = document.querySelector('foliate-view');
    const { doc } = view.renderer.getContents()[0];
    await doc.fonts.ready;
    const frame = doc.defaultView.frameElement.getBoundingClientRect();
    const { left, right } = view.getBoundingClientRect();
    const word = view.lastLocation.range.getClientRects()[0];
    const scale = frame.width / doc.defaultView.innerWidth;
    const at = frame.left + (word.left + word.width / 2) * scale;
    return { isWithin: word.width > 0 && left < at && at < right, failed: [...doc.fonts].filter(({ status }) => status === 'error').length };
  `);
  assert.deepEqual(found, { isWithin: true, failed: 0 });
}

/** Clicks on the button, and gives what the browser has then downloaded. */
async function take(engine: Engine, name: string, path: string): Promise<Uint8Array> {
  const selector = await engine.run<string>(
    `const [name] = given; const button = [...document.querySelectorAll('.taking button')].find((each) => each.textContent === name);
     button.scrollIntoView();
     return button.closest('.taking').querySelector('h3').id;`,
    name,
  );
  await engine.click(`[aria-describedby="${selector}"]`);
  for (let attempt = 0; attempt < 600; attempt++) {
    const isWhole =
      existsSync(path) && readdirSync(join(path, '..')).every((each) => !/\.part$|\.wkdownload$/.test(each));
    const bytes = isWhole ? readFileSync(path) : new Uint8Array();
    if (bytes.length > 0) return bytes;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `Unexpected lack of ${path}, expected a download; there is ${readdirSync(join(path, '..')).join(', ')}`,
  );
}

function filesIn(zip: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const read = readZip(zip, usualLimits);
  assert.ok('entries' in read, JSON.stringify(read));
  return Object.fromEntries(
    read.entries.map((each) => {
      const found = each.read();
      assert.ok('bytes' in found, JSON.stringify(found));
      return [each.path, found.bytes];
    }),
  );
}
