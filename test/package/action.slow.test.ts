import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { action, annotationsOf } from './action.ts';

const step = action.runs.steps.find(({ id }) => id === 'build');

/** Runs the step that makes the book, as a runner does in a checkout of that folder. */
function make(bash: string, cwd: string, inputs: Readonly<Record<string, string>>) {
  const temporary = makeFolder();
  const script = join(makeFiles({ 'step.sh': step?.run ?? '' }), 'step.sh');
  const said = Object.entries(step?.env ?? {}).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.([a-z]+) \}\}$/.exec(value)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input]?.default];
  });
  const env = {
    ...process.env,
    ...Object.fromEntries(said),
    GITHUB_ACTION_PATH: join(root, '.github/actions/book'),
    GITHUB_OUTPUT: join(temporary, 'output'),
    RUNNER_TEMP: temporary,
  };
  const ran = spawnSync(bash, ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env, encoding: 'utf8' });
  const lines = ran.stdout.split('\n');
  const folder = /^folder=(.*)$/m.exec(readFileSync(join(temporary, 'output'), 'utf8'))?.[1] ?? '';
  return { status: ran.status, lines, stderr: ran.stderr, folder };
}

test('it makes the books, and shows problems at files of the repository', async (context) => {
  const bash = await need(context, 'bash');
  if (bash === undefined) return;
  const name = 'my $(story) & more';
  const cwd = makeFiles({ [`books/${name}/one.md`]: '# The Lamp\n\n![A lamp](none.png)\n\n"It was late, she said.\n' });
  const { status, lines, stderr, folder } = make(bash, cwd, { manuscript: `books/${name}/`, edition: 'epub kobo' });
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(readdirSync(folder).sort(), ['the-lamp.epub', 'the-lamp.kepub.epub']);
  assert.match(lines[0] ?? '', /^::add-matcher::.*problems\.json$/);
  assert.deepEqual(
    annotationsOf(lines).map(({ file, line, column, severity, code }) => [file, line, column, severity, code]),
    [
      [`books/${name}/one.md`, '3', '1', 'warning', 'picture-missing'],
      [`books/${name}/one.md`, '5', '1', 'notice', 'quote-unbalanced'],
    ],
  );
});

test('it fails where the manuscript has an error, and no matcher is left for later steps', async (context) => {
  const bash = await need(context, 'bash');
  if (bash === undefined) return;
  const cwd = makeFiles({ 'manuscript/one.md': '# One\n\n![A lamp](none.png)\n' });
  const { status, lines } = make(bash, cwd, { strict: 'true' });
  assert.equal(status, 1);
  assert.deepEqual(lines.filter((line) => line.startsWith('::remove')).length, 2);
  assert.deepEqual(
    annotationsOf(lines).map(({ file }) => file),
    ['manuscript/one.md'],
  );
});
