/** The command line: finds a command by its name, runs it, and turns every end into an exit code. */
import { type CommandTable, loadAll } from './commands/command.ts';
import { bookCommandNames, commands } from './commands/commands.ts';
import { exitCodes } from './commands/exit-codes.ts';
import type { FilledStory } from './commands/fill-story.ts';
import type { ShelfTask } from './commands/library-thread.ts';
import { asStarted } from './commands/next-step.ts';
import type { MadeStory, StoryTask } from './library/make-story.ts';
import { visible } from './report/print.ts';

/** Runs one command line, without the program's own name; answers with the exit code. Never throws. */
export async function run(words: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // who reads a pipe may close it
  // What a plug-in has left to be done later may fail when nothing waits for it.
  process.once('uncaughtException', (error) => process.exit(tellFault('a fault of its own, or of a plug-in’s', error)));
  try {
    return await runCommand(words, commands);
  } catch (error) {
    const code = tellFault('a fault of its own, not of the manuscript', error);
    process.stderr.write('Please report it; no book was written.\n');
    return code;
  }
}

function tellFault(whose: string, error: unknown): number {
  const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const trace = process.env['FLEURON_TRACE'] && error instanceof Error ? `\n${error.stack}` : '';
  process.stderr.write(`fleuron: ${whose}: ${visible(what ?? '')}${trace}\n`);
  return exitCodes.fault;
}

/** What the launcher answers with in a thread of `fleuron library`. */
export const runTask = async (task: StoryTask | ShelfTask): Promise<MadeStory | FilledStory> =>
  (await import('./commands/library-thread.ts')).runTask(task);

async function runCommand(words: readonly string[], table: CommandTable): Promise<number> {
  // Options may stand before the command's name, too.
  const at = words[0]?.startsWith('-') ? words.findIndex((word) => Object.hasOwn(table, word)) : 0;
  const name = words[at];
  if (name === undefined) return runAlone(words, table);
  const load = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!load) return refuse(await unknownCommand(name, table));
  const command = await load();
  const ended = await command.run([...words.slice(0, at), ...words.slice(at + 1)], table);
  return typeof ended === 'number' ? ended : refuse(ended.reason, `fleuron ${name} --help`);
}

/** A command line without a command: `--version`, `--help`, or nothing, which gets the help too. */
async function runAlone(words: readonly string[], table: CommandTable): Promise<number> {
  if (words.includes('--version')) {
    process.stdout.write(`fleuron ${(await import('./book/version.ts')).version}\n`);
    return exitCodes.done;
  }
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (words.length > 0 && !wantsHelp)
    return refuse(`There is no command after “${words.join(' ')}”, so nothing was done. → Write: fleuron build`);
  const { generalHelp, shortHelp } = await import('./commands/help-pages.ts');
  const all = await loadAll(table);
  const page = wantsHelp
    ? generalHelp(all)
    : `${shortHelp(all)}\n\nFor the options of a command, write: fleuron <command> --help`;
  process.stdout.write(`${asStarted(page)}\n`);
  return wantsHelp ? exitCodes.done : exitCodes.usage;
}

async function unknownCommand(name: string, table: CommandTable): Promise<string> {
  const { didYouMean, listed } = await import('./commands/parse-words.ts');
  return `There is no command “${name}”, only ${listed(bookCommandNames, 'and')}${await didYouMean(name, Object.keys(table))}`;
}

/** Tells why a command line is refused, and where help is if the reason does not say what to write. */
function refuse(reason: string, help = 'fleuron --help'): number {
  const more = reason.includes(' → ') ? '' : `Try: ${help}\n`;
  process.stderr.write(asStarted(`fleuron: ${visible(reason)}\n${more}`));
  return exitCodes.usage;
}
