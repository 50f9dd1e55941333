/**
 * One call of the app. In: a request whose body is a message (`message-bytes.ts`). Out: messages, as long as the press is at work
 * its progress, in the end what came of it. A browser that goes away ends the work.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Progress } from '../../report/progress.ts';
import { type CallPart, callType, decodeMessage, encodeMessage } from '../message-bytes.ts';
import type { Answers, CallName, CallOptions } from '../protocol.ts';

/** Of the many steps of a novel a person sees so many in a second. */
const progressPause = 50;

export interface CallSettings {
  readonly answers: Answers;
  /** The largest body of a request, in bytes. */
  readonly mostBytes: number;
  /** Is told what was not foreseen. */
  readonly onFault: (fault: unknown) => void;
}

/** Answers a call by its name. */
export async function answerCall(
  name: CallName,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { answers, mostBytes, onFault }: CallSettings,
): Promise<void> {
  const read = await readBody(request, mostBytes);
  if (!read) {
    response.writeHead(413, { Connection: 'close' }).end();
    return;
  }
  let input: unknown;
  try {
    input = decodeMessage(read);
  } catch {
    response.writeHead(400).end();
    return;
  }
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  response.writeHead(200, { 'Content-Type': callType });
  const send = (part: CallPart): void => void response.write(encodeMessage(part));
  let told = 0;
  let stage = '';
  const onProgress = (progress: Progress): void => {
    const now = performance.now();
    if (progress.stage === stage && now - told < progressPause) return;
    told = now;
    stage = progress.stage;
    send({ kind: 'progress', progress });
  };
  try {
    // The app’s own code has typed what it sends; anything else fails as a fault of ours would.
    const answer = answers[name] as (input: unknown, options: CallOptions) => Promise<unknown>;
    send({ kind: 'done', value: await answer(input, { signal: controller.signal, onProgress }) });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined && !controller.signal.aborted) onFault(error);
    send({ kind: 'failed', reason: reason ?? 'The press has failed. The terminal that it runs in says more.' });
  }
  response.end();
}

/** The sentence of a `PressFailure`. */
const reasonOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'reason' in error && typeof error.reason === 'string'
    ? error.reason
    : undefined;

/** The body of a request; undefined where it is larger than that. */
async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
