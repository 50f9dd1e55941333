/** The press of `fleuron preview`, which answers over HTTP. In: calls. Out: what the process that has the folder says. */
import { type CallPart, callType, encodeMessage, messageReader } from '../../message-bytes.ts';
import type { CallName, CallOptions, Calls, Press, PressEvent, PressFailure } from '../../protocol.ts';

/** How long the press may be away, in milliseconds, before it is taken for ended: a machine that wakes up finds it at once. */
const patience = 5000;

const gone: PressFailure = {
  reason: '“fleuron preview” has ended, so this page can do no more. Start it again in the terminal.',
};

/** Speaks with the server that this page is from. */
export function serverPress(): Press {
  return { call, listen };
}

async function call<Name extends CallName>(
  name: Name,
  input: Calls[Name]['in'],
  { signal, onProgress }: CallOptions = {},
): Promise<Calls[Name]['out']> {
  const response = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': callType },
    body: encodeMessage(input),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : gone;
  });
  if (response.status === 413) throw failure('This is more than a manuscript’s limits allow (docs/limits.md).');
  const reader = response.ok ? response.body?.getReader() : undefined;
  if (!reader) throw gone;
  const read = messageReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw signal?.aborted ? error : gone;
    });
    if (done) throw gone;
    // What the server sends is what the protocol says: both are of one version.
    for (const part of read(value) as readonly CallPart[]) {
      if (part.kind === 'done') return part.value as Calls[Name]['out'];
      if (part.kind === 'failed') throw failure(part.reason);
      onProgress?.(part.progress);
    }
  }
}

const failure = (reason: string): PressFailure => ({ reason });

function listen(listener: (event: PressEvent) => void): () => void {
  const events = new EventSource('/events');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    events.close();
  };
  const tellGone = (): void => {
    end();
    listener({ kind: 'gone' });
  };
  events.onopen = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) tellGone();
    else timer ??= setTimeout(tellGone, patience);
  };
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as PressEvent;
    if (event.kind === 'gone') tellGone();
    else listener(event);
  };
  return end;
}
