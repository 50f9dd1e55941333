/** The line above a chapter that the site removed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from './rendering.ts';

const chapter = '---\nremoved: 2026-10-01/2026-11-28\n---\n\n# One\n\nThe lamp was still burning.\n';
const lineOf = (body: string): string | undefined => /<p [^>]*data-removed[^>]*>(.*?)<\/p>/.exec(body)?.[0];

test('a chapter that was removed says so below its heading, once, and its first paragraph still opens it', async () => {
  const { documents } = await render({
    'book.yaml': 'title: T',
    'chapter-1.md': chapter,
    'chapter-2.md': '# Two\n\nMore.\n',
  });
  const [one = '', two = ''] = documents.map(({ body }) => body);
  assert.equal(
    lineOf(one),
    '<p class="chapter-line removed" data-removed="2026-10-01/2026-11-28"><small>Removed from the site between 1 October 2026 and 28 November 2026</small></p>',
  );
  assert.match(one, /<\/header>\s*<p class="chapter-line removed"[\s\S]*<p class="opening">/);
  assert.equal(lineOf(two), undefined);
});

test('it speaks the book’s language, and English where the press does not', async () => {
  const inLanguage = async (lang: string, text = chapter) =>
    lineOf((await render({ 'book.yaml': `title: T\nlang: ${lang}`, 'chapter-1.md': text })).documents[0]?.body ?? '');
  for (const [lang, words] of [
    ['de-AT', 'Zwischen dem 1. Oktober 2026 und dem 28. November 2026 von der Website entfernt'],
    ['fr', 'Retiré du site entre le 1er octobre 2026 et le 28 novembre 2026'],
    ['ru', 'Удалено с сайта в период с 1 октября 2026 г. по 28 ноября 2026 г.'],
    ['ja', '2026年10月1日から2026年11月28日の間にサイトから削除'],
    ['ar', 'حُذف من الموقع بين 1 أكتوبر 2026 و28 نوفمبر 2026'],
  ] as const)
    assert.match(
      (await inLanguage(lang)) ?? '',
      new RegExp(`removed" data-removed="[^"]*"><small>${words}</small>`),
      lang,
    );
  assert.match((await inLanguage('eu')) ?? '', / lang="en" dir="auto"[^>]*><small>Removed from the site between /);
  assert.match(
    (await inLanguage('de', chapter.replace('2026-10-01/', '2026-11-28/'))) ?? '',
    /Von der Website entfernt: 28\. November 2026/,
  );
});

test('of a file with several chapters the first has it', async () => {
  const { documents } = await render({ 'book.yaml': 'title: T', 'chapter-1.md': `${chapter}\n# Two\n\nMore.\n` });
  assert.deepEqual(
    documents.map(({ body }) => lineOf(body) !== undefined),
    [true, false],
  );
});
