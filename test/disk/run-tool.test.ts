import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from '../tools/folder.ts';

const node = process.execPath;

test('a program’s exit code and both its outputs are told', async () => {
  const program = 'console.log("out"); console.error("err"); process.exitCode = 3';
  assert.deepEqual(await runTool(node, ['-e', program], { env: process.env, seconds: 60 }), {
    status: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  });
});

test('a program sees the environment it is given and no other', async () => {
  const ran = await runTool(node, ['-p', 'JSON.stringify(process.env)'], { env: { COLOUR: 'green' }, seconds: 60 });
  assert.ok('stdout' in ran);
  assert.deepEqual(JSON.parse(ran.stdout), { COLOUR: 'green' });
});

test('a program that is not there is a reason, not an exception', async () => {
  const ran = await runTool('no-such-program', [], { env: process.env, seconds: 60 });
  assert.match('failure' in ran ? ran.failure : '', /^no-such-program cannot be run/);
});

test('a program that never ends is ended', async () => {
  const ran = await runTool(node, ['-e', 'setInterval(() => {}, 1000)'], { env: process.env, seconds: 1 });
  assert.match('failure' in ran ? ran.failure : '', /gave no answer in 1 seconds, and was ended$/);
});

test('what a program leaves behind is not waited for when it is ended', { timeout: 60_000 }, async () => {
  const started = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
  const program = `process.stdout.write(String(${started}.pid) + ' '); setInterval(() => {}, 1000)`;
  const file = join(makeFolder(), 'pid');
  const written = program.replace(
    'process.stdout.write(',
    `require('node:fs').writeFileSync(${JSON.stringify(file)}, `,
  );
  const ran = await runTool(node, ['-e', written], { env: process.env, seconds: 2 });
  process.kill(Number(readFileSync(file, 'utf8'))); // fails the test if it is not there any more
  assert.match('failure' in ran ? ran.failure : '', /was ended$/);
});
