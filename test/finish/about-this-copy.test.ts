import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutKeys, aboutLabels } from '../../scripts/book/about-labels.ts';
import { render } from '../render/rendering.ts';

const page = async (yaml: string, lang = 'en') => {
  const { publication } = await render({ 'book.yaml': `title: T\nlang: ${lang}\n${yaml}`, 'a.md': '# One\n\nA b.\n' });
  return { publication, body: publication.documents.find(({ kind }) => kind === 'about-this-copy')?.body };
};

test('a book whose metadata has nothing for an archive has no page about it', async () => {
  assert.equal((await page('source: https://example.org\ntags: a\nrights: b')).body, undefined);
});

for (const yaml of [
  'rating: G',
  'warnings: a',
  'fandoms: a',
  'relationships: a',
  'characters: a',
  'status: Complete',
  'chapters: 1/?',
  'retrieved: 2026-01-02',
  'words: yes',
])
  test(`${yaml} is told on a page of its own, the last, which the contents list`, async () => {
    const { publication, body } = await page(yaml);
    assert.ok(body?.includes(`<dd>${yaml === 'words: yes' ? '3' : yaml.split(': ')[1]}</dd>`), body);
    assert.equal(publication.documents.at(-1)?.kind, 'about-this-copy');
    assert.deepEqual(publication.nav.at(-1), { title: 'About This Copy', href: 'about-this-copy.xhtml', entries: [] });
  });

test('a page that the author wrote takes its place', async () => {
  const files = { 'book.yaml': 'title: T\nrating: G', 'a.md': '# One\n\nA.\n', 'about-this-copy.md': 'Mine.\n' };
  const { publication } = await render(files);
  const pages = publication.documents.filter(({ kind }) => kind === 'about-this-copy');
  assert.equal(pages.length, 1);
  assert.match(pages[0]?.body ?? '', /Mine\./);
});

test('an address becomes a link only where it is one of the web', async () => {
  assert.match(
    (await page('rating: G\nsource: https://example.org/?a=1&b=2')).body ?? '',
    /<a href="https:\/\/example\.org\/\?a=1&amp;b=2">/,
  );
  assert.doesNotMatch((await page('rating: G\nsource: "javascript:alert(1)"')).body ?? '', /<a /);
});

test('every language has a word for each row, others get English and say so', async () => {
  for (const lang of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'cs', 'ru', 'zh', 'zh-TW', 'ko', 'fi']) {
    const labels = aboutLabels(lang);
    for (const key of aboutKeys) assert.notEqual(labels[key], key, `${lang} ${key}`);
  }
  assert.match((await page('rating: G', 'eu')).body ?? '', /<dt lang="en" xml:lang="en">Rating<\/dt>/);
});
