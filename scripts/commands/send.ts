/** `fleuron send`: a book goes to a reader that is connected, to a folder, or to a Kindle by mail. */
import { join, resolve } from 'node:path';
import { equalBytes } from '../book/bytes.ts';
import { editionNames, editions } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { deviceName } from '../devices/device-name.ts';
import { isReaderName, type ReaderName, readerNames, readers } from '../devices/readers.ts';
import { copyOnDrive } from '../disk/copy-on-drive.ts';
import { driveOf, findReaders, readerAt } from '../disk/find-readers.ts';
import { meantPath } from '../disk/near-path.ts';
import { isOwnBook, isTaken, overwriteProblem } from '../disk/overwrite.ts';
import { putOnDrive } from '../disk/put-on-drive.ts';
import { readRegular } from '../disk/read-regular.ts';
import { isFolder } from '../disk/write-book.ts';
import { type Problem, problem } from '../report/problem.ts';
import { type BookToSend, bookToSend, type SendOptions, stopWith } from './book-to-send.ts';
import type { UsageError } from './command.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { limitOption, manuscriptPath, reportOptions, untrustedOption } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const send = defineCommand({
  name: 'send',
  summary: 'put a book on a reader',
  usage: `Puts a book on a reader that is connected by cable, or mails it to a Kindle. A manuscript is built in the edition
that the reader wants; an .epub goes as it is.

  fleuron send my-story                        to the one reader that is connected
  fleuron send --list                          which readers are connected
  fleuron send my-story --to kobo
  fleuron send my-story --to ~/Dropbox/Books   into a folder
  fleuron send my-story --to kindle --kindle me_1@kindle.com --from me@example.org --smtp smtps://me@smtp.example.org
  fleuron send my-story --to kindle --kindle me_1@kindle.com --from me@example.org --eml letter.eml

A file on a reader is replaced only with --replace: a Kobo forgets the notes in a book that is. A reader’s database is neither
read nor written. Eject the reader before you unplug it.

Amazon takes letters only from an address that you have approved in your account. The password for the mail server comes
from FLEURON_SMTP_PASSWORD, or is printed by --password-command. --kindle, --from and --smtp are also taken from
FLEURON_KINDLE, FLEURON_FROM and FLEURON_SMTP. Sending mail needs the package “nodemailer”. docs/devices.md tells more.`,
  options: {
    to: { type: 'string', value: 'READER', about: `${readerNames.join(', ')}, or a folder` },
    list: { type: 'boolean', about: 'print which readers are connected, and send nothing' },
    edition: {
      type: 'string',
      value: 'NAME',
      choices: editionNames,
      about: 'another edition than the reader’s own',
    },
    replace: { type: 'boolean', about: 'write over a file of that name, or an older copy of the book' },
    kindle: { type: 'string', value: 'ADDRESS', about: 'the address of your Kindle' },
    from: { type: 'string', value: 'ADDRESS', about: 'your own address, which Amazon must know' },
    smtp: { type: 'string', value: 'URL', about: 'the mail server: smtps://NAME@HOST, or smtp://NAME@HOST:587' },
    'password-command': { type: 'string', value: 'COMMAND', about: 'a command that prints the password' },
    eml: { type: 'string', value: 'FILE', about: 'write the letter to a file for your mail program' },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { ...manuscriptPath, usage: '[manuscript | book.epub]', unless: 'list' },
  run: async (values, [path = 'manuscript'], { limits }) => {
    const { to, list = false, edition, replace = false, untrusted = false } = values;
    const reporter = createReporter(values, [path]);
    if (list) return listReaders(reporter);
    const options: SendOptions = { path, edition, replace, untrusted, limits };
    if (to !== 'kindle') return sendToDrive(to, options, reporter);
    const { sendByMail } = await import('./send-by-mail.ts');
    return sendByMail(options, values, reporter);
  },
});

const listReaders = (reporter: Reporter): number => {
  const found = findReaders();
  const lines = found.map(({ kind, path }) => `${kind}  ${path}`);
  reporter.finish({
    problems: [],
    sources: new Map(),
    readers: found,
    sentence: lines.join('\n') || 'No reader is connected.',
  });
  return exitCodes.done;
};

/** Where a book goes: a reader, or a plain folder. */
interface Target {
  readonly kind: ReaderName | undefined;
  readonly path: string;
}

async function sendToDrive(to: string | undefined, options: SendOptions, reporter: Reporter) {
  const target = targetOf(to);
  if ('reason' in target && !('rule' in target)) return target;
  const stop = stopWith(reporter);
  if ('rule' in target) return stop([target], exitCodes.problems);
  const drive = driveOf(target.path);
  const wanted = options.edition ?? (target.kind ? readers[target.kind].edition : 'epub');
  const { value: book, problems, sources } = await bookToSend(options, wanted, reporter);
  if (!book || drive === undefined) return stop(problems, exitCodes.problems, sources);
  const folder = folderOn(target);
  const name = copyNameOf(book, target, folder, options.limits);
  const path = join(folder, name);
  const noticed = [...problems, ...otherEdition(book, target)];
  const about = target.kind ? `the ${readers[target.kind].about}` : target.path;
  if (isThere(path, book.bytes, options.limits)) {
    const sentence = `${path} is this very book already.`;
    reporter.finish({ problems: noticed, sources, book: path, sentence });
    return exitCodes.done;
  }
  const refused = overwriteProblem(path, book.originals, { force: true }) ?? olderProblem(path, options.replace);
  reporter.stage('sending');
  const failed = refused ?? putOnDrive(path, book.bytes, target.path, drive);
  if (failed) return stop([...noticed, failed], exitCodes.unwritten, sources);
  const size = `${Math.ceil(book.bytes.length / 1024)} kB`;
  const eject = target.kind ? ' Eject it before you unplug it.' : '';
  reporter.finish({ problems: noticed, sources, book: path, sentence: `${path} (${size}) is on ${about}.${eject}` });
  return exitCodes.done;
}

/** What `--to` means among the readers that are connected; what to write instead, or what is missing. */
function targetOf(to: string | undefined): Target | UsageError | Problem {
  if (to !== undefined && !isReaderName(to)) {
    if (isFolder(to)) return { kind: readerAt(to), path: resolve(to) };
    return {
      reason: `“${to}” is neither a folder nor a reader. → ${meantPath(to) ?? `Write one of: ${readerNames.join(', ')}; or make the folder first.`}`,
    };
  }
  const found = findReaders().filter(({ kind }) => to === undefined || kind === to);
  const byCable = found.filter(({ kind }) => kind !== 'kindle');
  const [only, ...others] = byCable;
  if (only && others.length === 0) return only;
  if (only)
    return problem(
      'reader-missing',
      undefined,
      `Several readers are connected: ${byCable.map(({ kind, path }) => `${kind} (${path})`).join(', ')}.`,
      'Say which: --to and its name, or the folder in brackets.',
    );
  if (found.length > 0)
    return problem(
      'reader-missing',
      undefined,
      'A Kindle is connected, and it takes no EPUB over the cable.',
      'Mail the book: --to kindle (fleuron help send).',
    );
  return problem(
    'reader-missing',
    undefined,
    to === undefined ? 'No reader is connected.' : `No ${readers[to].about} is connected.`,
    'Connect it, and allow the connection on its screen; or name its folder: --to /path/of/its/drive.',
  );
}

/** The folder for books: as it is called on the reader. */
function folderOn({ kind, path }: Target): string {
  if (kind === undefined) return path;
  const { folders } = readers[kind];
  return join(path, folders.find((folder) => isFolder(join(path, folder))) ?? folders.at(-1) ?? '');
}

/** A reader knows a book by its file's name: an older copy keeps that. */
function copyNameOf({ title, ending, bytes }: BookToSend, { path: root }: Target, folder: string, limits: Limits) {
  const name = deviceName(title, ending, folder.slice(root.length));
  return copyOnDrive(folder, { name, ending, bytes }, limits) ?? name;
}

function isThere(path: string, bytes: Uint8Array, limits: Limits): boolean {
  const read = readRegular(path, 'zip', limits);
  return 'bytes' in read && equalBytes(bytes, read.bytes);
}

/** What is said before a file on the reader is written over; an older copy of the book that is no kepub is replaced at once. */
function olderProblem(path: string, mayReplace: boolean): Problem | undefined {
  if (mayReplace || !isTaken(path)) return undefined;
  if (!isOwnBook(path))
    return problem(
      'older-on-reader',
      { path },
      'A file of that name is there that is no book made by Fleuron. It is as it was.',
      'Write over it with --replace.',
    );
  if (!path.toLowerCase().endsWith(editions.kobo.ending)) return undefined;
  return problem(
    'older-on-reader',
    { path },
    'An older copy of the book is there, and a Kobo forgets the highlights and notes in a book that is replaced. It is as it was.',
    'Export your notes on the Kobo if you want to keep them, then add --replace.',
  );
}

/** A finished book goes as it is, which a reader with an edition of its own shows less well. */
function otherEdition({ isFinished, ending }: BookToSend, { kind }: Target): readonly Problem[] {
  if (!isFinished || kind === undefined || ending.toLowerCase() === editions[readers[kind].edition].ending) return [];
  const { about, edition } = readers[kind];
  return [
    problem(
      'edition-other',
      undefined,
      `The book is sent as it is; for a ${about} there is the edition “${edition}”.`,
      'Send the manuscript, if you have it: it is built in that edition.',
    ),
  ];
}
