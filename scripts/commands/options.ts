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
  untrusted: { type: 'boolean', about: 'run no plug-in and no template of the manuscript: for a stranger’s' },
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

/** The manuscript at a path, or the folder `manuscript`. */
export const manuscriptPath: Positionals = {
  usage: '[manuscript]',
  least: 0,
  most: 1,
  noun: 'path',
  example: 'my-story',
};

/** The limits that a command line sets. Most runs set none. */
export async function limitsOf(words: readonly string[] | undefined): Promise<Limits | UsageError> {
  if (words === undefined) return usualLimits;
  const { readLimits } = await import('./limit-options.ts');
  const read = readLimits(words);
  return 'reason' in read ? read : read.limits;
}
