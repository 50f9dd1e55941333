/** Editions as a person meets them: built, written, checked, imported, verified by the command. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const story = {
  'book.yaml':
    'title: The Door\nauthor: Ann\nlang: en\nidentifier: urn:uuid:11111111-1111-4111-8111-111111111111\nmodified: 2020-01-01\n',
  '1.md': '# One\n\nHe ran. "Stop!" she *said. It* was late.[^1]\n\n- A. B.\n- C.\n\n[^1]: A note. It is short.\n',
  '2.md':
    '# Two\n\nThe [first](1.md). <u>Under</u> and <ruby>漢<rt>kan</rt></ruby>.\n\n| a | b |\n|---|---|\n| c | d |\n',
};
const names = ['epub', 'html', 'kepub.epub', 'kindle.epub', 'large-print.epub', 'legacy.epub'].map(
  (ending) => `the-door.${ending}`,
);
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const manuscript = makeFiles(story);
const shelf = makeFolder();
const built = await fleuron(['build', manuscript, '--edition', 'all', '-o', shelf]);

test('all editions go into a folder, each by its own ending, a line for each', () => {
  assert.equal(built.status, 0, built.stderr);
  assert.deepEqual(readdirSync(shelf).sort(), [...names].sort());
  assert.equal(built.stdout.trim().split('\n').length, names.length);
});

test('an edition alone has the bytes that it has among all, and goes to a file that is named', async () => {
  const folder = makeFolder();
  for (const [edition, name] of [
    ['kobo', 'the-door.kepub.epub'],
    ['legacy', 'the-door.legacy.epub'],
    ['web', 'the-door.html'],
  ] as const) {
    const file = join(folder, `own-${name}`);
    assert.equal((await fleuron(['build', manuscript, '--edition', edition, '-o', file])).status, 0);
    assert.equal(sha256(file), sha256(join(shelf, name)));
  }
});

test('--json tells the path of each edition', async () => {
  const folder = makeFolder();
  const { stdout } = await fleuron([
    'build',
    manuscript,
    '--edition',
    'kobo',
    '--edition',
    'epub',
    '--json',
    '-o',
    `${folder}/`,
  ]);
  const { book, editions } = JSON.parse(stdout) as { book: string; editions: Record<string, string> };
  assert.deepEqual(editions, { kobo: join(folder, 'the-door.kepub.epub'), epub: join(folder, 'the-door.epub') });
  assert.equal(book, editions['kobo']);
});

/** Command lines that are not understood. */
const misused: readonly (readonly [readonly string[], RegExp])[] = [
  [
    ['--edition', 'cobo'],
    /The option “--edition” takes epub, kobo, kindle, legacy, large-print, web or all, not “cobo”\. Did you mean “kobo”\?/,
  ],
  [['--edition', 'kobo', '--edition', 'web', '-o', 'x.epub'], /“x\.epub” is one file, and there are 2 editions/],
  [['--edition'], /--edition/],
];
for (const [words, expected] of misused) {
  test(`build ${words.join(' ')} is not understood`, async () => {
    const { status, stderr } = await fleuron(['build', manuscript, ...words]);
    assert.equal(status, 2);
    assert.match(stderr, expected);
  });
}

test('a finished book has no other edition to be checked', async () => {
  const { status, stderr } = await fleuron(['check', join(shelf, 'the-door.epub'), '--edition', 'kobo']);
  assert.equal(status, 2);
  assert.match(stderr, /is a finished book; --edition needs a manuscript/);
});

test('where one edition has an error, none is written', async () => {
  const folder = join(makeFolder(), 'shelf');
  const bad = makeFiles({ ...story, 'templates/legacy/page.xhtml.ejs': '<html>\n<%= nothing %>\n</html>' });
  const { status, stderr } = await fleuron(['build', bad, '--edition', 'all', '-o', folder]);
  assert.equal(status, 1);
  assert.match(stderr, /\/templates\/legacy\/page\.xhtml\.ejs:2:1 error template-failed .*nothing is not defined/m);
  assert.ok(!existsSync(folder));
  assert.equal((await fleuron(['build', bad, '-o', join(folder, 'the-door.epub')])).status, 0);
  const page = makeFiles({
    ...story,
    'templates/page.xhtml.ejs':
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><%- page.body %></body></html>',
  });
  const kindle = await fleuron(['build', page, '--edition', 'kindle', '-o', join(folder, 'k.epub')]);
  assert.deepEqual([kindle.status, existsSync(join(folder, 'k.epub'))], [1, false]);
  assert.match(kindle.stderr, /error kindle-refused/);
});

test('what cannot be written is told, and what was written stays', async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'the-door.kindle.epub'));
  const { status, stderr } = await fleuron([
    'build',
    manuscript,
    '--edition',
    'kobo',
    '--edition',
    'kindle',
    '-o',
    `${folder}/`,
  ]);
  assert.equal(status, 3);
  assert.match(stderr, /error write-failed .*there is a folder of that name/);
  assert.match(stderr, /the-door\.kepub\.epub \(\d+ kB\)\nThe other editions were not written\.\n$/);
  assert.deepEqual(readdirSync(folder).sort(), ['the-door.kepub.epub', 'the-door.kindle.epub']);
});

test('an author’s own templates reach the editions they are for', async () => {
  const own = makeFiles({
    ...story,
    'templates/web.css': 'main { border: 1px solid }',
    'templates/legacy/added.css': 'p { margin: 1em }',
  });
  const folder = makeFolder();
  const { status, stderr } = await fleuron([
    'build',
    own,
    '--edition',
    'web',
    '--edition',
    'legacy',
    '-o',
    `${folder}/`,
  ]);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(readFileSync(join(folder, 'the-door.html'), 'utf8'), /\nmain \{ border: 1px solid; \}\n/);
  assert.match(
    readEpub(readFileSync(join(folder, 'the-door.legacy.epub'))).text('OEBPS/style.css'),
    /p \{ margin: 1em; \}\n$/,
  );
});

for (const name of names) {
  test(`${name} is imported without the loss of a word`, async () => {
    const folder = join(makeFolder(), 'story');
    const { status, stderr } = await fleuron(['import', join(shelf, name), '-o', folder]);
    assert.equal(status, 0, stderr);
    const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((each) => each.endsWith('.md'))
      .map((each) => readFileSync(join(folder, each), 'utf8'))
      .join('\n');
    for (const words of ['He ran.', 'It* was late', 'It is short.', '漢', 'kan', 'Under'])
      assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /koboSpan|book-inner/);
    if (!/kepub|kindle|large-print|\bthe-door\.epub$/.test(name)) return;
    // What only marks the text is undone: the manuscript builds to the book for all, to the byte.
    const book = join(folder, '..', 'again.epub');
    assert.equal((await fleuron(['build', folder, '-o', book])).status, 0);
    assert.equal(sha256(book), sha256(join(shelf, 'the-door.epub')));
  });
}

for (const name of names.filter((each) => each.endsWith('.epub'))) {
  test(`${name} is verified against its manuscript, to the byte`, async () => {
    const { status, stdout, stderr } = await fleuron(['verify', join(shelf, name), '--source', manuscript]);
    const edition = /\.(kepub|kindle|legacy|large-print)\./.exec(name)?.[1]?.replace('kepub', 'kobo');
    assert.equal(status, 0, stderr);
    assert.match(
      stdout + stderr,
      edition
        ? new RegExp(`as their ${edition} edition; built again it is the same`)
        : /sources; built again it is the same/,
    );
    const changed = makeFiles({ ...story, '2.md': '# Two\n\nOther words.\n' });
    assert.equal((await fleuron(['verify', join(shelf, name), '--source', changed])).status, 4);
  });
}

test('check judges the editions that are named, and says of HTML that it does not', async () => {
  const ran = await fleuron(['check', manuscript, '--edition', 'legacy', '--edition', 'web'], {
    FLEURON_EPUBCHECK: 'none',
  });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(
    ran.stdout + ran.stderr,
    /has nothing to say\. The web edition is HTML, which EPUBCheck does not judge\.\nSkipped: the official EPUBCheck \(.*\)\.\n$/,
  );
});

test('check leads what it finds in an edition back to the author’s line', async () => {
  const bad = makeFiles({
    ...story,
    'templates/legacy/page.xhtml.ejs':
      '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>\n<%- page.body.replace("<h1", "<h9").replace("</h1>", "</h9>") %>\n</body></html>',
  });
  const { stderr } = await fleuron(['check', bad, '--edition', 'legacy', '--json']);
  const ran = await fleuron(['check', bad, '--edition', 'legacy']);
  assert.equal(ran.status, 1, stderr);
  assert.match(ran.stderr, /\/1\.md:1:1 error epubcheck /m);
});

test('the edition for all, named, speaks as a build without a name does', async () => {
  const args = ['--edition', 'epub', '-o', join(makeFolder(), 'a.epub'), '--json'];
  const { status, stdout } = await fleuron(['build', manuscript, ...args]);
  assert.equal(status, 0);
  assert.deepEqual(Object.keys(JSON.parse(stdout) as object), ['book', 'problems']);
});
