/** Several works in one book, as a person makes it: import, build in all editions, update a work, archive, verify, compare. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { editionNames, editions } from '../../scripts/book/editions.ts';
import { jpeg } from '../pictures/make.ts';
import { readEpub } from '../tools/epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { find, texts } from '../tools/xml.ts';

const chapters = (name: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `# ${name} ${at + 1}\n\n"So it goes," said ${name}.[^1]\n\n* * *\n\n${'Words and words. '.repeat(40)}\n\n[^1]: A note of ${name} ${at + 1}.\n`,
  ).join('\n');

const page = `<!DOCTYPE html><html lang="fr"><head><title>La Lampe</title></head><body><h1>La Lampe</h1><h2>Un</h2>
<p>Elle a dit : « Non », et la nuit fut longue, et personne ne vint.</p><p><img src="lampe.jpg" alt="Une lampe"></p>
<h2>Deux</h2><p>Le premier récit est <a href="https://site.example/works/1">ici</a>.</p></body></html>`;

const shelf = {
  'shelf/book.yaml': 'title: The Shelf\nlang: en\nbooks: [first, tale.txt, lampe.html]\n',
  'shelf/first/book.yaml':
    'title: The First\nauthor: Ann Lee\nlang: en\nsource: https://site.example/works/1\nrating: Teen\nsummary: Told once.\n',
  'shelf/first/cover.jpg': jpeg(0xc0, 900, 1400),
  'shelf/first/story.md': chapters('First', 3),
  'shelf/tale.txt': `The Tale\n\nby Bob Ray\n\n\nChapter 1\n\n${'A long evening began. '.repeat(30)}\n\n* * *\n\nMore.\n\n\nChapter 2\n\nIt ended.\n`,
  'shelf/lampe.html': page,
  'shelf/lampe.jpg': jpeg(0xc0, 300, 200),
};

test('a folder, a plain text and a web page are one book in every edition, valid, and proved from its sources', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const root = makeFiles(shelf);
  const out = makeFolder();
  const [manuscript, bag] = [join(root, 'shelf'), join(out, 'bag')];
  const built = await fleuron(['build', manuscript, '--edition', 'all', '-o', `${out}/`]);
  assert.equal(built.status, 0, built.stderr);
  const made = new Map(
    editionNames.map((name) => [name, readFileSync(join(out, `the-shelf${editions[name].ending}`))]),
  );
  const epubs = new Map([...made].filter(([name]) => name !== 'web'));
  for (const [name, findings] of await epubcheckMany(jar, epubs)) assert.deepEqual(findings, [], name);
  const pages = ['work-1-cover', 'work-1', 'work-1-about-this-copy', 'work-1-chapter-3', 'work-2-chapter-2', 'work-3'];
  for (const [name, bytes] of epubs) {
    const opf = readEpub(bytes).text('OEBPS/content.opf');
    const spine = find(opf, '//opf:itemref').map(({ attributes }) => attributes['idref']);
    assert.deepEqual(
      pages.filter((id) => !spine.includes(id)),
      [],
      name,
    );
  }
  const web = (made.get('web') ?? Buffer.alloc(0)).toString();
  const ids = [...web.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(texts(readEpub(made.get('epub') ?? new Uint8Array()).text('OEBPS/content.opf'), '//dc:creator'), [
    'Ann Lee',
    'Bob Ray',
  ]);
  const verified = await fleuron(['verify', join(out, 'the-shelf.epub'), '--source', manuscript]);
  assert.match(verified.stderr, /was made from these 7 sources; built again it is the same, to the byte/);

  const archived = await fleuron(['archive', manuscript, '-o', bag]);
  assert.equal(archived.status, 0, archived.stderr);
  const kept = readdirSync(join(bag, 'data/manuscript'), { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    Object.keys(shelf).filter((path) => !kept.includes(path.slice('shelf/'.length))),
    [],
  );
  assert.match((await fleuron(['verify', bag])).stderr, /^Proved: /m);

  const strict = await fleuron(['check', manuscript, '--untrusted']);
  assert.equal(strict.status, 0, strict.stderr);
});

test('stories are imported as works, one grows, and the book grows with it', async () => {
  const root = makeFiles({
    'one.txt': `One\n\nby Ann\n\n\nChapter 1\n\n${'It began and went on. '.repeat(20)}\n`,
    'two.html': page.replace(/<p><img[^>]*><\/p>/, ''),
  });
  const at = (name: string): string => join(root, name);
  const imported = await fleuron(['import', at('one.txt'), at('two.html'), '--omnibus', '-o', at('book')]);
  assert.equal(imported.status, 0, imported.stderr);
  assert.equal(readFileSync(at('book/book.yaml'), 'utf8'), 'books:\n  - one\n  - two\n');
  const bookOf = async () => {
    const built = await fleuron(['build', at('book'), '-o', at('book.epub')]);
    assert.equal(built.status, 0, built.stderr);
    return readFileSync(at('book.epub'));
  };
  writeFileSync(at('before.epub'), await bookOf());
  writeFileSync(at('one.txt'), `${readFileSync(at('one.txt'), 'utf8')}\n\nChapter 2\n\nIt ended at noon.\n`);
  const updated = await fleuron(['import', at('one.txt'), '-o', at('book/one'), '--update']);
  assert.equal(updated.status, 0, updated.stderr);
  assert.match(readEpub(await bookOf()).text('OEBPS/work-1-chapter-2.xhtml'), /noon/);

  const compared = await fleuron(['compare', at('before.epub'), at('book')]);
  assert.equal(compared.status, 0, compared.stderr);
  assert.match(compared.stdout, /Chapter 2/);

  const whole = await fleuron(['import', at('book.epub'), '-o', at('back')]);
  assert.equal(whole.status, 0, whole.stderr);

  const slip = await fleuron(['import', at('one.txt'), '--omnibus']);
  assert.match(slip.stderr, /Name the folder: fleuron import a\.html b\.html --omnibus -o folder/);
});
