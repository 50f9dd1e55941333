/** What a validator says of a bound book, in words that both of ours share: EPUBCheck's ids and severities. */
import { lookUp } from '../book/look-up.ts';

export type Engine = 'epubcheck' | 'epubcheck-ts';

type FindingSeverity = 'fatal' | 'error' | 'warning';

export interface Finding {
  readonly engine: Engine;
  /** EPUBCheck's own: `RSC-005`. */
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  /** The file within the EPUB, by its path in the ZIP; absent where the whole book is meant. */
  readonly href?: string | undefined;
  /** From 1, in that file. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The severities we report, by every name a validator gives them. */
const severities: Readonly<Record<string, FindingSeverity>> = {
  fatal: 'fatal',
  error: 'error',
  warning: 'warning',
};

/** Reads a validator's severity; notes on usage and information give undefined. */
export function severityOf(name: string): FindingSeverity | undefined {
  return lookUp(severities, name.toLowerCase());
}

/** EPUBCheck names hundreds of allowed attributes after an unexpected one; nobody reads them. */
const longestList = 120;

/** Makes a validator's message one line that a person will read to its end. */
export function tidyMessage(message: string): string {
  const line = message
    .replace(/^(Fatal )?Error while parsing file: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  const list = line.search(/; expected /);
  return list >= 0 && line.length - list > longestList ? line.slice(0, list) : line;
}

/** What to say when a validator stops without an answer: a finding against the whole book. */
export function stopped(engine: Engine, reason: string): Finding {
  return { engine, id: 'CHK-008', severity: 'fatal', message: `The validator stopped without an answer: ${reason}` };
}
