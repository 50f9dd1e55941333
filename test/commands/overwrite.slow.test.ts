/** What no command writes over: a file of the manuscript, ever; a file that Fleuron did not make, unless told. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EditionName, editionNames, editions } from '../../scripts/book/editions.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { sourceListPath } from '../../scripts/book/source-list.ts';
import { archiveCommand } from '../../scripts/commands/archive.ts';
import { buildCommand } from '../../scripts/commands/build.ts';
import { importCommand } from '../../scripts/commands/import.ts';
import { initCommand } from '../../scripts/commands/init.ts';
import type { Reporter, Result } from '../../scripts/commands/reporter.ts';
import { zip } from '../../scripts/zip/write-zip.ts';
import { readEpub, unpackZip } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { packZip } from '../tools/zip.ts';

const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="3"/></svg>';
const block = '---\ntitle: The Door\nauthor: Ann\ndraw-cover: no\n---\n\n';
const own = {
  'book.yaml': 'title: The Door\nauthor: Ann\ndraw-cover: no\nplugins:\n  remark: [./plugin.mjs]\n',
  'chapter-1.md': '# One\n\nIt was *dark*.\n\n![A dot](dot.svg)\n',
  'chapter-2.md': '# Two\n\nIt was light.\n',
  'dot.svg': dot,
  'plugin.mjs': 'export default () => () => {};\n',
  'templates/style.css': 'p { margin: 0 }\n',
  'old drafts/plan.odt': 'Not read, and kept.',
  '.hidden': 'Not read, and kept.',
};
const story = Object.fromEntries(Object.entries(own).map(([path, text]) => [`story/${path}`, text]));

interface Options {
  readonly force?: boolean;
  readonly names?: readonly EditionName[];
}

/** What one command, told to be silent, comes to. */
async function ended(command: (reporter: Reporter) => number | Promise<number>) {
  let result: Result | undefined;
  const finish = (said: Result): void => {
    result = said;
  };
  const status = await command({ stage: () => {}, finish, query: () => {} });
  const errors = (result?.problems ?? []).filter(({ severity }) => severity === 'error');
  return { status, rules: errors.map(({ rule }) => rule), sentence: result?.sentence };
}

const build = (manuscript: string, output: string, { force = false, names = ['epub'] }: Options = {}) =>
  ended((reporter) =>
    buildCommand(
      { manuscript, output, editions: names, strict: false, untrusted: false, force, limits: usualLimits },
      reporter,
    ),
  );
const bringIn = (files: readonly string[], output: string, force = true) =>
  ended((reporter) => importCommand({ files, output, force, omnibus: false, limits: usualLimits }, reporter));
const archive = (manuscript: string, output: string) =>
  ended((reporter) => archiveCommand({ manuscript, output, untrusted: false, limits: usualLimits }, reporter));

/** Every file and link below a folder, by path, with its bytes or where it leads. */
function contents(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => !each.isDirectory());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isSymbolicLink() ? `-> ${readlinkSync(path)}` : readFileSync(path, 'latin1')];
    }),
  );
}

async function isKept(folder: string, manuscript: string, output: string, about = output): Promise<void> {
  const before = contents(folder);
  for (const names of [['epub'], ['web']] as const)
    for (const force of [false, true]) {
      const { status, rules, sentence } = await build(manuscript, output, { force, names });
      assert.deepEqual([status, rules, sentence], [3, ['source-in-the-way'], 'No book was written.'], about);
      assert.deepEqual(contents(folder), before, about);
    }
}

test('a build keeps every file of its manuscript, read or not, with --force too', async () => {
  const folder = makeFiles(story);
  for (const path of Object.keys(story)) await isKept(folder, join(folder, 'story'), join(folder, path));
});

const document = (body: string): Uint8Array => {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return packZip(files);
};
const words = 'It was dark, and it had been dark for so long that nobody spoke of it any more.';
const singles: Readonly<Record<string, string | Uint8Array>> = {
  'only.md': `${block}# One\n\n${words}\n\n![A dot](dot.svg)\n`,
  'story.txt': `The Door\nby Ann\n\n${words}\n`,
  'page.html': `<!doctype html><title>The Door</title><p>${words}</p><p><img src="dot.svg" alt="A dot"></p>`,
  'novel.docx': document(`<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`),
};

test('a build keeps the one file that it is made from, and the pictures beside it', async () => {
  const folder = makeFiles({ ...singles, 'dot.svg': dot });
  for (const name of Object.keys(singles)) await isKept(folder, join(folder, name), join(folder, name));
  for (const name of ['only.md', 'page.html'])
    await isKept(folder, join(folder, name), join(folder, 'dot.svg'), `the picture of ${name}`);
  for (const name of ['epub', 'web'] as const) {
    const book = join(folder, `book${editions[name].ending}`);
    assert.equal((await build(join(folder, 'only.md'), book, { names: [name] })).status, 0);
    await isKept(folder, book, book, `a book of our own, built from itself: ${name}`);
  }
});

test('a file of the manuscript is kept under any other name', async () => {
  const folder = makeFiles({ ...story, 'shelf/x': '' });
  const at = (...steps: readonly string[]): string => [folder, ...steps].join('/');
  symlinkSync('../story/chapter-1.md', at('shelf/link.epub'));
  symlinkSync('link.epub', at('shelf/second.epub'));
  symlinkSync('../shelf/x', at('story/out.epub'));
  symlinkSync('../shelf/nothing', at('story/nowhere.epub'));
  symlinkSync('../story', at('shelf/way'));
  symlinkSync('../story', at('shelf/folder.epub'));
  linkSync(at('story/chapter-1.md'), at('shelf/hard.epub'));
  linkSync(at('story/old drafts/plan.odt'), at('shelf/unread.epub'));
  // Where case makes no difference this is how CHAPTER-1.MD looks: the same inode under another name.
  if (!existsSync(at('story/CHAPTER-1.MD'))) linkSync(at('story/chapter-1.md'), at('shelf/CHAPTER-1.MD'));
  for (const output of [
    at('shelf/link.epub'),
    at('shelf/second.epub'),
    at('story/out.epub'),
    at('story/nowhere.epub'),
    at('shelf/way/chapter-1.md'),
    at('shelf/way/templates/../chapter-2.md'),
    at('shelf/../story/book.yaml'),
    at('nowhere/../story/./chapter-1.md'),
    at('shelf/folder.epub'),
    at('shelf/hard.epub'),
    at('shelf/unread.epub'),
    ...(existsSync(at('shelf/CHAPTER-1.MD')) ? [at('shelf/CHAPTER-1.MD')] : [at('story/CHAPTER-1.MD')]),
  ])
    for (const manuscript of [at('story'), at('shelf/way'), at('shelf/../story/')])
      await isKept(folder, manuscript, output, `${output}, built from ${manuscript}`);
});

test('a name in other letters is a file of the manuscript, or a new one', async () => {
  const folder = makeFiles(story);
  await build(join(folder, 'story'), join(folder, 'story', 'CHAPTER-2.MD'), { force: true });
  assert.equal(readFileSync(join(folder, 'story/chapter-2.md'), 'utf8'), own['chapter-2.md']);
});

test('a file that is no book of ours stays unless it is told with --force', async () => {
  const folder = makeFiles({
    ...story,
    'letter.epub': 'Dear',
    'page.html': '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n<title>T</title>\n',
    'empty.epub': '',
    'other.epub': packZip({ mimetype: 'application/epub+zip' }, ['mimetype']),
  });
  symlinkSync('nothing', join(folder, 'nowhere.epub'));
  for (const name of ['letter.epub', 'page.html', 'empty.epub', 'other.epub', 'nowhere.epub']) {
    const output = join(folder, name);
    const before = contents(folder);
    const kept = await build(join(folder, 'story'), output);
    assert.deepEqual([kept.status, kept.rules, kept.sentence], [3, ['file-in-the-way'], 'No book was written.'], name);
    assert.deepEqual(contents(folder), before, name);
    assert.equal((await build(join(folder, 'story'), output, { force: true })).status, 0, name);
    assert.ok(lstatSync(output).isFile() && readFileSync(output, 'latin1').startsWith('PK'), name);
  }
});

test('a pipe stays, with --force too', {
  skip: process.platform === 'win32' && 'skipped, because Windows has no pipes among its files',
}, async () => {
  const folder = makeFiles(story);
  const pipe = join(folder, 'pipe.epub');
  execFileSync('mkfifo', [pipe]);
  assert.deepEqual((await build(join(folder, 'story'), pipe, { force: true })).rules, ['file-in-the-way']);
  assert.ok(lstatSync(pipe).isFIFO());
});

test('an older book of ours is replaced, in every edition, of another version, and inside the manuscript', async () => {
  const folder = makeFiles(story);
  const manuscript = join(folder, 'story');
  for (const shelf of [join(folder, 'shelf'), join(manuscript, 'dist')]) {
    const all = { names: editionNames };
    assert.equal((await build(manuscript, `${shelf}/`, all)).status, 0);
    const made = contents(shelf);
    writeFileSync(join(manuscript, 'chapter-2.md'), `# Two\n\nIt was ${shelf}.\n`);
    assert.equal((await build(manuscript, `${shelf}/`, all)).status, 0);
    for (const [path, bytes] of Object.entries(contents(shelf))) assert.notEqual(bytes, made[path], path);
  }
  const book = join(folder, 'shelf/the-door.epub');
  const parts = [...unpackZip(readFileSync(book))].map(([name, bytes]) => ({
    name,
    bytes:
      name === sourceListPath
        ? Buffer.from(
            Buffer.from(bytes)
              .toString()
              .replace(/Fleuron \S+/, 'Fleuron 0.0.9'),
          )
        : bytes,
    stored: name === 'mimetype',
  }));
  const older = zip(parts);
  assert.ok(older);
  assert.notDeepEqual(Buffer.from(older), readFileSync(book));
  writeFileSync(book, older);
  assert.equal((await build(manuscript, book)).status, 0);
  assert.notDeepEqual(Buffer.from(older), readFileSync(book));
});

test('a book of ours that another tool has changed is no book of ours', async () => {
  const folder = makeFiles(story);
  const book = join(folder, 'book.epub');
  assert.equal((await build(join(folder, 'story'), book)).status, 0);
  const parts = new Map([...unpackZip(readFileSync(book)), ['OEBPS/style.css', Buffer.from('p { margin: 2em }')]]);
  const changed = Buffer.from(packZip(parts, ['mimetype']));
  for (const { offset } of readEpub(changed).entries) changed.writeUInt16LE(0x5c7c, offset + 12); // other tools tell the day
  writeFileSync(book, changed);
  assert.deepEqual((await build(join(folder, 'story'), book)).rules, ['file-in-the-way']);
});

test('where one of several editions may not be written, none is', async () => {
  const folder = makeFiles({ ...story, 'shelf/the-door.html': 'My own page.' });
  const { status, rules } = await build(join(folder, 'story'), join(folder, 'shelf'), { names: ['epub', 'web'] });
  assert.deepEqual([status, rules], [3, ['file-in-the-way']]);
  assert.deepEqual(readdirSync(join(folder, 'shelf')), ['the-door.html']);
});

test('an import keeps what it reads, with --force too, and then writes nothing at all', async () => {
  const text = `The Door\nby Ann\n\nChapter 1\n\n${words}\n\nChapter 2\n\n${words}\n`;
  const folder = makeFiles({
    'a/chapter-1.md': `<!doctype html><title>The Door</title><p>${words}</p>`, // told by what is in it
    'b/dot.svg': dot,
    'b/page.html': `<!doctype html><title>The Door</title><p>${words}</p><p><img src="dot.svg" alt="A dot"></p>`,
    'vault/.obsidian/app.json': '{}',
    'vault/chapter-1.md': `${words} [[Other]]\n`,
    'vault/Other.md': `${words}\n`,
    'c/story.txt': text,
  });
  linkSync(join(folder, 'c/story.txt'), join(folder, 'c/chapter-2.md'));
  mkdirSync(join(folder, 'd'));
  symlinkSync('../c/story.txt', join(folder, 'd/book.yaml'));
  const before = contents(folder);
  const at = (...paths: readonly string[]): readonly string[] => paths.map((path) => join(folder, path));
  for (const [files, output] of [
    [at('a/chapter-1.md'), 'a'],
    [at('b/page.html', 'a/chapter-1.md'), 'a'],
    [at('vault'), 'vault'],
    [at('c/story.txt'), 'c'],
    [at('c/story.txt'), 'd'],
  ] as const) {
    const { status, rules, sentence } = await bringIn(files, join(folder, output));
    assert.deepEqual([status, sentence], [1, 'Nothing was written.'], output);
    assert.deepEqual([...new Set(rules)], ['source-in-the-way'], output);
    assert.deepEqual(contents(folder), before, output);
  }
  const over = makeFiles({ 'chapter-1.md': 'Mine.' });
  assert.deepEqual((await bringIn(at('c/story.txt'), over, false)).rules, ['file-in-the-way']);
  assert.equal((await bringIn(at('c/story.txt'), over, true)).status, 0);
});

test('an archive takes the place of nothing that it reads', async () => {
  const folder = makeFiles({ ...story, 'only.md': singles['only.md'] ?? '', 'dot.svg': dot });
  linkSync(join(folder, 'story/chapter-1.md'), join(folder, 'hard.zip'));
  symlinkSync('story', join(folder, 'way'));
  const before = contents(folder);
  for (const [manuscript, output] of [
    ['story', 'story/chapter-1.md'],
    ['story', 'way/bag'],
    ['story', 'hard.zip'],
    ['story', '.'],
    ['only.md', 'only.md'],
    ['only.md', 'dot.svg'],
    ['only.md', '.'],
  ] as const) {
    const { status, rules } = await archive(join(folder, manuscript), join(folder, output));
    assert.deepEqual([status, rules], [3, ['archive-in-the-way']], output);
    assert.deepEqual(contents(folder), before, output);
  }
  const bag = join(folder, 'bag');
  assert.equal((await archive(join(folder, 'story'), bag)).status, 0);
  const whole = contents(bag);
  const within = await archive(join(bag, 'data/manuscript'), bag);
  assert.deepEqual([within.status, within.rules], [3, ['archive-in-the-way']]);
  assert.deepEqual(contents(bag), whole);
});

test('a theme is copied as it is, with a starter where there is no manuscript yet; nothing that is there is touched', async () => {
  const folder = makeFiles({ 'mine/story.md': 'Mine.', 'mine/templates/style.css': 'p { margin: 0 }' });
  const make = (name: string) => ended((reporter) => initCommand(join(folder, name), reporter, 'romance'));
  assert.equal((await make('new')).status, 0);
  const files = readdirSync(join(root, 'templates/romance'));
  assert.deepEqual(readdirSync(join(folder, 'new/templates')).sort(), files.sort());
  for (const name of files)
    assert.equal(
      readFileSync(join(folder, 'new/templates', name), 'utf8'),
      readFileSync(join(root, 'templates/romance', name), 'utf8'),
      name,
    );
  assert.match(readFileSync(join(folder, 'new/book.yaml'), 'utf8'), /^theme: romance\b/m);
  const { status } = await make('mine');
  assert.equal(status, 0); // what is there is told
  assert.equal(readFileSync(join(folder, 'mine/templates/style.css'), 'utf8'), 'p { margin: 0 }');
  assert.deepEqual(readdirSync(join(folder, 'mine')).sort(), ['story.md', 'templates']);
});

test('a new manuscript keeps what is there, a link too', async () => {
  const folder = makeFiles({ 'mine.md': 'Mine.', 'new/chapter-1.md': 'Mine.' });
  symlinkSync('../mine.md', join(folder, 'new/notes.md'));
  const before = contents(folder);
  assert.equal((await ended((reporter) => initCommand(join(folder, 'new'), reporter))).status, 0);
  for (const [path, bytes] of Object.entries(before)) assert.equal(contents(folder)[path], bytes, path);
});

test('the command says what is there, that nothing was written, and what to do', async () => {
  const folder = makeFiles({ ...story, 'story/old.epub': 'x', 'letter.epub': 'Dear' });
  const manuscript = join(folder, 'story');
  const source = await fleuron(['build', manuscript, '-o', join(manuscript, 'old.epub'), '--force']);
  assert.equal(source.status, 3);
  assert.match(source.stderr, /old\.epub error source-in-the-way A file of the manuscript is there, so nothing was/);
  assert.match(
    source.stderr,
    /hint: Choose another path with -o\. --force does not allow this\.\n[\s\S]*No book was written/,
  );
  const letter = await fleuron(['build', manuscript, '-o', join(folder, 'letter.epub')]);
  assert.equal(letter.status, 3);
  assert.match(letter.stderr, /letter\.epub error file-in-the-way A file is there that is no book made by Fleuron/);
  assert.equal((await fleuron(['build', manuscript, '-o', join(folder, 'letter.epub'), '--force'])).status, 0);
});

const names = [
  ...[
    ...Object.keys(story),
    'only.md',
    'story.txt',
    'dot.svg',
    'way/chapter-1.md',
    'story/CHAPTER-1.MD',
    'way/new.epub',
  ],
  ...[
    'shelf/link.epub',
    'shelf/hard.epub',
    'shelf/only.md',
    'story/out.epub',
    'shelf/new.epub',
    'story',
    'shelf',
    'way/',
  ],
];
const detours = ['', '.', 'shelf/..', 'way/..', 'nowhere/..', 'story/templates/../..', 'story/../shelf/../.'];
const anyStep = fc.constantFrom('.', '..', '', ...names.flatMap((name) => name.split('/')));
const outputs = fc.oneof(
  fc.tuple(fc.constantFrom(...detours), fc.constantFrom(...names)).map((path) => path.join('/')),
  fc.array(anyStep, { minLength: 1, maxLength: 5 }).map((path) => path.join('/')),
);

test('whatever -o says, no byte of a source is changed', async () => {
  let refused = 0;
  let written = 0;
  await fc.assert(
    fc.asyncProperty(
      outputs,
      fc.constantFrom('story', 'way', 'only.md', 'shelf/../only.md', 'story.txt'),
      fc.constantFrom<readonly EditionName[]>(['epub'], ['web'], ['kobo', 'web']),
      fc.boolean(),
      async (output, manuscript, made, force) => {
        const folder = makeFiles({ ...story, 'shelf/x': '', 'dot.svg': dot, 'story.txt': singles['story.txt'] ?? '' });
        writeFileSync(join(folder, 'only.md'), singles['only.md'] ?? '');
        copyFileSync(join(folder, 'only.md'), join(folder, 'shelf/only.md'));
        symlinkSync('../story/chapter-1.md', join(folder, 'shelf/link.epub'));
        symlinkSync('../shelf/x', join(folder, 'story/out.epub'));
        symlinkSync('story', join(folder, 'way'));
        linkSync(join(folder, 'story/chapter-1.md'), join(folder, 'shelf/hard.epub'));
        const isSingle = /\.(?:md|txt)$/.test(manuscript);
        const sources = isSingle
          ? [manuscript.replace('shelf/../', ''), ...(manuscript.endsWith('.md') ? ['dot.svg'] : [])]
          : [...Object.keys(story), 'story/out.epub'];
        const before = contents(folder);
        const { status, rules } = await build(`${folder}/${manuscript}`, `${folder}/${output}`, {
          names: made,
          force,
        });
        const after = contents(folder);
        for (const name of sources) assert.equal(after[join(folder, name)], before[join(folder, name)], name);
        if (!force) for (const [name, bytes] of Object.entries(before)) assert.equal(after[name], bytes, name);
        assert.ok(status === 0 || (status === 3 && rules.length > 0), `${status} ${rules}`);
        if (status === 0) written++;
        else if (rules.some((rule) => rule.endsWith('-in-the-way'))) refused++;
      },
    ),
    { seed: Number(process.env['FUZZ_SEED'] ?? 12), numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
  );
  assert.ok(refused > 10 && written > 10, `${refused} refused, ${written} written`);
});
