/** `fleuron library`: every story below a folder becomes a book; each run makes only what has changed. */
import { resolve } from 'node:path';
import { meantPath } from '../disk/near-path.ts';
import { isTaken } from '../disk/overwrite.ts';
import { isFolder } from '../disk/write-book.ts';
import { isBucket } from '../queue/open-store.ts';
import { defineCommand } from './define-command.ts';
import { chooseEditions } from './editions.ts';
import { editionOption, limitOption, reportOptions, untrustedOption } from './options.ts';
import { threadNumbers, threadOptions } from './thread-options.ts';

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
  fleuron library stories -o shelf --cache s3://books --queue redis://HOST    let workers make them (docs/scale.md)
  fleuron library stories -o shelf --json          a line of JSON for each story, and one for copies

A story that fails stops no other, and its older book stays. One that hangs, or wants too much memory, is ended. Copies of one story
are listed, the longest first; nothing is deleted. docs/library.md tells more.`,
  options: {
    output: { type: 'string', short: 'o', value: 'FOLDER', about: 'the folder for the books' },
    ...threadOptions,
    cache: {
      type: 'string',
      value: 'PLACE',
      about: 'what keeps every book by what it was made from: a folder, or s3://BUCKET',
    },
    queue: {
      type: 'string',
      value: 'URL',
      about: 'let workers on other machines make the books: redis://HOST (docs/scale.md)',
    },
    watch: { type: 'boolean', about: 'go on, and make what is changed' },
    poll: { type: 'boolean', about: 'look for changes every half second, for network disks' },
    prune: { type: 'boolean', about: 'remove books of stories that are gone, and of editions that are not asked for' },
    ...editionOption,
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<folder>', least: 1, most: 1, noun: 'folder', example: 'stories' },
  run: async (values, [folder = '.'], { limits }) => {
    const { output, queue, cache } = values;
    if (output === undefined)
      return { reason: 'No folder for the books is named, so none was made. → Add one: -o shelf' };
    if (isTaken(output) && !isFolder(output))
      return { reason: `“${output}” is a file, so no book was made. → Name a folder: -o shelf` };
    if (!isFolder(folder))
      return {
        reason: `“${folder}” is no folder, so no book was made. → ${meantPath(folder) ?? 'Name the folder that your stories are in.'}`,
      };
    const numbers = threadNumbers(values);
    if ('reason' in numbers) return numbers;
    if (queue !== undefined && cache === undefined)
      return {
        reason: 'With --queue, stories and books go through a store, and none is named. → Add one: --cache s3://BUCKET',
      };
    const { libraryCommand } = await import('./library-command.ts');
    const { watch = false, poll = false, prune = false, edition, untrusted = false } = values;
    return libraryCommand(
      {
        root: resolve(folder),
        output: resolve(output),
        cache: cache === undefined || isBucket(cache) ? cache : resolve(cache),
        queue,
        ...numbers,
      },
      { editions: chooseEditions(edition), untrusted, limits, watches: watch, isPolled: poll, prunes: prune },
      values,
    );
  },
});
