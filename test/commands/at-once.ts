/** Runs of the press that go on at the same time, and what they leave of what they write. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

/** What begins a command line that runs in a PID namespace of its own; undefined where this machine lets nobody make one. */
export const namespaced = [
  ['unshare', '-p', '-f'],
  ['unshare', '-r', '-p', '-f'],
].find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);
export const noNamespaces = 'skipped, because unshare makes no PID namespaces here';

/** Runs that were started and not waited for; each ends with its code and what it said. */
export function start(words: readonly string[], before: readonly string[] = []) {
  const [program = '', ...args] = [...before, process.execPath, join(root, 'scripts/fleuron.cjs'), ...words];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<{ readonly code: number | null; readonly said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
  return { child, ended };
}

/** Waits for runs that must all end well, without a word. */
export async function endWell(runs: readonly { readonly ended: Promise<unknown> }[]): Promise<void> {
  for (const { ended } of runs) assert.deepEqual(await ended, { code: 0, said: '' });
}

/** The folder of a story. */
export const story = (chapters = 2) =>
  join(
    makeFiles({
      'story/book.yaml': 'title: The Door\nauthor: Ann\nmodified: 2026-03-04\n',
      ...Object.fromEntries(
        Array.from({ length: chapters }, (_, at) => [
          `story/${at + 1}.md`,
          `# Chapter ${at + 1}\n\n${'Words. '.repeat(50)}\n`,
        ]),
      ),
    }),
    'story',
  );

/** Copies of a story that differ in one line each. */
export const versionsOf = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => {
    const copy = join(makeFolder(), 'story');
    cpSync(first, copy, { recursive: true });
    appendFileSync(join(copy, '1.md'), `\nVersion ${at + 1}.\n`);
    return copy;
  });

/** The versions that a bag holds, and nothing lies beside it. */
export async function versionsIn(target: string): Promise<readonly string[]> {
  const verified = await fleuron(['verify', target]);
  assert.equal(verified.status, 0, verified.stderr);
  assert.deepEqual(readdirSync(join(target, '..')), [target.slice(join(target, '..').length + 1)]);
  const texts = target.endsWith('.zip')
    ? readEpub(readFileSync(target))
        .entries.filter(({ name }) => name.endsWith('manuscript/1.md'))
        .map(({ bytes }) => Buffer.from(bytes).toString())
    : readdirSync(target, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(join('manuscript', '1.md')))
        .map((name) => readFileSync(join(target, name), 'utf8'));
  return texts.flatMap((text) => /Version \d+/.exec(text) ?? []).sort();
}

/** Archives versions of a story at once, each run begun with the words `before`: into what is new, or into a first version. None may be lost. */
export async function archiveAtOnce(
  count: number,
  name: string,
  { before, isNew }: { readonly before: readonly string[]; readonly isNew: boolean },
): Promise<void> {
  const first = story();
  const target = join(makeFolder(), name);
  if (!isNew) assert.equal((await fleuron(['archive', first, '-o', target, '-q'])).status, 0);
  await endWell(versionsOf(first, count).map((copy) => start(['archive', copy, '-o', target, '-q'], before)));
  const all = Array.from({ length: count }, (_, at) => `Version ${at + 1}`).sort();
  assert.deepEqual(await versionsIn(target), all);
}
