/** Options of commands that make many stories in threads, and how they are read. */
import { availableParallelism, totalmem } from 'node:os';
import { megabyte } from '../book/limits.ts';
import type { Options, UsageError, Values } from './command.ts';

/** What a thread and its programs may take, in megabytes: so many are started as the memory holds. */
const perThread = 600;

export const threadOptions = {
  jobs: { type: 'string', value: 'NUMBER', about: 'how many stories are made at once, instead of one a processor' },
  seconds: { type: 'string', value: 'NUMBER', about: 'what a story may take before it is ended (300)' },
  memory: { type: 'string', value: 'MB', about: 'what a thread’s heap may hold before its story is ended (1000)' },
} as const satisfies Options;

export interface ThreadNumbers {
  readonly jobs: number;
  readonly seconds: number;
  readonly memory: number;
}

/** What the options say, or which of them is no number. */
export function threadNumbers({ jobs, seconds, memory }: Values<typeof threadOptions>): ThreadNumbers | UsageError {
  const most = Math.max(1, Math.floor(totalmem() / megabyte / perThread));
  const numbers = {
    jobs: Number(jobs ?? Math.min(availableParallelism(), most)),
    seconds: Number(seconds ?? 300),
    memory: Number(memory ?? 1000),
  };
  for (const [name, value] of Object.entries(numbers))
    if (!isCount(value))
      return { reason: `--${name} takes a whole number from 1 on, so no book was made. → For example: --${name} 2` };
  return numbers;
}

/** Whether a number may be one of an option. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 1_000_000;
