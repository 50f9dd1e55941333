import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';
import { makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';

/** A line that somebody is typing, and what may be its last word. */
const lines: readonly (readonly [string, readonly string[]])[] = [
  ['fleuron bu', ['build']],
  ['fleuron ty', ['typeset']],
  ['fleuron init --', ['--theme', '--json', '--quiet', '--verbose', '--help']],
  ['fleuron build --st', ['--strict']],
  ['fleuron verify --st', []],
  ['fleuron build a --edition k', ['kobo', 'kindle']],
  ['fleuron typeset --style ox', ['oxford']],
  ['fleuron completion z', ['zsh']],
  ['fleuron help ver', ['verify']],
  ['fleuron build man', []],
];

const scriptOf = async (shell: string): Promise<string> => {
  const { status, stdout } = await fleuron(['completion', shell]);
  assert.equal(status, 0);
  return stdout;
};

test('bash completes commands, options and their values', async (context) => {
  if (!(await need(context, 'bash'))) return;
  const script = await scriptOf('bash');
  for (const [line, expected] of lines) {
    const words = line.split(' ');
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `${script}\nCOMP_WORDS=("$@")\nCOMP_CWORD=$(($# - 1))\n_fleuron\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        ...words,
      ],
      { encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    assert.deepEqual(stdout.split('\n').filter(Boolean), expected, line);
  }
});

test('fish completes them too', async (context) => {
  if (!(await need(context, 'fish'))) return;
  const file = join(makeFolder(), 'fleuron.fish');
  writeFileSync(file, await scriptOf('fish'));
  for (const [line, expected] of lines.filter(([, { length }]) => length > 0)) {
    const { stdout, stderr } = spawnSync('fish', ['-c', `source ${file}; complete -C ${JSON.stringify(line)}`], {
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    const found = stdout.split('\n').map((each) => each.split('\t')[0]);
    for (const each of expected) if (each !== '--help') assert.ok(found.includes(each), `${line}: ${stdout}`);
  }
});

test('zsh reads its script', async (context) => {
  if (!(await need(context, 'zsh'))) return;
  const script = `autoload -U compinit && compinit -D\n${await scriptOf('zsh')}\nprint \${_comps[fleuron]}`;
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', script], { encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.match(stdout, /_bash_complete.*_fleuron/);
});

test('another shell is not known', async () => {
  const { status, stderr } = await fleuron(['completion', 'csh']);
  assert.equal(status, 2);
  assert.match(stderr, /There is no completion for “csh”, only for bash, zsh and fish/);
});
