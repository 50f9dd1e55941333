/** The command, run as a person does. In: its words. Out: its exit code and what it printed. */
import { join } from 'node:path';
import { type Environment, runTool } from '../../scripts/disk/run-tool.ts';
import { root } from './need.ts';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `fleuron` to its end. */
export async function fleuron(args: readonly string[], env: Environment = {}): Promise<Ran> {
  const ran = await runTool(process.execPath, [join(root, 'scripts/fleuron.cjs'), ...args], {
    env: { ...process.env, ...env },
    seconds: 120,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  return ran;
}
