/** `fleuron serve` as a program; each ends with its test file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { after } from 'node:test';
import { root } from '../tools/need.ts';

const running: ChildProcess[] = [];
after(() => {
  for (const each of running) each.kill('SIGINT');
});

/** Starts the command; resolves with what it printed when it answers. */
export async function started(folder: string, ...words: readonly string[]) {
  const args = [join(root, 'scripts/fleuron.cjs'), 'serve', folder, '--port', '0', ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  let told = '';
  for await (const part of child.stdout) {
    told += part;
    if (told.includes('Ctrl-C')) break;
  }
  const [, address = ''] = /(https?:\/\/\S+\/)\n/.exec(told) ?? [];
  return { told, address };
}
