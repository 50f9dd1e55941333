/** The commands, in the order of the help. A new one is a file that declares it, and a row. */
import type { CommandTable } from './command.ts';

const bookCommands = {
  build: async () => (await import('./build.ts')).build,
  preview: async () => (await import('./preview.ts')).preview,
  check: async () => (await import('./check.ts')).check,
  import: async () => (await import('./import.ts')).importStories,
  library: async () => (await import('./library.ts')).library,
  worker: async () => (await import('./worker.ts')).worker,
  send: async () => (await import('./send.ts')).send,
  serve: async () => (await import('./serve.ts')).serve,
  compare: async () => (await import('./compare.ts')).compare,
  notes: async () => (await import('./notes.ts')).notes,
  archive: async () => (await import('./archive.ts')).archive,
  verify: async () => (await import('./verify.ts')).verify,
  init: async () => (await import('./init.ts')).init,
  typeset: async () => (await import('./typeset.ts')).typeset,
} satisfies CommandTable;

export const commands: CommandTable = {
  ...bookCommands,
  help: async () => (await import('./help.ts')).help,
  completion: async () => (await import('./completion.ts')).completion,
};

/** The commands that make books, rather than speak of commands. */
export const bookCommandNames: readonly string[] = Object.keys(bookCommands);
