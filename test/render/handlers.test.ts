import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, texts } from '../tools/xml.ts';
import { asXml, body, render } from './rendering.ts';

/** Markdown, and markup that must be in what is printed. */
const printed: readonly (readonly [string, string])[] = [
  ['A *b* **c** `d`.', '<p>A <em>b</em> <strong>c</strong> <code>d</code>.</p>'],
  ['~~gone~~', '<p><del>gone</del></p>'],
  ['A\\\nb', '<p>A<br/>\nb</p>'],
  ['A & b < c > "d"', '<p>A &amp; b &lt; c &gt; "d"</p>'],
  ['A\n\n* * *\n\nB', '<p class="scene-break" role="separator">*\u00A0\u00A0*\u00A0\u00A0*</p>'],
  ['> A', '<blockquote>\n<p>A</p>\n</blockquote>'],
  ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['- a\n\n- b', '<li><p>a</p></li>'],
  ['3. a', '<ol start="3">'],
  ['- [x] a\n- [ ] b', '<li><span class="task">☑</span> a</li>\n<li><span class="task">☐</span> b</li>'],
  ['```js\na < b\n```', '<pre><code class="language-js">a &lt; b\n</code></pre>'],
  ['```"><b>\nx\n```', '<pre><code>x\n</code></pre>'],
  ['    code', '<pre><code>code\n</code></pre>'],
  ['a :span[mots *à* elle]{lang=fr} b', '<p>a <span lang="fr" xml:lang="fr">mots <em>à</em> elle</span> b</p>'],
  [
    ':span[שלום]{lang=he dir=rtl .greeting onclick=x title=y style=z}',
    '<span lang="he" dir="rtl" class="greeting" xml:lang="he">שלום</span>',
  ],
  ['[to](#there) :span[a]{#there}', '<span id="chapter-1-there">a</span>'],
  ['[a](https://example.org "t")', '<a href="https://example.org/" title="t">a</a>'],
  ['| a | b |\n| :-: | --: |\n| c | d |', '<th scope="col" class="align-center">a</th>'],
  ['| a | b |\n| :-: | --: |\n| c | d |', '<td class="align-right">d</td>'],
];

for (const [markdown, markup] of printed) {
  test(`prints ${JSON.stringify(markdown)}`, async () => {
    const made = await body(`Before.\n\n${markdown}`); // a first paragraph is dressed
    assert.ok(made.includes(markup) || made.replace(/\n(?=<\/?li|<\/?p|<\/ul)/g, '').includes(markup), made);
  });
}

test('a note is an aside in the same document, linked there and back', async () => {
  const xml = asXml(await body('# T\n\nA[^x] b[^x].\n\n[^x]: Alpha.\n\n    Beta.\n'));
  const references = find(xml, '//h:a[@epub:type="noteref"]');
  assert.deepEqual(
    references.map(({ attributes, text }) => [attributes['href'], attributes['id'], attributes['role'], text]),
    [
      ['#chapter-1-note-1', 'chapter-1-ref-1', 'doc-noteref', '1'],
      ['#chapter-1-note-1', 'chapter-1-ref-1-2', 'doc-noteref', '1'],
    ],
  );
  const [note, ...others] = find(xml, '//h:section[@epub:type="footnotes"]/h:aside[@epub:type="footnote"]');
  assert.deepEqual(others, []);
  assert.equal(note?.attributes['id'], 'chapter-1-note-1');
  assert.equal(note?.attributes['role'], 'doc-footnote');
  assert.deepEqual(texts(xml, '//h:aside/h:p'), ['1. Alpha.', 'Beta.']);
  const back = find(xml, '//h:aside//h:a[@role="doc-backlink"]');
  assert.deepEqual(
    back.map(({ attributes }) => attributes['href']),
    ['#chapter-1-ref-1'],
  );
});

test('notes that are no paragraphs, or refer to each other, have backlinks and unique ids', async () => {
  const xml = asXml(await body('# T[^h]\n\nA[^x].\n\n[^x]:\n    - Alpha[^y][^x]\n[^y]: Beta[^x].\n[^h]: `code`\n'));
  assert.equal(find(xml, '//h:aside').length, 3);
  assert.equal(find(xml, '//h:aside//h:a[@role="doc-backlink"]').length, 3);
  const ids = texts(xml, '//@id');
  assert.equal(new Set(ids).size, ids.length, ids.join(' '));
  for (const href of texts(xml, '//h:a/@href')) assert.ok(ids.includes(href.slice(1)), href);
});

test('the number of a note is no part of a heading’s words in contents and title', async () => {
  const { publication, documents } = await render({
    'book.yaml': 'title: T',
    'a.md': '# The Door[^1]\n\nA.\n\n[^1]: B.\n',
  });
  assert.equal(documents[0]?.title, 'The Door');
  assert.deepEqual(
    publication.nav.map(({ title }) => title),
    ['The Door'],
  );
});

/** Depths of headings in a file, and the levels they must get below the section’s own. */
const levels: readonly (readonly [string, readonly string[]])[] = [
  ['# One\n\n## a\n\n### b\n\n## c\n', ['h1', 'h2', 'h3', 'h2']],
  ['# One\n\n### a\n\n##### b\n\n### c\n', ['h1', 'h2', 'h3', 'h2']],
  ['# One\n\n#### a\n\n### b\n\n## c\n', ['h1', 'h2', 'h2', 'h2']],
  ['## T\n\n### a\n\n###### b\n\n## U\n', ['h1', 'h2', 'h3']],
  ['A.\n\n### a\n\n#### b\n', ['h2', 'h3']],
];

for (const [markdown, wanted] of levels) {
  test(`headings of ${JSON.stringify(markdown)} are ${wanted.join(' ')}`, async () => {
    const xml = asXml(await body(markdown));
    assert.deepEqual(
      find(xml, '//*[self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4 or self::h:h5 or self::h:h6]').map(
        ({ name }) => name,
      ),
      wanted,
    );
  });
}

test('a section says its kind, its role and its language', async () => {
  const { documents } = await render({
    'book.yaml': 'title: T\nlang: en',
    '1-dedication.md': 'To A.\n',
    '2-prologue.md': '---\nlang: he\n---\n# א\n\nב.\n',
  });
  const [dedication, prologue] = documents.map(
    ({ body: markup }) => find(asXml(markup), '/h:body/h:section')[0]?.attributes,
  );
  assert.equal(dedication?.['epub:type'], 'dedication');
  assert.equal(dedication?.['role'], 'doc-dedication');
  assert.equal(dedication?.['aria-label'], 'Dedication');
  assert.equal(prologue?.['aria-labelledby'], 'prologue-title');
  assert.deepEqual(
    documents.map(({ lang, dir, matter }) => [lang, dir, matter]),
    [
      ['en', 'ltr', 'frontmatter'],
      ['he', 'rtl', 'bodymatter'],
    ],
  );
});

test('a heading has the language and the direction that braces give it', async () => {
  const { documents } = await render({
    'book.yaml': 'title: T',
    'a.md': '# A\n\nB.\n\n## c {lang=he dir=rtl}\n\nD.\n',
  });
  assert.match(documents[0]?.body ?? '', /<h2 id="[^"]+" lang="he" dir="rtl" xml:lang="he">c<\/h2>/);
});
