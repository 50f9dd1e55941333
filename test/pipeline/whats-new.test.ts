/** The page “What Is New”, and how a book that has it comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../scripts/book/bytes.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { newsPath } from '../../scripts/book/source-list.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { buildBook } from '../../scripts/pipeline/build.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { printNews, readNews } from '../../scripts/versions/news.ts';
import type { FileChange } from '../../scripts/versions/story-folder.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { withoutIds } from '../tools/xml.ts';

const change = (path: string, what: FileChange['what'], added = 0, removed = 0): FileChange => ({
  path,
  what,
  added,
  removed,
  heading: undefined,
  conflicts: [],
});
const days = { last: '2026-10-01', now: '2026-11-28' };
const news = printNews(
  [
    change('book.yaml', 'changed'),
    change('chapter-1.md', 'changed', 3, 1),
    change('chapter-2.md', 'gone'),
    change('the door.md', 'new', 2311),
    change('chapter-9.md', 'new', 5),
    change('chapter-4.md', 'deleted-here'),
  ],
  days,
);
const chapters = {
  'chapter-1.md': '# One\n\nThe lamp was still burning.\n',
  'chapter-2.md': `---\nremoved: 2026-10-01/2026-11-28\n---\n\n# Two[^1]\n\nIt went out.\n\n[^1]: A note.\n`,
  'the door.md': 'Nobody opened.\n',
};

async function build(files: Readonly<Record<string, string>>) {
  const given = new Map(Object.entries(files).map(([path, text]) => [path, encodeUtf8(text)]));
  return buildBook(memoryFiles({ name: 's', isFolder: true, files: given }, usualLimits), { ...quickBuild, openAsset });
}

const pageIn = (built: Awaited<ReturnType<typeof build>>): string | undefined => {
  const page = built.value?.publication.documents.find(({ kind }) => kind === 'whats-new');
  return page && printXhtml(page.content).markup;
};

test('the page lists what the last update brought, with links, where front matter has it', async () => {
  const built = await build({ 'book.yaml': 'title: T\nwhats-new: yes', ...chapters, [newsPath]: news ?? '' });
  const { documents, nav, provenance } = built.value?.publication ?? {};
  assert.deepEqual(
    documents?.map(({ id }) => id),
    ['cover', 'title-page', 'contents', 'whats-new', 'chapter-1', 'chapter-2', 'chapter-3', 'colophon'],
  );
  assert.equal(nav?.[0]?.title, 'What Is New');
  assert.ok(provenance?.files.has(newsPath));
  assert.equal(
    withoutIds(pageIn(built) ?? '').replace(/^[\s\S]*?<\/header>\s*|<\/section>\s*$/g, ''),
    `<p>1 October 2026–28 November 2026</p>
<p><strong>New chapters</strong></p>
<ul>
<li><a href="chapter-3.xhtml">Chapter 3</a> (Words: +2311)</li>
</ul>
<p><strong>Changed chapters</strong></p>
<ul>
<li><a href="chapter-1.xhtml">One</a> (Words: +3 −1)</li>
</ul>
<p><strong>Removed from the site</strong></p>
<ul>
<li><a href="chapter-2.xhtml">Two</a></li>
</ul>
`,
  );
});

test('without a record, or with one of chapters that are not in the book, there is no page, and one hint', async () => {
  const other = printNews([change('gone.md', 'new', 7)], days) ?? '';
  for (const files of [{}, { [newsPath]: '{' }, { [newsPath]: other }]) {
    const built = await build({ 'book.yaml': 'title: T\nwhats-new: yes', ...chapters, ...files });
    assert.equal(pageIn(built), undefined);
    assert.deepEqual(
      built.problems.map(({ rule }) => rule),
      ['news-missing'],
    );
  }
  assert.deepEqual((await build({ 'book.yaml': 'title: T', ...chapters, [newsPath]: news ?? '' })).problems, []);
});

test('a page of the author’s own takes its place', async () => {
  const own = { 'whats-new.md': '# News\n\nMine.\n' };
  const built = await build({ 'book.yaml': 'title: T\nwhats-new: yes', ...chapters, ...own, [newsPath]: news ?? '' });
  assert.match(pageIn(built) ?? '', /Mine\./);
});

for (const lang of ['en', 'de', 'ja', 'ar', 'fi'])
  test(`a book with the page, and a chapter that was removed, comes back to the same bytes (${lang})`, async () => {
    const built = await build({
      'book.yaml': `title: T\nlang: ${lang}\nwhats-new: yes`,
      ...chapters,
      [newsPath]: news ?? '',
    });
    const files = new Map([['t.epub', built.value?.epub ?? new Uint8Array()]]);
    const again = await buildBook(memoryFiles({ name: 't.epub', isFolder: false, files }, usualLimits), {
      ...quickBuild,
      openAsset,
    });
    const text = (from: typeof built) =>
      from.value?.publication.documents.map(({ content }) => printXhtml(content).markup);
    assert.deepEqual(text(again), text(built));
    assert.deepEqual(again.value?.epub, built.value?.epub);
  });

test('an update in which no chapter changed keeps the list of the one before', () => {
  assert.equal(printNews([change('book.yaml', 'changed')], days), undefined);
  assert.equal(readNews(news ?? '')?.chapters.length, 4);
  assert.equal(readNews('{"format":2}'), undefined);
});
