/** The reader of the studio in Chromium: what a person does in a book, and what a book must not do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import type { EditionName } from '../../../scripts/book/editions.ts';
import { makeFiles } from '../../tools/folder.ts';
import { need, root } from '../../tools/need.ts';
import { bookOf } from '../../tools/press.ts';
import { entriesOf } from './books.ts';
import { closeAll, type Desk, openDesk } from './harness.ts';

after(closeAll);

const desktop = { profile: 'desktop', night: 'light', size: 1, spread: 'auto' };
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ');
const chapter = (name: string, from = 0): string =>
  `# ${name}\n\n${Array.from({ length: 40 }, (_, at) => `Paragraph ${at} of ${name}: ${words(from + at * 60, 60)}.`).join('\n\n')}\n`;
const story = {
  'book.yaml': 'title: Three\nlang: en\ndraw-cover: no\nauthor: A\n',
  'chapter-1.md': `${chapter('One')}\nA note.[^1]\n\n[^1]: It says this.\n`,
  'chapter-2.md': chapter('Two', 5000),
  'chapter-3.md': chapter('Three', 9000),
};

/** Runs on a desk with a book on it. */
function onDesk(
  name: string,
  run: (desk: Desk, context: TestContext) => Promise<void>,
  options: Parameters<typeof openDesk>[1] = {},
): void {
  test(name, { timeout: 300_000 }, async (context) => {
    const chromium = await need(context, 'chromium');
    if (chromium === undefined) return;
    const desk = await openDesk(chromium, options);
    await desk.set({ look: desktop });
    try {
      await run(desk, context);
    } finally {
      await desk.close();
    }
  });
}

/** Runs a function, given as its text, in a frame or a page: this file knows no documents. */
const inside = <Result>(where: Frame | Page, code: string, given: unknown = null): Promise<Result> =>
  where.evaluate(`(${code})(${JSON.stringify(given)})`);

interface Word {
  readonly element: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly x: number;
  readonly y: number;
}

/** The place of a word in the paragraph that begins so, and where it is in its frame. */
const findWord = (frame: Frame, text: string, word: string): Promise<Word> =>
  inside(
    frame,
    `([text, word]) => {
      const block = [...document.querySelectorAll('p')].find((each) => each.textContent.startsWith(text) && each.textContent.includes(word));
      const start = block.textContent.indexOf(word);
      const range = document.createRange();
      range.setStart(block.firstChild, start);
      range.setEnd(block.firstChild, start + word.length);
      const element = [];
      for (let each = block; each !== document.body; each = each.parentElement)
        element.unshift([...each.parentElement.children].indexOf(each));
      const { left, top, width, height } = range.getBoundingClientRect();
      return { element, start, end: start + word.length, x: left + width / 2, y: top + height / 2 };
    }`,
    [text, word],
  );

const textAt = async (desk: Desk, path: readonly number[]): Promise<string> =>
  inside(
    await desk.frame(),
    '(path) => path.reduce((element, index) => element?.children[index], document.body)?.textContent',
    path,
  );

/** Where a point of a frame is on the screen. */
async function onScreen(frame: Frame, x: number, y: number): Promise<{ readonly x: number; readonly y: number }> {
  const element = await frame.frameElement();
  const box = await element.boundingBox();
  assert.ok(box);
  const scale =
    box.width / (await element.evaluate((each) => (each as unknown as { offsetWidth: number }).offsetWidth));
  return { x: box.x + x * scale, y: box.y + y * scale };
}

async function clickAt(frame: Frame, x: number, y: number): Promise<void> {
  const point = await onScreen(frame, x, y);
  await frame.page().mouse.click(point.x, point.y);
}

onDesk(
  'pages turn by keys, by buttons and in the frame; contents and the slider lead on; back leads back',
  async (desk) => {
    await desk.show(await entriesOf(makeFiles(story)));
    assert.equal((await desk.where()).fraction < 0.1, true);
    const seen: number[] = [];
    for (const turn of ['ArrowRight', 'PageDown', ' ']) {
      await desk.page.keyboard.press(turn);
      seen.push((await desk.where()).fraction);
    }
    await desk.page.getByRole('button', { name: 'Next page' }).click();
    seen.push((await desk.where()).fraction);
    assert.deepEqual(
      seen,
      [...new Set(seen)].sort((one, other) => one - other),
    );

    await desk.page.getByRole('button', { name: 'Contents' }).click();
    await desk.page.getByRole('button', { name: 'Two', exact: true }).click();
    const two = await desk.where();
    assert.equal(two.chapter, 'Two');
    await (await desk.frame()).locator('body').focus();
    await (await desk.frame()).locator('body').press('ArrowRight');
    assert.ok((await desk.where()).fraction > two.fraction);
    await desk.page.getByRole('slider').fill('900');
    assert.equal((await desk.where()).chapter, 'Three');
    await desk.page.getByRole('button', { name: 'Back' }).click();
    assert.equal((await desk.where()).chapter, 'Two');
    await desk.page.keyboard.press('Home');
    assert.ok((await desk.where()).fraction < 0.1);
    await desk.page.keyboard.press('End');
    assert.equal((await desk.where()).fraction, 1);
  },
);

onDesk('a click tells a word’s place, and that place leads back to the word', async (desk) => {
  await desk.show(await entriesOf(makeFiles(story)));
  for (const profile of ['desktop', 'phone', 'tablet', 'reader']) {
    await desk.set({ look: { ...desktop, profile } });
    await desk.set({ target: { href: await chapterEntry(desk, 'Two') } });
    await desk.where();
    const frame = await desk.frame();
    const word = await findWord(frame, 'Paragraph 1 of Two', 'word5070');
    await desk.clear();
    await clickAt(frame, word.x, word.y);
    const { entry, ...told } = await desk.said('place');
    assert.deepEqual(told, { element: word.element, start: word.start, end: word.end }, profile);
    await desk.set({ target: { fraction: 1 } });
    await desk.where();
    await desk.set({ target: { entry, ...told } });
    const back = await desk.where();
    assert.equal(back.entry, entry);
    const found = await findWord(await desk.frame(), 'Paragraph 1 of Two', 'word5070');
    const { x } = await onScreen(await desk.frame(), found.x, found.y);
    const page = await desk.page.locator('.reader-page').boundingBox();
    assert.ok(page && x > page.x && x < page.x + page.width, profile);
  }
});

/** The address of a chapter, as the contents have it. */
async function chapterEntry(desk: Desk, name: string): Promise<string> {
  await desk.page.getByRole('button', { name: 'Contents' }).click();
  await desk.page.getByRole('button', { name, exact: true }).click();
  return (await desk.where()).entry;
}

/** Where each line of the paragraphs stands. */
const lines = `() => JSON.stringify([...document.querySelectorAll('p')].map((each) => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return [...range.getClientRects()].map(({ left, top, width }) => [left, top, width].map(Math.round));
}))`;

onDesk('lines break alike, however small the page is shown', async (desk) => {
  await desk.show(await entriesOf(makeFiles(story)));
  const breaks: string[] = [];
  for (const height of [1000, 600]) {
    await desk.page.setViewportSize({ width: height === 600 ? 420 : 1200, height });
    await desk.set({ look: { ...desktop, profile: 'reader' } });
    await chapterEntry(desk, 'Two');
    const frame = await desk.frame();
    breaks.push(await inside(frame, lines));
  }
  assert.equal(breaks[0], breaks[1]);
});

onDesk('a mark is clicked; a note pops up, and the focus comes back from it', async (desk) => {
  await desk.show(await entriesOf(makeFiles(story)));
  const entry = await chapterEntry(desk, 'One');
  let frame = await desk.frame();
  const word = await findWord(frame, 'Paragraph 1 of One', 'word63');
  const { element, start, end } = word;
  await desk.clear();
  await desk.set({ marks: [{ id: 'doubt-1', kind: 'doubt', place: { entry, element, start, end } }] });
  // The page may still take its marks: until then a click tells a place, or lands beside the word.
  for (let tries = 0; tries < 20 && (await desk.told('mark')) === undefined; tries++) {
    const seen = await findWord(await desk.frame(), 'Paragraph 1 of One', 'word63');
    await clickAt(await desk.frame(), seen.x, seen.y);
    await desk.rest();
  }
  assert.equal(await desk.told('mark'), 'doubt-1');

  frame = await desk.frame();
  const link = frame.locator('[role="doc-noteref"]');
  await link.focus();
  await desk.where();
  await link.press('Enter');
  const note = desk.page.getByRole('dialog', { name: 'Note 1' });
  await note.waitFor();
  await desk.where();
  await (await desk.frame()).locator('body', { hasText: 'It says this.' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await note.waitFor({ state: 'detached' });
  assert.ok(await link.evaluate((each) => each === each.ownerDocument.activeElement));
  await link.press('Enter');
  await note.getByRole('button', { name: 'Go to the note' }).click();
  assert.equal((await desk.where()).entry, entry);
});

onDesk('a new build keeps the place: words come before it, and its own paragraph is another', async (desk) => {
  await desk.show(await entriesOf(makeFiles(story)));
  await chapterEntry(desk, 'Two');
  await desk.page.keyboard.press('PageDown');
  const { entry, place } = await desk.where();
  const paragraph = await textAt(desk, place.element);
  const number = /^Paragraph (\d+)/.exec(paragraph)?.[1];
  const word = /\bword\d+\b/.exec(paragraph.slice(place.start))?.[0] ?? '';
  const url = (await desk.frame()).url();

  let text = story['chapter-2.md'];
  const own = `Paragraph ${number} of`;
  for (const [old, added] of [
    ['Paragraph 0', 'New words.\n\nParagraph 0'],
    [own, `Other words of ${own}`],
    ['New words.', `${paragraph.slice(0, 30)} is not the same.\n\nNew words.\n\nMore of them.`],
  ] as const) {
    text = text.replace(`\n\n${old}`, `\n\n${added}`);
    await desk.show(await entriesOf(makeFiles({ ...story, 'chapter-2.md': text })));
    assert.equal((await desk.where()).entry, entry);
    const frame = await desk.frame();
    const { x } = await onScreen(frame, (await findWord(frame, '', word)).x, 0);
    const page = await desk.page.locator('.reader-page').boundingBox();
    assert.ok(page && x > page.x && x < page.x + page.width, `${word} is on the page after “${added}”`);
  }
  assert.equal((await desk.frame()).url(), url, 'only its words are others');

  const same = (await desk.frame()).url();
  const entries = new Map(await entriesOf(makeFiles({ ...story, 'chapter-2.md': text })));
  entries.set(
    'OEBPS/chapter-3.xhtml',
    new TextEncoder().encode(`${new TextDecoder().decode(entries.get('OEBPS/chapter-3.xhtml'))}<!-- -->`),
  );
  await desk.show(entries);
  await desk.rest();
  assert.equal((await desk.frame()).url(), same, 'what was not read yet changes nothing that is shown');
});

onDesk(
  'a page becomes that of the next build in place where only its words are others, and is as if it were opened',
  async (desk) => {
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';
    const of = (text: string) => entriesOf(makeFiles({ ...story, 'chapter-1.md': text, 'square.svg': picture }));
    let text = story['chapter-1.md'];
    let edition: EditionName = 'epub';
    await desk.show(await of(text), { edition });
    await chapterEntry(desk, 'One');
    for (const [what, old, next, isInPlace] of [
      ['a letter', 'Paragraph 3 of', 'Paragraphs 3 of', true],
      ['more words', 'Paragraphs 3 of', `${words(0, 900)} Paragraphs 3 of`, true],
      ['emphasis', 'word7 word8', '*word7* **word8**', true],
      ['a paragraph more', '\n\nParagraph 5 of', '\n\nA new one.\n\nParagraph 5 of', true],
      ['a paragraph less', '\n\nA new one.', '', true],
      ['two places', /word130 (.*) word2190 /s, 'wordy130 $1 wordy2190 ', true],
      ['a link', 'A note.', '[A note](https://example.org/).', true],
      ['a note', 'It says this.', 'It says something else.', false],
      ['a second note', '\n\n[^1]:', '[^2]\n\n[^2]: Another.\n\n[^1]:', false],
      ['a picture', '\n\nParagraph 2 of', '\n\n![A square](square.svg)\n\nParagraph 2 of', false],
      ['a title', '# One', '# First', false],
    ] as const) {
      const before = (await desk.frame()).url();
      text = text.replace(old, next);
      const entries = await of(text);
      await desk.show(entries, { edition });
      const { entry } = await desk.where();
      const updated = await desk.frame();
      assert.equal(updated.url() === before, isInPlace, what);
      const markup = new TextDecoder().decode(entries.get(entry));
      const { shown, expected } = await inside<Shown>(updated, compare, markup);
      assert.equal(shown, expected, what);
      const own = await inside<string>(updated, lines);
      edition = edition === 'epub' ? 'kobo' : 'epub'; // a book in another edition is opened anew
      await desk.show(entries, { edition });
      await desk.where();
      const opened = await desk.frame();
      assert.notEqual(opened.url(), updated.url());
      assert.equal(own, await inside<string>(opened, lines), what);
    }
    assert.equal(await desk.page.locator('.reader-layer').count(), 1, 'older views are gone');
  },
);

onDesk('what is shown is the book: words and pictures are those of its entries', async (desk) => {
  const entries = await entriesOf(join(root, 'manuscript'));
  await desk.show(entries);
  const seen = new Set<string>();
  for (let turns = 0; turns < 60; turns += 1) {
    const { entry, fraction } = await desk.where();
    const isNew = !seen.has(entry);
    seen.add(entry);
    if (isNew) {
      const source = new TextDecoder().decode(entries.get(entry));
      const { shown, expected, pictures } = await inside<Shown>(await desk.frame(), compare, source);
      assert.equal(shown, expected, entry);
      for (const picture of pictures) {
        const bytes = await inside<readonly number[]>(
          desk.page,
          'async (src) => [...(await (await fetch(src)).bytes())]',
          picture,
        );
        assert.ok(
          [...entries.values()].some((each) => Buffer.compare(Buffer.from(bytes), each) === 0),
          `${entry}: a picture`,
        );
      }
    }
    if (fraction > 0.999) break;
    await desk.page.keyboard.press('PageDown');
  }
  assert.ok(seen.size >= 6, [...seen].join(' '));
});

interface Shown {
  readonly shown: string;
  readonly expected: string;
  /** Addresses. */
  readonly pictures: readonly string[];
}

/** Elements and words of the page that is shown, and of its entry, each as one text; and the pictures that are shown. */
const compare = `(text) => {
  const shape = (element) => [element.localName, element.textContent, [...element.children].map(shape)];
  const doc = new DOMParser().parseFromString(text, 'application/xhtml+xml');
  const pictures = [...document.querySelectorAll('img')].map(({ src }) => src);
  return { shown: JSON.stringify(shape(document.body)), expected: JSON.stringify(shape(doc.body)), pictures };
}`;

for (const hasPolicy of [true, false])
  onDesk(
    `a hostile book runs nothing and asks for nothing, ${hasPolicy ? 'beside' : 'without'} the page’s own policy`,
    async (desk, context) => {
      const foreign: string[] = [];
      const trap = createServer((request, response) => {
        foreign.push(request.url ?? '');
        response.end();
      });
      await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
      context.after(() => trap.close());
      const address = trap.address();
      assert.ok(typeof address === 'object' && address);
      const out = `http://127.0.0.1:${address.port}`;
      const entries = new Map(await entriesOf(makeFiles(story)));
      const hostile = hostileBody(out);
      for (const [path, bytes] of entries) {
        const text = new TextDecoder().decode(bytes);
        if (/chapter-1\.xhtml$/.test(path))
          entries.set(
            path,
            new TextEncoder().encode(
              text
                .replace(
                  '</head>',
                  `<meta http-equiv="Refresh" content="0; url=${out}/refresh" /><script>parent.ran = 'script'; top.ran = 'script';</script><script src="${out}/script"></script><base href="${out}/" /></head>`,
                )
                .replace(/<body[^>]*>/, (body) => `${body.replace('>', ` onload="top.ran = 'onload'">`)}${hostile}`),
            ),
          );
        if (path.endsWith('.css'))
          entries.set(
            path,
            new TextEncoder().encode(`@import url(${out}/import);\n${text}\nbody { background: url(${out}/css); }`),
          );
      }
      await desk.show(entries);
      for (let turns = 0; turns < 4; turns += 1) {
        await desk.where();
        await desk.page.keyboard.press('PageDown');
      }
      const frame = await desk.frame();
      for (const id of ['js-link', 'svg-link', 'area', 'send', 'out-link', 'data-link'])
        await inside(frame, clickOn, id);
      await desk.where();
      assert.equal(await desk.said('external'), `${out}/out`, 'a link out is told, not opened');
      assert.match(await frame.locator('body').innerText(), /Paragraph 0/, 'and the chapter is still there');
      assert.deepEqual(foreign, []);
      assert.equal(await desk.page.evaluate('globalThis.ran'), undefined);
    },
    { hasPolicy },
  );

const clickOn =
  "(id) => void document.getElementById(id).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";

const hostileBody = (out: string): string => `
  <p><img src="${out}/img" alt="" /><img src="x" onerror="top.ran = 'onerror'" alt="" srcset="${out}/srcset 2x" />
  <a id="js-link" href="javascript:top.ran='link'">j</a> <a id="out-link" href="${out}/out">o</a>
  <a id="data-link" href="data:text/html,%3Cscript%3Etop.ran='data'%3C/script%3E">d</a></p>
  <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"><script>top.ran = 'svg';</script>
  <a id="svg-link" xlink:href="${out}/svg-link"><rect width="5" height="5" /></a><image xlink:href="${out}/svg-image" width="5" height="5" />
  <animate onbegin="top.ran = 'animate'" attributeName="x" dur="1s" /></svg>
  <form action="${out}/form"><button id="send">s</button></form><iframe src="${out}/frame"></iframe><iframe srcdoc="&lt;script&gt;top.ran='srcdoc'&lt;/script&gt;"></iframe>
  <object data="${out}/object"></object><embed src="${out}/embed" /><video src="${out}/video" autoplay="autoplay" poster="${out}/poster"></video>
  <map name="m"><area id="area" href="${out}/area" shape="rect" coords="0,0,9,9" alt="" /></map>
  <p style="background-image: url(${out}/style)" onclick="top.ran = 'click'">t</p>`;

onDesk(
  'a swipe turns the page, and back',
  async (desk) => {
    await desk.show(await entriesOf(makeFiles(story)));
    await chapterEntry(desk, 'Two');
    const session = await desk.page.context().newCDPSession(desk.page);
    const swipe = async (from: number, to: number): Promise<number> => {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] });
      await touch('touchStart', from);
      for (let step = 1; step <= 8; step++) await touch('touchMove', from + ((to - from) * step) / 8);
      await touch('touchEnd');
      return (await desk.where()).fraction;
    };
    const first = (await desk.where()).fraction;
    const second = await swipe(300, 60);
    assert.ok(second > first, `${first} → ${second}`);
    assert.equal(await swipe(60, 300), first);
  },
  { width: 390, height: 800, isNarrow: true },
);

onDesk('a book from right to left turns to the left', async (desk) => {
  const rtl = { ...story, 'book.yaml': story['book.yaml'].replace('lang: en', 'lang: ar') };
  await desk.show(await entriesOf(makeFiles(rtl)));
  await chapterEntry(desk, 'Two');
  const { fraction } = await desk.where();
  await desk.page.keyboard.press('ArrowLeft');
  const left = (await desk.where()).fraction;
  assert.ok(left > fraction);
  await desk.page.getByRole('button', { name: 'Previous page' }).click();
  assert.ok((await desk.where()).fraction < left);
});

onDesk('the web edition is one page that runs no scripts, with its contents, places and links', async (desk) => {
  await desk.set({ look: { ...desktop, profile: 'web' } });
  const page = await bookOf(makeFiles(story), { args: ['--edition', 'web'] });
  await desk.show(new Map([['three.html', page]]), { edition: 'web', title: 'Three' });
  await desk.where();
  await chapterEntry(desk, 'Two');
  assert.ok((await desk.where()).fraction > 0.3);
  const frame = await desk.frame();
  const word = await findWord(frame, 'Paragraph 1 of Two', 'word5070');
  await desk.set({ target: { entry: 'three.html', element: word.element, start: word.start, end: word.end } });
  await desk.where();
  const seen = await findWord(frame, 'Paragraph 1 of Two', 'word5070');
  await desk.clear();
  await clickAt(frame, seen.x, seen.y);
  const { element, start } = await desk.said('place');
  assert.deepEqual({ element, start }, { element: word.element, start: word.start });
});

onDesk('axe-core finds nothing', async (desk) => {
  await desk.show(await entriesOf(join(root, 'manuscript')));
  await desk.where();
  const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
  for (const look of [desktop, { ...desktop, profile: 'phone', night: 'night' }]) {
    await desk.set({ look });
    await desk.page.getByRole('button', { name: 'Contents' }).click();
    for (const isOpen of [true, false]) {
      if (!isOpen) await desk.page.getByRole('button', { name: 'Close' }).click();
      const found = await desk.page.evaluate(
        `${axe}; axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
      );
      assert.deepEqual(found, []);
    }
  }
});
