import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWithEpubcheckTs } from '../../scripts/check/epubcheck-ts.ts';
import { makeFiles } from '../tools/folder.ts';
import { bookOf } from '../tools/press.ts';
import { find, texts } from '../tools/xml.ts';
import { asXml, render } from './rendering.ts';

const files = (notes: string): Readonly<Record<string, string>> => ({
  'book.yaml': `title: T\nlang: en\nauthor: A\nnotes: ${notes}\n`,
  '1-preface.md': '# Preface\n\nBefore[^a].\n\n[^a]: Of the preface.\n',
  '2-part-1.md': '# Part One\n',
  '3-chapter-1.md':
    '# One\n\nA word[^1] and another[^2], the first again[^1].\n\n[^1]: First *note*, [see two](4-chapter-2.md).\n[^2]: Second note.\n',
  '4-chapter-2.md': '---\nlang: fr\n---\n# Deux\n\nMot[^1].\n\n[^1]: Note en français.\n',
  '5-part-2.md': '# Part Two\n',
  '6-chapter-3.md': '# Three\n\nNo notes.\n',
  '7-glossary.md': '# Glossary\n\nWords.\n',
});

/** Where notes go, the pages in order, and the headings on the pages of notes. */
const places: readonly (readonly [
  notes: string,
  pages: readonly string[],
  headings: Readonly<Record<string, readonly string[]>>,
])[] = [
  ['chapter', ['preface', 'part-1', 'chapter-1', 'chapter-2', 'part-2', 'chapter-3', 'glossary'], {}],
  [
    'part',
    ['preface', 'part-1', 'chapter-1', 'chapter-2', 'part-1-endnotes', 'part-2', 'chapter-3', 'glossary'],
    { 'part-1-endnotes': ['Notes', 'One', 'Deux'] },
  ],
  [
    'book',
    ['preface', 'part-1', 'chapter-1', 'chapter-2', 'part-2', 'chapter-3', 'endnotes', 'glossary'],
    { endnotes: ['Notes', 'Preface', 'One', 'Deux'] },
  ],
];

for (const [notes, pages, headings] of places)
  test(`notes at the end of each ${notes} stand under the title of their chapter, and links lead both ways`, async () => {
    const { documents, publication, problems } = await render(files(notes));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      documents.map(({ id }) => id),
      pages,
    );
    for (const [id, expected] of Object.entries(headings)) {
      const page = documents.find((each) => each.id === id)?.body ?? '';
      assert.deepEqual(texts(asXml(page), '//h:h1 | //h:h2'), expected);
      assert.match(page, /epub:type="endnotes" role="doc-endnotes"/);
      assert.match(page, /<section class="footnotes"[^>]* lang="fr"/);
    }
    const ids = new Map(documents.map(({ href, body }) => [href, new Set(texts(asXml(body), '//@id'))]));
    const links = documents.flatMap(({ href, body }) =>
      find(asXml(body), '//h:a').map(({ attributes }) => ({ href, to: attributes['href'] ?? '' })),
    );
    for (const { href, to } of links) {
      const [file = '', id] = to.split('#');
      const target = ids.get(file || href);
      assert.ok(target && (id === undefined || target.has(id)), `${href}: ${to}`);
    }
    assert.equal(documents.flatMap(({ body }) => find(asXml(body), '//h:aside')).length, 4);
    const titles = publication.nav.flatMap(({ title, entries }) => [title, ...entries.map((each) => each.title)]);
    assert.equal(titles.includes('Notes'), notes !== 'chapter');
  });

for (const edition of ['epub', 'kobo', 'kindle', 'legacy'])
  test(`notes at the end of the book are valid in the edition ${edition}`, async () => {
    const epub = await bookOf(makeFiles(files('book')), { args: ['--strict', '--edition', edition] });
    assert.deepEqual(await checkWithEpubcheckTs(epub), []);
  });
