/** Marks of printed pages, from the text to the list of pages. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { quickBuild, tell } from '../tools/manuscript.ts';
import { round } from '../tools/round.ts';
import { withoutIds } from '../tools/xml.ts';

const facts = 'title: T\nauthor: A\nlang: en\npages-of: urn:isbn:9780000000002\n';
const book = {
  'book.yaml': facts,
  'foreword.md': '# Foreword\n\n[p. ix] It was late.\n',
  'chapter-1.md': '# One\n\n[p. 1] It was a dark and stormy night, and he went [p. 2] home.\n\n[p. 3]\n\nThe end.\n',
  'chapter-2.md':
    '# Two\n\nA []{.pagebreak title="4"}B [p. 5]{.page} C <span epub:type="pagebreak" id="p6" title="6"/>D.\n\n<div epub:type="pagebreak" title="7"></div>\n\nE [p. 8].[^1]\n\n[^1]: A note, [p. 3].\n',
};

/** The pages of a book: where each begins, by its number. */
async function pagesOf(files: Readonly<Record<string, string>>, file = '') {
  const folder = makeFolder();
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const { value, problems } = await buildPath(join(folder, file), quickBuild);
  assert.ok(value, problems.map(tell).join('\n'));
  const epub = readEpub(value.epub);
  const nav = epub.text('OEBPS/toc.xhtml').split('id="page-list"')[1] ?? '';
  const pages = [...nav.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, title]) => `${title} ${href}`);
  return { epub, pages, told: problems.map(tell) };
}

test('every way of marking pages gives an anchor, and a place in the list of pages, in their order', async () => {
  const { epub, pages, told } = await pagesOf(book);
  assert.deepEqual(told, []);
  assert.deepEqual(pages, [
    'ix foreword.xhtml#foreword-page-ix',
    ...['1', '2', '3'].map((page) => `${page} chapter-1.xhtml#chapter-1-page-${page}`),
    ...['4', '5'].map((page) => `${page} chapter-2.xhtml#chapter-2-page-${page}`),
    '6 chapter-2.xhtml#chapter-2-p6',
    ...['7', '8'].map((page) => `${page} chapter-2.xhtml#chapter-2-page-${page}`),
  ]);
  const one = withoutIds(epub.text('OEBPS/chapter-1.xhtml'));
  const mark = (page: number): string =>
    `<span id="chapter-1-page-${page}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${page}"></span>`;
  assert.ok(one.includes(`<p class="opening">${mark(1)}<span class="lead-in">It was a dark`), one);
  assert.ok(one.includes(`<p>${mark(3)}The end.</p>`), one);
  for (const page of ['foreword', 'chapter-1', 'chapter-2'])
    assert.doesNotMatch(epub.text(`OEBPS/${page}.xhtml`).split('footnotes')[0] ?? '', /\[p\./);
  assert.match(epub.text('OEBPS/chapter-2.xhtml'), /A note, \[p\.\s3\]/);
  const opf = epub.text('OEBPS/content.opf');
  for (const feature of ['pageBreakMarkers', 'pageNavigation'])
    assert.match(opf, new RegExp(`schema:accessibilityFeature">${feature}<`));
  assert.match(opf, /<dc:source id="page-source">urn:isbn:9780000000002<\/dc:source>/);
  assert.match(opf, /<meta refines="#page-source" property="source-of">pagination<\/meta>/);
  const ncx = epub.text('OEBPS/toc.ncx');
  assert.match(ncx, /totalPageCount" content="9"\/>\n<meta name="dtb:maxPageNumber" content="8"/);
  assert.match(ncx, /type="front" playOrder="\d+"><navLabel><text>ix</);
  assert.match(ncx, /type="normal" value="8" playOrder="\d+"><navLabel><text>8</);
});

test('a single file has them too', async () => {
  const text = `---\n${facts}---\n\n# One\n\na [p. 1] b [page 2] c [P. 3] d\n`;
  assert.deepEqual(
    (await pagesOf({ 'a.md': text }, 'a.md')).pages,
    ['1', '2', '3'].map((page) => `${page} chapter-1.xhtml#chapter-1-page-${page}`),
  );
});

test('in brackets alone they are text where there are fewer than three, where numbers fall, or where they are escaped', async () => {
  for (const text of [
    'a [p. 1] b [p. 2] c',
    'a [p. 1] b [p. 3] c [p. 2] d',
    'a [p. 1] b [p. 2] c [p. 2] d',
    'a \\[p. 1] b [p. 2] c [p. 3] d',
    'a![p. 1] b [p. 2] c [p. 3] d',
    'a [p. 1](#x) b [p. 2] c [p. 3] d',
    'a [1] b [2] c [3] d',
    'a [p. one] b [p. two] c [p. three] d',
  ]) {
    const { epub, pages } = await pagesOf({ 'book.yaml': facts, 'a.md': `# One\n\n${text}\n` });
    assert.deepEqual(pages, [], text);
    const words = epub
      .text('OEBPS/chapter-1.xhtml')
      .replace(/<[^>]*>/g, '')
      .replaceAll('\u00A0', ' ');
    assert.ok(
      words.includes(
        text
          .replaceAll('\\', '')
          .replace('(#x)', '')
          .replace('[p. 1] b', (all) => (text.includes('(#x)') ? 'p. 1 b' : all)),
      ),
      words,
    );
    assert.doesNotMatch(epub.text('OEBPS/content.opf'), /page-source|pageNavigation/);
  }
});

test('markdown: commonmark knows none', async () => {
  const files = { 'book.yaml': `${facts}markdown: commonmark\n`, 'a.md': '# One\n\na [p. 1] b [p. 2] c [p. 3] d\n' };
  assert.deepEqual((await pagesOf(files)).pages, []);
});

test('they come back from an EPUB of ours', async () => {
  const { first, second } = await round(makeFiles(book));
  assert.equal(second, first);
});
