/** What the app and the worker of the press send each other. Types; nothing is done here. */
import type { Progress } from '../report/progress.ts';
import type { CallName, Calls, PressEvent, PressFailure } from './protocol.ts';

/** A call, by a number of its own. */
export interface CallMessage<Name extends CallName> {
  readonly kind: 'call';
  readonly id: number;
  readonly name: Name;
  readonly input: Calls[Name]['in'];
}

export type ToWorker =
  | { readonly [Name in CallName]: CallMessage<Name> }[CallName]
  /** Nobody waits for this call any longer. */
  | { readonly kind: 'abort'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: PressFailure }
  | { readonly kind: 'event'; readonly event: PressEvent };
