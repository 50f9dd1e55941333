/** `fleuron serve`: a folder of books as a shelf in the browser, and as a catalogue for reading apps, until Ctrl-C; or as files beside the books. */
import { basename, join, resolve } from 'node:path';
import { titleOfName } from '../book/file-names.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import type { LibraryFolder } from '../disk/library-folder.ts';
import { meantPath } from '../disk/near-path.ts';
import { networkAddresses, ownNames } from '../disk/network-names.ts';
import { openBrowser } from '../disk/open-browser.ts';
import { openPath } from '../disk/open-path.ts';
import { openAsset, studioFolder } from '../disk/package-assets.ts';
import { isFolder } from '../disk/write-book.ts';
import { visible } from '../report/print.ts';
import type { UsageError } from './command.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { limitOption, portOption, portsOf, portTaken, reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';
import type { AccessWords } from './shelf-access.ts';
import { untilSignal } from './until-signal.ts';

export const serve = defineCommand({
  name: 'serve',
  summary: 'show your books to browsers and reading apps',
  usage: `Shows a folder of EPUBs, whoever made them, as a shelf: covers, authors, series, search, reading in the browser, a download for each
device. Reading apps find the same as an OPDS catalogue at /opds (OPDS 1.2) and /opds2 (OPDS 2.0). Ctrl-C ends it.

  fleuron serve books                    for this machine alone
  fleuron serve books --lan              for all devices in your network, with a password
  fleuron serve books --lan --tls-cert cert.pem --tls-key key.pem
  fleuron serve books --static           as files in books/shelf, for any host; no server

Files of one story that lie beside each other (tale.epub, tale.kepub.epub) are one book with several downloads. Books that come
or go while it runs are seen. With --lan the password comes from FLEURON_SHELF_PASSWORD, or is printed by --password-command; where
neither is given a new one is made and shown. Any user name goes with it. Without a certificate the password and the
books can be read by others in the network. docs/serve.md tells how each reading app is set up.`,
  options: {
    static: { type: 'boolean', about: 'write the shelf as files into the folder “shelf” beside the books, and end' },
    lan: { type: 'boolean', about: 'answer other devices in the network, too; with a password' },
    'password-command': { type: 'string', value: 'COMMAND', about: 'a command that prints the password' },
    'tls-cert': { type: 'string', value: 'FILE', about: 'a certificate (PEM): the shelf is reached by https' },
    'tls-key': { type: 'string', value: 'FILE', about: 'its key (PEM)' },
    host: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      about: 'another name by which this machine is reached; may be given again',
    },
    title: { type: 'string', value: 'WORDS', about: 'what the shelf is called, instead of the folder’s name' },
    open: { type: 'boolean', about: 'open it in the browser' },
    ...portOption,
    ...limitOption,
    verbose: reportOptions.verbose,
  },
  positionals: { usage: '<folder>', least: 1, most: 1, noun: 'folder of books', example: 'books' },
  run: async (values, [path = '.'], { limits }) => {
    if (!isFolder(path))
      return {
        reason: `“${path}” is no folder, so there is nothing to show. → ${meantPath(path) ?? 'Name the folder that holds your books.'}`,
      };
    const reporter = createReporter(values);
    const { openLibraryFolder } = await import('./serve-parts.ts');
    const root = resolve(path);
    const library = openLibraryFolder(root, values.title ?? titleOfName(`${basename(root)}.epub`), limits);
    reporter.stage('looking at the books');
    const failed = await library.look().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (failed !== undefined) return { reason: `“${path}”: ${failed} There is nothing to show.` };
    if (values.static) return writeStatic(root, library, limits, reporter);
    return serveUntilEnd(library, values, limits, reporter);
  },
});

interface ServeWords extends AccessWords {
  readonly host?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  readonly port?: string | undefined;
}

async function serveUntilEnd(
  library: LibraryFolder,
  words: ServeWords,
  limits: Limits,
  reporter: Reporter,
): Promise<number | UsageError> {
  const ports = portsOf(words.port);
  if ('reason' in ports) return ports;
  const { passwordOf, serveShelf, tlsOf } = await import('./serve-parts.ts');
  const tls = tlsOf(words, limits);
  if (tls && 'reason' in tls) return tls;
  const lock = await passwordOf(words);
  if ('reason' in lock) return lock;
  const { ended } = untilSignal();
  const scheme = tls ? 'https' : 'http';
  const server = await serveShelf({
    ...(await shelfParts(library, limits)),
    access: {
      password: lock.password,
      scheme,
      hosts: [...ownNames(), ...(words.host ?? []).map((each) => each.toLowerCase())],
    },
    tls,
    host: words.lan ? '0.0.0.0' : '127.0.0.1',
    ports,
    now: () => performance.now(),
    onFault: (fault) => void process.stderr.write(`fleuron: a fault of its own: ${visible(String(fault))}\n`),
  });
  if (!server) return portTaken(ports);
  const hosts = words.lan ? networkAddresses() : ['127.0.0.1'];
  const addresses = (hosts.length > 0 ? hosts : ['127.0.0.1']).map((host) => `${scheme}://${host}:${server.port}/`);
  const told = [
    countOf(library),
    ...addresses,
    `For reading apps (OPDS): ${addresses[0]}opds`,
    ...(lock.isMade ? [`The password, with any user name: ${lock.password}`] : []),
    ...(words.lan && !tls
      ? [
          'Without a certificate the password and the books can be read by others in this network. → --tls-cert, --tls-key',
        ]
      : []),
    'Ctrl-C ends it.',
  ];
  reporter.finish({ problems: library.problems, sources: new Map(), book: addresses[0], sentence: told.join('\n') });
  if (words.open) openBrowser(addresses[0] ?? '');
  await ended;
  await server.close();
  return exitCodes.done;
}

async function writeStatic(root: string, library: LibraryFolder, limits: Limits, reporter: Reporter): Promise<number> {
  const { readShelfMark, staticShelf, writeShelf } = await import('./serve-parts.ts');
  const mark = await readShelfMark(root);
  const parts = await shelfParts(library, limits);
  reporter.stage('writing the shelf');
  const done =
    mark && 'rule' in mark
      ? mark
      : await writeShelf(
          root,
          staticShelf({ ...parts, isKept: (path, revision) => mark?.pictures[path] === revision }),
        );
  const problems = 'rule' in done ? [...library.problems, done] : library.problems;
  const index = join(root, 'shelf', 'index.html');
  const sentence =
    'rule' in done
      ? 'The shelf was not written.'
      : `${index}: ${countOf(library)} ${done.written} files were written, ${done.removed} removed. The catalogue for reading apps is ${join(root, 'shelf', 'catalog.xml')}.`;
  reporter.finish({ problems, sources: new Map(), book: 'rule' in done ? undefined : index, sentence });
  return 'rule' in done ? exitCodes.unwritten : exitCodes.done;
}

/** What a server and files have in common: the books, their covers, the page that shows one. */
async function shelfParts(library: LibraryFolder, limits: Limits) {
  const { appFiles, createCovers } = await import('./serve-parts.ts');
  const { value: reader } = openPath(join(studioFolder, 'reader'), usualLimits);
  return {
    library,
    covers: createCovers(library, openAsset, limits),
    readerFile: reader ? appFiles(reader, openAsset) : async () => undefined,
    readerNames: reader?.names ?? [],
  };
}

const countOf = ({ catalog: { books } }: LibraryFolder): string =>
  books.length === 1 ? 'One book.' : `${books.length} books.`;
