/** Makes commands of declarations. */
import type { Command, Declaration, Options, Values } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { asStarted } from './next-step.ts';
import { type limitOption, limitsOf } from './options.ts';
import { parseWords } from './parse-words.ts';

/** A command that reads its own words, gives its own help, and refuses options that are not its own. */
export function defineCommand<const Table extends Options>(declaration: Declaration<Table>): Command {
  return {
    ...declaration,
    run: async (words, all) => {
      const parsed = await parseWords(declaration, words, all);
      if ('reason' in parsed) return parsed;
      if (!parsed.wantsHelp) {
        const limits = await limitsOf((parsed.values as Values<typeof limitOption>).limit);
        return 'reason' in limits ? limits : declaration.run(parsed.values, parsed.paths, { limits, all });
      }
      const { commandHelp } = await import('./help-pages.ts');
      process.stdout.write(asStarted(`${commandHelp(declaration)}\n`));
      return exitCodes.done;
    },
  };
}
