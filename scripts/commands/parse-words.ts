/** Reads the words of a command line. In: a command's options and the words after its name. Out: values, or what is wrong. */
import { parseArgs } from 'node:util';
import {
  type Command,
  type CommandTable,
  type Description,
  loadAll,
  type Option,
  type Options,
  type UsageError,
  type Values,
} from './command.ts';
import { forShell } from './next-step.ts';

interface Parsed<Table extends Options> {
  readonly values: Values<Table>;
  readonly paths: readonly string[];
  readonly wantsHelp: boolean;
}

/** An option as it was typed. */
interface Typed {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value stands behind “=”, or right behind a short name. */
  readonly inlineValue: boolean | undefined;
}

const help = { help: { type: 'boolean', short: 'h', about: 'this page' } } as const satisfies Options;

/** Reads the words after a command's name. `all` is asked for those that know an option which this one does not. */
export async function parseWords<Table extends Options>(
  command: Description<Table>,
  words: readonly string[],
  all: CommandTable,
): Promise<Parsed<Table> | UsageError> {
  const options: Options = { ...command.options, ...help };
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const wrong = option ? await wrongValue(token, option) : await unknownOption(token, command, all);
    if (wrong !== undefined) return { reason: wrong };
  }
  const wantsHelp = values['help'] === true;
  const wrong = wantsHelp
    ? undefined
    : (wrongCount(command, positionals) ?? (await noUsual(command, values, positionals)));
  if (wrong !== undefined) return { reason: wrong };
  // Each value is by now what its declaration says.
  return { values: values as Values<Table>, paths: positionals, wantsHelp };
}

async function wrongValue({ name, rawName, value, inlineValue }: Typed, option: Option) {
  if (option.type === 'boolean') {
    if (value !== undefined) return `The option “--${name}” takes no value, so nothing was done. → Write: --${name}`;
    return undefined;
  }
  // What follows is an option too, unless it is written with “=”.
  if (value === undefined || (!inlineValue && /^-./.test(value)))
    return `The option “${rawName}” has no value, so nothing was done. → Write: --${name}=${option.value ?? 'VALUE'}`;
  if (!option.choices || option.choices.includes(value)) return undefined;
  const meant = await didYouMean(value, option.choices);
  return `The option “--${name}” takes ${listed(option.choices, 'or')}, not “${value}”${meant}`;
}

async function unknownOption({ name, rawName }: Typed, command: Description, all: CommandTable) {
  const commands = await loadAll(all);
  const owners = commands.filter((each) => hasOption(each, name)).map((each) => each.name);
  const own = Object.keys(command.options);
  const hint =
    owners.length > 0
      ? `. → It is an option of ${listed(owners, 'and')}`
      : (await didYouMean(name, own, '--')) || `. → fleuron ${command.name} --help lists its options`;
  return `The command “${command.name}” has no option “${rawName}”, so nothing was done${hint}`;
}

function hasOption({ options }: Command, name: string): boolean {
  return Object.hasOwn(options, name) || Object.values(options).some(({ short }) => short === name);
}

function wrongCount({ name, positionals }: Description, paths: readonly string[]): string | undefined {
  const { least, most, noun, example } = positionals;
  if (paths.length < least) return `The command “${name}” needs a ${noun}. → Write: fleuron ${name} ${example}`;
  const [first, second] = paths;
  if (paths.length <= most) return undefined;
  return most === 0
    ? `The command “${name}” takes no path, so “${first}” was not read. → Write: fleuron ${name} ${example}`
    : `“${second}” is one too many: the command “${name}” takes one ${noun}.`;
}

/** Why nothing is done where no path is given, and what stands for it is not there. */
async function noUsual(
  { name, positionals: { usual, unless, example } }: Description,
  values: Readonly<Record<string, unknown>>,
  paths: readonly string[],
): Promise<string | undefined> {
  if (usual === undefined || paths.length > 0 || (unless !== undefined && values[unless])) return undefined;
  const { isThere, storyIn } = await import('../disk/near-path.ts');
  if (isThere(usual)) return undefined;
  const story = storyIn('.');
  const holds = story === '.' ? '; this folder is a story itself' : '';
  return `There is no folder “${usual}” here${holds}. → Write: fleuron ${name} ${forShell(story ?? example)}`;
}

/** What an author probably meant, as the end of a sentence. */
export async function didYouMean(word: string, candidates: readonly string[], before = ''): Promise<string> {
  const { nearest } = await import('../report/nearest.ts');
  const guess = nearest(word, candidates);
  return guess === undefined ? '' : `. Did you mean “${before}${guess}”?`;
}

/** `epub, kobo or all`. */
export function listed(words: readonly string[], last = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
