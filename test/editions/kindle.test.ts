import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { makeKindle } from '../../scripts/editions/kindle.ts';
import { checkCover, checkSize } from '../../scripts/editions/kindle-problems.ts';
import { ownTemplates, picture, render } from '../render/rendering.ts';
import { readEpub } from '../tools/epub.ts';
import { quickBuild } from '../tools/manuscript.ts';
import { find, texts } from '../tools/xml.ts';
import { sampleCase } from '../validators/books.ts';
import { edit, parsed, printed } from './editing.ts';

const book = async (manuscript: string, name: 'epub' | 'kindle') => {
  const { value } = await buildPath(manuscript, { ...quickBuild, editions: [name] });
  return readEpub(value?.epub ?? new Uint8Array());
};

for (const manuscript of ['manuscript', sampleCase('every-feature'), sampleCase('raw-html')]) {
  for (const name of ['epub', 'kindle'] as const) {
    test(`the ${name} edition of ${manuscript} keeps the rules of Send to Kindle that every edition keeps`, async () => {
      const { entries, text } = await book(manuscript, name);
      const pages = entries.filter((each) => each.name.endsWith('.xhtml')).map((each) => text(each.name));
      assert.ok(pages.length > 2);
      for (const page of pages) {
        assert.match(page, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
        assert.deepEqual(find(page, '//h:body[@id] | //h:img[not(@src) or @src=""] | //comment()'), []);
      }
      for (const each of entries.filter((entry) => entry.name.endsWith('.css')))
        assert.doesNotMatch(text(each.name), /(?:^|[\s;{])--[\w-]+\s*:|var\(/);
      assert.deepEqual(
        entries.filter((each) => /\.(?:webp|avif)$/i.test(each.name)),
        [],
      );
      const starts = find(text('OEBPS/content.opf'), '//opf:guide/opf:reference[@type="text"]');
      assert.equal(starts.length, 1);
      const nav = find(text('OEBPS/toc.xhtml'), '//h:nav[@epub:type="landmarks"]//h:a[@epub:type="bodymatter"]');
      assert.equal(nav[0]?.attributes['href'], starts[0]?.attributes['href']);
      assert.deepEqual(find(text('OEBPS/content.opf'), '//opf:itemref[@idref="nav"]'), []);
    });
  }
}

test('the style sheets of a Kindle say nothing of max-width, and have no comments', async () => {
  const { entries, text } = await book('manuscript', 'kindle');
  for (const each of entries.filter((entry) => entry.name.endsWith('.css')))
    assert.doesNotMatch(text(each.name), /[^(]max-width|\/\*/); // that of a query is no property
});

test('the cover is shown once: no page repeats it, and no landmark looks for that page', async () => {
  const { text, entries } = await book('manuscript', 'kindle');
  assert.ok(!entries.some(({ name }) => name === 'OEBPS/cover.xhtml'));
  const opf = text('OEBPS/content.opf');
  assert.deepEqual(find(opf, '//opf:reference[@type="cover"]'), []);
  assert.equal(find(opf, '//opf:item[@properties="cover-image"]').length, 1);
  assert.equal(find(opf, '//opf:meta[@name="cover"]').length, 1);
});

test('a cover page of the author’s own, with words, stays', async () => {
  const { publication } = await edit('kindle', {
    'book.yaml': 'title: T\n',
    'cover.md': 'Words.\n',
    'a.md': '# A\n\nB.\n',
  });
  assert.ok(publication.documents.some(({ kind }) => kind === 'cover'));
});

test('the contents have two levels, and lose no line', async () => {
  const files = {
    'book.yaml': 'title: T\n',
    '1 Part One.md': '---\nkind: part\n---\n# Part\n',
    '2.md': '# C\n\n## H\n\nA.\n\n## I\n\nB.\n',
  };
  const { publication } = await edit('kindle', files);
  const deep = (await render(files)).publication.nav;
  const count = (entries: typeof deep): number =>
    entries.reduce((sum, { entries: inner }) => sum + 1 + count(inner), 0);
  assert.equal(count(publication.nav), count(deep));
  assert.ok(publication.nav.every(({ entries }) => entries.every((each) => each.entries.length === 0)));
  const two = {
    title: 'B',
    href: 'b',
    entries: [{ title: 'C', href: 'c', entries: [{ title: 'D', href: 'd', entries: [] }] }],
  };
  const { publication: plain } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n' });
  const { value } = makeKindle({ ...plain, nav: [two] }, ownTemplates);
  assert.deepEqual(value.publication.nav, [
    {
      title: 'B',
      href: 'b',
      entries: [
        { title: 'C', href: 'c', entries: [] },
        { title: 'D', href: 'd', entries: [] },
      ],
    },
  ]);
});

/** Metadata, templates or bodies that Kindle has something against, and what is said of them. */
const told: readonly (readonly [string, string, string, string, RegExp | undefined])[] = [
  ['a language of its list', 'lang: pt-BR', '', '', undefined],
  ['a language that is not', 'lang: cs', '', '', /^hint kindle-advice Kindle does not list the language “cs”/],
  ['no cover', 'lang: en', '', '', /^hint kindle-advice The book has no cover/],
  [
    'a page without its encoding',
    'lang: en',
    'page.xhtml.ejs',
    '<html><body><%- page.body %></body></html>',
    /^error kindle-refused A page names no encoding/,
  ],
  [
    'a body with an id',
    'lang: en',
    'page.xhtml.ejs',
    '<?xml version="1.0" encoding="UTF-8"?><html><body id="b"><%- page.body %></body></html>',
    /^error kindle-refused A body has an id/,
  ],
  [
    'much that is hidden',
    'lang: en',
    'style.css',
    '.chapter p { display: none }',
    /^error kindle-refused 1[12]\d{3} characters are hidden/,
  ],
  ['something else that is hidden', 'lang: en', 'style.css', '.preface p, h6 { display: none }', undefined],
];

for (const [what, yaml, name, template, expected] of told) {
  test(`${what} is ${expected ? 'told' : 'no news'}`, async () => {
    const files = { 'book.yaml': `title: T\n${yaml}\n`, 'a.md': `# A\n\n${'Hidden words. '.repeat(850)}\n` };
    const templates = name === '' ? ownTemplates : new Map([...ownTemplates, [name, template]]);
    const { publication } = await render(files);
    const { problems } = makeKindle(publication, templates as typeof ownTemplates);
    const lines = problems.map(({ severity, rule, reason }) => `${severity} ${rule} ${reason}`);
    const others = lines.filter((line) => expected?.test(line) || !/has no cover/.test(line));
    if (expected)
      assert.ok(
        others.some((line) => expected.test(line)),
        lines.join('\n'),
      );
    else assert.deepEqual(others, []);
  });
}

test('a cover that was drawn is not told of: there is nothing to do', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n' });
  for (const [href, count] of [
    ['images/drawn-cover-night.jpg', 0],
    ['images/cover.jpg', 1],
  ] as const) {
    const cover = {
      id: 'cover-image',
      href,
      mediaType: 'image/jpeg',
      properties: ['cover-image'],
      bytes: new Uint8Array(),
      size: { width: 1600, height: 2400 },
    };
    assert.equal(checkCover(cover, publication.metadata).length, count);
  }
});

test('a small cover is told at the line that names it', async () => {
  const yaml = 'title: T\ncover: c.png\n';
  const { problems } = await edit('kindle', { 'book.yaml': yaml, 'a.md': '# A\n\nB.\n' }, [
    picture('c.png', { width: 1400, height: 2000 }),
  ]);
  const [found] = problems.filter(({ rule }) => rule === 'kindle-advice');
  assert.equal(found?.reason, 'The cover has 1400 × 2000 pixels; Kindle’s shelf wants 1600 × 2560.');
  assert.deepEqual([found?.place?.path, found?.place?.start?.line], ['book.yaml', 2]);
});

test('a picture without a source leaves its words, one of another format is refused', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# A\n\nB.\n' });
  const [first] = publication.documents;
  assert.ok(first);
  const body = '<section><p><img alt="A door"/><img src="a.png" alt=""/></p><p style="max-width: 3em">x</p></section>';
  const bad = { id: 'p', href: 'images/p.webp', mediaType: 'image/webp', properties: [], bytes: new Uint8Array() };
  const { value, problems } = makeKindle(
    { ...publication, documents: [{ ...first, content: parsed(body) }], resources: [bad] },
    ownTemplates,
  );
  assert.equal(
    printed(value.publication.documents[0]?.content),
    '<section><p>A door<img src="a.png" alt=""/></p><p>x</p></section>',
  );
  assert.ok(problems.some(({ rule, reason }) => rule === 'kindle-refused' && /image\/webp/.test(reason)));
});

test('a book above 50 MB is warned of, one above 200 MB is refused', () => {
  const said = [1, 50_000_000, 50_000_001, 200_000_000, 200_000_001].map((length) =>
    checkSize({ length }).map(({ rule }) => rule),
  );
  assert.deepEqual(said, [[], [], ['kindle-size'], ['kindle-size'], ['kindle-refused']]);
});

test('the identifier is that of every edition', async () => {
  const id = '//dc:identifier';
  assert.deepEqual(
    texts((await book('manuscript', 'kindle')).text('OEBPS/content.opf'), id),
    texts((await book('manuscript', 'epub')).text('OEBPS/content.opf'), id),
  );
});
