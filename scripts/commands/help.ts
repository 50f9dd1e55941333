/** `fleuron help`: the first page of the help, or a command's own. */
import { loadAll } from './command.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { commandHelp, generalHelp } from './help-pages.ts';
import { asStarted } from './next-step.ts';

export const help = defineCommand({
  name: 'help',
  summary: 'tell about Fleuron, or one command',
  usage: 'Prints what a command does and which options it has, as “fleuron <command> --help” does.',
  options: {},
  positionals: { usage: '[command]', least: 0, most: 1, noun: 'command', example: 'build' },
  run: async (_, [name], { all }) => {
    const commands = await loadAll(all);
    const command = commands.find((each) => each.name === name);
    process.stdout.write(asStarted(`${command ? commandHelp(command) : generalHelp(commands)}\n`));
    return exitCodes.done;
  },
});
