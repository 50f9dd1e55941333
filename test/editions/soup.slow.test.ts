/** Editions of books whose raw HTML is soup: valid all the same, and no word lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ContentDocument, Publication } from '../../scripts/book/publication.ts';
import { makeKindle } from '../../scripts/editions/kindle.ts';
import { makeKobo } from '../../scripts/editions/kobo.ts';
import { makeWeb } from '../../scripts/editions/web.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { repaired } from '../html/markdown.ts';
import { soup } from '../html/soup.ts';
import { ownTemplates, render } from '../render/rendering.ts';
import { bindEpub } from '../tools/bind-epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { need } from '../tools/need.ts';
import { runNu } from '../tools/nu.ts';
import { parsed, wordsOf } from './editing.ts';

const sources = fc.sample(soup, {
  numRuns: Number(process.env['FUZZ_RUNS'] ?? 300),
  seed: Number(process.env['FUZZ_SEED'] ?? 21),
});

/** A book of one chapter for each source; ids, which a book makes unique, are left out. */
async function soupBook(): Promise<Publication> {
  const { publication } = await render({ 'book.yaml': 'title: T\nlang: en\n', 'a.md': '# A\n\nB.\n' });
  const chapter = publication.documents.find(({ kind }) => kind === 'chapter');
  assert.ok(chapter);
  const documents = sources.map((source, at): ContentDocument => {
    const markup = printXhtml(repaired(source).value.children).markup.replace(/ (?:id|aria-\w+)="[^"]*"/g, '');
    return {
      ...chapter,
      id: `c${at}`,
      href: `c${at}.xhtml`,
      content: parsed(`<section>\n${markup}\n</section>`),
    };
  });
  const landmarks = publication.landmarks.filter(({ href }) => !href.startsWith('chapter'));
  const generated = publication.documents
    .filter((each) => each !== chapter)
    .map((each) => ({ ...each, content: parsed('<p>x</p>') }));
  const nav = [{ title: 'A', href: 'c0.xhtml', entries: [] }];
  return { ...publication, documents: [...generated, ...documents], landmarks, nav };
}

test('soup marked for Kobo, and fitted for Kindle, keeps its words to the character, and the official EPUBCheck accepts it', async (context) => {
  const publication = await soupBook();
  const kobo = makeKobo(publication);
  const kindle = makeKindle(publication, ownTemplates).value.publication;
  publication.documents.forEach(({ content }, at) => {
    assert.equal(wordsOf(kobo.documents[at]?.content), wordsOf(content));
    assert.equal(wordsOf(kindle.documents[at]?.content), wordsOf(content));
  });
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const books = new Map<string, Uint8Array>();
  for (const [name, made] of [
    ['kobo', kobo],
    ['kindle', kindle],
  ] as const) {
    const { value } = await bindEpub(made, ownTemplates);
    assert.ok(value);
    books.set(name, value.bytes);
  }
  for (const [name, findings] of await epubcheckMany(jar, books))
    assert.deepEqual(
      findings.slice(0, 3).map((each) => [name, each.message, sources[Number(/\d+/.exec(each.href ?? '')?.[0])]]),
      [],
    );
});

test('soup on one page of HTML has no error that the Nu checker finds', async (context) => {
  const jar = await need(context, 'nu');
  if (!jar) return;
  const publication = await soupBook();
  const page = makeWeb(publication, ownTemplates);
  assert.ok(page);
  assert.deepEqual((await runNu(jar, new Map([['soup', page]]))).slice(0, 9), []);
});
