import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Environment, runTool } from '../../scripts/disk/run-tool.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { press } from '../tools/press.ts';

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a person does. */
async function fleuron(args: readonly string[], env: Environment = {}): Promise<Ran> {
  const ran = await runTool(process.execPath, [join(root, 'scripts/fleuron.cjs'), ...args], {
    env: { ...process.env, ...env },
    seconds: 120,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  return ran;
}

const good = { 'book.yaml': 'title: The Door\nauthor: Ann\n', 'a.md': '# One\n\nA.\n' };

test('a manuscript without a fault is a book, and one line says where', async () => {
  const { status, stdout, stderr, epub, file } = await press(makeFiles(good));
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.match(stdout, /^\S.*book\.epub \(\d+ kB\)\n$/);
  assert.ok(stdout.startsWith(file));
  assert.ok(epub && readEpub(epub).text('OEBPS/content.opf').includes('The Door'));
});

test('into a folder the book goes by its title', async () => {
  const shelf = makeFolder();
  const { status } = await fleuron([
    'build',
    makeFiles({ ...good, 'book.yaml': 'title: "Ärger & Ende: Teil 1’s"' }),
    '-o',
    shelf,
  ]);
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(shelf), ['arger-ende-teil-1s.epub']);
});

test('errors mean exit code 1, no book, and an older book as it was', async () => {
  const folder = makeFolder();
  const book = join(folder, 'book.epub');
  writeFileSync(book, 'an older book');
  const manuscript = makeFiles({ ...good, 'book.yaml': 'title: The Door\ndate: soon\n' });
  const { status, stdout, stderr } = await fleuron(['build', manuscript, '-o', book]);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.equal(
    stderr,
    `${manuscript}/book.yaml:2:7 error date-form “date” is “soon”, and should be a date like 2026, 2026-11, 2026-11-23 or 2026-11-23T09:30:00Z.\n  date: soon\n        ^\nNo book was written.\n`,
  );
  assert.equal(readFileSync(book, 'utf8'), 'an older book');
  assert.deepEqual(readdirSync(folder), ['book.epub']);
});

test('warnings let a book pass, and --strict does not', async () => {
  const manuscript = makeFiles({ ...good, 'a.md': '# One\n\nA [b](lost.md).\n' });
  const loose = await press(manuscript);
  assert.equal(loose.status, 0);
  assert.ok(loose.epub);
  assert.ok(loose.stderr.startsWith(`${manuscript}/a.md:3:3 warning link-broken `), loose.stderr);
  const strict = await press(manuscript, { args: ['--strict'] });
  assert.equal(strict.status, 1);
  assert.equal(strict.epub, undefined);
});

test('--json gives the problems as data, and the book’s path where there is one', async () => {
  const manuscript = makeFiles({ ...good, 'a.md': '# One\n\nA [b](lost.md).\n' });
  const { stdout, stderr, file } = await press(manuscript, { args: ['--json'] });
  assert.equal(stderr, '');
  const said = JSON.parse(stdout) as {
    book?: string;
    problems: { rule: string; place?: { path: string; start?: object } }[];
  };
  assert.equal(said.book, file);
  assert.deepEqual(
    said.problems.map(({ rule, place }) => [rule, place?.path]),
    [['link-broken', 'a.md']],
  );
  assert.deepEqual(said.problems[0]?.place?.start, { line: 3, column: 3, offset: 9 });
  const refused = await press(makeFolder(), { args: ['--json'] });
  assert.equal(refused.status, 1);
  const none = JSON.parse(refused.stdout) as { book?: string; problems: { rule: string }[] };
  assert.deepEqual([none.book, none.problems.map(({ rule }) => rule)], [undefined, ['manuscript-empty']]);
});

test('--quiet says no word when all is well, nothing of hints, and still tells warnings', async () => {
  const hinted = makeFiles({ 'a.md': 'A.\n', 'b.md': 'B.\n' });
  const said = await press(hinted);
  assert.match(said.stderr, /hint title-guessed/);
  const quiet = await press(hinted, { args: ['-q'] });
  assert.deepEqual([quiet.status, quiet.stdout, quiet.stderr], [0, '', '']);
  const warned = await press(makeFiles({ ...good, 'a.md': 'A[^x].\n' }), { args: ['--quiet'] });
  assert.equal(warned.stdout, '');
  assert.match(warned.stderr, /\/a\.md:1:2 warning reference-without-note/);
});

/** Command lines, their exit code, and what must be said on which stream. */
const lines: readonly (readonly [readonly string[], number, 'stdout' | 'stderr', RegExp])[] = [
  [['--help'], 0, 'stdout', /fleuron build \[manuscript\][\s\S]*Exit codes: 0 done/],
  [['-h'], 0, 'stdout', /Exit codes/],
  [['help', 'check'], 0, 'stdout', /^fleuron check \[manuscript \| book\.epub\]/],
  [['build', '--help'], 0, 'stdout', /^fleuron build \[manuscript\] \[options\]/],
  [['--version'], 0, 'stdout', /^fleuron \d+\.\d+\.\d+\n$/],
  [[], 2, 'stdout', /fleuron build/],
  [['biuld'], 2, 'stderr', /There is no command “biuld”.*Did you mean “build”\?/],
  [
    ['frobnicate'],
    2,
    'stderr',
    /There is no command “frobnicate”, only build, preview, check, import, library, worker, send, serve, compare, notes, archive, verify, init and typeset\n/,
  ],
  [['build', '--jsno'], 2, 'stderr', /--jsno[\s\S]*Did you mean “--json”\?/],
  [['build', '--frobnicate'], 2, 'stderr', /--frobnicate/],
  [['build', '-o'], 2, 'stderr', /output/],
  [['build', 'a', 'b'], 2, 'stderr', /“b” is one too many/],
  [['init'], 2, 'stderr', /“init” needs a folder/],
  [['build', '/nowhere/at/all'], 1, 'stderr', /error manuscript-missing/],
  [
    ['build', '/nowhere', '-o', 'a b.mobi'],
    2,
    'stderr',
    /ends in \.mobi.*--edition kindle.* → Write: -o 'a b\.epub'\n/,
  ],
  [['check', '/nowhere/book.epub'], 1, 'stderr', /error file-unreadable/],
];

for (const [args, code, stream, words] of lines) {
  test(`fleuron ${args.join(' ')} ends with ${code}`, async () => {
    const ran = await fleuron(args);
    assert.equal(ran.status, code, ran.stderr);
    assert.match(ran[stream], words);
    assert.doesNotMatch(ran.stderr, /\n\s+at /);
  });
}

test('a place that cannot be written is exit code 3, and nothing is left there', async () => {
  const manuscript = makeFiles(good);
  const inTheWay = makeFiles({ file: 'x' });
  const below = await fleuron(['build', manuscript, '-o', join(inTheWay, 'file', 'book.epub')]);
  assert.equal(below.status, 3);
  assert.match(below.stderr, /error write-failed .*it lies below a file/);
  assert.deepEqual(readdirSync(inTheWay), ['file']);
});

test('a folder that may not be written keeps its older book', {
  skip:
    process.getuid?.() !== 0
      ? process.platform === 'win32' && 'skipped, because Windows has no such modes'
      : 'skipped, because root may write anywhere',
}, async () => {
  const shelf = makeFiles({ 'book.epub': 'an older book' });
  chmodSync(shelf, 0o500);
  try {
    const { status, stderr } = await fleuron(['build', makeFiles(good), '-o', join(shelf, 'book.epub'), '--force']);
    assert.equal(status, 3);
    assert.match(stderr, /may not be written/);
    assert.equal(readFileSync(join(shelf, 'book.epub'), 'utf8'), 'an older book');
  } finally {
    chmodSync(shelf, 0o700);
  }
});

test('init writes a manuscript that builds without a problem, and touches nothing that is there', async () => {
  const folder = join(makeFolder(), 'my-story');
  assert.equal((await fleuron(['init', folder])).status, 0);
  const made = await press(folder);
  assert.deepEqual([made.status, made.stderr], [0, '']);
  writeFileSync(join(folder, 'chapter-1.md'), 'Mine.\n');
  const again = await fleuron(['init', folder]);
  assert.deepEqual([again.status, again.stderr], [0, '']);
  assert.match(again.stdout, /holds a story already.*: book\.yaml, chapter-1\.md, disclaimer\.md, notes\.md\.\n/);
  assert.equal(readFileSync(join(folder, 'chapter-1.md'), 'utf8'), 'Mine.\n');
});

test('init gives a story that is there a book.yaml, and no chapters of its own', async () => {
  const folder = makeFiles({ 'tale.md': '# A Tale\n' });
  const { status, stdout } = await fleuron(['init', folder]);
  assert.equal(status, 0);
  assert.match(stdout, /as it was: tale\.md\. New is book\.yaml\.\n/);
  assert.deepEqual(readdirSync(folder), ['book.yaml', 'tale.md']);
});

test('the place, the clock and the language of the machine leave no trace in a book', async () => {
  const machines: readonly Environment[] = [
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LANG: 'C', LC_ALL: 'C' },
  ];
  const books = await Promise.all(machines.map((env) => press(makeFiles(good), { env })));
  const [one, other] = books.map(({ epub }) => Buffer.from(epub ?? []));
  assert.ok(one && other && one.length > 0);
  assert.ok(one.equals(other));
});

test('SOURCE_DATE_EPOCH is the date of a book without one; nonsense in it is passed over', async () => {
  const modified = async (epoch: string) => {
    const { epub } = await press(makeFiles(good), { env: { SOURCE_DATE_EPOCH: epoch } });
    return /dcterms:modified">([^<]*)</.exec(readEpub(epub ?? new Uint8Array()).text('OEBPS/content.opf'))?.[1];
  };
  assert.equal(await modified('1000000000'), '2001-09-09T01:46:40Z');
  assert.equal(await modified('soon'), '2000-01-01T00:00:00Z');
  assert.equal(await modified('-1'), '2000-01-01T00:00:00Z');
});

test('a plain-text story is a book, and its guesses are told, each on its line where that is wanted', async () => {
  const story = makeFiles({
    'story.txt': 'The Door\nby Ann\n\nIt was a long evening, and nobody spoke.\n\n~fin~\n\nA/N: Thanks.\n',
  });
  const { status, stderr, epub } = await press(join(story, 'story.txt'));
  assert.equal(status, 0);
  const found = 'Found: title “The Door”, author “by Ann”, author’s notes “A/N: Thanks.”, end mark “~fin~”';
  assert.equal(stderr, `${story}/story.txt hint structure-guessed ${found}\n4 hints; --verbose shows each of them\n`);
  assert.match(
    (await press(join(story, 'story.txt'), { args: ['--verbose'] })).stderr,
    /\/story\.txt:1:1 hint structure-guessed “The Door” taken as the title \(sure\)\n {2}The Door\n {2}\^$/m,
  );
  assert.ok(epub);
});

/** Plug-ins of an author, as files of the manuscript. */
const plugins: Readonly<Record<string, string>> = {
  'plugins/shout.mjs':
    "export default () => (tree) => { const go = (node) => { if (node.type === 'text') node.value = node.value.toUpperCase(); (node.children ?? []).forEach(go); }; go(tree); };\n",
  'plugins/mark.mjs':
    "export default () => (tree) => { tree.children.push({ type: 'element', tagName: 'p', properties: { className: ['mine'] }, children: [{ type: 'text', value: 'At the end.' }] }, { type: 'element', tagName: 'script', properties: {}, children: [] }); };\n",
  'plugins/bad.mjs': 'export const nothing = 1;\n',
  'plugins/throws.mjs': "export default () => () => { throw new Error('no mood'); };\n",
};

test('plug-ins change Markdown before typesetting and XHTML before it is printed', async () => {
  const { status, stderr, epub } = await press(
    makeFiles({
      ...plugins,
      'a.md': '# One\n\nWords.\n',
      'book.yaml': 'title: T\nplugins:\n  remark: [./plugins/shout.mjs]\n  rehype: [./plugins/mark.mjs]\n',
    }),
  );
  assert.equal(status, 0, stderr);
  const chapter = readEpub(epub ?? new Uint8Array()).text('OEBPS/chapter-1.xhtml');
  assert.match(chapter, />WORDS\.</);
  assert.match(chapter, /<p id="_[^"]*" class="mine">At the end\.<\/p>/);
  assert.doesNotMatch(chapter, /<script/);
});

for (const [name, words] of [
  ['./plugins/bad.mjs', /“\.\/plugins\/bad\.mjs” cannot be loaded: it has no default export/],
  ['./plugins/throw.mjs', /cannot be loaded: it is not there\.\n {2}hint: Did you mean “\.\/plugins\/throws\.mjs”\?/],
  ['remark-nowhere-to-be-found', /cannot be loaded: it is not installed\.\n.*npm install remark-nowhere-to-be-found/],
  ['./plugins/throws.mjs', /“\.\/plugins\/throws\.mjs” failed at its line \d+: no mood\n/],
] as const) {
  for (const seam of ['remark', 'rehype']) {
    test(`the ${seam} plug-in ${name} fails as a problem of the manuscript`, async () => {
      const { status, stderr, epub } = await press(
        makeFiles({ ...good, ...plugins, 'book.yaml': `title: T\nplugins: { ${seam}: ['${name}'] }\n` }),
      );
      assert.equal(status, 1, stderr);
      assert.match(stderr, /error plugin-failed/);
      assert.match(stderr, words);
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.equal(epub, undefined);
    });
  }
}

test('an author’s templates are used, and a failing one is an error at its line', async () => {
  const own = await press(
    makeFiles({ ...good, 'templates/title-page.xhtml.ejs': '<p>Mine: <%= metadata.title %></p>\n' }),
  );
  assert.equal(own.status, 0, own.stderr);
  assert.match(readEpub(own.epub ?? new Uint8Array()).text('OEBPS/title-page.xhtml'), /<p>Mine: The Door<\/p>/);
  const failing = await press(makeFiles({ ...good, 'templates/page.xhtml.ejs': '<html>\n<%= nobody %>\n</html>\n' }));
  assert.equal(failing.status, 1);
  assert.match(failing.stderr, /\/templates\/page\.xhtml\.ejs:2:1 error template-failed .*nobody is not defined/m);
  const malformed = await press(makeFiles({ ...good, 'templates/title-page.xhtml.ejs': '<p>Mine\n' }));
  assert.equal(malformed.status, 1);
  assert.match(malformed.stderr, /\/templates\/title-page\.xhtml\.ejs.* error document-malformed/m);
});

test('typeset reads Markdown and writes it set', async () => {
  const folder = makeFiles({ 'in.md': '"So," she said -- and left...\n' });
  const ran = await runTool(
    'sh',
    ['-c', `"${process.execPath}" scripts/fleuron.cjs typeset < "${join(folder, 'in.md')}"`],
    { env: process.env, seconds: 60 },
  );
  assert.ok(!('failure' in ran));
  assert.match(ran.stdout, /^“So,” she said ?— ?and left ?…/);
});

test('what closes its end of a pipe early gets no fault', async () => {
  const ran = await runTool('sh', ['-c', `"${process.execPath}" scripts/fleuron.cjs --help | head -1`], {
    env: process.env,
    seconds: 60,
  });
  assert.ok(!('failure' in ran));
  assert.equal(ran.stderr, '');
});

test('the launcher starts from any folder', async () => {
  const folder = makeFiles(good);
  mkdirSync(join(folder, 'dist'));
  const ran = await runTool(
    'sh',
    ['-c', `cd "${folder}" && "${process.execPath}" "${join(root, 'scripts/fleuron.cjs')}" build .`],
    { env: process.env, seconds: 60 },
  );
  assert.ok(!('failure' in ran));
  assert.equal(ran.status, 0, ran.stderr);
  assert.ok(existsSync(join(folder, 'dist/the-door.epub')));
});

test('the launcher says nothing of its own', async () => {
  assert.equal((await fleuron(['--version'])).stderr, '');
});

test('a book without a cover gets a drawn one, where the author does not say no', async () => {
  for (const [line, expected] of [
    ['', true],
    ['draw-cover: no\n', false],
  ] as const) {
    const { status, stderr, epub } = await press(makeFiles({ ...good, 'book.yaml': `${good['book.yaml']}${line}` }));
    assert.deepEqual([status, stderr], [0, '']);
    const names = readEpub(epub ?? new Uint8Array()).entries.map(({ name }) => name);
    assert.equal(names.includes('OEBPS/images/drawn-cover.jpg'), expected);
  }
});

test('nothing that a stranger’s manuscript brings is run', async () => {
  const folder = makeFiles({
    'a.md': '# One\n\nA.\n',
    'book.yaml': 'title: T\nplugins:\n  remark: [./run.mjs]\n  rehype: [./run.mjs]\n',
    'run.mjs':
      "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('ran', import.meta.url), '');\nexport default () => {};\n",
    'templates/title-page.xhtml.ejs': "<% process.stderr.write('ran') %><p>T</p>",
  });
  const untrusted = await fleuron(['build', folder, '--untrusted', '-v', '-o', join(makeFolder(), 'b.epub')]);
  assert.equal(untrusted.status, 0);
  assert.equal(untrusted.stderr.match(/code-not-run/g)?.length, 3);
  assert.ok(!existsSync(join(folder, 'ran')));
  assert.ok(!untrusted.stderr.startsWith('ran'));
  await fleuron(['build', folder, '-o', join(makeFolder(), 'b.epub')]);
  assert.ok(existsSync(join(folder, 'ran')), 'the plug-in would have run');
});

test('a plain-text story may hold characters that no book can', async () => {
  const { status, stderr, epub } = await press(
    join(makeFiles({ 'a.txt': `A\u0000 story.\n\n${'It goes on. '.repeat(40)}` }), 'a.txt'),
  );
  assert.equal(status, 0, stderr);
  assert.match(stderr, /character-replaced/);
  assert.ok(epub && !readEpub(epub).text('OEBPS/content.opf').includes('\u0000'));
});

test('a file whose name has no ending is told, and no book is made of it', async () => {
  const manuscript = join(makeFiles({ story: 'x\n' }), 'story');
  const { status, stderr, epub } = await press(manuscript);
  assert.equal(status, 1);
  assert.equal(epub, undefined);
  assert.match(stderr, /\/story error manuscript-missing This is no directory, and a file without an ending/m);
});
