/**
 * Runs a program that is not ours and waits for it.
 * In: a command and its arguments. Out: what it printed, or why it could not be run. Never throws, never uses a shell.
 */
import { spawn } from 'node:child_process';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string } | { readonly failure: string };

/**
 * Runs a program to its end, or ends it after so many seconds: asked first, since one that has started others (LibreOffice’s) ends these too
 * when it is asked, then by force. Those that it leaves behind are not waited for.
 */
export function runTool(
  command: string,
  args: readonly string[],
  { env, seconds }: { readonly env: Environment; readonly seconds: number },
): Promise<Ran> {
  return new Promise((resolve) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const child = spawn(command, args, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    // Not spawn's own timeout: it keeps the process waiting for a program that never started.
    let isLate = false;
    let timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGTERM');
      timer = setTimeout(() => child.kill('SIGKILL'), 2000);
    }, seconds * 1000);
    child.on('exit', () => {
      if (!isLate) return;
      child.stdout.destroy();
      child.stderr.destroy();
    });
    const settle = (ran: Ran): void => {
      clearTimeout(timer);
      resolve(ran);
    };
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => settle({ failure: `${command} cannot be run (${error.message})` }));
    child.on('close', (status, signal) =>
      settle(
        status === null || isLate
          ? {
              failure: isLate
                ? `${command} gave no answer in ${seconds} seconds, and was ended`
                : `${command} was ended by ${signal ?? 'a signal'}`,
            }
          : { status, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') },
      ),
    );
  });
}
