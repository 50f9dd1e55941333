/** Options that several commands share, and how their values are read. */
import { editionNames } from '../book/editions.ts';
import { type LimitName, type Limits, printLimit, usualLimits } from '../book/limits.ts';
import type { Options, Positionals, UsageError } from './command.ts';

/** The limits that people meet; docs/limits.md has them all. */
const commonLimits: readonly LimitName[] = ['text', 'picture', 'pictures', 'sections', 'import', 'archive'];

export const reportOptions = {
  json: { type: 'boolean', about: 'problems as JSON on stdout' },
  quiet: { type: 'boolean', short: 'q', about: 'no hints, and no word when all is well' },
  verbose: {
    type: 'boolean',
    short: 'v',
    about: 'each problem for itself, where else those that are alike are counted',
  },
} as const satisfies Options;

export const limitOption = {
  limit: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    about: `allow more, or less, than usual, as in --limit sections=20000; may be given again: ${commonLimits.map((name) => `${name} (${printLimit(name, usualLimits[name])})`).join(', ')}; docs/limits.md has all`,
  },
} as const satisfies Options;

export const forceOption = {
  force: {
    type: 'boolean',
    about: 'write over files that are no book of Fleuron’s; never over the manuscript’s own',
  },
} as const satisfies Options;

export const previousOption = {
  previous: {
    type: 'string',
    value: 'EPUB',
    about: 'the version that readers have: what did not change since keeps its addresses',
  },
} as const satisfies Options;

export const untrustedOption = {
  untrusted: {
    type: 'boolean',
    about: 'run no plug-in and no template of the manuscript, read nothing that it shares: for a stranger’s',
  },
} as const satisfies Options;

export const editionOption = {
  edition: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    choices: [...editionNames, 'all'],
    about: `for whom: ${editionNames.join(', ')}, or all; may be given again`,
  },
} as const satisfies Options;

export const portOption = {
  port: {
    type: 'string',
    value: 'NUMBER',
    about: 'the port of the page’s address, instead of the first that is free from 2766 on',
  },
} as const satisfies Options;

/** U+2766 is the floral heart; where it is taken, one of the next. */
const usualPorts = Array.from({ length: 20 }, (_, at) => 2766 + at);

/** The ports that are tried, one after another. */
export function portsOf(port: string | undefined): readonly number[] | UsageError {
  const ports = port === undefined ? usualPorts : [Number(port)];
  return ports.every((each) => Number.isInteger(each) && each >= 0 && each < 65536)
    ? ports
    : { reason: `“${port}” is no port, so nothing was opened. → Write a number up to 65535: --port 2766` };
}

export const portTaken = ([first]: readonly number[]): UsageError => ({
  reason: `Another program has the port ${first}, so nothing was opened. → Choose another: --port 0 takes any that is free`,
});

/** The manuscript at a path, or the folder `manuscript`. */
export const manuscriptPath: Positionals = {
  usage: '[manuscript]',
  least: 0,
  most: 1,
  noun: 'path',
  example: 'my-story',
  usual: 'manuscript',
};

/** The limits that a command line sets. Most runs set none. */
export async function limitsOf(words: readonly string[] | undefined): Promise<Limits | UsageError> {
  if (words === undefined) return usualLimits;
  const { readLimits } = await import('./limit-options.ts');
  const read = readLimits(words);
  return 'reason' in read ? read : read.limits;
}
