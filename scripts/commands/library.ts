/** `fleuron library`: every story below a folder becomes a book; each run makes only what has changed. */
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { megabyte } from '../book/limits.ts';
import { isFolder } from '../disk/write-book.ts';
import { defineCommand } from './define-command.ts';
import { chooseEditions } from './editions.ts';
import { editionOption, limitOption, limitsOf, reportOptions, untrustedOption } from './options.ts';

/** What a thread and its programs may take, in megabytes: so many are started as the memory holds. */
const perThread = 600;

export const library = defineCommand({
  name: 'library',
  summary: 'make the books of many stories',
  usage: `Makes a book of every story below a folder: manuscript folders, single files of every kind that “build” takes, and what
is in ZIPs. Run it again after changes: a story whose files are as they were costs next to nothing, and a book whose
story has grown keeps its readers’ places (docs/growing.md).

  fleuron library stories -o shelf                 a book each, and the list of them in shelf/library.jsonl
  fleuron library stories -o shelf --edition kobo --edition web
  fleuron library stories -o shelf --watch         make books anew as stories are saved, until Ctrl-C
  fleuron library stories -o shelf --prune         remove the books of stories that are gone
  fleuron library stories -o shelf --cache ~/books to keep every version’s books for other shelves
  fleuron library stories -o shelf --json          a line of JSON for each story, and one for copies

A story that fails stops no other, and its older book stays. One that hangs, or wants too much memory, is ended. Copies of one story
are listed, the longest first; nothing is deleted. docs/library.md tells more.`,
  options: {
    output: { type: 'string', short: 'o', value: 'FOLDER', about: 'the folder for the books' },
    jobs: { type: 'string', value: 'NUMBER', about: 'how many stories are made at once, instead of one a processor' },
    cache: { type: 'string', value: 'FOLDER', about: 'a folder that keeps every book by what it was made from' },
    watch: { type: 'boolean', about: 'go on, and make what is changed' },
    poll: { type: 'boolean', about: 'look for changes every half second, for network disks' },
    prune: { type: 'boolean', about: 'remove books of stories that are gone, and of editions that are not asked for' },
    seconds: { type: 'string', value: 'NUMBER', about: 'what a story may take before it is ended (300)' },
    memory: { type: 'string', value: 'MB', about: 'what a thread’s heap may hold before its story is ended (1000)' },
    ...editionOption,
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<folder>', least: 1, most: 1, noun: 'folder', example: 'stories' },
  run: async (values, [folder = '.']) => {
    const limits = await limitsOf(values.limit);
    if ('reason' in limits) return limits;
    const { output, jobs, seconds, memory } = values;
    if (output === undefined)
      return { reason: 'No folder for the books is named, so none was made. → Add one: -o shelf' };
    if (!isFolder(folder))
      return { reason: `“${folder}” is no folder, so no book was made. → Name the folder that your stories are in.` };
    const most = Math.max(1, Math.floor(totalmem() / megabyte / perThread));
    const numbers = {
      jobs: Number(jobs ?? Math.min(availableParallelism(), most)),
      seconds: Number(seconds ?? 300),
      memory: Number(memory ?? 1000),
    };
    for (const [name, value] of Object.entries(numbers))
      if (!Number.isInteger(value) || value < 1 || value > 1_000_000)
        return { reason: `--${name} takes a whole number from 1 on, so no book was made. → For example: --${name} 2` };
    const { libraryCommand } = await import('./library-command.ts');
    const { cache, watch = false, poll = false, prune = false, edition, untrusted = false } = values;
    return libraryCommand(
      {
        root: resolve(folder),
        output: resolve(output),
        cache: cache === undefined ? undefined : resolve(cache),
        ...numbers,
      },
      { editions: chooseEditions(edition), untrusted, limits, watches: watch, isPolled: poll, prunes: prune },
      values,
    );
  },
});
