import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import test from 'node:test';
import { breaches, roomOf, rows, rowsOutOfOrder } from './tools/architecture.ts';
import { root } from './tools/need.ts';

const scripts = join(root, 'scripts');
const sources = new Map(
  readdirSync(scripts, { recursive: true })
    .map(String)
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
    .sort()
    .map((name) => [name.split(sep).join('/'), readFileSync(join(scripts, name), 'utf8')]),
);

test('every file imports what its row allows, and nothing goes in a circle', () => {
  assert.deepEqual(breaches(sources), []);
});

test('a row stands below the rows that it imports', () => {
  assert.deepEqual(rowsOutOfOrder(), []);
});

test('no row is about a folder that is not there', () => {
  const there = new Set([...sources.keys()].map(roomOf));
  assert.deepEqual(
    Object.keys(rows).filter((name) => !there.has(name)),
    [],
  );
});

/** A file of a folder, or the file at the root that a row is about. */
const within = (name: string): string => (/\.[cm]?[jt]s$/.test(name) ? name : `${name}/planted.ts`);
const up = (name: string, other: string): string => `./${relative(dirname(within(name)), other)}`;

for (const [name, row] of Object.entries(rows)) {
  const refused = (text: string, what: RegExp): void => {
    const found = breaches(new Map([[within(name), text]]));
    assert.equal(found.length, 1, `${text}: ${found.join('; ')}`);
    assert.match(found[0] ?? '', what);
  };

  test(`${name} may not import from a floor above it, nor a folder that it does not name`, () => {
    for (const other of Object.keys(rows))
      if (other !== name && (rows[other]?.floor ?? 0) > row.floor) {
        refused(`import { a } from '${up(name, within(other))}';`, /imports upwards from /);
        refused(`import type { A } from '${up(name, within(other))}';`, /imports upwards from /);
        refused(`const a = await import('${up(name, within(other))}');`, /imports upwards from /);
      }
    refused(`export { a } from '${up(name, 'nowhere/planted.ts')}';`, /imports .*nowhere/);
  });

  if (row.floor === 1)
    test(`${name} may not import another stage`, () => {
      for (const [other, { floor }] of Object.entries(rows))
        if (floor === 1 && other !== name)
          refused(`import {\n  a,\n} from '${up(name, within(other))}';`, /imports from /);
    });

  test(`${name} may import no module of Node that its row does not name`, () => {
    for (const module of ['fs', 'fs/promises', 'net', 'child_process', 'crypto', 'zlib', 'worker_threads'])
      if (!row.node?.split(' ').includes(module)) {
        refused(`import { a } from 'node:${module}';`, new RegExp(`imports node:${module}$`));
        refused(`const a: import('node:${module}').A = b;`, new RegExp(`imports node:${module}$`));
      }
  });

  if (row.node === undefined)
    test(`${name} knows no process, clock or chance`, () => {
      const uses = [
        'process.cwd()',
        'Buffer.from(a)',
        'Date.now()',
        'new Date()',
        'Date()',
        'performance.now()',
        'Math.random()',
        'crypto.randomUUID()',
        'console.log(a)',
        'fetch(a)',
        'globalThis.process',
        'a.toLocaleUpperCase()',
        'a.localeCompare(b)',
      ];
      for (const use of uses.filter((each) => !row.globals?.split(' ').some((global) => each.startsWith(global))))
        refused(`export const planted = ${use};`, /: uses /);
    });
}

test('only disk/ may import node:fs', () => {
  const holders = Object.keys(rows).filter((name) => rows[name]?.node?.split(' ').includes('fs'));
  assert.deepEqual(holders, ['disk', 'bundle', 'bundle.mjs', 'docs.mjs', 'fleuron.cjs']);
});

test('a folder without a row is refused', () => {
  assert.deepEqual(breaches(new Map([['utils/planted.ts', 'export const a = 1;']])), [
    'utils/planted.ts: utils has no row in the table',
  ]);
});

test('circles are refused, of values and of types', () => {
  for (const kind of ['import', 'import type']) {
    const circle = new Map([
      ['book/one.ts', `${kind} { b } from './two.ts';`],
      ['book/two.ts', `${kind} { c } from './three.ts';`],
      ['book/three.ts', `${kind} { a } from './one.ts';`],
    ]);
    assert.deepEqual(breaches(circle), ['book/one.ts → book/two.ts → book/three.ts → book/one.ts: a circle']);
  }
});

test('names that a file declares, and words in texts, are nobody’s globals', () => {
  const text = [
    '/** Nothing of process, or import("node:fs"). */',
    'export function step(process: (date: Date) => string): string {',
    '  return process(new Date(0)) + "Buffer";',
    '}',
    'export const order = new Intl.Collator("en").compare;',
  ];
  assert.deepEqual(breaches(new Map([['book/planted.ts', text.join('\n')]])), []);
});
