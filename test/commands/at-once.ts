/** Runs of the press that go on at the same time, and stories for them. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readEpub } from '../tools/epub.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

/** Starts a run and does not wait for it; it ends with its code and what it said. */
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

/** The versions that a bag holds, which is whole; nothing lies beside it. */
export async function versionsIn(target: string): Promise<readonly string[]> {
  const verified = await fleuron(['verify', target]);
  assert.equal(verified.status, 0, verified.stderr);
  assert.deepEqual(readdirSync(dirname(target)), [basename(target)]);
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
