/** Servers that are not ours, on the loopback alone, in a folder that goes when the test’s process ends. In: a program. Out: where it listens, and how to end and start it again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Server {
  readonly port: number;
  /** Ends it: at once, as a crash does, or in order. */
  readonly stop: (signal?: 'SIGKILL' | 'SIGTERM') => Promise<void>;
  /** Starts it again on the same port, with what it has on disk; ready when this resolves. */
  readonly start: () => Promise<void>;
}

const running = new Set<ChildProcess>();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A Redis that writes every command to its disk before it answers. */
export const startRedis = (program: string, folder: string): Promise<Server> =>
  startServer(program, (port) => [
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
    ...['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--loglevel', 'warning'],
  ]);

/** Names and keys by which the S3 server of `startS3` lets somebody in. */
export const s3Key = { AWS_ACCESS_KEY_ID: 'fleuron', AWS_SECRET_ACCESS_KEY: 'fleuron-secret' };

/** An S3 server (versitygw) whose buckets are the folders of a folder. */
export const startS3 = (program: string, folder: string): Promise<Server> =>
  startServer(program, (port) => [
    ...['--port', `127.0.0.1:${port}`, '--access', s3Key.AWS_ACCESS_KEY_ID, '--secret', s3Key.AWS_SECRET_ACCESS_KEY],
    ...['--quiet', 'posix', folder],
  ]);

async function startServer(program: string, args: (port: number) => readonly string[]): Promise<Server> {
  const port = await freePort();
  let child: ChildProcess;
  let printed = '';
  const start = async () => {
    child = spawn(program, args(port), { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    child.on('exit', () => running.delete(child));
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (printed += data));
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`Unexpected end of ${program}: ${printed.slice(-500)}`);
      await setTimeout(20);
    }
  };
  const stop = async (signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  await start();
  return { port, start, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Unexpected server without a port');
  return address.port;
}

/** Whether somebody takes a connection there. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
