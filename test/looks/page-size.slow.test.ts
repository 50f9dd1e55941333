/** Old readers open no page over 250 KB: a chapter of a novel, blown up, goes on in further pages and loses nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { type OpenedBook, openBook } from '../tools/opened-book.ts';
import { texts } from '../tools/xml.ts';
import { lookedAt, pressIn, themes } from './books.ts';

const limit = 250_000;

const tooLarge = (pages: ReadonlyMap<string, string>): readonly string[] =>
  [...pages].filter(([, markup]) => Buffer.byteLength(markup) > limit).map(([path]) => path);

const chaptersOf = (book: OpenedBook): ReadonlyMap<string, string> =>
  new Map(book.spine.filter(({ path }) => path.includes('chapter')).map(({ path }) => [path, book.text(path)]));

test('a novel’s chapter, fifty times over, has no page over 250 KB, and all its words', async (context) => {
  const chapter = lookedAt.get('chapter');
  if (chapter === undefined) {
    await need(context, 'shared');
    return;
  }
  const [heading = '', ...rest] = readFileSync(join(chapter, 'chapter-1.md'), 'utf8').split('\n');
  const manuscript = makeFiles({
    'book.yaml': 'title: Long\nauthor: Kenneth Grahame\nlang: en-GB\n',
    'chapter-1.md': `${heading}\n${rest.join('\n').repeat(50)}`,
  });
  const once = chaptersOf(openBook(pressIn('classic', chapter)));
  const lettersOf = (markup: string) =>
    (
      texts(markup, '//h:p')
        .join('')
        .match(/[\p{L}\p{N}]/gu) ?? []
    ).length;
  const letters = [...once.values()].reduce((sum, markup) => sum + lettersOf(markup), 0);
  for (const theme of themes) {
    const pages = chaptersOf(openBook(pressIn(theme, manuscript)));
    assert.deepEqual(tooLarge(pages), []);
    assert.equal(
      [...pages.values()].reduce((sum, markup) => sum + lettersOf(markup), 0),
      letters * 50,
    );
    // The same chapter in one page would be found out.
    const whole = new Map([['whole', [...pages.values()].join('')]]);
    assert.ok(pages.size > 3 && tooLarge(whole).length === 1);
  }
});
