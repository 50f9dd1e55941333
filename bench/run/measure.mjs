import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a command under GNU time and gives CPU seconds (user and system, children too), wall seconds and peak
 * megabytes of its largest process. `notes` is a file for time to write in. A command that fails ends the bench.
 */
export function measure(time, [command, ...args], notes) {
  const begin = process.hrtime.bigint();
  const done = spawnSync(time, ['-o', notes, '-f', '%U %S %M', command, ...args], { encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  if (done.status !== 0) throw new Error(`${[command, ...args].slice(0, 4).join(' ')} … failed:\n${done.stderr}`);
  const [user, system, kilobytes] = readFileSync(notes, 'utf8').trim().split(' ').map(Number);
  return { cpu: user + system, wall, memory: kilobytes / 1000 };
}
