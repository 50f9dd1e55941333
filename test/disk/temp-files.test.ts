import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { ownRun } from '../../scripts/disk/run-id.ts';
import { partialPath, sweepPartials } from '../../scripts/disk/temp-files.ts';
import { makeFolder } from '../tools/folder.ts';

const [here = ''] = ownRun().split('.');
const elsewhere = here.replace(/./g, (digit) => ((Number.parseInt(digit, 16) + 1) % 16).toString(16));
/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '']).pid;
const living = process.ppid;
const hour = 60 * 60 * 1000;

const cases: readonly (readonly [what: string, run: string, age: number, swept: boolean, isLocked?: boolean])[] = [
  ['of a living run', `${here}.${living}`, 0, false],
  ['of a living run that began long ago', `${here}.${living}`, 30 * hour, false],
  ['of a run that has ended', `${here}.${dead}`, 0, true],
  ['of an earlier run with our own number', `${here}.${process.pid}`, 0, true],
  ['of another container or machine, fresh', `${elsewhere}.${dead}`, 0, false],
  ['of another container with our own number, fresh', `${elsewhere}.${process.pid}`, hour / 2, false],
  ['of another container or machine, untouched for long', `${elsewhere}.${living}`, 2 * hour, true],
  ['of whoever it was, where the target is locked', `${elsewhere}.${living}`, 0, true, true],
];

for (const [what, run, age, swept, isLocked = false] of cases)
  for (const kind of ['file', 'folder'])
    test(`a half-written ${kind} ${what} is ${swept ? 'swept' : 'left alone'}`, (context) => {
      if (process.platform !== 'linux')
        return context.skip('skipped, because only Linux says in which namespace we are');
      const folder = makeFolder();
      const name = `.book.epub.${run}.0123456789ab.part`;
      const path = join(folder, name);
      if (kind === 'file') writeFileSync(path, 'PK');
      else mkdirSync(join(path, 'data'), { recursive: true });
      const then = new Date(Date.now() - age);
      utimesSync(path, then, then);
      const others = ['.other.epub.0123456789ab.part', `.other.epub.${here}.${dead}.0123456789ab.part`, 'book.epub'];
      for (const other of others) writeFileSync(join(folder, other), 'not ours');
      sweepPartials(folder, [join(folder, 'book.epub')], isLocked);
      assert.deepEqual(readdirSync(folder).sort(), [...others, ...(swept ? [] : [name])].sort());
    });

test('a half-written file bears the number of its run and the place where that was given', () => {
  const name = basename(partialPath('/x/book.epub'));
  assert.match(name, new RegExp(`^\\.book\\.epub\\.${here}\\.${process.pid}\\.[\\da-f]{12}\\.part$`));
  assert.notEqual(name, basename(partialPath('/x/book.epub')));
});
