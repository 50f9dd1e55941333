/** A password as people give one to a program: in the environment, or printed by a command (`pass`, a keychain). It is kept nowhere. */
import { runTool } from '../disk/run-tool.ts';

/** The password; undefined where neither the variable nor a command is given. */
export async function givenPassword(
  command: string | undefined,
  variable: string,
): Promise<string | { readonly failure: string } | undefined> {
  if (command === undefined) return process.env[variable] || undefined;
  const [shell, flag] = process.platform === 'win32' ? ['cmd.exe', '/c'] : ['sh', '-c'];
  const ran = await runTool(shell, [flag, command], { env: process.env, seconds: 120 });
  if ('failure' in ran) return ran;
  if (ran.status !== 0) return { failure: `it ended with code ${ran.status}` };
  return ran.stdout.split(/\r?\n/)[0] ?? '';
}
