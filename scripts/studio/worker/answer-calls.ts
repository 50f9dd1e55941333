/**
 * Answers the calls of a page by messages. In: a message per call, or that nobody waits for it. Out: progress, then one answer or
 * one failure for every call.
 */
import type { Answers, CallName, PressFailure } from '../protocol.ts';
import type { CallMessage, FromWorker, ToWorker } from '../worker-messages.ts';

/** What messages come and go through: the worker’s global scope. */
interface Port {
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
}

/** Answers every call that comes through the port. */
export function answerCalls(port: Port, answers: Answers): void {
  const running = new Map<number, AbortController>();
  const answer = async <Name extends CallName>({ id, name, input }: CallMessage<Name>): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const value = await answers[name](input, {
        signal: controller.signal,
        onProgress: (progress) => port.postMessage({ kind: 'progress', id, progress }),
      });
      const buffers: ArrayBuffer[] = [];
      port.postMessage({ kind: 'answer', id, value: withOwnBytes(value, buffers) }, buffers);
    } catch (error) {
      port.postMessage({ kind: 'failure', id, failure: failureOf(error) });
    } finally {
      running.delete(id);
    }
  };
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'abort') running.get(data.id)?.abort();
    else void answer(data);
  });
}

/**
 * The same value with copies of its bytes, whose buffers can be handed over: the press keeps the originals, and sending a part of a
 * large buffer would send all of it.
 */
function withOwnBytes(value: unknown, buffers: ArrayBuffer[]): unknown {
  if (value instanceof Uint8Array) {
    const copy = new Uint8Array(value);
    buffers.push(copy.buffer);
    return copy;
  }
  if (Array.isArray(value)) return value.map((each) => withOwnBytes(each, buffers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withOwnBytes(each, buffers)]));
}

function failureOf(error: unknown): PressFailure {
  if (typeof error === 'object' && error !== null && 'reason' in error && typeof error.reason === 'string')
    return { reason: error.reason };
  return { reason: `The press stopped over a fault of its own (${error}). The story is as it was.` };
}
