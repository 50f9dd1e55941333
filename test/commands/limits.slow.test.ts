import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import {
  type LimitName,
  limitNames,
  limitTable,
  megabyte,
  printLimit,
  usualLimits,
} from '../../scripts/book/limits.ts';
import { raiseLimit } from '../../scripts/book/raise-limit.ts';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { readLimits } from '../../scripts/commands/limit-options.ts';
import type { Problem } from '../../scripts/report/problem.ts';
import { png } from '../pictures/make.ts';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { quickBuild, tell } from '../tools/manuscript.ts';
import { press } from '../tools/press.ts';
import { find } from '../tools/xml.ts';
import { packZip } from '../tools/zip.ts';

interface Case {
  /** What lies at the path; one name is that file, several are a folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly tiny: string;
  readonly enough: string;
  readonly told: string;
  /** Whether there is a book all the same, without what is too large. */
  readonly isBuilt?: boolean;
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g><path d="M0 0"/></g></svg>';
const page = `<html><body><h1>T</h1><p>${'Words. '.repeat(40)}</p></body></html>`;
const text = 'A long evening, and nobody spoke.\n';

function epub(): Uint8Array {
  const files: Readonly<Record<string, string>> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    'a.opf':
      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>${'<i></i>'.repeat(170_000)}${'Words. '.repeat(500)}</p></body></html>`,
  };
  return packZip(files);
}

const folder = (files: Case['files']): Case['files'] => ({ 'book.yaml': 'title: T\n', ...files });

/** For each limit of a build a manuscript that passes it, what is told then, and a limit that it keeps to. */
const builds: Partial<Readonly<Record<LimitName, Case>>> = {
  files: { files: folder({ 'a.md': 'A.', 'b/c.dat': '' }), tiny: '2', enough: '3', told: 'b book-too-large' },
  text: { files: folder({ 'a.md': text }), tiny: '33', enough: '34', told: 'a.md file-too-large' },
  texts: {
    files: folder({ 'a.md': text, 'b.md': text, 'c.md': text }),
    tiny: '70B',
    enough: '111',
    told: 'b.md book-too-large',
  },
  template: {
    files: folder({ 'a.md': text, 'templates/style.css': 'p { margin: 0 }' }),
    tiny: '14',
    enough: '0.1kB',
    told: 'templates/style.css file-too-large',
  },
  picture: {
    files: folder({ 'a.md': '![x](p.png)', 'p.png': png() }),
    tiny: '60',
    enough: '1 kB',
    told: 'a.md:1:1 picture-too-large',
    isBuilt: true,
  },
  pictures: {
    files: folder({ 'a.md': '![x](p.png)\n\n![y](q.png)', 'p.png': png(), 'q.png': png() }),
    tiny: '120',
    enough: '1KiB',
    told: 'a.md:3:1 book-too-large',
  },
  metadata: {
    files: { 'a.md': `---\ntitle: ${'T'.repeat(50)}\n---\n\nA.\n`, 'b.md': 'B.' },
    tiny: '50',
    enough: '58',
    told: 'a.md:2:1 yaml-limit',
  },
  nesting: {
    files: folder({ 'a.md': 'A.\n\n> > > > B.\n' }),
    tiny: '3',
    enough: '6',
    told: 'a.md:3:7 nesting-too-deep',
  },
  nodes: {
    files: folder({ 'a.md': 'A.\n', 'b.md': '*B* c\n' }),
    tiny: '7',
    enough: '8',
    told: 'b.md:1:4 book-too-large',
  },
  sections: {
    files: folder({ 'a.md': '# A\n\nB.\n\n# C\n\nD.\n' }),
    tiny: '1',
    enough: '2',
    told: 'a.md:5:1 book-too-large',
  },
  steps: {
    files: folder({ 'a.md': `A.\n\n${'[ (]('.repeat(500)}\n` }),
    tiny: '1000',
    enough: '1000000',
    told: 'a.md:3 text-too-dense',
  },
  marks: {
    files: folder({ 'a.md': 'A.\n\n- *a*\n- *b*\n- *c*\n' }),
    tiny: '20',
    enough: '500',
    told: 'a.md:3 text-too-dense',
  },
  pixels: {
    files: folder({ 'a.md': '![x](p.png)', 'p.png': png() }),
    tiny: '5',
    enough: '6',
    told: 'a.md:1:1 picture-too-large',
    isBuilt: true,
  },
  drawing: {
    files: folder({ 'a.md': '![x](d.svg)', 'd.svg': drawing }),
    tiny: '50',
    enough: '1k',
    told: 'a.md:1:1 picture-too-large',
    isBuilt: true,
  },
  shapes: {
    files: folder({ 'a.md': '![x](d.svg)', 'd.svg': drawing }),
    tiny: '2',
    enough: '3',
    told: 'a.md:1:1 picture-too-large',
    isBuilt: true,
  },
  import: { files: { 'a.html': page }, tiny: '100', enough: '1kB', told: 'a.html file-too-large' },
  page: { files: { 'a.html': page }, tiny: '100', enough: '1kB', told: 'a.html file-too-large' },
  unpacked: { files: { 'a.epub': epub() }, tiny: '1MB', enough: '2MB', told: 'a.epub import-refused' },
  ratio: { files: { 'a.epub': epub() }, tiny: '100', enough: '1000', told: 'a.epub import-refused' },
};

/** Lays the files of a case out; answers what is to be built. */
function lay(files: Case['files']): string {
  const root = makeFiles(files);
  const [only, ...others] = Object.keys(files);
  return only !== undefined && others.length === 0 ? join(root, only) : root;
}

type Told = Problem & { readonly line: string };

/** Errors and pictures that are left out, each in a line; the column of a tangle is left out, since any mark of it may be the one too many. */
const errorsIn = (problems: readonly Problem[]): readonly Told[] =>
  problems
    .filter(({ rule, severity }) => severity === 'error' || rule === 'picture-too-large')
    .map((each) => ({ ...each, line: tell(each).replace(/^(.*:\d+):\d+( text-too-dense)$/, '$1$2') }));

const errorsOf = (json: string): readonly Told[] =>
  errorsIn((JSON.parse(json) as { readonly problems: readonly Problem[] }).problems);

/** Builds what lies at a path under limits as they are written behind `--limit`. */
async function build(path: string, limits: readonly string[]) {
  const read = readLimits(limits);
  if ('reason' in read) throw new Error(read.reason);
  const { value, problems } = await buildPath(path, { ...quickBuild, limits: read.limits });
  return { isBuilt: value !== undefined, errors: errorsIn(problems) };
}

for (const [name, { files, tiny, enough, told, isBuilt = false }] of Object.entries(builds)) {
  test(`the limit “${name}” has a problem of its own, and can be raised`, async () => {
    const manuscript = lay(files);
    const others = name === 'unpacked' ? ['ratio=1000'] : []; // a file of that size is either
    const refused = await build(manuscript, [`${name}=${tiny}`, ...others]);
    assert.deepEqual(
      refused.errors.map(({ line }) => line),
      [told],
    );
    assert.match(
      refused.errors[0]?.hint ?? '',
      new RegExp(`Where this is meant, allow more with --limit ${name}=\\d+(?:MB)?$`),
    );
    assert.equal(refused.isBuilt, isBuilt);
    assert.deepEqual(await build(manuscript, [`${name}=${enough}`, ...others]), { isBuilt: true, errors: [] });
  });
}

test('a book beyond a limit is not written, and fleuron ends with 1', async () => {
  const {
    status,
    stdout,
    epub: bytes,
  } = await press(lay(folder({ 'a.md': text })), { args: ['--json', '--limit', 'text=33'] });
  assert.deepEqual([status, bytes, errorsOf(stdout).map(({ line }) => line)], [1, undefined, ['a.md file-too-large']]);
});

test('an EPUB’s single document, and all of them, have limits', async () => {
  const book = lay({ 'a.epub': epub() });
  for (const name of ['page', 'texts']) {
    const { errors } = await build(book, [`${name}=1MB`, 'ratio=1000']);
    assert.deepEqual(
      errors.map(({ line }) => line),
      ['a.epub import-refused'],
    );
    assert.match(errors[0]?.hint ?? '', new RegExp(`--limit ${name}=`));
  }
});

/** What verify, or archive, says where an archive of two files passes a limit. */
const archives: readonly (readonly [LimitName, string, 'folder' | 'zip' | 'book', string])[] = [
  ['archive', '4kB', 'folder', 'bag-too-large'],
  ['archive', '4kB', 'zip', 'bag-too-large'],
  ['archive-files', '5', 'folder', 'bag-too-large'],
  ['archive-files', '5', 'zip', 'bag-too-large'],
  ['archive-file', '100', 'zip', 'bag-malformed'],
  ['zip', '1kB', 'zip', 'bag-too-large'],
  ['zip', '1kB', 'book', 'bag-too-large'],
];

const kept = { folder: 'kept', zip: 'kept.zip', book: 'kept.epub' };
before(async () => {
  const manuscript = makeFiles(folder({ 'a.md': text }));
  for (const kind of ['folder', 'zip', 'book'] as const) {
    kept[kind] = join(makeFolder(), kept[kind]);
    const command = kind === 'book' ? 'build' : 'archive';
    assert.equal((await fleuron([command, manuscript, '-o', kept[kind]])).status, 0);
    const usual = archives.flatMap(([name]) => ['--limit', `${name}=${usualLimits[name]}`]);
    assert.equal((await fleuron(['verify', kept[kind], ...usual])).status, kind === 'book' ? 5 : 0);
  }
});

for (const [name, tiny, kind, rule] of archives) {
  test(`verify of a ${kind} keeps to the limit “${name}”`, async () => {
    const { status, stdout } = await fleuron(['verify', kept[kind], '--json', '--limit', `${name}=${tiny}`]);
    assert.equal(status, 4);
    const [first] = errorsOf(stdout);
    assert.equal(first?.rule, rule, stdout);
    assert.match(`${first?.reason} ${first?.hint}`, new RegExp(`--limit ${name}`));
    if (kind === 'book') assert.equal((await fleuron(['check', kept.book, '--limit', `${name}=${tiny}`])).status, 1);
  });
}

test('what verify would refuse is not archived', async () => {
  const manuscript = makeFiles(folder({ 'a.md': text, 'big.psd': 'x'.repeat(5000) }));
  for (const [option, told] of [
    ['archive-files=5', /bag-too-large .* \d+ files; 5 are allowed/],
    ['archive=6kB', /bag-too-large .* 6 kB are allowed/],
  ] as const) {
    const target = join(makeFolder(), 'kept');
    const { status, stderr } = await fleuron(['archive', manuscript, '-o', target, '--limit', option]);
    assert.equal(status, 1);
    assert.match(stderr, told);
    assert.ok(!existsSync(target));
  }
  const target = join(makeFolder(), 'kept');
  const left = await fleuron(['archive', manuscript, '-o', target, '--limit', 'archive-file=4000']);
  assert.equal(left.status, 0, left.stderr);
  assert.match(
    left.stderr,
    /big\.psd hint file-ignored .* it is not archived\.\n {2}hint: .*--limit archive-file=8000/,
  );
});

test('an archive of a book beyond a usual limit is built again under the same limit, and says so without', async () => {
  const manuscript = makeFiles(folder({ 'a.md': `${'> '.repeat(210)}a\n` }));
  const target = join(makeFolder(), 'target');
  assert.equal((await fleuron(['archive', manuscript, '-o', target, '--limit', 'nesting=220'])).status, 0);
  assert.equal((await fleuron(['verify', target, '--limit', 'nesting=220'])).status, 0);
  const { status, stderr } = await fleuron(['verify', target]);
  assert.equal(status, 4);
  assert.match(stderr, /book-not-rebuilt The kept manuscript gives no book any more: More than/);
  assert.match(stderr, /--limit nesting=240/);
});

test('import and typeset keep to the limits too', async () => {
  const file = join(makeFiles({ 'story.txt': text }), 'story.txt');
  const out = join(makeFolder(), 'made');
  const refused = await fleuron(['import', file, '-o', out, '--limit', 'import=10']);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /\/story\.txt error file-too-large/);
  assert.ok(!existsSync(out));
});

test('every limit is tested here', () => {
  assert.deepEqual(
    [...new Set([...Object.keys(builds), ...archives.map(([name]) => name)])].sort(),
    [...limitNames].sort(),
  );
});

test('as deep as can be allowed, a page is still no deeper than libxml2 reads', async () => {
  const deepest = limitTable.nesting.most;
  const manuscript = makeFiles(
    folder({
      'a.md': `${'> '.repeat(deepest - 2)}a\n`,
      'b.md': `A[^1].\n\n[^1]: ${'> '.repeat(deepest - 3)}b\n`,
      'c.md': `${'- '.repeat((deepest - 2) / 2)}c\n`,
      'd.md': `<div>\n\n${'> '.repeat(deepest - 10)}a\n\n</div>\n\n${'<div>'.repeat(400)}e${'</div>'.repeat(400)}\n`,
    }),
  );
  const { status, stderr, epub: bytes } = await press(manuscript, { args: ['--limit', `nesting=${deepest}`] });
  assert.equal(status, 0, stderr);
  const opened = readEpub(bytes ?? new Uint8Array());
  for (const { name } of opened.entries)
    if (name.endsWith('.xhtml') && !name.endsWith('toc.xhtml'))
      assert.ok(find(opened.text(name), '//h:body').length === 1);
});

const mb = megabyte;

/** Command lines and what comes of them. */
const lines: readonly (readonly [string, LimitName, number])[] = [
  ['text=128MB', 'text', 128 * mb],
  ['text=128 mb', 'text', 128 * mb],
  ['text=0.5MiB', 'text', mb / 2],
  ['text=70000000', 'text', 70_000_000],
  ['text=10kB', 'text', 10 * 1024],
  ['archive=3G', 'archive', 3 * 1024 * mb],
  ['sections=20000', 'sections', 20_000],
  ['sections= 7', 'sections', 7],
];

for (const [word, name, value] of lines) {
  test(`--limit ${word} is ${value}`, () => {
    assert.deepEqual(readLimits([word]), { limits: { ...usualLimits, [name]: value } });
  });
}

test('of a limit set twice the last counts', () => {
  assert.deepEqual(readLimits(['files=3', 'text=1', 'files=4']), { limits: { ...usualLimits, files: 4, text: 1 } });
});

const nonsense: readonly (readonly [string, RegExp])[] = [
  ['', /^“” is no limit\. → Write: --limit name=value$/],
  ['text', /^“text” is no limit\. → Write: --limit name=value$/],
  ['=5', /^“=5” is no limit/],
  ['setcions=5', /^There is no limit “setcions”, only files, .*Did you mean “sections”\?$/],
  ['constructor=5', /^There is no limit “constructor”/],
  ['text=', /^“” is no value of the limit “text”; it takes a size like 128MB$/],
  ['text=0', /it takes a size/],
  ['text=0.0001kB', /it takes a size/],
  ['text=-1MB', /it takes a size/],
  ['text=1e9', /it takes a size/],
  ['text=many', /it takes a size/],
  ['sections=0', /^“0” is no value of the limit “sections”; it takes a whole number from 1$/],
  ['sections=-3', /it takes a whole number/],
  ['sections=1.5', /it takes a whole number/],
  ['sections=5MB', /it takes a whole number/],
  [
    'sections=100000',
    /^“100000” is too much for the limit “sections”; 30,000 are possible: a ZIP holds 65,535 files, and a book has more than its sections/,
  ],
  ['nesting=1000', /240 are possible: many readers/],
  ['text=9999999999999999999999GB', /it takes a size/],
  ['text=1TB', /it takes a size/],
  [
    'nodes=2000000',
    /^“2000000” is too much for the limit “nodes”; 1,048,576 are possible: Node has 1024 MB of memory here\. Start it with NODE_OPTIONS=--max-old-space-size=1954 for so much$/,
  ],
];

for (const [word, expected] of nonsense) {
  test(`--limit ${word.slice(0, 30)} is a wrong command line`, () => {
    const read = readLimits([word], 1024 * mb);
    assert.match('reason' in read ? read.reason : 'no reason', expected);
  });
}

test('a wrong limit is exit code 2, and nothing is read', async () => {
  const { status, stderr } = await fleuron(['build', '/nowhere', '--limit', 'txet=3']);
  assert.equal(status, 2);
  assert.match(stderr, /^fleuron: There is no limit “txet”.*Did you mean “text”\?\nTry: fleuron build --help\n$/);
});

test('no usual limit is above what can be set, and a hint says only what can be', () => {
  for (const name of limitNames) {
    assert.ok(limitTable[name].usual <= limitTable[name].most, name);
    const word = /--limit (\S+)$/.exec(raiseLimit(name, usualLimits))?.[1] ?? '';
    const read = readLimits([word], Number.POSITIVE_INFINITY);
    assert.ok('limits' in read && read.limits[name] > usualLimits[name], `${name}: ${word}`);
    assert.match(raiseLimit(name, { ...usualLimits, [name]: limitTable[name].most }), / at most\.$/);
    assert.match(raiseLimit(name, usualLimits, limitTable[name].most + 1), / at most\.$/);
  }
});

test('limits are printed as people write them', () => {
  assert.deepEqual(
    [printLimit('nodes', 700_000), printLimit('files', 999), printLimit('text', 64 * mb), printLimit('text', 1536)],
    ['700,000', '999', '64 MB', '1.5 kB'],
  );
  assert.equal(printLimit('text', 7), '7 bytes');
});
