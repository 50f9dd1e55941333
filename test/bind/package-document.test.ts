import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picture } from '../render/rendering.ts';
import { find, texts } from '../tools/xml.ts';
import { bound } from './binding.ts';

const opf = async (
  yaml: string,
  files: Readonly<Record<string, string>> = { 'a.md': '# One\n\nA.\n' },
): Promise<string> => (await bound({ 'book.yaml': yaml, ...files })).text('OEBPS/content.opf');

/** The values of meta elements with this property; those that refine an id, if one is given. */
const metas = (xml: string, property: string, refines?: string): readonly string[] =>
  texts(xml, `//opf:meta[@property="${property}"]${refines ? `[@refines="${refines}"]` : ''}`);

test('each author is a creator of one’s own, with role and file-as; others are contributors', async () => {
  const xml = await opf(
    'title: T\nauthors:\n  - {name: Ann Lee, file-as: "Lee, Ann"}\n  - Bea\ncontributors:\n  - {name: Cas, role: translator}\n  - {name: Dee, role: cover-artist, file-as: "Dee, D."}',
  );
  const people = find(xml, '//dc:creator | //dc:contributor').map(({ name, text, attributes }) => {
    const id = `#${attributes['id']}`;
    return [name, text, metas(xml, 'role', id), metas(xml, 'file-as', id)];
  });
  assert.deepEqual(people, [
    ['dc:creator', 'Ann Lee', ['aut'], ['Lee, Ann']],
    ['dc:creator', 'Bea', ['aut'], []],
    ['dc:contributor', 'Cas', ['trl'], []],
    ['dc:contributor', 'Dee', ['cov'], ['Dee, D.']],
  ]);
  assert.deepEqual([...new Set(texts(xml, '//opf:meta[@property="role"]/@scheme'))], ['marc:relators']);
});

test('title, subtitle, publisher, dates, subjects, rights and source each have their element', async () => {
  const xml = await opf(
    'title: A & <B>\nsubtitle: "C ]]> D"\npublisher: P\ndescription: "E\\nF"\ndate: 2020-05\nupdated: 2021-06-07\ntags: [one, "two & three"]\nrights: © Ann\nsource: https://example.org/?a=1&b=2\nidentifier: urn:isbn:9780000000002',
  );
  assert.deepEqual(
    find(xml, '//dc:title').map(({ text, attributes }) => [text, metas(xml, 'title-type', `#${attributes['id']}`)]),
    [
      ['A & <B>', ['main']],
      ['C ]]> D', ['subtitle']],
    ],
  );
  const single = {
    publisher: 'P',
    description: 'E\nF',
    date: '2020-05',
    rights: '© Ann',
    source: 'https://example.org/?a=1&b=2',
    language: 'en',
  };
  for (const [name, value] of Object.entries(single)) assert.deepEqual(texts(xml, `//dc:${name}`), [value], name);
  assert.deepEqual(texts(xml, '//dc:subject'), ['one', 'two & three']);
  assert.deepEqual(texts(xml, '//dc:identifier[@id=/opf:package/@unique-identifier]'), ['urn:isbn:9780000000002']);
  assert.deepEqual(metas(xml, 'dcterms:modified'), ['2021-06-07T00:00:00Z']);
});

test('what the author does not say is not in the book', async () => {
  const xml = await opf('title: T');
  for (const name of ['creator', 'contributor', 'publisher', 'description', 'date', 'subject', 'rights', 'source']) {
    assert.deepEqual(texts(xml, `//dc:${name}`), [], name);
  }
  for (const property of [
    'belongs-to-collection',
    'group-position',
    'dcterms:conformsTo',
    'a11y:certifiedBy',
    'file-as',
  ]) {
    assert.deepEqual(metas(xml, property), [], property);
  }
  assert.deepEqual(texts(xml, '//opf:spine/@page-progression-direction'), []);
});

test('a series is a collection with a position, and calibre’s too', async () => {
  const xml = await opf('title: T\nseries: {name: The Doors, position: 2.5}');
  assert.deepEqual(metas(xml, 'belongs-to-collection'), ['The Doors']);
  assert.deepEqual(metas(xml, 'collection-type', '#series'), ['series']);
  assert.deepEqual(metas(xml, 'group-position', '#series'), ['2.5']);
  assert.deepEqual(texts(xml, '//opf:meta[@name="calibre:series"]/@content'), ['The Doors']);
  assert.deepEqual(texts(xml, '//opf:meta[@name="calibre:series_index"]/@content'), ['2.5']);
});

test('books that read from right to left turn their pages so', async () => {
  const book = await bound({ 'book.yaml': 'title: ת\nlang: he', 'a.md': 'א.\n' });
  const xml = book.text('OEBPS/content.opf');
  assert.deepEqual(texts(xml, '//opf:spine/@page-progression-direction'), ['rtl']);
  assert.deepEqual(texts(xml, '/opf:package/@dir'), ['rtl']);
  assert.deepEqual(texts(book.text('OEBPS/chapter-1.xhtml'), '/h:html/@dir'), ['rtl']);
  assert.deepEqual(texts(book.text('OEBPS/chapter-1.xhtml'), '/h:html/@lang'), ['he']);
});

test('manifest and spine agree with what the book holds', async () => {
  const book = await bound(
    {
      'book.yaml': 'title: T\ncover: c.png',
      '1.md': '# One\n\n![a](d.png)\n\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>\n',
      '2-notes.md': 'B.\n',
    },
    [picture('c.png'), picture('d.png')],
  );
  const xml = book.text('OEBPS/content.opf');
  const listed = texts(xml, '//opf:item/@href').map((href) => `OEBPS/${href}`);
  const held = book.entries
    .map(({ name }) => name)
    .filter((name) => name.startsWith('OEBPS/') && !name.endsWith('.opf'));
  assert.deepEqual([...listed].sort(), held);
  const spine = texts(xml, '//opf:itemref/@idref');
  assert.deepEqual(spine, ['cover', 'title-page', 'contents', 'chapter-1', 'notes']);
  assert.deepEqual(texts(xml, '//opf:item[@properties="cover-image"]/@href'), ['images/cover.png']);
  assert.deepEqual(texts(xml, '//opf:item[contains(@properties,"nav")]/@href'), ['toc.xhtml']);
  assert.deepEqual(texts(xml, '//opf:item[contains(@properties,"svg")]/@id'), ['chapter-1']);
  assert.deepEqual(
    texts(xml, '//opf:meta[@name="cover"]/@content'),
    texts(xml, '//opf:item[@properties="cover-image"]/@id'),
  );
});

test('nav and NCX list the same, and every line leads somewhere', async () => {
  const book = await bound({
    'book.yaml': 'title: T',
    '1.md': '# Part One\n\n## A & \\<B>\n\nA.\n\n### C\n\nD.\n',
    '2-epilogue.md': 'E.\n',
  });
  const nav = book.text('OEBPS/toc.xhtml');
  const ncx = book.text('OEBPS/toc.ncx');
  const lines = find(nav, '//h:nav[@epub:type="toc"]//h:a').map(({ text, attributes }) => [text, attributes['href']]);
  const points = find(ncx, '//ncx:navPoint').map((_, at) => [
    texts(ncx, `(//ncx:navPoint)[${at + 1}]/ncx:navLabel/ncx:text`)[0],
    texts(ncx, `(//ncx:navPoint)[${at + 1}]/ncx:content/@src`)[0],
  ]);
  assert.equal(lines.length, 4);
  assert.deepEqual(lines[1]?.[0], 'A & <B>');
  assert.deepEqual(points, lines);
  assert.deepEqual(texts(ncx, '//ncx:meta[@name="dtb:depth"]/@content'), ['3']);
  for (const [, href = ''] of lines) {
    const [file, id] = href.split('#');
    const xml = book.text(`OEBPS/${file}`);
    if (id !== undefined) assert.equal(find(xml, `//*[@id="${id}"]`).length, 1, href);
  }
});

test('a certificate names its giver and the standard', async () => {
  const xml = await opf('title: T\naccessibility: {certified-by: "Ann & Co"}');
  assert.deepEqual(metas(xml, 'a11y:certifiedBy', '#conformance'), ['Ann & Co']);
  assert.match(metas(xml, 'dcterms:conformsTo')[0] ?? '', /^EPUB Accessibility 1\.1 - WCAG 2\.2 Level AA$/);
});
