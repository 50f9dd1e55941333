/**
 * Whether a library’s books are what they would be if nothing had been made before: a change of each thing that goes into a book, runs that are killed,
 * stories that hang.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { usualLimits } from '../../scripts/book/limits.ts';
import { fillStory } from '../../scripts/commands/fill-story.ts';
import { type LibraryOptions, runLibrary } from '../../scripts/commands/library-run.ts';
import { makeStoryTask } from '../../scripts/commands/library-thread.ts';
import { openBookStore } from '../../scripts/disk/book-store.ts';
import { takeLock } from '../../scripts/disk/lock.ts';
import { openShelf } from '../../scripts/disk/shelf-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'fleuron-library-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string | Uint8Array) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

const head = 'title: Door\nauthor: Ann\nlang: en\nmodified: 2020-01-01\n';
const svg = (side: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="${side}" height="9"/></svg>`;
const plugin = (word: string) =>
  `export default () => (tree) => { tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: '${word}' }] }); };\n`;

/** A manuscript with all that one may have, and a single file with what lies beside it. */
const files: Readonly<Record<string, string>> = {
  'coded/book.yaml': `${head}draw-cover: no\nplugins: { remark: [./mark.mjs] }\n`,
  'coded/chapter-1.md': '# One\n\nShe counted.\n',
  'coded/mark.mjs': plugin('First'),
  'author/about-the-author.md': '# About the Author\n\nAnn lives by the sea.\n',
  'door/book.yaml': `${head}draw-cover: no\nshared: ../author\n`,
  'door/chapter-1.md': '# One\n\nShe opened the door.\n\n![A map](map.svg)\n',
  'door/chapter-2.md': '# Two\n\nNo one came.\n',
  'door/map.svg': svg(9),
  'door/style.css': 'p { color: #111; background: url(map.svg) }\n',
  'door/templates/colophon.xhtml.ejs': '<p>Printed once.</p>\n',
  'alone/The Road.md': `---\n${head}draw-cover: no\n---\n\n# One\n\nHe went.\n\n![A map](map.svg)\n\n![Gone](gone.svg)\n`,
  'alone/The Road.css': 'p { color: #111 }\n',
  'alone/map.svg': svg(9),
  'alone/Drawn.txt': 'Drawn\nby Ann\n\nShe drew a door, and opened it, and looked out.\n',
};

type Change = (root: string) => void;
const put =
  (path: string, text: string): Change =>
  (root) =>
    write(join(root, path), text);
const add =
  (path: string, text: string): Change =>
  (root) =>
    appendFileSync(join(root, path), text);

const changes: Readonly<Record<string, Change>> = {
  'a chapter’s words': add('door/chapter-1.md', '\nShe waited.\n'),
  'a chapter more': put('door/chapter-3.md', '# Three\n\nThen she slept.\n'),
  'a chapter less': (root) => rmSync(join(root, 'door/chapter-2.md')),
  'a chapter’s name': (root) => renameSync(join(root, 'door/chapter-2.md'), join(root, 'door/chapter-9.md')),
  'book.yaml': add('door/book.yaml', 'publisher: Herself\n'),
  'a picture': put('door/map.svg', svg(5)),
  'a cover that is put beside': put('door/cover.svg', svg(7)),
  'a style sheet': put('door/style.css', 'p { color: #333 }\n'),
  'a template': put('door/templates/colophon.xhtml.ejs', '<p>Printed twice.</p>\n'),
  'a template more': put('door/templates/style.css', 'p { color: #333 }\n'),
  'a plug-in': put('coded/mark.mjs', plugin('Second')),
  'what the last update brought': put('door/.fleuron/news.json', '{}'),
  'a vault’s settings': put('door/.obsidian/app.json', '{}'),
  'a page that stories share': add('author/about-the-author.md', '\nShe has a dog.\n'),
  'a page more that stories share': put('author/also-by.md', '# Also by Ann\n\nThe Road.\n'),
  'a single file’s words': add('alone/The Road.md', '\nHe came back.\n'),
  'the picture beside a single file': put('alone/map.svg', svg(5)),
  'the sheet beside a single file': put('alone/The Road.css', 'p { color: #333 }\n'),
  'a picture that was missing': put('alone/gone.svg', svg(3)),
  'a picture that goes': (root) => rmSync(join(root, 'alone/map.svg')),
};

/** And of what only a command says. */
const wishes: Readonly<Record<string, Partial<LibraryOptions>>> = {
  'the date of the environment': { sourceDate: 1_000_000_000 },
  'a limit': { limits: { ...usualLimits, picture: 10 } },
  'whether its code may run': { untrusted: true },
  'the press': { press: 'next' },
  'an edition': { editions: ['epub', 'kobo', 'web'] },
};

async function run(root: string, output: string, cache: string | undefined, more: Partial<LibraryOptions> = {}) {
  const options: LibraryOptions = {
    root,
    editions: ['epub', 'kobo'],
    untrusted: false,
    limits: usualLimits,
    sourceDate: undefined,
    press: 'press',
    passedOver: new Set(),
    prunes: false,
  };
  const states: Record<string, string> = {};
  const shelf = openShelf(output);
  const store = cache === undefined ? undefined : openBookStore(cache);
  const problems = await runLibrary(
    { ...options, ...more },
    {
      shelf,
      fill: (task) => fillStory(task, { shelf, store, make: makeStoryTask }),
      lanes: 1,
      tell: ({ story, state }) => void (states[story] = state),
    },
  );
  assert.deepEqual(problems, []);
  return states;
}

const booksIn = (shelf: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(shelf, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:epub|html)$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(shelf, name), 'base64')]),
  );

test('a change of anything that goes into a book makes the bytes that a cold press makes', async (t) => {
  const first = join(folder, 'first');
  for (const [path, text] of Object.entries(files)) write(join(first, 'stories', path), text);
  await run(join(first, 'stories'), join(first, 'shelf'), join(first, 'cache'));
  const before = booksIn(join(first, 'shelf'));
  assert.equal(before.size, 8);
  let number = 0;
  for (const [what, change] of [...Object.entries(changes), ...Object.entries(wishes)])
    await t.test(what, async () => {
      const warm = join(folder, `warm ${++number}`);
      cpSync(first, warm, { recursive: true });
      // The same story keeps its folder’s name: that may be its title.
      const root = join(warm, 'stories');
      const more = typeof change === 'function' ? {} : change;
      if (typeof change === 'function') change(root);
      const cold = join(folder, `cold ${number}`);
      cpSync(join(first, 'shelf'), cold, { recursive: true });
      rmSync(join(cold, 'library.jsonl'));
      await run(root, cold, undefined, more);
      const states = await run(root, join(warm, 'shelf'), join(warm, 'cache'), more);
      assert.deepEqual([...booksIn(join(warm, 'shelf'))], [...booksIn(cold)]);
      const again = await run(root, join(warm, 'shelf'), join(warm, 'cache'), more);
      assert.deepEqual([...booksIn(join(warm, 'shelf'))], [...booksIn(cold)]);
      // A story with plug-ins is made each time; of the others, what was changed once.
      const made = (of: Readonly<Record<string, string>>) =>
        Object.entries(of).filter(([story, state]) => state === 'made' && (story !== 'coded' || more.untrusted));
      assert.equal(made(states).length > 0, what !== 'a plug-in');
      assert.deepEqual(made(again), []);
    });
});

const launcher = resolve('scripts/fleuron.cjs');

const start = (root: string, output: string, ...more: readonly string[]) =>
  spawn(process.execPath, [launcher, 'library', root, '-o', output, '--jobs', '2', '--json', ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function runWhole(root: string, output: string, ...more: readonly string[]) {
  const child = start(root, output, ...more);
  const out: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  const [code] = await once(child, 'close');
  return {
    code,
    lines: out
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

/** Kills a run when so many stories more are in its list. */
async function killed(root: string, output: string, count: number) {
  const list = join(output, 'library.jsonl');
  const lines = () => (existsSync(list) ? readFileSync(list, 'utf8').split('\n').length : 0);
  const begun = lines();
  const child = start(root, output);
  child.stdout.resume();
  const closed = once(child, 'close');
  while (child.exitCode === null && child.signalCode === null && lines() < begun + count) await setTimeout(5);
  child.kill('SIGKILL');
  await closed;
}

const all = (output: string) =>
  readdirSync(output, { recursive: true, encoding: 'utf8', withFileTypes: false })
    .filter((name) => /\.(?:epub|jsonl)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(output, name), 'base64')]);

test('a run that is killed ten times and run again ends with the bytes of one that is not', async () => {
  const root = join(folder, 'killed', 'stories');
  const paths = Array.from({ length: 60 }, (_, at) => join(root, `${at % 5}`, `fic ${at}.md`));
  for (const [at, path] of paths.entries())
    write(
      path,
      `---\n${head}draw-cover: no\n---\n\n${`# One\n\nShe opened door ${at} and looked out for a while.\n\n`.repeat(9)}`,
    );
  const [disturbed, undisturbed] = [join(folder, 'killed', 'shelf'), join(folder, 'killed', 'other')];
  for (let at = 0; at < 5; at++) await killed(root, disturbed, 4);
  await runWhole(root, disturbed);
  await runWhole(root, undisturbed);
  assert.deepEqual(all(disturbed), all(undisturbed));
  for (const [at, path] of paths.entries())
    appendFileSync(path, `# Two\n\nThen she went through door ${at}, and was never seen again.\n`);
  for (let at = 0; at < 5; at++) await killed(root, disturbed, 4);
  await runWhole(root, disturbed);
  const { lines } = await runWhole(root, undisturbed);
  assert.equal(lines.at(-1).made, 60);
  assert.deepEqual(all(disturbed), all(undisturbed));
  assert.deepEqual(
    readdirSync(disturbed, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part')),
    [],
  );
});

test('a story that hangs, or wants too much memory, is ended and told, and all others are made', async () => {
  const root = join(folder, 'ended');
  const withPlugin = (name: string, code: string) => {
    write(join(root, name, 'book.yaml'), `${head}draw-cover: no\nplugins: { remark: [./mark.mjs] }\n`);
    write(join(root, name, 'chapter-1.md'), 'Words.\n');
    write(join(root, name, 'mark.mjs'), `export default () => () => { ${code} };\n`);
  };
  withPlugin('hangs', 'for (;;);');
  withPlugin('fills', 'const kept = []; for (;;) kept.push(new Array(1e5).fill(0).map((_, at) => ({ at })));');
  for (let at = 0; at < 6; at++) write(join(root, `fic ${at}.md`), `---\n${head}draw-cover: no\n---\n\nWords.\n`);
  const { code, lines } = await runWhole(root, join(folder, 'ended shelf'), '--seconds', '15', '--memory', '100');
  assert.equal(code, 1);
  const failed = lines.filter(({ state }) => state === 'failed');
  assert.deepEqual(
    failed
      .map(({ story, problems }) => [story, problems[0].rule, /time|second|memory/.exec(problems[0].reason)?.[0]])
      .sort(),
    [
      ['fills', 'story-ended', 'memory'],
      ['hangs', 'story-ended', 'second'],
    ],
  );
  assert.equal(lines.at(-1).made, 6);
});

test('a run waits for another that writes to the same shelf', async () => {
  const [root, output] = [join(folder, 'shared'), join(folder, 'shared shelf')];
  write(join(root, 'fic.md'), `---\n${head}draw-cover: no\n---\n\nWords.\n`);
  const lock = await takeLock(join(output, 'library.jsonl'));
  assert.ok('release' in lock);
  const child = spawn(process.execPath, [launcher, 'library', root, '-o', output, '--jobs', '1', '--quiet'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close');
  const [told] = await once(child.stderr, 'data');
  assert.match(`${told}`, /Waits for another run/);
  assert.deepEqual(booksIn(output).size, 0);
  await lock.release();
  assert.deepEqual(await closed, [0, null]);
  assert.equal(booksIn(output).size, 1);
});

test('a watch makes what is saved, and ends when it is told', async () => {
  const root = join(folder, 'watched');
  const story = (text: string) => write(join(root, 'fic.md'), `---\n${head}draw-cover: no\n---\n\n${text}\n`);
  story('One.');
  const child = start(root, join(folder, 'watched shelf'), '--watch');
  const lines: { readonly state?: string; readonly made?: number }[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((line) => JSON.parse(line)));
  });
  const until = async (count: number) => {
    while (lines.filter(({ made }) => made).length < count) {
      assert.equal(child.exitCode, null);
      await setTimeout(5);
    }
  };
  await until(1);
  story('Two.');
  await until(2);
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const [code] = await closed;
  assert.equal(code, 0);
  assert.equal(lines.filter(({ state }) => state === 'made').length, 2);
});
