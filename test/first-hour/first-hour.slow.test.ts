/**
 * What a new user types in the first hour, and what it prints: `tasks.md` has a session of a shell for each task. In a copy of the
 * clone, with an empty HOME, and without a network where `unshare` allows that. `UPDATE=1` writes down what is printed now.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

const transcript = join(root, 'test/first-hour/tasks.md');
const folder = makeFolder();
const clone = join(folder, 'fleuron');
const tools = join(folder, 'tools');

/** `unshare` where it may take the network away. */
const alone =
  [
    ['unshare', '-n'],
    ['unshare', '-rn'],
  ].find(([command = '', ...words]) => spawnSync(command, [...words, 'true']).status === 0) ?? [];

before(() => {
  for (const name of ['package.json', 'scripts', 'templates', 'manuscript'])
    cpSync(join(root, name), join(clone, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  mkdirSync(tools);
  mkdirSync(join(folder, 'home'));
  // npm takes half a second to start the press; the first task does it with npx itself.
  writeFileSync(
    join(tools, 'quick-npx'),
    '#!/bin/sh\nshift\nnpm_lifecycle_event=npx exec node scripts/fleuron.cjs "$@"\n',
  );
  chmodSync(join(tools, 'quick-npx'), 0o755);
});

/** What a line prints, without what another machine or version may print otherwise. */
function printed(line: string): string {
  const quick = line.replace(/\bnpx fleuron/g, 'quick-npx fleuron');
  const [command = '', ...words] = [...alone, 'sh', '-c', `{ ${line.includes('--version') ? line : quick}\n} 2>&1`];
  const env = { HOME: join(folder, 'home'), PATH: `${tools}:${process.env['PATH']}`, LANG: 'C.UTF-8' };
  const { stdout, status } = spawnSync(command, words, { cwd: clone, env, encoding: 'utf8', timeout: 120_000 });
  assert.notEqual(status, null, `${line} did not end`);
  return stdout
    .replaceAll(clone, '~/fleuron')
    .replace(/[0-9a-f]{128}/g, '(checksum)')
    .replace(/\d+ kB/g, '… kB')
    .replace(/\d+\.(?=\d+(?: \(bytes\.files\)| {1,2}are there))/g, '….')
    .replace(/fleuron \d+\.\d+\.\d+/g, 'fleuron …');
}

/** Each task with its session: lines that begin with “$” are typed, and one that goes on begins with “>”. */
const tasks = readFileSync(transcript, 'utf8')
  .split(/^(?=## )/m)
  .slice(1)
  .map((section) => /^## (.*)\n[\s\S]*?```console\n([\s\S]*?)```/.exec(section) ?? [])
  .map(([, task = '', session = '']) => ({ task, session }));

const told = new Map<string, string>();
for (const { task, session } of tasks)
  test(task, () => {
    const entries = session.split(/^\$ /m).slice(1);
    const now = entries.map((entry) => {
      const [, typed = ''] = /^(.*\n(?:> .*\n)*)/.exec(entry) ?? [];
      return `$ ${typed}${printed(typed.replace(/^> /gm, ''))}`;
    });
    told.set(session, now.join(''));
    if (!process.env['UPDATE']) assert.equal(now.join(''), session);
  });

test('every task of the first hour is there', () => {
  assert.ok(tasks.length >= 16 && tasks.every(({ session }) => session.startsWith('$ ')));
  if (!process.env['UPDATE']) return;
  let text = readFileSync(transcript, 'utf8');
  for (const [before, after] of told) text = text.replace(before, () => after);
  writeFileSync(transcript, text);
});
