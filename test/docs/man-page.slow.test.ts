import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { commands } from '../../scripts/commands/commands.ts';
import { need } from '../tools/need.ts';

test('the manual page is what man reads, without a warning, and has every command', async (context) => {
  const mandoc = await need(context, 'mandoc');
  if (mandoc === undefined) return;
  const lint = spawnSync(mandoc, ['-T', 'lint', '-W', 'warning', 'docs/fleuron.1'], { encoding: 'utf8' });
  // It is the same whenever it is made, so it has no date.
  const warnings = lint.stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'));
  assert.deepEqual([warnings, lint.stderr], [[], '']);
  const shown = spawnSync(mandoc, ['-T', 'utf8', 'docs/fleuron.1'], { encoding: 'utf8' }).stdout.replace(/.[\b]/g, '');
  for (const name of Object.keys(commands)) assert.match(shown, new RegExp(`^   fleuron ${name}`, 'm'));
  assert.match(shown, /^ +fleuron build my-story --edition kobo +dist\/<title>\.kepub\.epub$/m);
  assert.match(shown, /^ +-o, --output PATH\n +where the book goes/m);
});
