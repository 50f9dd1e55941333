import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownTemplates, picture, render } from '../render/rendering.ts';
import { bindEpub } from '../tools/bind-epub.ts';
import { readEpub } from '../tools/epub.ts';
import { bind, bound, withTemplate } from './binding.ts';

const files = {
  'book.yaml': 'title: The Door\nauthor: Ann\ncover: c.jpg',
  '1.md': '# One\n\nA ![door](d.png) and ![stair](s.svg).\n',
  '2-notes.md': 'B.\n',
};
const pictures = [
  picture('c.jpg', { mediaType: 'image/jpeg', width: 1600, height: 2400 }),
  picture('d.png'),
  picture('s.svg', { mediaType: 'image/svg+xml' }),
];

test('mimetype is first, stored, bare and exact', async () => {
  const { bytes } = await bind(files, pictures);
  assert.ok(bytes);
  const [first] = readEpub(bytes).entries;
  assert.equal(first?.name, 'mimetype');
  assert.equal(first?.offset, 0);
  assert.equal(first?.method, 0);
  assert.equal(first?.extra, 0);
  assert.equal(Buffer.from(bytes.subarray(30, 58)).toString('latin1'), 'mimetypeapplication/epub+zip');
});

test('the container holds files only, each once, in one order, with one date', async () => {
  const { entries } = await bound(files, pictures);
  const names = entries.map(({ name }) => name);
  assert.deepEqual(names, [
    'mimetype',
    'META-INF/com.apple.ibooks.display-options.xml',
    'META-INF/container.xml',
    'META-INF/fleuron-sources.sha256',
    'OEBPS/content.opf',
    'OEBPS/chapter-1.xhtml',
    'OEBPS/contents.xhtml',
    'OEBPS/cover.xhtml',
    'OEBPS/images/cover.jpg',
    'OEBPS/images/picture-1.png',
    'OEBPS/images/picture-2.svg',
    'OEBPS/modern.css',
    'OEBPS/notes.xhtml',
    'OEBPS/style.css',
    'OEBPS/title-page.xhtml',
    'OEBPS/toc.ncx',
    'OEBPS/toc.xhtml',
  ]);
  assert.deepEqual([...new Set(entries.map(({ date }) => date))], ['1980-01-01T12:00:00']);
  for (const { name } of entries) assert.match(name, /^[\x21-\x7E]+[^/]$/);
});

test('pictures that are compressed already are stored, drawings and text are not', async () => {
  const { entries } = await bound(files, pictures);
  const stored = entries.filter(({ method }) => method === 0).map(({ name }) => name);
  assert.deepEqual(stored, ['mimetype', 'OEBPS/images/cover.jpg', 'OEBPS/images/picture-1.png']);
});

test('binding twice gives the same bytes, another word others', async () => {
  const once = (await bind(files, pictures)).bytes;
  const twice = (await bind(files, pictures)).bytes;
  const other = (await bind({ ...files, '2-notes.md': 'C.\n' }, pictures)).bytes;
  assert.ok(once && twice && other);
  assert.ok(Buffer.from(once).equals(twice));
  assert.ok(!Buffer.from(once).equals(other));
});

test('names of JavaScript and of EJS in a manuscript are words', async () => {
  const words = 'constructor __proto__ <%= 1 + 1 %> escapeFunction delimiter';
  const book = await bound({ 'book.yaml': `title: '${words}'\nauthor: '${words}'`, 'a.md': `# One\n\n\`${words}\`\n` });
  assert.match(
    book.text('OEBPS/chapter-1.xhtml'),
    /<code>constructor __proto__ &lt;%= 1 \+ 1 %&gt; escapeFunction delimiter<\/code>/,
  );
  assert.match(
    book.text('OEBPS/content.opf'),
    /<dc:title id="title">constructor __proto__ &(#60|lt);%= 1 \+ 1 %&(#62|gt); escapeFunction delimiter</,
  );
});

test('a book of more parts than its container holds is refused', async () => {
  const { publication } = await render(files, pictures);
  const [resource] = publication.resources;
  assert.ok(resource);
  const resources = Array.from({ length: 65_530 }, (_, at) => ({ ...resource, href: `images/${at}.png` }));
  const { value, problems } = await bindEpub({ ...publication, resources }, ownTemplates);
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['book-too-large'],
  );
});

test('lines of a page lead to the author’s, whatever the template prints before them', async () => {
  const files = { 'book.yaml': 'title: T', 'a.md': '# One\n\nAlpha *and\nso* on.\n\n> Beta.\n' };
  const { publication } = await render(files);
  const own = ownTemplates.get('page.xhtml.ejs') ?? '';
  const moved = own.replace('<body', '<!--\n\n<%= page.title %>\n--><body');
  for (const page of [own, moved]) {
    const { value } = await bindEpub(publication, withTemplate('page.xhtml.ejs', page));
    assert.ok(value);
    const [document, ...others] = value.documents;
    assert.deepEqual([document?.href, document?.path, others], ['chapter-1.xhtml', 'a.md', []]);
    const lines = readEpub(value.bytes).text('OEBPS/chapter-1.xhtml').split('\n');
    const lineOf = (words: string) => document?.lines[lines.findIndex((line) => line.includes(words))];
    assert.deepEqual([lineOf('<h1'), lineOf('Alpha'), lineOf('Beta'), lineOf('<head>')], [1, 3, 6, 0]);
  }
  const { value } = await bindEpub(
    publication,
    withTemplate('page.xhtml.ejs', own.replace('page.body', 'page.body.replace("section", "div")')),
  );
  assert.deepEqual(value?.documents, [{ href: 'chapter-1.xhtml', path: 'a.md', lines: [] }]);
});
