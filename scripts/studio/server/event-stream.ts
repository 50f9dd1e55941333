/**
 * Tells browsers what happens (server-sent events, HTML §9.2). In: events. Out: the same to each that listens; one that was away
 * and has missed some gets the last, which says all.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PressEvent } from '../protocol.ts';

export interface EventStream {
  readonly send: (event: PressEvent) => void;
  /** Answers a request for the events, which never ends. */
  readonly join: (request: IncomingMessage, response: ServerResponse) => void;
  /** Says that there is no more to come, and lets all go. */
  readonly close: () => void;
}

/** In milliseconds; a comment shows both sides that the other is there. */
const heartbeat = 15_000;

export function createEventStream(): EventStream {
  const listening = new Set<ServerResponse>();
  let count = 0;
  let last = '';
  const write = (text: string): void => {
    for (const response of listening) response.write(text);
  };
  const timer = setInterval(() => write(': \n\n'), heartbeat);
  timer.unref();
  const send = (event: PressEvent): void => {
    last = `id: ${++count}\ndata: ${JSON.stringify(event)}\n\n`;
    write(last);
  };
  return {
    send,
    join: (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const seen = request.headers['last-event-id'];
      response.write(`retry: 500\nid: ${count}\n\n${seen !== undefined && seen !== String(count) ? last : ''}`);
      listening.add(response);
      response.on('close', () => listening.delete(response));
    },
    close: () => {
      clearInterval(timer);
      send({ kind: 'gone' });
      for (const response of listening) response.end();
    },
  };
}
