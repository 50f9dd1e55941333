/** What servers have in common: a port, and an end. */
import type { Server } from 'node:net';

/** Listens on the first port that is free; false where none is. */
export async function listen(server: Server, ports: readonly number[], host: string): Promise<boolean> {
  for (const port of ports) {
    const isListening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, host, () => resolve(true));
    });
    server.removeAllListeners('error');
    if (isListening) return true;
  }
  return false;
}

export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Takes no more requests; what is being answered has a moment. */
export const closeServer = (
  server: Server & { closeIdleConnections(): void; closeAllConnections(): void },
): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 200).unref();
  });
