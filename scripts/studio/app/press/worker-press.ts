/**
 * The press in a worker of this tab. The worker starts from a `blob:`, so that the policy of the page binds it whatever the host
 * sends (CSP 3 §7.8); it imports the real module by its address.
 */
import type { CallName, Calls, Press, PressEvent, PressFailure } from '../../protocol.ts';
import type { FromWorker, ToWorker } from '../../worker-messages.ts';

/** Where the worker’s module lies, from the page: the bundle says it. */
declare const pressWorkerPath: string;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: Extract<FromWorker, { kind: 'progress' }>['progress']) => void) | undefined;
}

/** A press whose worker starts with the first call, and anew after it broke. */
export function workerPress(): Press {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: PressEvent) => void>();
  let worker: Worker | undefined;
  let last = 0;

  const hear = ({ data }: MessageEvent<FromWorker>): void => {
    if (data.kind === 'event') {
      for (const listener of listeners) listener(data.event);
      return;
    }
    const call = waiting.get(data.id);
    if (data.kind === 'progress') {
      call?.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === 'answer') call?.resolve(data.value);
    else call?.reject(data.failure);
  };

  const breakOff = (): void => {
    worker?.terminate();
    worker = undefined;
    const failure: PressFailure = {
      reason: 'The press broke off, so this was not done. Stories that are kept are as they were.',
    };
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };

  const send = (message: ToWorker): void => {
    worker ??= startWorker(hear, breakOff);
    worker.postMessage(message);
  };

  return {
    call<Name extends CallName>(
      name: Name,
      input: Calls[Name]['in'],
      { signal, onProgress }: Parameters<Press['call']>[2] = {},
    ) {
      const id = ++last;
      const abort = (): void => {
        waiting.get(id)?.reject(signal?.reason);
        waiting.delete(id);
        send({ kind: 'abort', id });
      };
      const answer = new Promise<Calls[Name]['out']>((resolve, reject) => {
        signal?.throwIfAborted();
        signal?.addEventListener('abort', abort, { once: true });
        // What comes is what this name promises: both sides are compiled from one table.
        waiting.set(id, { resolve: (value) => resolve(value as Calls[Name]['out']), reject, onProgress });
        send({ kind: 'call', id, name, input } as ToWorker);
      });
      if (name === 'bring') void answer.then(askToPersist, () => undefined);
      return answer.finally(() => signal?.removeEventListener('abort', abort));
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function startWorker(hear: (event: MessageEvent<FromWorker>) => void, breakOff: () => void): Worker {
  const address = new URL(pressWorkerPath, document.baseURI).href;
  const start = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(start), { type: 'module', name: 'press' });
  worker.addEventListener('message', hear);
  worker.addEventListener('error', breakOff);
  worker.addEventListener('messageerror', breakOff);
  return worker;
}

/** Asks the browser, once there is a story, not to remove what is kept; `hello` tells what it said. Only a page can ask. */
async function askToPersist(): Promise<void> {
  if ('storage' in navigator && !(await navigator.storage.persisted())) await navigator.storage.persist();
}
