/** The reporter under the runner that it is for, on tests that are written for it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { makeFiles } from './folder.ts';

/** Runs test files with the compiled reporter, as test/run.mjs does. */
function runTests(files: Readonly<Record<string, string>>, options: readonly string[] = []) {
  const cwd = makeFiles(
    Object.fromEntries(
      Object.entries(files).map(([name, code]) => [
        `build/test/${name}.test.mjs`,
        `import { describe, test } from 'node:test';\n${code}\n`,
      ]),
    ),
  );
  const { NODE_TEST_CONTEXT, ...env } = process.env; // a runner in a runner runs nothing
  const reporter = `--test-reporter=${new URL('./reporter.mjs', import.meta.url)}`;
  const paths = Object.keys(files).map((name) => `build/test/${name}.test.mjs`);
  const { status, stdout } = spawnSync(process.execPath, ['--test', reporter, ...options, ...paths], {
    cwd,
    env,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '' && !/^ +at /.test(line));
  return { status, lines, last: lines.at(-1) };
}

const passing = "test('adds', () => {}); describe('sums', () => { test('adds up', () => {}); });";

test('a run without a failure is one line', () => {
  assert.deepEqual(runTests({ sums: passing }), {
    status: 0,
    lines: ['2 passed, 0 failed, 0 skipped'],
    last: '2 passed, 0 failed, 0 skipped',
  });
});

test('a test that failed is named with its file and those around it, and counted once', () => {
  const code = "test('outer', async (t) => { await t.test('inner', () => { throw new TypeError('no sum'); }); });";
  const { status, lines } = runTests({ sums: passing, 'deep/broken': code });
  assert.equal(status, 1);
  assert.deepEqual(lines, [
    '✖ test/deep/broken.test.ts › outer › inner',
    '  TypeError: no sum',
    '2 passed, 1 failed, 0 skipped',
  ]);
});

test('what differs is shown', () => {
  const code = "import assert from 'node:assert/strict'; test('same', () => assert.deepEqual([1, 2], [1, 3]));";
  const { lines } = runTests({ broken: code });
  assert.match(lines.join('\n'), /^ +\+ +2\n +- +3$/m);
});

test('each reason for skipping is told once, and a test without one by its name', () => {
  const skipped = ['one', 'two'].map((name) => `test('${name}', (t) => t.skip('skipped, because it rains'));`);
  const { status, lines } = runTests({
    sums: `${passing}${skipped.join('')} test('three', { skip: true }, () => {});`,
  });
  assert.deepEqual(lines, [
    'skipped, because it rains (2 tests)',
    'skipped without a reason: three (1 test)',
    '2 passed, 0 failed, 3 skipped',
  ]);
  assert.equal(status, 0);
});

for (const [what, code] of [
  ['holds no test', ''],
  ['ends before its first test does', "test('never', () => process.exit(0));"],
] as const)
  test(`a file that ${what} has failed`, () => {
    const { status, lines } = runTests({ sums: passing, empty: code });
    assert.equal(status, 1);
    assert.deepEqual(lines, ['✖ test/empty.test.ts', '  No test ran in this file.', '2 passed, 1 failed, 0 skipped']);
  });

test('a file that cannot be loaded has failed, with what it printed', () => {
  const { status, lines, last } = runTests({ sums: passing, broken: "throw new Error('no such table');" });
  assert.equal(status, 1);
  assert.match(lines.join('\n'), /^✖ test\/broken\.test\.ts\n(?: .*\n)*.*Error: no such table/m);
  assert.equal(last, '2 passed, 1 failed, 0 skipped');
});

test('a run in which all was skipped, or nothing has the name, has failed', () => {
  const skipped = runTests({ sums: "test('one', (t) => t.skip('skipped, because it rains'));" });
  assert.deepEqual([skipped.status, skipped.last], [1, '0 passed, 0 failed, 1 skipped']);
  const unnamed = runTests({ sums: passing }, ['--test-name-pattern=divides']);
  assert.deepEqual([unnamed.status, unnamed.last], [1, '0 passed, 0 failed, 0 skipped']);
});

test('a run by name counts the tests of that name, and asks nothing of other files', () => {
  const { status, lines } = runTests({ sums: passing, other: "test('divides', () => {});" }, [
    '--test-name-pattern=adds$',
  ]);
  assert.deepEqual([status, lines], [0, ['1 passed, 0 failed, 0 skipped']]);
});

test('a run that is interrupted has failed, and says so', {
  skip: process.platform === 'win32' && 'skipped, because Windows has no signals',
}, () => {
  const kill = "test('kills', async () => { process.kill(process.ppid, 'SIGTERM'); await new Promise(() => {}); });";
  const { status, last } = runTests({ sums: passing, broken: kill });
  assert.deepEqual([status, last], [1, 'The run was interrupted before its last test.']);
});
