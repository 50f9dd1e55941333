/** The package as npm packs it, installed in an empty folder: its size, its types, and the examples of docs/api.md. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { type OpenAsset, themeFaces } from '../../scripts/book/assets.ts';
import { subsetFace } from '../../scripts/fonts/embed-typeface.ts';
import * as door from '../../scripts/index.ts';
import { startChromium } from '../studio/worker/hosted-studio.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { everyCommand, makeManuscripts } from './every-command.ts';

/** What an install may fetch. epub-gen-memory, unified, remark-parse and remark-rehype alone are 101 packages and 12 MB; beside them 35 MB were granted. */
const most = { packages: 105, megabytes: 40, ownMegabytes: 28 };

const folder = join(
  makeFiles({ 'Zoë’s Bücher/package.json': '{ "private": true, "type": "module" }' }),
  'Zoë’s Bücher',
);
const installed = join(folder, 'node_modules/fleuron');

/** Runs a program in a folder; it must end well. */
function run(command: string, words: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', timeout: 240_000 });
  assert.equal(status, 0, `${command} ${words.join(' ')}\n${stdout}\n${stderr}`);
  return { stdout, stderr };
}

before(() => {
  const tarballs = makeFolder();
  run('npm', ['pack', '--loglevel=error', '--pack-destination', tarballs], root);
  const [tarball = ''] = readdirSync(tarballs);
  const quiet = ['--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', ...quiet, join(tarballs, tarball)], folder);
});

/** What a Node wrote, by path: the next is to write the same. */
const books = new Map<string, string>();

test('nothing in it replaces /^/ by a function, where Node 20 crashes under the flags of the launcher', () => {
  const build = join(installed, 'build');
  const sources = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?js$/.test(name));
  assert.ok(sources.includes('fleuron.cjs'));
  for (const name of sources)
    assert.doesNotMatch(readFileSync(join(build, name), 'utf8'), /\.replace\(\/\^\/,\s*(?:function|\w+\s*=>|\()/, name);
});

for (const version of ['20', '22', '24'] as const)
  test(`on Node ${version} another user, who may not write to the install and has neither a home nor a network, does everything`, async (context) => {
    const unshare = await need(context, 'unshare');
    const own = process.version.startsWith(`v${version}.`) ? process.execPath : undefined;
    const from = own ?? (version === '20' ? undefined : await need(context, `node${version}`));
    if (unshare === undefined || from === undefined) return;
    // Where the tools of CI lie, root alone may look.
    const node = join(makeFolder(), 'node');
    copyFileSync(from, node);
    const work = makeManuscripts();
    for (const path of [dirname(node), dirname(folder), work]) chmodSync(path, 0o755);
    const nobody = 65534;
    run('chown', ['-R', `${nobody}:${nobody}`, work], work);
    const rights = ['--net', '--setuid', `${nobody}`, '--setgid', `${nobody}`, '--'];
    const command = [node, join(installed, 'scripts/fleuron.cjs')];
    const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TMPDIR: work };
    const made = everyCommand((words, cwd, input = '') => {
      const all = [...rights, ...command, ...words];
      const { status, stdout, stderr } = spawnSync(unshare, all, {
        cwd,
        env,
        input,
        encoding: 'utf8',
        timeout: 240_000,
      });
      assert.equal(status, 0, `${words.join(' ')}\n${stdout}\n${stderr}`);
      return stdout;
    }, work);
    for (const [path, hash] of made) assert.equal(hash, books.get(path) ?? hash, path);
    for (const [path, hash] of made) books.set(path, hash);
    assert.ok(books.size > 12 && books.size === made.size, [...made.keys()].join(' '));
  });

test('typefaces without what no book takes give the same subsets', async () => {
  const open: OpenAsset = async (name) => readFileSync(join(root, 'node_modules', name));
  const texts = ['fi ffl 1st ½ Qu “Ah!”', 'Ἀρχή Ελληνικά', 'Вода Ђорђе', 'Tiếng Việt, Łódź, Ǿ', 'Š́ ẍ̱ ﬁ № ①'];
  for (const name of new Set(themeFaces)) {
    const whole = await open(name);
    const packed = readFileSync(join(installed, 'build/assets', name));
    assert.ok(whole && packed.length < whole.length, name);
    for (const text of texts)
      assert.deepEqual(await subsetFace(packed, text, open), await subsetFace(whole, text, open), name);
  }
});

/** What a folder takes on a disk, whose blocks have 4 kB. */
function megabytesOf(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const blocks = entries.map((entry) =>
    entry.isFile() ? Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) : 1,
  );
  return blocks.reduce((sum, each) => sum + each, 0) / 256;
}

test('an install is no larger than it may be', () => {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, unknown>>;
  };
  const packages = Object.keys(lock.packages).length;
  const megabytes = megabytesOf(join(folder, 'node_modules'));
  const ownMegabytes = megabytesOf(installed);
  const told = JSON.stringify({ packages, megabytes, ownMegabytes });
  assert.ok(packages <= most.packages && megabytes <= most.megabytes && ownMegabytes <= most.ownMegabytes, told);
});

test('the package has its documents and the licences of what is in it, and asks for no script', () => {
  const read = (path: string) => readFileSync(join(installed, path), 'utf8');
  for (const name of [
    'resvg',
    'mammoth',
    'epubcheck-ts',
    'eb-garamond',
    'alegreya-sans',
    'spectral',
    'vollkorn',
    'zilla-slab',
    'grandstander',
    'noto-serif-hebrew',
    'noto-naskh-arabic',
    'harfbuzzjs',
    '@noble/hashes',
  ])
    assert.ok(read('build/licences.txt').includes(name), name);
  assert.ok(read('docs/api.md').startsWith('# '));
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(scripts[name], undefined);
});

test('the module gives what its types say', async () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['-e', 'import("fleuron").then((all) => console.log(Object.keys(all).join()))'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.deepEqual([status, stdout.trim()], [0, Object.keys(door).sort().join()]);
});

test('the installed command draws a cover, imports, and judges', () => {
  const book = join(folder, 'book.epub');
  const command = join(installed, 'scripts/fleuron.cjs');
  const story = join(root, 'test/import/stories/word-by-hand/story.docx');
  const { stderr } = run(process.execPath, [command, 'build', story, '-o', book, '--force'], folder);
  assert.doesNotMatch(stderr, / (?:error|warning) |cover-not-drawn/);
  run(process.execPath, [command, 'check', book], folder);
});

test('the installed command tells the language of a story that does not say it', () => {
  const line =
    'Vanha mylly seisoi joen rannalla, eikä kukaan ollut nähnyt siellä valoa moneen vuoteen. Silti tytöt menivät sinne illalla.';
  const command = join(installed, 'scripts/fleuron.cjs');
  writeFileSync(join(folder, 'tarina.txt'), `Mylly\n\n${line}\n\n${line}\n`);
  run(process.execPath, [command, 'import', 'tarina.txt', '-o', 'tarina'], folder);
  assert.match(readFileSync(join(folder, 'tarina/book.yaml'), 'utf8'), /^lang: fi$/m);
});

test('the installed preview shows a book, in the app’s own typefaces, and asks nobody else', {
  timeout: 120_000,
}, async (context) => {
  const executablePath = await need(context, 'chromium');
  if (executablePath === undefined) return;
  const story = makeFiles({ 'chapter-1.md': '# The Lamp\n\n"It\'s late," she said.\n' });
  const words = [join(installed, 'scripts/fleuron.cjs'), 'preview', story, '--no-open', '--port', '0'];
  const preview = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await startChromium(executablePath);
  context.after(async () => {
    preview.kill('SIGINT');
    await browser.close();
  });
  const [line] = (await once(preview.stdout, 'data')) as readonly unknown[];
  const page = await browser.newPage();
  const asked: string[] = [];
  const failed: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
  await page.goto(`${line}`.trim());
  await page.locator('.reader-layer:not(.is-behind) foliate-view').waitFor();
  const faces = await page.evaluate<readonly string[]>(`document.fonts.ready.then((all) =>
    [...all].filter(({ status }) => status !== 'unloaded').map(({ family, status }) => family + ': ' + status))`);
  assert.deepEqual([...new Set(faces)].sort(), ['Alegreya Sans: loaded', 'EB Garamond: loaded']);
  const { origin } = new URL(page.url());
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:') && new URL(url).origin !== origin),
    [],
  );
  assert.deepEqual(
    failed.filter((url) => !url.endsWith('/favicon.ico')),
    [],
  );
});

/** The examples of docs/api.md: programs for Node, and one for a worker. */
const examples = [...readFileSync('docs/api.md', 'utf8').matchAll(/^```ts( worker)?\n(.*?)^```/gms)].map(
  ([, kind, code = ''], at) => ({ name: `example-${at + 1}`, isWorker: kind !== undefined, code }),
);

/** Compiles examples beside the package as strictly as tsc can, into a folder of that name. */
function compile(name: string, chosen: typeof examples, options: Readonly<Record<string, unknown>>): void {
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    target: 'es2022',
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    outDir: name,
    ...options,
  };
  for (const each of chosen) writeFileSync(join(folder, `${each.name}.ts`), each.code);
  const files = chosen.map((each) => `${each.name}.ts`);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files }));
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', `${name}.json`], folder);
}

const programs = examples.filter(({ isWorker }) => !isWorker);
const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' };
const bundler = { module: 'esnext', moduleResolution: 'bundler' };

test('the examples of docs/api.md compile for Node, for bundlers, and for a worker', () => {
  assert.ok(programs.length >= 5 && programs.length < examples.length);
  compile('nodenext', programs, nodenext);
  compile('bundler', programs, bundler);
  const workers = examples.filter(({ isWorker }) => isWorker); // test/browser/ has one that runs
  compile('worker', workers, { ...bundler, lib: ['es2023', 'webworker'], types: [] });
});

for (const { name, code } of programs)
  test(`${name} of docs/api.md does what it says`, () => {
    const { stdout, stderr } = run(process.execPath, [join(folder, 'nodenext', `${name}.js`)], makeFolder());
    const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => `${line}\n`);
    assert.equal(stdout, said.join(''));
    assert.doesNotMatch(stderr, /^error/m);
  });
