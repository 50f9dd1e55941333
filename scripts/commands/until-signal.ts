/** How a command that goes on is ended. */

/** Waits for Ctrl-C, or for another program to end this one; a second one ends it at once. */
export function untilSignal(): { readonly signal: AbortSignal; readonly ended: Promise<void> } {
  const controller = new AbortController();
  const ended = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.once(name, () => {
        controller.abort();
        resolve();
      });
  });
  return { signal: controller.signal, ended };
}
