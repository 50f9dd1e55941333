/** Why a call comes to nothing. */
import type { PressFailure } from '../protocol.ts';

/** An error with a sentence for the page. */
export class Failure extends Error implements PressFailure {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'PressFailure';
    this.reason = reason;
  }
}
